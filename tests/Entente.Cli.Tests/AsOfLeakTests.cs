using System.Globalization;
using Entente.Record;
using Entente.Storage;

namespace Entente.Cli.Tests;

/// <summary>
/// Two panels that are the same up to a day, and differ in everything after it (or, for strict, in everything of datasets that were not out): what is asked as of the day
/// must come out the same to the letter.
/// </summary>
[Collection("console")]
public sealed class AsOfLeakTests : IDisposable
{
    private const int China = 710, Russia = 365, America = 2;
    private const string Day = "2010-12-31";
    private static readonly string[] s_inTime = ["atop", "rivalries", "igo"];

    private readonly string _folder = Directory.CreateTempSubdirectory("entente-leak-").FullName;

    public static TheoryData<string> Questions =>
    [
        "track china russia --csv", "track china russia", "brief china russia --sources all", "brief china russia --json", "breaks --dyad china russia --why",
        "why china russia --from 1990 --to 2010", "compare --year 2010 china russia -- china usa", "record cite china russia",
    ];

    public void Dispose() => Directory.Delete(_folder, recursive: true);

    [Theory]
    [MemberData(nameof(Questions))]
    public void AsOf_EverythingLaterChanged_AnswersTheSame(string question)
    {
        Write("one", (year, _, value) => value, e => true);
        // Every later value is another one, every episode of later years is gone, and those that were under way end otherwise.
        Write("two", (year, _, value) => year > 2010 ? value is null ? 1 : null : value, e => e.FirstYear <= 2010, last => last > 2010 ? null : last, year => year > 2010);
        AssertSame(question, "cut");
    }

    [Theory]
    [MemberData(nameof(Questions))]
    public void Strict_EverythingOfLaterDatasetsChanged_AnswersTheSame(string question)
    {
        Write("one", (_, _, value) => value, e => true);
        Write("two", (_, column, value) => s_inTime.Contains(column.Indicator.DatasetId, StringComparer.Ordinal) ? value : value is null ? 1 : null, e => s_inTime.Contains(e.DatasetId, StringComparer.Ordinal));
        AssertSame(question, "strict");
    }

    [Fact]
    public void Cut_OfLaterDatasetsChanged_AnswersOtherwise()
    {
        Write("one", (_, _, value) => value, e => true);
        Write("two", (_, column, value) => s_inTime.Contains(column.Indicator.DatasetId, StringComparer.Ordinal) ? value : value is null ? 1 : null, e => s_inTime.Contains(e.DatasetId, StringComparer.Ordinal));
        Assert.NotEqual(Ask("track china russia --csv", "one", "cut"), Ask("track china russia --csv", "two", "cut"));
    }

    [Fact]
    public void Explain_StrictScore_ComesOutAgain()
    {
        Write("one", (_, _, value) => value, e => true);
        string briefing = Ask("brief china russia --json", "one", "strict");
        string id = briefing.Split('"').First(s => s.StartsWith("score:", StringComparison.Ordinal)).Replace("\\u002B", "+", StringComparison.Ordinal);
        Assert.Contains("@2010-12-31+strict=", id, StringComparison.Ordinal);
        Assert.Contains("Computed again: the same.", Run(["explain", id, "--panel", Path.Combine(_folder, "one")]), StringComparison.Ordinal);
    }

    private void AssertSame(string question, string vintage) => Assert.Equal(Ask(question, "one", vintage), Ask(question, "two", vintage));

    private string Ask(string question, string panel, string vintage)
    {
        string[] words = question.Split(' ');
        List<string> more = ["--as-of", Day, "--vintage", vintage, "--panel", Path.Combine(_folder, panel)];
        if (words[0] == "brief") more.AddRange(["--store", Path.Combine(_folder, "none")]);
        // compare takes its states to the end of the line.
        return Run([words[0], .. words[0] == "record" ? [words[1]] : Array.Empty<string>(), .. more, .. words[(words[0] == "record" ? 2 : 1)..]]);
    }

    private static string Run(string[] arguments)
    {
        TextWriter before = Console.Out;
        using var caught = new StringWriter(CultureInfo.InvariantCulture);
        Console.SetOut(caught);
        try
        {
            int exit = EntenteCommand.Create().Parse(arguments).Invoke();
            Assert.Equal(ExitCodes.Ok, exit);
        }
        finally
        {
            Console.SetOut(before);
        }
        string output = caught.ToString();
        Assert.True(output.Length > 80, output);
        return output;
    }

    private void Write(string name, Func<int, PanelColumn, double?, double?> change, Func<Episode, bool> keep, Func<int?, int?>? end = null, Func<int, bool>? otherContext = null)
    {
        string directory = Path.Combine(_folder, name);
        var rows = new List<PanelRow>();
        (int, int)[] pairs = [(America, Russia), (America, China), (Russia, China)];
        for (int year = 1946; year <= 2016; year++)
            foreach ((int a, int b) in pairs)
                rows.Add(new PanelRow(a, b, year, [.. PanelColumns.All.Select((c, i) => change(year, c, Value(c, (a * 7) + b + (year * 31) + (i * 11))))]));
        Episode[] episodes =
        [
            new(EpisodeKind.Rivalry, 1958, 1989, 1, "a rivalry", "rivalries", "tssr_id 1"),
            new(EpisodeKind.Rivalry, 2008, 2014, 1, "another rivalry", "rivalries", "tssr_id 2"),
            new(EpisodeKind.Alliance, 2001, 2013, 2, "a pact", "atop", "atopid 1"),
            new(EpisodeKind.Alliance, 2012, null, 3, "a later pact", "atop", "atopid 2"),
            new(EpisodeKind.Dispute, 1969, 1969, 4, "a dispute", "mid", "dispnum 1"),
            new(EpisodeKind.Dispute, 2009, 2012, 5, "a war", "mid", "dispnum 2"),
            new(EpisodeKind.Sanction, 2011, 2016, 1, "sanctions", "sanctions", "case_id 1"),
        ];
        PanelWriter.Write(directory, Datasets(), rows, episodes.Where(keep).Select(e => new PanelEpisode(Russia, China, end is null ? e : e with { LastYear = end(e.LastYear) })));
        // Who the two are, on which turns rest too: other leaders and regimes in every year that is to differ.
        PanelWriter.WriteContext(directory, from cow in new[] { America, Russia, China }
                                            from year in Enumerable.Range(1946, 71)
                                            let odd = otherContext?.Invoke(year) is true
                                            select new PanelStateYear(cow, year, [odd ? 0.5 : 0.1, odd ? 1 : 0.2, null, odd || year % 7 == 0 ? 1 : 0, odd ? 1 : 0]),
            pairs.Select(p => new PanelProximity(p.Item1, p.Item2, 1946, 2016, 0, 1)));
        File.Copy(Path.Combine(AppContext.BaseDirectory, "data", "panel", "alignment.json"), Path.Combine(directory, "alignment.json"), overwrite: true);
    }

    private static DatasetInfo[] Datasets() => [.. Indicators.All.Select(i => i.DatasetId).Append("visits-us").Append("visits-china").Distinct(StringComparer.Ordinal)
        .Select(id => new DatasetInfo(id, "Dataset " + id, "1", 1946, 2016, 10, "none", false, "Somebody (2000), " + id, new string('0', 64), new PartialDate(s_inTime.Contains(id, StringComparer.Ordinal) ? 2009 : 2020)))];

    // Whole numbers within every indicator's scale; now and then none.
    private static double? Value(PanelColumn column, int seed)
    {
        int n = seed % 97;
        if (n % 5 == 0) return null;
        return column.Indicator.Id switch
        {
            "vote_agreement" or "regime_similarity" => n / 97.0,
            "trade_dependence" => n / 970.0,
            "rivalry" => n % 2,
            "alliance" => n % 4,
            "armed_conflict" => n % 3,
            _ => n % 4,
        };
    }
}
