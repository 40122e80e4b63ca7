using System.CommandLine;
using System.Text.Json;
using Entente.Evaluation.Measures;
using Entente.Measures.News;
using Entente.Storage;

namespace Entente.Cli.Eval;

/// <summary><c>entente eval news</c>: the series from news alone, by withheld months, by the order of the record, and by known turns.</summary>
internal static class NewsEval
{
    private static readonly JsonSerializerOptions Json = new(JsonSerializerDefaults.Web) { WriteIndented = true };

    private static readonly int[] s_fewest = [3, 10, 30];

    public static Command Create()
    {
        var news = TrackNews.Directory();
        var panel = DyadArguments.Panel();
        var command = new Command("news", "Score the series from news alone: intervals, order of dyads against the record, known turns, turns of all other dyads.") { news, panel };
        command.SetAction(result => DyadArguments.With(result.GetValue(panel), directory => Run(TrackNews.DirectoryOf(result.GetValue(news)), directory)));
        return command;
    }

    private static int Run(string newsDirectory, string panelDirectory)
    {
        NewsModel model = NewsStore.ReadModel(newsDirectory);
        IReadOnlyList<NewsCount> counts = NewsStore.ReadCounts(newsDirectory);
        var histories = RecordNews.Histories(model, counts).ToDictionary(h => h.Dyad);
        var rows = RecordNews.Pairs(histories.Values, panelDirectory);
        NewsCoverage coverage = NewsScorer.Coverage(model, counts);
        NewsTurnResult[] turns = [.. NewsTurns.All.Select(t => NewsScorer.Look(histories.GetValueOrDefault(t.Dyad), t))];
        HashSet<UndirectedDyad> known = [.. NewsTurns.All.Select(t => t.Dyad)];
        NewsHistory[] others = [.. histories.Values.Where(h => !known.Contains(h.Dyad) && Total(h) >= 50)];
        double years = others.Sum(h => (h.LastMonth.Index - h.FirstMonth.Index + 1) / 12.0);
        Console.Out.WriteLine(JsonSerializer.Serialize(new
        {
            method = NewsModel.Method,
            months = $"{model.FirstMonth} to {model.LastMonth}",
            dyads = histories.Count,
            reports = counts.Sum(c => (long)c.Reports),
            coverage = new { n = coverage.Months, inside50 = Math.Round(coverage.Inside50, 4), inside90 = Math.Round(coverage.Inside90, 4) },
            order = s_fewest.Select(n => NewsScorer.Order(rows, n)).Select(o => new { o.FewestReports, o.DyadYears, spearman = R(o.Spearman), byYear = R(o.ByYear), within = R(o.Within) }),
            turns = turns.Select(t => new
            {
                dyad = t.Turn.Dyad.ToString(),
                from = t.Turn.From,
                to = t.Turn.To,
                way = t.Turn.Falls ? "fall" : "rise",
                t.Turn.What,
                t.Reports,
                found = t.Found?.Month.ToString(),
                probability = R(t.Probability),
                points = Math.Round(t.Points, 1),
            }),
            found = turns.Count(t => t.Found is not null),
            of = turns.Length,
            others = new { dyads = others.Length, dyadYears = Math.Round(years), turnsPerTenYears = Math.Round(10 * others.Sum(h => h.Turns(NewsScorer.Asserted).Length) / Math.Max(1, years), 2) },
        }, Json));
        return ExitCodes.Ok;
    }

    private static int Total(NewsHistory h) => Enumerable.Range(h.FirstMonth.Year, h.LastMonth.Year - h.FirstMonth.Year + 1).Sum(h.ReportsOf);

    private static double? R(double? x) => x is { } v ? Math.Round(v, 3) : null;
}
