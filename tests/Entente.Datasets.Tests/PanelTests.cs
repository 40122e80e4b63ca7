using Entente.Record;
using Entente.Storage;

namespace Entente.Datasets.Tests;

/// <summary>Panels of a few rows written here.</summary>
public sealed class PanelTests
{
    private static readonly StateId China = new("CHN");
    private static readonly StateId Russia = new("RUS");
    private static readonly StateId India = new("IND");

    [Fact]
    public void Votes_UnanimousCall_IsLeftOut()
    {
        using var folder = new TestFolder();
        PanelRecordStore store = Build(folder, ("unga-votes", Votes(1980, 5)));
        Assert.Equal(0.75, store.ReadDyad(new UndirectedDyad(China, Russia))[Indicators.VoteAgreement, 1980].Value, 5);
        Assert.Equal(0, store.ReadDyad(new UndirectedDyad(India, Russia))[Indicators.VoteAgreement, 1980].Value, 5);
    }

    [Fact]
    public void Votes_FewerThanTenShared_AreTooFewToTell()
    {
        using var folder = new TestFolder();
        PanelRecordStore store = Build(folder, ("unga-votes", Votes(1980, 4)));
        Assert.Equal(Unknown.TooFew, store.ReadDyad(new UndirectedDyad(China, Russia))[Indicators.VoteAgreement, 1980].Reason);
    }

    // Each round: one roll call on which all vote alike, one on which Russia, China and India differ, one on which India stands alone.
    private static string Votes(int year, int rounds) => "resid,year,ccode,vote\n" + string.Concat(Enumerable.Range(0, rounds).Select(r =>
        string.Concat(new[] { (1, 1, 1), (1, 2, 3), (1, 1, 3) }
            .Select((v, i) => FormattableString.Invariant($"{(3 * r) + i + 1},{year},365,{v.Item1}\n{(3 * r) + i + 1},{year},710,{v.Item2}\n{(3 * r) + i + 1},{year},750,{v.Item3}\n")))));

    [Fact]
    public void Arms_Direction_FollowsTheSource()
    {
        using var folder = new TestFolder();
        PanelRecordStore store = Build(folder, ("arms", "year,supplier_ccode,recipient_ccode,tiv\n1960,365,710,12.5\n1964,365,710,2\n1965,365,710,1\n"));
        DyadPanel panel = store.ReadDyad(new UndirectedDyad(China, Russia));
        Assert.Equal(12.5, panel[Indicators.ArmsTransfers, Russia, 1960].Value);
        Assert.Equal(0, panel[Indicators.ArmsTransfers, China, 1960].Value);
        Assert.Equal([(1960, 1960, 12.5), (1964, 1965, 3)], panel.Episodes.Select(e => (e.FirstYear, e.LastYear!.Value, e.Level)));
        DyadPanel year = store.ReadYear(1960).Single(p => p.Dyad == panel.Dyad);
        Assert.Equal(12.5, year[Indicators.ArmsTransfers, Russia, 1960].Value);
    }

    [Fact]
    public void EmptyCell_HasTheReason()
    {
        using var folder = new TestFolder();
        PanelRecordStore store = Build(folder, ("trade", "ccode1,ccode2,year,flow1,flow2\n365,710,2000,10,30\n365,750,2000,0,0\n710,750,2000,,5\n"),
            ("visits-china", "year,leader,level,country,ccode\n1950,Someone,Premier,Soviet Union,365\n"));
        DyadPanel panel = store.ReadDyad(new UndirectedDyad(China, Russia));
        Assert.Equal(1, panel[Indicators.TradeDependence, Russia, 2000].Value);
        Assert.Equal(40 / 45.0, panel[Indicators.TradeDependence, China, 2000].Value, 5);
        Assert.Equal(Unknown.NotReported, panel[Indicators.TradeDependence, China, 2001].Reason);
        Assert.Equal(Unknown.OutsideCoverage, panel[Indicators.TradeDependence, China, 2020].Reason);
        Assert.Equal(Unknown.StateNotCovered, panel[Indicators.LeaderVisits, Russia, 1950].Reason);
        Assert.Equal(1, panel[Indicators.LeaderVisits, China, 1950].Value);
        Assert.Equal(0, panel[Indicators.LeaderVisits, China, 1951].Value);
        Assert.Equal(Unknown.NotImported, panel[Indicators.ArmsTransfers, China, 1951].Reason);
        Assert.Equal(0, store.ReadDyad(new UndirectedDyad(India, Russia))[Indicators.TradeDependence, Russia, 2000].Value);
        Assert.Equal(Unknown.NotReported, store.ReadDyad(new UndirectedDyad(India, China))[Indicators.TradeDependence, China, 2000].Reason);
        Assert.Equal(Unknown.NotAState, store.ReadDyad(new UndirectedDyad(new StateId("UKR"), China))[Indicators.TradeDependence, China, 1960].Reason);
    }

    [Fact]
    public void Germany_YearsOfWestGermany_AreJoined()
    {
        using var folder = new TestFolder();
        PanelRecordStore store = Build(folder, ("igo", "ccode1,ccode2,year,dyadigos\n2,260,1980,40\n2,255,2000,70\n"));
        DyadPanel panel = store.ReadDyad(new UndirectedDyad(new StateId("DEU"), new StateId("USA")));
        Assert.Equal(40, panel[Indicators.SharedOrganizations, 1980].Value);
        Assert.Equal(70, panel[Indicators.SharedOrganizations, 2000].Value);
        Assert.Equal(40, store.ReadYear(1980).Single(p => p.Dyad == panel.Dyad)[Indicators.SharedOrganizations, 1980].Value);
    }

    [Fact]
    public void Build_SameFiles_GivesTheSameBytes()
    {
        using var one = new TestFolder();
        using var two = new TestFolder();
        const string Rows = "tssr_id,rivalry,ccode1,ccode2,start,end\n1,A rivalry,365,710,1958,1989\n";
        Build(one, ("rivalries", Rows));
        Build(two, ("rivalries", Rows));
        foreach (string name in new[] { "panel.parquet", "episodes.parquet", "datasets.json" })
            Assert.Equal(File.ReadAllBytes(Path.Combine(one.Path, "panel", name)), File.ReadAllBytes(Path.Combine(two.Path, "panel", name)));
    }

    [Fact]
    public void ReadStates_OfSovietYears_AreRussias()
    {
        using var folder = new TestFolder();
        PanelRecordStore store = Build(folder, ("capabilities", "ccode,year,cinc\n365,1970,.17\n365,1995,.06\n2,1970,\n"),
            ("regime-spells", "cowcode,gwf_startdate,gwf_enddate,gwf_regimetype\n365,1917-11-07,1991-08-21,party-based\n365,1991-08-21,2020-12-31,personal\n"));
        var states = store.ReadStates();
        Assert.Equal(0.17, states[(new StateId("RUS"), 1970)].Capabilities!.Value, 6);
        Assert.False(states[(new StateId("RUS"), 1970)].NewRegime);
        Assert.True(states[(new StateId("RUS"), 1991)].NewRegime);
        Assert.Null(states[(new StateId("RUS"), 1991)].Capabilities);
        Assert.DoesNotContain((new StateId("USA"), 1970), states.Keys);
    }

    [Fact]
    public void ReadProximities_WhereNothingChanges_IsOneSpell()
    {
        using var folder = new TestFolder();
        PanelRecordStore store = Build(folder, ("contiguity", "ccode1,ccode2,conttype,stdate,enddate\n2,20,1,1920-01-01,2016-12-01\n20,2,1,1920-01-01,2016-12-01\n"),
            ("distance", "ccode1,ccode2,year,mindist\n2,20,2018,0\n2,20,2019,0\n2,70,2019,5.5\n"));
        IReadOnlyList<Proximity> spells = store.ReadProximities()[new UndirectedDyad(new StateId("USA"), new StateId("CAN"))];
        Assert.Equal([(1946, 2016, null, (int?)1), (2018, 2019, 0.0, null)], spells.Select(s => (s.FirstYear, s.LastYear, s.Distance, s.Contiguity)));
    }

    [Fact]
    public void ReadDyad_DisputeWithDeaths_KeepsTheirScale()
    {
        using var folder = new TestFolder();
        PanelRecordStore store = Build(folder, ("mid", "dispnum,ccode1,ccode2,year,sidea1,sidea2,fatality1,fatality2,hostlev1,hostlev2\n349,365,710,1969,0,1,2,3,4,4\n350,365,710,1974,0,1,-9,-9,1,4\n"));
        Assert.Equal([(int?)3, null], store.ReadDyad(new UndirectedDyad(new StateId("CHN"), new StateId("RUS"))).Episodes.Select(e => e.Fatality));
    }

    [Fact]
    public void Build_OneDatasetChanged_ReadsOnlyItAndGivesTheBytesOfAFullBuild()
    {
        using var folder = new TestFolder();
        (string Id, string Text)[] first =
        [
            ("rivalries", "tssr_id,rivalry,ccode1,ccode2,start,end\n1,A rivalry,365,710,1958,1989\n"),
            ("arms", "year,supplier_ccode,recipient_ccode,tiv\n1960,365,710,12.5\n1900,365,710,1\n"),
            ("igo", "ccode1,ccode2,year,dyadigos\n2,260,1980,40\n2,255,2000,70\n"),
        ];
        (string Id, string Text) changed = ("arms", "year,supplier_ccode,recipient_ccode,tiv\n1961,365,710,3\n");
        var record = new RecordDirectory(Path.Combine(folder.Path, "record"));
        var cache = () => new ColumnCache(Path.Combine(folder.Path, "record", ColumnCache.FolderName));
        Import(record, folder, first);
        Write(folder, "one", PanelBuilder.Build(record, _ => { }, cache()));
        var unchanged = new List<string>();
        Write(folder, "two", PanelBuilder.Build(record, unchanged.Add, cache()));
        Assert.DoesNotContain(unchanged, s => s.Contains("malformed", StringComparison.Ordinal));
        AssertSame(folder, "one", "two");

        Import(record, folder, [changed]);
        var said = new List<string>();
        Write(folder, "three", PanelBuilder.Build(record, said.Add, cache()));
        Assert.Equal(["arms: 1 rows, 0 malformed."], said.Where(s => s.Contains("malformed", StringComparison.Ordinal)));
        Write(folder, "full", PanelBuilder.Build(record, _ => { }));
        AssertSame(folder, "three", "full");
        Assert.Equal(3, PanelRecordStore.Open(Path.Combine(folder.Path, "three")).ReadDyad(new UndirectedDyad(China, Russia))[Indicators.ArmsTransfers, Russia, 1961].Value);
    }

    [Fact]
    public void Build_KeptColumnsBroken_AreComputedAnew()
    {
        using var folder = new TestFolder();
        var record = new RecordDirectory(Path.Combine(folder.Path, "record"));
        string kept = Path.Combine(folder.Path, "record", ColumnCache.FolderName);
        Import(record, folder, [("arms", "year,supplier_ccode,recipient_ccode,tiv\n1960,365,710,12.5\n")]);
        Write(folder, "one", PanelBuilder.Build(record, _ => { }, new ColumnCache(kept)));
        foreach (string file in Directory.GetFiles(kept)) File.WriteAllBytes(file, File.ReadAllBytes(file)[..^20]);
        Write(folder, "two", PanelBuilder.Build(record, _ => { }, new ColumnCache(kept)));
        AssertSame(folder, "one", "two");
    }

    private static void Import(RecordDirectory record, TestFolder folder, IEnumerable<(string Id, string Text)> datasets)
    {
        foreach ((string id, string text) in datasets) record.Import(DatasetCatalogue.Find(id)!, folder.Write(id + ".csv", text));
    }

    private static void Write(TestFolder folder, string name, BuiltPanel built) => PanelWriter.Write(Path.Combine(folder.Path, name), built.Datasets, built.Rows, built.Episodes);

    private static void AssertSame(TestFolder folder, string one, string other)
    {
        foreach (string name in new[] { "panel.parquet", "episodes.parquet", "datasets.json" })
            Assert.Equal(File.ReadAllBytes(Path.Combine(folder.Path, one, name)), File.ReadAllBytes(Path.Combine(folder.Path, other, name)));
    }

    private static PanelRecordStore Build(TestFolder folder, params (string Id, string Text)[] datasets)
    {
        var record = new RecordDirectory(Path.Combine(folder.Path, "record"));
        foreach ((string id, string text) in datasets) record.Import(DatasetCatalogue.Find(id)!, folder.Write(id + ".csv", text));
        BuiltPanel built = PanelBuilder.Build(record, _ => { });
        string panel = Path.Combine(folder.Path, "panel");
        PanelWriter.Write(panel, built.Datasets, built.Rows, built.Episodes);
        PanelWriter.WriteContext(panel, built.States, built.Proximities);
        return PanelRecordStore.Open(panel);
    }
}
