using System.Runtime.Intrinsics;
using Entente.Measures;
using Entente.Measures.IdealPoints;
using Entente.Record;

namespace Entente.Tests.Measures;

public class IdealPointTests
{
    private static readonly IdealPointOptions Quick = new() { Iterations = 200, BurnIn = 50, Threads = 1 };

    // Tables of the normal distribution (Abramowitz and Stegun 1964, 26.2).
    [Theory]
    [InlineData(0, 0.5)]
    [InlineData(1, 0.841344746068543)]
    [InlineData(-1.96, 0.0249978951482204)]
    [InlineData(-5, 2.866515718791939e-07)]
    [InlineData(-10, 7.619853024160525e-24)]
    [InlineData(-20, 2.753624118606233e-89)]
    public void Cdf_OfTabledPoints_HoldsInTheTailToo(double x, double p)
    {
        Assert.Equal(1, NormalLanes.Cdf(x) / p, x < -5 ? 1e-6 : 1e-9);
        Assert.Equal(x, NormalLanes.Quantile(p), 1e-6 * Math.Max(1, Math.Abs(x)));
    }

    [Fact]
    public void Uniforms_InLanes_AreTheSameAsOneByOne()
    {
        var random = new CounterRandom(7, 3, 11);
        Vector256<double> four = random.Uniforms(5);
        for (int i = 0; i < 4; i++) Assert.Equal(random.Uniform(5 + i), four[i]);
        Assert.NotEqual(random.Uniform(5), new CounterRandom(7, 4, 11).Uniform(5));
    }

    [Fact]
    public void Uniform_OverAStream_HasTheMomentsOfOne()
    {
        var random = new CounterRandom(1, 0, 0);
        double[] draws = [.. Enumerable.Range(0, 20_000).Select(random.Uniform)];
        Assert.Equal(0.5, draws.Average(), 0.01);
        Assert.Equal(1.0 / 12, draws.Select(d => (d - 0.5) * (d - 0.5)).Average(), 0.002);
    }

    [Fact]
    public void Draws_OfTailAndBand_LieBetweenTheirCuts()
    {
        double[] means = [.. Enumerable.Range(0, 400).Select(i => (i - 200) / 20.0)], low = [.. means], band = [.. means], high = [.. means];
        var random = new CounterRandom(1, 0, 0);
        LatentVotes.DrawTail(low, 1, -0.5, random, 0);
        LatentVotes.DrawBand(band, -0.5, 0.5, random, 0);
        LatentVotes.DrawTail(high, -1, 0.5, random, 0);
        Assert.All(low, y => Assert.InRange(y, -9, -0.5));
        Assert.All(band, y => Assert.InRange(y, -0.5001, 0.5001));
        Assert.All(high, y => Assert.InRange(y, 0.5, 9));
    }

    [Fact]
    public void LogRatio_OfCutPoints_IsTheLikelihoods()
    {
        double[] means = [0.3, -1.2, 2, 0.1];
        double expected = means.Take(3).Sum(m => Math.Log(NormalLanes.Cdf(0.7 - m) / NormalLanes.Cdf(0.5 - m)));
        Assert.Equal(expected, LatentVotes.TailLogRatio(means, 3, 1, 0.5, 0.7), 1e-9);
        expected = means.Take(2).Sum(m => Math.Log((NormalLanes.Cdf(1 - m) - NormalLanes.Cdf(-m)) / (NormalLanes.Cdf(0.8 - m) - NormalLanes.Cdf(-0.1 - m))));
        Assert.Equal(expected, LatentVotes.BandLogRatio(means, 2, (-0.1, 0.8), (0, 1)), 1e-6);
    }

    [Fact]
    public void Fit_OfTwoCamps_PutsAmericaRightAndOrdersTheRest()
    {
        IdealPointFit fit = IdealPointModel.Fit(TwoCamps(3), [], Quick, cancellation: TestContext.Current.CancellationToken);
        foreach (int session in new[] { 1, 2, 3 })
        {
            double Of(int ccode) => fit.Points.Single(p => p.Ccode == ccode && p.Session == session).Mean;
            Assert.True(Of(2) > Of(380) && Of(380) > Of(365));
        }
        Assert.All(fit.Points, p => Assert.True(p.Q5 < p.Q50 && p.Q50 < p.Q95));
        Assert.Equal(0, fit.Points.Average(p => p.Mean), 0.05);
        Assert.True(fit.IsUnbridged);
    }

    [Fact]
    public void Fit_OnOneAndFourThreads_IsTheSameToTheLastBit()
    {
        RollCall[] calls = TwoCamps(4);
        MatchedResolutions[] pairs = [new(1001, 2001), new(2001, 3001)];
        IdealPointFit one = IdealPointModel.Fit(calls, pairs, Quick, cancellation: TestContext.Current.CancellationToken), four = IdealPointModel.Fit(calls, pairs, Quick with { Threads = 4 }, cancellation: TestContext.Current.CancellationToken);
        Assert.Equal(one.Points, four.Points);
        Assert.NotEqual(one.Points, IdealPointModel.Fit(calls, pairs, Quick with { Seed = 2 }, cancellation: TestContext.Current.CancellationToken).Points);
    }

    [Fact]
    public void Fit_LeavesOutUnanimousVotesAndSession19()
    {
        RollCall[] calls = [.. TwoCamps(2), .. TwoCamps(1).Select(c => c with { Id = c.Id + 50_000, Session = 19 }), new RollCall(9999, 2, new DateOnly(1947, 1, 1), [new CastVote(2, VoteChoice.Yes), new CastVote(365, VoteChoice.Yes)])];
        IdealPointFit fit = IdealPointModel.Fit(calls, [], Quick, cancellation: TestContext.Current.CancellationToken);
        Assert.Equal(40, fit.RollCalls);
        Assert.DoesNotContain(fit.Points, p => p.Session == 19);
    }

    [Fact]
    public void Fit_OfNothing_SaysSo() => Assert.Throws<ArgumentException>(() => IdealPointModel.Fit([], [], Quick, cancellation: TestContext.Current.CancellationToken));

    [Fact]
    public void Bridges_OfAChain_LeadToItsEarliest()
    {
        var order = new Dictionary<int, int> { [30] = 2, [10] = 0, [20] = 1, [40] = 3 };
        Dictionary<int, int> earliest = ResolutionBridges.Earliest(order, [new(20, 30), new(10, 20), new(30, 40), new(40, 77)]);
        Assert.All(new[] { 10, 20, 30, 40 }, id => Assert.Equal(10, earliest[id]));
        Assert.False(earliest.ContainsKey(77));
    }

    // Twenty roll calls a session; states 2, 20, 200 on one side, 365, 290 on the other, 380 between and abstaining.
    private static RollCall[] TwoCamps(int sessions)
    {
        var random = new Random(1);
        var calls = new List<RollCall>();
        for (int session = 1; session <= sessions; session++)
            for (int k = 0; k < 20; k++)
            {
                VoteChoice Of(double position) => position + (random.NextDouble() * 2) - 1 is var x && x > 0.7 ? VoteChoice.No : x < -0.7 ? VoteChoice.Yes : VoteChoice.Abstain;
                calls.Add(new RollCall((session * 1000) + k, session, new DateOnly(1945 + session, 10, 1),
                    [new(2, VoteChoice.No), new(20, Of(1)), new(200, Of(1.2)), new(290, Of(-1)), new(365, VoteChoice.Yes), new(380, Of(0))]));
            }
        return [.. calls];
    }
}
