using Entente.Measures;
using Entente.Record;

namespace Entente.Storage.Tests.Measures;

public class ShippedPanelTests
{
    private static readonly PanelRecordStore Store = PanelRecordStore.Open(PanelDirectory());

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

    /// <summary>The first column of the table in docs/accuracy-measures.md; printed, and held to what the interval claims at least.</summary>
    [Theory]
    [InlineData(1970)]
    [InlineData(1990)]
    [InlineData(2010)]
    public void Interval_OneIndicatorWithheld_HoldsTheFullScore(int year)
    {
        int inside = 0, all = 0;
        foreach (DyadPanel panel in Store.ReadYear(year).Where((_, i) => i % 7 == 0))
        {
            Alignment full = AlignmentScorer.Score(panel, year)[0];
            foreach (AlignmentInput withheld in full.Inputs.Where(i => i.Points.HasValue))
            {
                var rest = PanelColumns.All.Where(c => c.Indicator != withheld.Indicator).Select(c => KeyValuePair.Create((c.Indicator.Id, c.Forward, year),
                    c.Indicator.Directed ? panel[c.Indicator, c.Forward ? panel.Dyad.First : panel.Dyad.Second, year] : panel[c.Indicator, year]));
                Alignment part = AlignmentScorer.Score(new DyadPanel(panel.Dyad, year, year, rest, Array.Empty<Episode>()), year)[0];
                if (!part.Score.IsKnown) continue;
                all++;
                if (full.Score.Value >= part.Low && full.Score.Value <= part.High) inside++;
            }
        }
        TestContext.Current.TestOutputHelper?.WriteLine($"{year}: {inside} of {all}");
        Assert.True(all > 1000 && inside >= 0.9 * all, $"{year}: {inside} of {all}");
    }

    private static string PanelDirectory()
    {
        DirectoryInfo? at = new(AppContext.BaseDirectory);
        while (at is not null && !File.Exists(Path.Combine(at.FullName, "Entente.slnx"))) at = at.Parent;
        return Path.Combine(at?.FullName ?? ".", "data", "panel");
    }
}
