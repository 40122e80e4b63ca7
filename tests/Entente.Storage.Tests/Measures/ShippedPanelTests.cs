using Entente.Measures;
using Entente.Measures.Factors;
using Entente.Record;

namespace Entente.Storage.Tests.Measures;

/// <summary>The shipped scores, by what kind of dyad it is: rivals low, allies high, the rest between.</summary>
public class ShippedPanelTests
{
    private static readonly PanelRecordStore Store = PanelRecordStore.Open(PanelDirectory());
    private static readonly AlignmentStore Scores = AlignmentStore.Open(PanelDirectory());

    [Theory]
    [InlineData("CHN", "RUS", PhaseKind.Rift, 1958, 1989)]
    [InlineData("CHN", "RUS", PhaseKind.Normalization, 1989, 1989)]
    [InlineData("CHN", "RUS", PhaseKind.Partnership, 1996, null)]
    [InlineData("EGY", "ISR", PhaseKind.Normalization, 1979, 1979)]
    [InlineData("USA", "IRN", PhaseKind.Rift, 1979, null)]
    public void Find_KnownHistory_IsNamed(string a, string b, PhaseKind kind, int first, int? last)
    {
        DyadPanel panel = Store.ReadDyad(new UndirectedDyad(new StateId(a), new StateId(b)));
        Assert.Contains(PhaseFinder.Find(panel, 1900, 2024), p => p.Kind == kind && p.FirstYear == first && p.LastYear == last && p.Episodes.Length > 0);
    }

    [Theory]
    [InlineData(1965)]
    [InlineData(1985)]
    [InlineData(2005)]
    public void Score_ByKindOfDyad_IsInOrder(int year)
    {
        var score = Scores.ReadYear(year, null).ToDictionary(r => r.Dyad, r => Scores.Model.Scale.Score(r.Mean));
        DyadPanel[] panels = [.. Store.ReadYear(year).Where(p => score.ContainsKey(p.Dyad))];
        double[] Of(Func<DyadPanel, bool> which) => [.. panels.Where(which).Select(p => score[p.Dyad]).Order()];
        bool Is(DyadPanel p, Indicator i, double value) => p[i, year].ValueOrNull == value;
        bool IsQuiet(DyadPanel p) => Is(p, Indicators.Rivalry, 0) && Is(p, Indicators.DisputeHostility, 0) && Is(p, Indicators.ArmedConflict, 0);
        double[] rivals = Of(p => Is(p, Indicators.Rivalry, 1));
        double[] alliedRivals = Of(p => Is(p, Indicators.Rivalry, 1) && Is(p, Indicators.Alliance, 3));
        double[] allies = Of(p => Is(p, Indicators.Alliance, 3) && IsQuiet(p));
        double[] none = Of(p => Is(p, Indicators.Alliance, 0) && IsQuiet(p));
        Assert.True(ShareBelow(rivals, 50) > 0.6, $"rivals below 50: {ShareBelow(rivals, 50):0.00} of {rivals.Length}");
        Assert.True(ShareBelow(allies, 50) < 0.4, $"allies below 50: {ShareBelow(allies, 50):0.00} of {allies.Length}");
        Assert.InRange(Median(none), 35, 65);
        Assert.True(Median(rivals) < Median(none) && Median(none) < Median(allies), $"{Median(rivals):0} {Median(none):0} {Median(allies):0}");
        Assert.True(alliedRivals.Length == 0 || Median(alliedRivals) < Median(allies), $"allied rivals: {Median(alliedRivals):0}");
    }

    [Theory]
    [InlineData("GBR USA|CAN USA|AUS NZL|NOR SWE|DNK NOR|BEL NLD|DEU FRA", 2010, 75, 100)]
    [InlineData("IND PAK|PRK KOR|IRN USA|IRN ISR|ISR SYR|GRC TUR", 2010, 0, 35)]
    [InlineData("CHN RUS|CUB USA|CHN USA|EGY ISR|RUS USA", 1968, 0, 45)]
    public void Score_OfDyadsOfOneKind_IsOnItsSide(string dyads, int year, double low, double high)
    {
        foreach (string pair in dyads.Split('|'))
        {
            string[] names = pair.Split(' ');
            AlignmentHistory history = AlignmentHistory.Of(Scores.Model, Store.ReadDyad(new UndirectedDyad(new StateId(names[0]), new StateId(names[1]))), 2024)!;
            Assert.True(history.Score(year, null).Mean is var score && score >= low && score <= high, $"{pair} {year}: {score:0}");
        }
    }

    [Fact]
    public void Score_ChinaRussia_FallsAndRises()
    {
        AlignmentHistory history = AlignmentHistory.Of(Scores.Model, Store.ReadDyad(new UndirectedDyad(new StateId("CHN"), new StateId("RUS"))), 2024)!;
        double At(int year) => history.Score(year, null).Mean;
        Assert.True(At(1953) > At(1970) + 20 && At(1970) < 40 && At(1993) > At(1985) && At(2010) > 65, $"{At(1953):0} {At(1970):0} {At(1985):0} {At(1993):0} {At(2010):0}");
    }

    [Fact]
    public void Shipped_AndComputedAnew_AreTheSame()
    {
        foreach (AlignmentRow row in Scores.ReadYear(1990, null).Where((_, i) => i % 997 == 0))
        {
            AlignmentHistory history = AlignmentHistory.Of(Scores.Model, Store.ReadDyad(row.Dyad), Store.LastYear)!;
            Assert.Equal(row.Mean, history.Latent(1990, null).Mean, 0.06);
        }
    }

    /// <summary>The figures of docs/accuracy-measures.md on a smaller sample of the same dyads.</summary>
    [Theory]
    [InlineData(0)]
    [InlineData(5)]
    public void Interval_OfWithheldIndicator_HoldsNineInTen(int lastYears)
    {
        AlignmentModel model = Scores.Model;
        List<FactorSeries> series = [.. AlignmentWriter.Collect(Store, model.FirstYear, model.LastYear).Where(d => !AlignmentLearner.IsLearnedFrom(d.Dyad, d.Values))
            .Where((_, i) => i % 160 == 7).Select(d => AlignmentModel.Standardise(d.Values, model.FirstYear, model.Standards)).OfType<FactorSeries>()];
        IReadOnlyList<FactorCoverage> all = FactorCoverage.Measure(model.Factors, series, lastYears, 2);
        double n = all.Sum(c => c.Values), inside = all.Sum(c => c.Inside90 * c.Values) / n;
        Assert.True(n > 1000 && inside is > 0.85 and < 0.95, $"{inside:0.000} of {n}");
    }

    private static double Median(double[] sorted) => sorted.Length == 0 ? double.NaN : sorted[sorted.Length / 2];

    private static double ShareBelow(double[] values, double limit) => values.Count(v => v < limit) / (double)Math.Max(1, values.Length);

    internal static string PanelDirectory()
    {
        DirectoryInfo? at = new(AppContext.BaseDirectory);
        while (at is not null && !File.Exists(Path.Combine(at.FullName, "Entente.slnx"))) at = at.Parent;
        return Path.Combine(at?.FullName ?? ".", "data", "panel");
    }
}
