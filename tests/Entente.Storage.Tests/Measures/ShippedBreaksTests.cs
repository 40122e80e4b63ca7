using System.Globalization;
using Entente.Measures;
using Entente.Measures.Breaks;
using Entente.Record;

namespace Entente.Storage.Tests.Measures;

/// <summary>The shipped turns against dates of our own, and on dyads in which nothing happened.</summary>
public class ShippedBreaksTests
{
    private static readonly ILookup<UndirectedDyad, Break> Breaks = BreakStore.Read(ShippedPanelTests.PanelDirectory()).ToLookup(b => b.Dyad);

    /// <summary>Dyads the finder was learned from: what it must not lose, no test of it.</summary>
    [Theory]
    [InlineData("CHN", "RUS", "+1950 -1960 -1969 +1989 +1996 +2001")]
    [InlineData("IND", "PAK", "-1965 -1971 -1999")]
    [InlineData("CHN", "USA", "+1972")]
    public void Find_KnownHistory_IsFoundWithinAYear(string a, string b, string turns) =>
        Assert.All(TurnList.Parse(turns), t => Assert.Contains(Breaks[new UndirectedDyad(new StateId(a), new StateId(b))], f => f.Turn == t.Turn && Math.Abs(f.Year - t.Year) <= (t.Year == 1960 ? 3 : 1)));

    [Fact]
    public void Find_TurnsNeverSeen_AreFoundWithinAYear() => Assert.True(Recall(DatedTurns.Fresh) >= 0.4);

    [Fact]
    public void Find_TurnsNeverSeen_AreOfDyadsNotLearnedFrom() =>
        Assert.Empty(DatedTurns.Fresh.Concat(DatedTurns.Quiet).Select(l => DatedTurns.Parse(l).Dyad).Intersect(TurnList.All.Select(l => l.Dyad)));

    [Fact]
    public void Find_QuietDyadsNeverSeen_AreLeftAlone()
    {
        double alarms = DatedTurns.Quiet.Sum(l => Breaks[DatedTurns.Parse(l).Dyad].Count());
        TestContext.Current.TestOutputHelper?.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{alarms} alarms in {DatedTurns.Quiet.Length} dyads"));
        Assert.True(alarms / DatedTurns.Quiet.Length <= 0.75);
    }

    /// <summary>Quiet: never a dispute, rivalry, conflict or change of pact between the two; the years in which both were states.</summary>
    [Fact]
    public void Find_QuietDyads_AreLeftAlone()
    {
        PanelRecordStore store = PanelRecordStore.Open(ShippedPanelTests.PanelDirectory());
        IReadOnlyDictionary<UndirectedDyad, List<Episode>> episodes = store.ReadEpisodes();
        var years = new Dictionary<UndirectedDyad, int>();
        for (int year = 1950; year <= 2020; year += 10)
            foreach (AlignmentRow row in AlignmentStore.Open(ShippedPanelTests.PanelDirectory()).ReadYear(year, null)) years[row.Dyad] = years.GetValueOrDefault(row.Dyad) + 10;
        UndirectedDyad[] quiet = [.. years.Keys.Where(d => !(episodes.GetValueOrDefault(d) ?? []).Exists(e =>
            e.Kind is EpisodeKind.Dispute or EpisodeKind.Rivalry or EpisodeKind.ArmedConflict or EpisodeKind.Alliance or EpisodeKind.SecurityOrganization))];
        double alarms = quiet.Sum(d => Breaks[d].Count()), span = quiet.Sum(d => years[d]);
        TestContext.Current.TestOutputHelper?.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{quiet.Length} quiet dyads, {span} dyad-years, {alarms} alarms, {50 * alarms / span:0.000} per 50 years"));
        Assert.True(quiet.Length > 1000 && 50 * alarms / span <= 0.5, $"{alarms} in {span} dyad-years");
    }

    private static double Recall(string[] lines)
    {
        int found = 0, all = 0;
        foreach (string line in lines)
        {
            (UndirectedDyad dyad, var turns) = DatedTurns.Parse(line);
            foreach ((int year, Turn turn) in turns)
            {
                bool hit = Breaks[dyad].Any(b => b.Turn == turn && Math.Abs(b.Year - year) <= 1);
                all++;
                if (hit) found++;
                else TestContext.Current.TestOutputHelper?.WriteLine(FormattableString.Invariant($"missed {dyad} {turn} {year}; found {string.Join(" ", Breaks[dyad].Select(b => (b.Turn == Turn.Rift ? "-" : "+") + b.Year.ToString(CultureInfo.InvariantCulture)))}"));
            }
        }
        TestContext.Current.TestOutputHelper?.WriteLine(FormattableString.Invariant($"{found} of {all}"));
        return found / (double)all;
    }
}
