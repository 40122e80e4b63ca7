using Entente.Measures;
using Entente.Order;
using Entente.Record;

namespace Entente.Tests.Order;

public class StateNetworkTests
{
    private static readonly AlignmentScale Scale = new(0, 1, 1);
    private static readonly StateId A = new("AAA"), B = new("BBB"), C = new("CCC"), D = new("DDD");

    private static AlignmentRow Row(StateId x, StateId y, double score, double deviation, int inputs = 5) => new(new UndirectedDyad(x, y), 2000, Scale.Latent(score), deviation, inputs);

    [Fact]
    public void OfAlignment_TiesOnlyWhereTheWholeIntervalLiesBeyondTheBound()
    {
        AlignmentRow[] rows = [Row(A, B, 80, 0.1), Row(A, C, 20, 0.1), Row(B, C, 80, 2), Row(A, D, 50, 0.1), Row(B, D, 90, 0.1, 0)];
        StateNetwork network = StateNetwork.OfAlignment(2000, rows, Scale, TieRule.OfAlignment);
        Assert.Equal([A, B, C, D], network.States);
        Assert.Equal(["AAA-BBB 1", "AAA-CCC -1"], network.Ties.Select(t => $"{t.Dyad} {t.Sign}"));
        // B–C and A–D are asked and make none; B–D has no input of the year, C–D is not there at all.
        Assert.Equal((2, 2), (network.Untied, network.Unknown));
        Assert.Equal(80, network.Between(B, A)!.Value.Value, 1e-9);
        Assert.Null(network.Between(C, D));
        Assert.Equal(4, network.Network.Names.Count);
    }

    [Fact]
    public void Resamples_OfAlignment_DrawCertainTiesAlwaysAndOthersAtTimes()
    {
        AlignmentRow[] rows = [Row(A, B, 99, 0.1), Row(A, C, 66, 0.01), Row(B, C, 50, 0.5)];
        StateNetwork network = StateNetwork.OfAlignment(2000, rows, Scale, TieRule.OfAlignment);
        var drawn = network.Resamples(400, 3).ToList();
        Assert.All(drawn, d => Assert.Contains(new SignedEdge(0, 1, 1), d));
        double share = drawn.Count(d => d.Contains(new SignedEdge(0, 2, 1))) / 400.0;
        // log(.66/.34) − log(.65/.35) = .0443 latent units, less 1.645 × .01: 2.79 deviations.
        Assert.InRange(share, 0.98, 1);
        Assert.Equal(drawn.Select(d => d.Count), network.Resamples(400, 3).Select(d => d.Count));
    }

    [Fact]
    public void OfIndicators_ThatPointOppositeWays_MakeNoTie()
    {
        DyadPanel Panel(StateId x, StateId y, double? alliance, double? dispute)
        {
            var values = new List<KeyValuePair<(string, bool, int), Measurement>>();
            if (alliance is { } a) values.Add(new((Indicators.Alliance.Id, true, 2000), Measurement.Of(a)));
            if (dispute is { } d) values.Add(new((Indicators.DisputeHostility.Id, true, 2000), Measurement.Of(d)));
            return new DyadPanel(new UndirectedDyad(x, y), 2000, 2000, values, []);
        }
        StateNetwork network = StateNetwork.OfIndicators(2000, [Panel(A, B, 3, 0), Panel(A, C, 0, 4), Panel(B, C, 3, 4), Panel(A, D, 0, 0), Panel(B, D, null, null)],
            [.. new[] { Indicators.Alliance, Indicators.DisputeHostility }.Select(i => (i, IndicatorTies.RuleOf(i, [0, 3])))]);
        Assert.Equal(["AAA-BBB 1 alliance", "AAA-CCC -1 dispute_hostility"], network.Ties.Select(t => $"{t.Dyad} {t.Sign} {t.On}"));
        Assert.Equal((2, 2), (network.Untied, network.Unknown));
    }

    [Fact]
    public void RuleOf_Likeness_IsADeviationEitherSideOfTheMean()
    {
        TieRule rule = IndicatorTies.RuleOf(Indicators.VoteAgreement, [0.5, 0.7, 0.9]);
        Assert.Equal((0.5, 0.9), (rule.Below, rule.Above), new PairComparer());
        Assert.Equal(double.NegativeInfinity, IndicatorTies.RuleOf(Indicators.TradeDependence, [0.5, 0.7, 0.9]).Below);
        Assert.Throws<ArgumentException>(() => TieRule.Checked(new TieRule(60, 40)));
    }

    private sealed class PairComparer : IEqualityComparer<(double, double)>
    {
        public bool Equals((double, double) x, (double, double) y) => Math.Abs(x.Item1 - y.Item1) < 1e-9 && Math.Abs(x.Item2 - y.Item2) < 1e-9;

        public int GetHashCode((double, double) obj) => 0;
    }
}
