namespace Entente.Scenarios.Forecasts;

/// <summary>Scores of one forecast.</summary>
/// <param name="Kind">Kind of the dyad at the origin.</param>
/// <param name="Horizon">Years ahead.</param>
/// <param name="Crps">Continuous ranked probability score.</param>
/// <param name="LogScore">Logarithm of the probability of the whole point observed.</param>
/// <param name="Transform">Probability integral transform.</param>
/// <param name="MedianError">Absolute error of the median.</param>
/// <param name="FallProbability">Probability given to a fall of more than five points.</param>
/// <param name="Fell">Whether it fell by more than five points.</param>
public readonly record struct ForecastScore(DyadKind Kind, int Horizon, double Crps, double LogScore, double Transform, double MedianError, double FallProbability, bool Fell);

/// <summary>Mean scores of forecasts of one horizon and kind of dyad. CRPS in points of alignment, lower is better; log scores higher.</summary>
/// <param name="Horizon">Years ahead.</param>
/// <param name="Kind">Kind of dyad; null for all.</param>
/// <param name="N">Forecasts.</param>
/// <param name="Crps">The model.</param>
/// <param name="RandomWalk">The empirical random walk.</param>
/// <param name="NoChange">No change: a single number, so that its CRPS is its absolute error.</param>
/// <param name="Trend">The trend of ten years with its past errors.</param>
/// <param name="Climatology">The dyad's own past.</param>
/// <param name="LogScore">The model.</param>
/// <param name="LogScoreRandomWalk">The empirical random walk.</param>
/// <param name="MedianError">Mean absolute error of the model's median.</param>
/// <param name="Inside50">Share inside the central 50 % interval.</param>
/// <param name="Inside90">Share inside the central 90 % interval.</param>
public sealed record SkillRow(int Horizon, DyadKind? Kind, long N, double Crps, double RandomWalk, double NoChange, double Trend, double Climatology,
    double LogScore, double LogScoreRandomWalk, double MedianError, double Inside50, double Inside90)
{
    /// <summary>One less the ratio to the empirical random walk: above 0 where the model is better.</summary>
    public double Skill => 1 - (Crps / RandomWalk);
}

/// <summary>How well probabilities of a fall of more than five points were kept, at one horizon.</summary>
/// <param name="Horizon">Years ahead.</param>
/// <param name="Brier">Brier score.</param>
/// <param name="Reliability">Its reliability part: 0 is best.</param>
/// <param name="Resolution">Its resolution part: more is better.</param>
/// <param name="Uncertainty">Its uncertainty part: the same for any forecast.</param>
/// <param name="Bins">By tenths of the probability given: mean probability, share that fell, forecasts.</param>
public sealed record FallReliability(int Horizon, double Brier, double Reliability, double Resolution, double Uncertainty, IReadOnlyList<(double Probability, double Fell, long N)> Bins);

/// <summary>Scores added up over a backtest.</summary>
public sealed class BacktestSummary
{
    private const int Kinds = 6, AllKinds = 5, Values = 10, Bins = 20;

    private readonly double[,,] _sum = new double[RollingForecaster.Horizons, Kinds, Values];
    private readonly long[,] _n = new long[RollingForecaster.Horizons, Kinds];
    private readonly long[,] _pit = new long[RollingForecaster.Horizons, Bins];
    private readonly double[,,] _falls = new double[RollingForecaster.Horizons, 10, 4];

    /// <summary>Forecasts scored.</summary>
    public long Count { get; private set; }

    internal void Add(ForecastScore score, bool in50, bool in90, double walk, double walkLog, double noChange, double trend, double climate)
    {
        Count++;
        int h = score.Horizon - 1;
        ReadOnlySpan<double> values = [score.Crps, walk, noChange, trend, climate, score.LogScore, walkLog, score.MedianError, in50 ? 1 : 0, in90 ? 1 : 0];
        foreach (int kind in (ReadOnlySpan<int>)[(int)score.Kind, AllKinds])
        {
            _n[h, kind]++;
            for (int v = 0; v < values.Length; v++) _sum[h, kind, v] += values[v];
        }
        _pit[h, Math.Clamp((int)(score.Transform * Bins), 0, Bins - 1)]++;
        int bin = Math.Clamp((int)(score.FallProbability * 10), 0, 9);
        double fell = score.Fell ? 1 : 0;
        _falls[h, bin, 0]++;
        _falls[h, bin, 1] += score.FallProbability;
        _falls[h, bin, 2] += fell;
        _falls[h, bin, 3] += Math.Pow(score.FallProbability - fell, 2);
    }

    /// <summary>Skill by horizon and kind, all kinds last; what has no forecasts is left out.</summary>
    public IReadOnlyList<SkillRow> Skill => [.. from h in Enumerable.Range(0, RollingForecaster.Horizons)
        from k in Enumerable.Range(0, Kinds)
        where _n[h, k] > 0
        select Row(h, k)];

    /// <summary>Shares of the probability integral transform in twenty equal bins, by horizon: .05 each where forecasts are calibrated.</summary>
    public IReadOnlyList<double[]> Transforms => [.. Enumerable.Range(0, RollingForecaster.Horizons).Select(h =>
        (double[])[.. Enumerable.Range(0, Bins).Select(b => _pit[h, b] / (double)Math.Max(1, _n[h, AllKinds]))])];

    /// <summary>Reliability of the probability of a fall of more than five points, by horizon.</summary>
    public IReadOnlyList<FallReliability> Falls => [.. Enumerable.Range(0, RollingForecaster.Horizons).Where(h => _n[h, AllKinds] > 0).Select(h =>
    {
        double n = _n[h, AllKinds], rate = Enumerable.Range(0, 10).Sum(b => _falls[h, b, 2]) / n, reliability = 0, resolution = 0;
        var bins = new List<(double, double, long)>();
        for (int b = 0; b < 10; b++)
        {
            double count = _falls[h, b, 0];
            if (count == 0) continue;
            (double given, double came) = (_falls[h, b, 1] / count, _falls[h, b, 2] / count);
            reliability += count / n * (given - came) * (given - came);
            resolution += count / n * (came - rate) * (came - rate);
            bins.Add((given, came, (long)count));
        }
        return new FallReliability(h + 1, Enumerable.Range(0, 10).Sum(b => _falls[h, b, 3]) / n, reliability, resolution, rate * (1 - rate), bins);
    })];

    private SkillRow Row(int h, int k)
    {
        double Mean(int value) => _sum[h, k, value] / _n[h, k];
        return new SkillRow(h + 1, k == AllKinds ? null : (DyadKind)k, _n[h, k], Mean(0), Mean(1), Mean(2), Mean(3), Mean(4), Mean(5), Mean(6), Mean(7), Mean(8), Mean(9));
    }
}
