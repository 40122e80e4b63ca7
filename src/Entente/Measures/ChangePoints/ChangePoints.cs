namespace Entente.Measures.ChangePoints;

/// <summary>Ways to find where a series changes.</summary>
public enum ChangePointMethod
{
    /// <summary>Pruned exact linear time (Killick, Fearnhead and Eckley 2012): changes of mean, normal cost, MBIC.</summary>
    Pelt,

    /// <summary>Binary segmentation (Scott and Knott 1974), with the same cost and penalty.</summary>
    BinarySegmentation,

    /// <summary>Bayesian change points of Adams and MacKay (2007): normal-gamma segments, constant hazard; the most probable set of changes.</summary>
    Bocpd,

    /// <summary>E-divisive (Matteson and James 2014): energy statistics with a permutation test.</summary>
    EDivisive,
}

/// <summary>Settings; the defaults are those under which the methods were compared by van den Burg and Williams (2020).</summary>
public sealed record ChangePointOptions
{
    /// <summary>Changes at most, binary segmentation. Default 5, as in R's changepoint.</summary>
    public int MostChanges { get; init; } = 5;

    /// <summary>Mean length of a segment that BOCPD expects; the hazard is its inverse. Default 100.</summary>
    public double ExpectedLength { get; init; } = 100;

    /// <summary>Shortest segment of e-divisive. Default 30, as in R's ecp; yearly series need less.</summary>
    public int ShortestSegment { get; init; } = 30;

    /// <summary>Level of e-divisive's test. Default 0.05.</summary>
    public double Significance { get; init; } = 0.05;

    /// <summary>Permutations of e-divisive's test. Default 199.</summary>
    public int Permutations { get; init; } = 199;

    /// <summary>Seed of the permutations. Default 1.</summary>
    public ulong Seed { get; init; } = 1;
}

/// <summary>Finds where a series changes.</summary>
public static class ChangePointFinder
{
    /// <summary>Observations at most: the methods take up to quadratic time.</summary>
    public const int LongestSeries = 20_000;

    /// <summary>
    /// Zero-based locations in order. As each method's reference does, PELT and binary segmentation give the last observation before a change;
    /// BOCPD and e-divisive the first one after it.
    /// </summary>
    /// <param name="series">Observations in order, all finite. Put to mean 0 and sample deviation 1 first; a constant series has no change.</param>
    /// <param name="method">Method.</param>
    /// <param name="options">Settings, or null for the defaults.</param>
    /// <exception cref="ArgumentException">A value is not finite, or there are more than <see cref="LongestSeries"/>.</exception>
    public static int[] Find(ReadOnlySpan<double> series, ChangePointMethod method, ChangePointOptions? options = null)
    {
        options ??= new ChangePointOptions();
        if (series.Length > LongestSeries) throw new ArgumentException($"{series.Length} observations are more than the {LongestSeries} that are taken.", nameof(series));
        if (StandardScores.Of(series) is not { } scores) return [];
        return method switch
        {
            ChangePointMethod.Pelt => Pelt.Find(scores),
            ChangePointMethod.BinarySegmentation => BinarySegmentation.Find(scores, options.MostChanges),
            ChangePointMethod.Bocpd => new ChangePosterior(scores, options.ExpectedLength).MostProbable(),
            ChangePointMethod.EDivisive => EDivisive.Find(scores, options),
            _ => throw new ArgumentOutOfRangeException(nameof(method), method, "No such method."),
        };
    }

    /// <summary>The posterior probability that a new segment begins at each observation, given the whole series (BOCPD's model, smoothed); 0 for the first.</summary>
    /// <param name="series">Observations in order, all finite.</param>
    /// <param name="options">Settings, or null for the defaults.</param>
    /// <exception cref="ArgumentException">A value is not finite, or there are more than <see cref="LongestSeries"/>.</exception>
    public static double[] Probabilities(ReadOnlySpan<double> series, ChangePointOptions? options = null)
    {
        options ??= new ChangePointOptions();
        if (series.Length > LongestSeries) throw new ArgumentException($"{series.Length} observations are more than the {LongestSeries} that are taken.", nameof(series));
        return StandardScores.Of(series) is { } scores ? new ChangePosterior(scores, options.ExpectedLength).Probabilities() : new double[series.Length];
    }
}

/// <summary>A series put to mean 0 and sample deviation 1.</summary>
internal static class StandardScores
{
    /// <summary>The scores, or null when there is no spread to divide by.</summary>
    public static double[]? Of(ReadOnlySpan<double> series)
    {
        double sum = 0, square = 0;
        foreach (double x in series)
        {
            if (!double.IsFinite(x)) throw new ArgumentException("A series must hold finite numbers only; leave missing observations out.", nameof(series));
            sum += x;
        }
        if (series.Length < 2) return null;
        double mean = sum / series.Length;
        foreach (double x in series) square += (x - mean) * (x - mean);
        double deviation = Math.Sqrt(square / (series.Length - 1));
        if (!(deviation > 1e-12 * Math.Max(1, Math.Abs(mean))) || !double.IsFinite(deviation)) return null;
        double[] scores = new double[series.Length];
        for (int i = 0; i < scores.Length; i++) scores[i] = (series[i] - mean) / deviation;
        return scores;
    }
}

/// <summary>Cost of a segment with one mean: residual sum of squares plus the logarithm of its length (normal, MBIC; Zhang and Siegmund 2007).</summary>
internal sealed class MeanCost
{
    private readonly double[] _sum, _square;

    public MeanCost(ReadOnlySpan<double> series)
    {
        (_sum, _square) = (new double[series.Length + 1], new double[series.Length + 1]);
        for (int i = 0; i < series.Length; i++)
        {
            _sum[i + 1] = _sum[i] + series[i];
            _square[i + 1] = _square[i] + (series[i] * series[i]);
        }
        Penalty = 3 * Math.Log(series.Length);
    }

    /// <summary>What a change costs: 3 ln n.</summary>
    public double Penalty { get; }

    /// <summary>Cost of the observations from <paramref name="from"/> up to, not with, <paramref name="to"/>.</summary>
    public double Of(int from, int to)
    {
        double n = to - from, x = _sum[to] - _sum[from];
        return _square[to] - _square[from] - (x * x / n) + Math.Log(n);
    }
}
