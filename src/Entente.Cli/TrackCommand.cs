using System.Collections.Immutable;
using System.CommandLine;
using System.Globalization;
using Entente.Briefings;
using Entente.Measures;
using Entente.Measures.Breaks;
using Entente.Questions;
using Entente.Record;
using Entente.Storage;

namespace Entente.Cli;

/// <summary><c>entente track A B</c>: alignment over the years, with its turns.</summary>
internal static class TrackCommand
{
    public static Command Create()
    {
        var a = DyadArguments.StateArgument("A");
        var b = DyadArguments.StateArgument("B");
        var csv = new Option<bool>("--csv") { Description = "date,dimension,mean,q5,q95 on standard output." };
        var svg = new Option<FileInfo?>("--svg") { Description = "Write a chart." };
        var asOf = DyadArguments.AsOf();
        var vintage = DyadArguments.VintageOption();
        var source = new Option<string>("--source") { Description = "record: the published datasets, by year; news: what the texts read report, by month.", DefaultValueFactory = _ => "record" };
        source.AcceptOnlyFromAmong("record", "news");
        var newsDirectory = TrackNews.Directory();
        var weights = DyadArguments.Weights();
        var panel = DyadArguments.Panel();
        var command = new Command("track", "Alignment of two states over the years, by dimension, with its rifts and rapprochements.") { a, b, csv, svg, asOf, vintage, source, weights, panel, newsDirectory };
        command.SetAction(result => DyadArguments.Dyad(result.GetValue(a)!, result.GetValue(b)!) is not { } dyad
            ? ExitCodes.Usage
            : DyadArguments.With(result.GetValue(panel), directory =>
            {
                PanelRecordStore record = PanelRecordStore.Open(directory);
                DyadPanel cut = DyadArguments.Record(record, dyad, result.GetValue(asOf), result.GetValue(vintage));
                AlignmentModel model = AlignmentStore.OpenModel(directory);
                if (result.GetValue(source) == "news" && result.GetValue(svg) is not null)
                {
                    Console.Error.WriteLine("--svg draws the record only; take --csv of the news.");
                    return ExitCodes.Usage;
                }
                if (result.GetValue(source) == "news")
                    return TrackNews.Run(TrackNews.DirectoryOf(result.GetValue(newsDirectory)), dyad, result.GetValue(asOf), result.GetValue(csv), () => DyadArguments.History(model, cut, result.GetValue(weights)));
                if (DyadArguments.History(model, cut, result.GetValue(weights)) is not { } history) return ExitCodes.Partial;
                if (result.GetValue(svg) is { } file)
                {
                    File.WriteAllText(file.FullName, TrackSvg.Render(history, Breaks(record, cut, history)));
                    Console.Error.WriteLine($"Written to {file.FullName}.");
                }
                if (result.GetValue(csv)) WriteCsv(history);
                else if (result.GetValue(svg) is null) WriteText(history, Breaks(record, cut, history));
                return ExitCodes.Ok;
            }));
        return command;
    }

    private static ImmutableArray<Break> Breaks(PanelRecordStore record, DyadPanel cut, AlignmentHistory history) => BreakFinder.Find(BreakModel.Default,
        new BreakEvidence(history.Dyad, cut.Episodes, history.Series, DyadContext.Of(history.Dyad, record.ReadStates(), record.ReadProximities()), history.LastYear), history.FirstYear);

    private static void WriteCsv(AlignmentHistory history)
    {
        Console.Out.WriteLine("date,dimension,mean,q5,q95");
        for (int year = history.FirstYear; year <= history.LastYear; year++)
            foreach (Dimension? dimension in Dimensions())
            {
                ScoreBand s = history.Score(year, dimension);
                Console.Out.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{year},{NameOf(dimension)},{s.Mean:0.00},{s.Low90:0.00},{s.High90:0.00}"));
            }
    }

    private static void WriteText(AlignmentHistory history, ImmutableArray<Break> breaks)
    {
        TextWriter o = Console.Out;
        o.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{history.Dyad}, alignment {history.FirstYear} to {history.LastYear} (0 hostile, 50 no tie either way, 100 allied), {AlignmentModel.Method}"));
        o.WriteLine();
        int years = Math.Min(72, history.LastYear - history.FirstYear + 1), from = history.LastYear - years + 1;
        for (int row = 9; row >= 0; row--)
        {
            o.Write(string.Create(CultureInfo.InvariantCulture, $"{row * 10,4} "));
            for (int year = from; year <= history.LastYear; year++)
            {
                ScoreBand s = history.Score(year, null);
                int at = Math.Min(9, (int)(s.Mean / 10));
                o.Write(row == at ? '█' : row >= (int)(s.Low90 / 10) && row <= Math.Min(9, (int)(s.High90 / 10)) ? '░' : ' ');
            }
            o.WriteLine();
        }
        o.Write("     ");
        for (int year = from; year <= history.LastYear; year++) o.Write(breaks.FirstOrDefault(b => b.Year == year) is { } b ? b.Turn == Turn.Rift ? '▼' : '▲' : year % 10 == 0 ? '|' : ' ');
        o.WriteLine();
        o.WriteLine(string.Create(CultureInfo.InvariantCulture, $"     {from}{new string(' ', Math.Max(1, years - 8))}{history.LastYear}"));
        o.WriteLine();
        foreach (Dimension? dimension in Dimensions())
        {
            ScoreBand s = history.Score(history.LastYear, dimension);
            (int present, int asked) = history.Inputs(history.LastYear, dimension);
            string line = Sparkline.Draw([.. Enumerable.Range(from, years).Select(y => (double?)history.Score(y, dimension).Mean)], 36);
            o.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{NameOf(dimension),-11} {line} {s.Mean,3:0} [{s.Low90:0}–{s.High90:0}] {present}/{asked}"));
        }
        o.WriteLine();
        foreach (Break b in breaks)
            o.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{b.Year} {BreakStore.NameOf(b.Turn),-13} {b.Probability:0.00}  {b.Signals[0].Label}"));
    }

    public static IReadOnlyList<Dimension?> Dimensions() => Lines.All;

    public static string NameOf(Dimension? dimension) => Lines.NameOf(dimension);
}
