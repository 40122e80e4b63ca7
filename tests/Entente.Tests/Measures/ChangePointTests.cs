using CsCheck;
using Entente.Measures.ChangePoints;

namespace Entente.Tests.Measures;

public class ChangePointTests
{
    private static readonly double[] Step = [.. Enumerable.Range(0, 100).Select(i => (i < 40 ? 0.0 : i < 70 ? 4 : -1) + (0.3 * Math.Sin(i * 7.3)))];

    [Theory]
    [InlineData(ChangePointMethod.Pelt, 39, 69)]
    [InlineData(ChangePointMethod.BinarySegmentation, 39, 69)]
    [InlineData(ChangePointMethod.Bocpd, 40, 70)]
    [InlineData(ChangePointMethod.EDivisive, 40, 70)]
    public void Find_OfTwoSteps_GivesTheLastBeforeOrTheFirstAfter(ChangePointMethod method, int first, int second) =>
        Assert.Equal([first, second], ChangePointFinder.Find(Step, method));

    [Theory]
    [InlineData(ChangePointMethod.Pelt)]
    [InlineData(ChangePointMethod.BinarySegmentation)]
    [InlineData(ChangePointMethod.Bocpd)]
    [InlineData(ChangePointMethod.EDivisive)]
    public void Find_OfConstantShortOrNoSeries_FindsNothing(ChangePointMethod method)
    {
        foreach (double[] series in new double[][] { [], [1], [1, 1], [5, 5, 5, 5, 5, 5] }) Assert.Empty(ChangePointFinder.Find(series, method));
        Assert.All(ChangePointFinder.Find([1, 2], method), i => Assert.InRange(i, 0, 1));
    }

    [Fact]
    public void Find_OfANumberThatIsNone_Throws() => Assert.Throws<ArgumentException>(() => ChangePointFinder.Find([1, double.NaN, 2], ChangePointMethod.Pelt));

    [Fact]
    public void Pelt_OfAnySeries_IsTheRecursionWrittenOut() => Gen.Double[-3, 3].Array[2, 60].Sample(series =>
    {
        if (StandardScores.Of(series) is not { } x) return;
        // F(t) = min over unpruned s of F(s) + RSS + ln(length) + 3 ln n, F(0) = −3 ln n, straight from the definition.
        double penalty = 3 * Math.Log(x.Length);
        double[] best = new double[x.Length + 1];
        var last = new int[x.Length + 1];
        best[0] = -penalty;
        var alive = new List<int> { 0 };
        for (int t = 1; t <= x.Length; t++)
        {
            double Value(int s) => best[s] + x[s..t].Sum(v => Math.Pow(v - x[s..t].Average(), 2)) + Math.Log(t - s) + penalty;
            last[t] = alive.MinBy(Value);
            best[t] = Value(last[t]);
            if (t > 1) alive.RemoveAll(s => Value(s) > best[t] + penalty + 1e-9);
            alive.Add(t);
        }
        var expected = new List<int>();
        for (int t = last[x.Length]; t > 0; t = last[t]) expected.Insert(0, t - 1);
        Assert.Equal(expected, Pelt.Find(x));
    });

    [Fact]
    public void Probabilities_OfASeries_AreThoseOfEverySegmentationSummed() => Gen.Double[-2, 2].Array[2, 9].Sample(series =>
    {
        if (StandardScores.Of(series) is not { } x) return;
        double[] expected = new double[x.Length];
        double all = 0;
        for (int mask = 0; mask < 1 << (x.Length - 1); mask++)
        {
            double p = 1;
            for (int from = 0, to = 1; to <= x.Length; to++)
            {
                if (to < x.Length && (mask >> (to - 1) & 1) == 0)
                {
                    p *= 0.99;
                    continue;
                }
                p *= Evidence(x[from..to]) * (to < x.Length ? 0.01 : 1);
                from = to;
            }
            all += p;
            for (int i = 1; i < x.Length; i++) expected[i] += (mask >> (i - 1) & 1) == 1 ? p : 0;
        }
        double[] found = ChangePointFinder.Probabilities(series);
        for (int i = 0; i < x.Length; i++) Assert.Equal(expected[i] / all, found[i], 1e-9);
    });

    [Fact]
    public void Probabilities_OfTwoSteps_PeakThere()
    {
        double[] p = ChangePointFinder.Probabilities(Step);
        Assert.True(p[40] > 0.9 && p[70] > 0.9);
        Assert.True(p.Sum() < 3);
    }

    [Fact]
    public void EDivisive_OfTheSameSeed_IsTheSame()
    {
        var options = new ChangePointOptions { ShortestSegment = 5, Seed = 9 };
        Assert.Equal(ChangePointFinder.Find(Step, ChangePointMethod.EDivisive, options), ChangePointFinder.Find(Step, ChangePointMethod.EDivisive, options));
    }

    // Normal-gamma evidence by the chain of predictive Student densities, not by the closed form.
    private static double Evidence(double[] x)
    {
        double a = 1, b = 1, k = 1, m = 0, p = 1;
        foreach (double v in x)
        {
            double nu = 2 * a, scale = b * (k + 1) / (a * k);
            p *= Math.Exp(LogGamma((nu + 1) / 2) - LogGamma(nu / 2)) / Math.Sqrt(nu * Math.PI * scale) * Math.Pow(1 + ((v - m) * (v - m) / (nu * scale)), -(nu + 1) / 2);
            b += k * (v - m) * (v - m) / (2 * (k + 1));
            m = ((k * m) + v) / (k + 1);
            k++;
            a += 0.5;
        }
        return p;
    }

    private static double LogGamma(double halves)
    {
        double log = halves % 1 == 0 ? 0 : Math.Log(Math.Sqrt(Math.PI));
        for (double v = halves % 1 == 0 ? 1 : 0.5; v < halves; v++) log += Math.Log(v);
        return log;
    }
}
