using Entente.Record;
using Entente.Storage;

namespace Entente.Datasets.Tests;

/// <summary>The panel computed anew from the published files, against what the sources are known to say.</summary>
public sealed class PublishedRecordTests(PublishedRecord published) : IClassFixture<PublishedRecord>
{
    private static readonly StateId China = new("CHN");
    private static readonly StateId Russia = new("RUS");
    private static readonly StateId America = new("USA");

    [Fact]
    public void ChinaRussia_Disputes_HaveDispute349In1969()
    {
        DyadPanel panel = Panel();
        Assert.Equal(4, panel[Indicators.DisputeHostility, 1969].Value);
        Assert.Contains(panel.Episodes, e => e is { RowKey: "dispnum 349", FirstYear: 1969, LastYear: 1969, Level: 4 });
    }

    [Fact]
    public void ChinaRussia_Alliance_IsDefenceTo1980()
    {
        DyadPanel panel = Panel();
        Assert.Contains(panel.Episodes, e => e is { RowKey: "atopid 3200", FirstYear: 1950, LastYear: 1980, Level: 3 });
        Assert.Equal(3, panel[Indicators.Alliance, 1980].Value);
        Assert.Equal(0, panel[Indicators.Alliance, 1981].Value);
        Assert.Equal(2, panel[Indicators.Alliance, 2018].Value);
        Assert.Equal(Unknown.OutsideCoverage, panel[Indicators.Alliance, 2019].Reason);
    }

    [Fact]
    public void ChinaRussia_Rivalry_Is1958To1989()
    {
        DyadPanel panel = Panel();
        Assert.Equal([0, 1, 1, 0], new[] { 1957, 1958, 1989, 1990 }.Select(y => panel[Indicators.Rivalry, y].Value));
        Assert.Contains(panel.Episodes, e => e is { Kind: EpisodeKind.Rivalry, FirstYear: 1958, LastYear: 1989 });
    }

    [Fact]
    public void ChinaRussia_Arms_AreTheRegisters()
    {
        DyadPanel panel = Panel();
        int[] years = [1953, 1959, 1966, 1975, 1992, 2000, 2005, 2010, 2018, 2024];
        Assert.Equal([3367, 2688, 214, 0, 1008, 2205, 3066, 653, 1656, 30], years.Select(y => Math.Round(panel[Indicators.ArmsTransfers, Russia, y].Value)));
    }

    [Fact]
    public void ChinaRussia_Organizations_AreShared()
    {
        DyadPanel panel = Panel();
        Assert.Equal([2, 20, 50, 55], new[] { 1950, 1980, 2000, 2014 }.Select(y => panel[Indicators.SharedOrganizations, y].Value));
        Assert.Contains(panel.Episodes, e => e is { Kind: EpisodeKind.SecurityOrganization, FirstYear: 1996, LastYear: null });
    }

    [Fact]
    public void ChinaRussia_Exercises_ArePeaceMissions()
    {
        DyadPanel panel = Panel();
        foreach (int year in new[] { 2005, 2007, 2009, 2010 }) Assert.True(panel[Indicators.JointExercises, year].Value >= 1);
    }

    [Fact]
    public void Visits_ChineseLeadersAndPresidents_AreCounted()
    {
        DyadPanel panel = Panel();
        Assert.Equal([1949, 1950, 1952, 1954, 1956, 1957, 1960, 1964, 1990],
            Enumerable.Range(1949, 42).Where(y => panel[Indicators.LeaderVisits, China, y].Value > 0));
        DyadPanel american = Store().ReadDyad(new UndirectedDyad(America, China));
        Assert.Equal([1972, 1975, 1984, 1989, 1998, 2001, 2002, 2005, 2008],
            Enumerable.Range(1949, 60).Where(y => american[Indicators.LeaderVisits, America, y].Value > 0));
    }

    [Fact]
    public void Votes_ChinaIsFarFromAmericaAndNearRussia()
    {
        DyadPanel russian = Panel();
        DyadPanel american = Store().ReadDyad(new UndirectedDyad(America, China));
        for (int year = 1992; year <= 2023; year++)
            Assert.True(russian[Indicators.VoteAgreement, year].Value > american[Indicators.VoteAgreement, year].Value);
    }

    [Fact]
    public void ReadYear_OfEveryDyad_IsWholeAndQuick()
    {
        PanelRecordStore store = Store();
        IReadOnlyList<DyadPanel> dyads = store.ReadYear(2014);
        Assert.True(dyads.Count > 18_000);
        Assert.Equal(dyads.Count, dyads.Select(d => d.Dyad).Distinct().Count());
        DyadPanel one = dyads.Single(d => d.Dyad == new UndirectedDyad(China, Russia));
        DyadPanel whole = Panel();
        foreach (PanelColumn column in PanelColumns.All)
        {
            StateId source = column.Forward ? one.Dyad.First : one.Dyad.Second;
            Assert.Equal(whole[column.Indicator, column.Indicator.Directed ? source : one.Dyad.First, 2014], one[column.Indicator, column.Indicator.Directed ? source : one.Dyad.First, 2014]);
        }
    }

    private PanelRecordStore Store()
    {
        if (published.IsAbsent && !string.Equals(Environment.GetEnvironmentVariable("CI"), "true", StringComparison.Ordinal))
            Assert.Skip("The published record is not beside this repository.");
        return published.Store;
    }

    private DyadPanel Panel() => Store().ReadDyad(new UndirectedDyad(China, Russia));
}

/// <summary>Builds the panel once from <c>../shared/data/record</c>.</summary>
public sealed class PublishedRecord : IDisposable
{
    private readonly TestFolder _folder = new();
    private readonly Lazy<PanelRecordStore> _store;

    public PublishedRecord()
    {
        string? root = AppContext.BaseDirectory;
        while (root is not null && !File.Exists(Path.Combine(root, "Entente.slnx"))) root = Path.GetDirectoryName(root);
        string files = Path.Combine(root ?? ".", "..", "shared", "data", "record");
        IsAbsent = !Directory.Exists(files);
        _store = new(() => Build(files));
    }

    public bool IsAbsent { get; }

    public PanelRecordStore Store => _store.Value;

    public void Dispose() => _folder.Dispose();

    private PanelRecordStore Build(string files)
    {
        var record = new RecordDirectory(Path.Combine(_folder.Path, "record"));
        foreach (DatasetDefinition d in DatasetCatalogue.All)
        {
            string plain = Path.Combine(files, d.FileName);
            record.Import(d, File.Exists(plain) ? plain : plain + ".gz");
        }
        BuiltPanel built = PanelBuilder.Build(record, _ => { });
        string panel = Path.Combine(_folder.Path, "panel");
        PanelWriter.Write(panel, built.Datasets, built.Rows, built.Episodes);
        return PanelRecordStore.Open(panel);
    }
}
