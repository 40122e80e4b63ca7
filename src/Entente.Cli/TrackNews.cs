using System.Collections.Immutable;
using System.CommandLine;
using System.Globalization;
using Entente.Briefings;
using Entente.Measures;
using Entente.Measures.News;
using Entente.Storage;

namespace Entente.Cli;

/// <summary><c>entente track A B --source news</c>: the series from news alone, month by month, and where it parts from the record.</summary>
internal static class TrackNews
{
    /// <summary>Probability above which a turn is said to have happened.</summary>
    private const double Asserted = 0.9;

    private const int MonthsInARow = 3;

    public static Option<DirectoryInfo?> Directory() => new("--news") { Description = "Counts made by `entente record build-news`. Default: those that ship." };

    public static string DirectoryOf(DirectoryInfo? given) => given?.FullName ?? Path.Combine(AppContext.BaseDirectory, "data", "news");

    public static int Run(string directory, UndirectedDyad dyad, DateOnly? asOf, bool csv, Func<AlignmentHistory?> record)
    {
        NewsModel model = NewsStore.ReadModel(directory);
        CalendarMonth last = asOf is { } day && CalendarMonth.LastWhole(day) < model.LastMonth ? CalendarMonth.LastWhole(day) : model.LastMonth;
        if (NewsHistory.Of(model, dyad, NewsStore.ReadCounts(directory, dyad), last) is not { } news)
        {
            Console.Error.WriteLine($"No text read up to {last} reports anything between the two.");
            return ExitCodes.Partial;
        }
        if (csv) WriteCsv(news);
        else WriteText(model, news, record());
        return ExitCodes.Ok;
    }

    private static void WriteCsv(NewsHistory news)
    {
        Console.Out.WriteLine("date,dimension,mean,q5,q95");
        for (CalendarMonth month = news.FirstMonth; month <= news.LastMonth; month = new CalendarMonth(month.Index + 1))
            foreach (Dimension? dimension in TrackCommand.Dimensions().Where(news.Tells))
            {
                ScoreBand s = news.Score(month, dimension);
                Console.Out.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{month},{TrackCommand.NameOf(dimension)},{s.Mean:0.00},{s.Low90:0.00},{s.High90:0.00}"));
            }
    }

    private static void WriteText(NewsModel model, NewsHistory news, AlignmentHistory? record)
    {
        TextWriter o = Console.Out;
        int reports = Enumerable.Range(news.FirstMonth.Year, news.LastMonth.Year - news.FirstMonth.Year + 1).Sum(news.ReportsOf);
        o.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{news.Dyad} in the news, {news.FirstMonth} to {news.LastMonth}: {reports} reports (0 all conflict, 50 as much of the one as of the other, 100 all cooperation), {NewsModel.Method}"));
        o.WriteLine();
        CalendarMonth[] columns = [.. Enumerable.Range(0, (news.LastMonth.Index - news.FirstMonth.Index) / MonthsInARow + 1).Select(i => new CalendarMonth(Math.Min(news.LastMonth.Index, news.FirstMonth.Index + (i * MonthsInARow) + 1)))];
        ImmutableArray<NewsTurn> turns = news.Turns(Asserted);
        for (int row = 9; row >= 0; row--)
        {
            o.Write(string.Create(CultureInfo.InvariantCulture, $"{row * 10,4} "));
            foreach (CalendarMonth month in columns)
            {
                ScoreBand s = news.Score(month, null);
                o.Write(row == Math.Min(9, (int)(s.Mean / 10)) ? '█' : row >= (int)(s.Low90 / 10) && row <= Math.Min(9, (int)(s.High90 / 10)) ? '░' : ' ');
            }
            o.WriteLine();
        }
        o.Write("     ");
        foreach (CalendarMonth month in columns)
            o.Write(turns.FirstOrDefault(t => Math.Abs(t.Month.Index - month.Index) * 2 < MonthsInARow + 1) is { } turn ? turn.Falls ? '▼' : '▲' : month.Number <= MonthsInARow && month.Year % 5 == 0 ? '|' : ' ');
        o.WriteLine();
        o.WriteLine(string.Create(CultureInfo.InvariantCulture, $"     {news.FirstMonth}{new string(' ', Math.Max(1, columns.Length - 14))}{news.LastMonth}"));
        o.WriteLine();
        foreach (Dimension? dimension in TrackCommand.Dimensions())
        {
            if (!news.Tells(dimension))
            {
                o.WriteLine($"{TrackCommand.NameOf(dimension),-11} unknown: no report bears on it");
                continue;
            }
            ScoreBand s = news.Score(news.LastMonth, dimension);
            string line = Sparkline.Draw([.. columns.Select(m => (double?)news.Score(m, dimension).Mean)], 36);
            o.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{TrackCommand.NameOf(dimension),-11} {line} {s.Mean,3:0} [{s.Low90:0}–{s.High90:0}]"));
        }
        o.WriteLine();
        foreach (NewsTurn turn in turns)
            o.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{turn.Month} {(turn.Falls ? "rift" : "rapprochement"),-13} {turn.Probability:0.00}  {turn.Points:+0;−0} points in a year"));
        if (turns.Length > 0) o.WriteLine();
        Beside(o, model, news, record);
    }

    private static void Beside(TextWriter o, NewsModel model, NewsHistory news, AlignmentHistory? record)
    {
        NewsDisagreement? disagreement = record is null ? null : NewsDisagreement.Of(model, news, record);
        if (disagreement is not { Years.Length: > 0 })
        {
            o.WriteLine(string.Create(CultureInfo.InvariantCulture, $"Beside the record: no year has both a score and {NewsDisagreement.FewestReports} reports."));
            return;
        }
        o.WriteLine(string.Create(CultureInfo.InvariantCulture, $"Beside the record, over {disagreement.Years.Length} {(disagreement.Years.Length == 1 ? "year" : "years")} with {NewsDisagreement.FewestReports} reports or more: correlation {(disagreement.Correlation is { } r ? r.ToString("0.00", CultureInfo.InvariantCulture) : "not told by so few years")}."));
        NewsGap[] partings = [.. disagreement.Partings.Take(6).OrderBy(g => g.Year)];
        if (partings.Length == 0) o.WriteLine(string.Create(CultureInfo.InvariantCulture, $"In no year do the two part by more than {NewsDisagreement.Parting} deviations of what lies between them over all dyads."));
        foreach (NewsGap g in partings)
            o.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{g.Year}  record {g.Record:0}, news would have it at {g.News:0} ({g.Reports} reports): {(g.Gap > 0 ? "the news are worse" : "the news are better")}, by {Math.Abs(g.Gap):0.0} deviations"));
    }
}
