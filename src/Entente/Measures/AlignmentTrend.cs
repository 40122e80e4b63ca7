using Entente.Record;

namespace Entente.Measures;

/// <summary>
/// Change of the overall score between two years, from the indicators known in both: what came into or went out of the record between
/// them is no change. Immutable.
/// </summary>
/// <param name="FromYear">First of the two years.</param>
/// <param name="ToYear">Second.</param>
/// <param name="Change">Points gained; or why there is no comparison.</param>
/// <param name="Low">Lower end of the 90 % interval; null without a change, or with one indicator only.</param>
/// <param name="High">Upper end of the 90 % interval; null without a change, or with one indicator only.</param>
/// <param name="Indicators">How many indicators were compared.</param>
public sealed record AlignmentTrend(int FromYear, int ToYear, Measurement Change, double? Low, double? High, int Indicators)
{
    // Two-sided 90 % points of Student's t for 1 to 11 degrees of freedom (NIST/SEMATECH e-Handbook, 1.3.6.7.2).
    private static readonly double[] T90 = [6.314, 2.920, 2.353, 2.132, 2.015, 1.943, 1.895, 1.860, 1.833, 1.812, 1.796];

    /// <summary>Whether the interval leaves out zero; otherwise there is no clear trend.</summary>
    public bool IsClear => Low > 0 || High < 0;

    /// <summary>Compares a year with the one so many years before it.</summary>
    /// <param name="panel">The dyad.</param>
    /// <param name="toYear">The later year.</param>
    /// <param name="years">Distance, above zero; 5 and 10 are usual.</param>
    /// <exception cref="ArgumentOutOfRangeException">The distance is not above zero.</exception>
    public static AlignmentTrend Of(DyadPanel panel, int toYear, int years)
    {
        ArgumentOutOfRangeException.ThrowIfNegativeOrZero(years);
        int fromYear = toYear - years;
        // A value carried forward from before the first year would be compared with itself.
        (Indicator Indicator, double Weight, double Change)[] pairs =
        [
            .. from then in AlignmentScorer.Score(panel, fromYear)[0].Inputs
               join now in AlignmentScorer.Score(panel, toYear)[0].Inputs on then.Indicator equals now.Indicator
               where then.Points.HasValue && now.Points.HasValue && now.SourceYear > fromYear
               select (then.Indicator, now.Weight, now.Points!.Value - then.Points!.Value),
        ];
        if (pairs.Length == 0) return new AlignmentTrend(fromYear, toYear, Measurement.Missing(Unknown.NotReported), null, null, 0);
        // The weights of the overall score: equal between dimensions, the indicator's own within one.
        double[] shares = [.. pairs.Select(p => p.Weight / pairs.Where(o => o.Indicator.Dimension == p.Indicator.Dimension).Sum(o => o.Weight))];
        double total = shares.Sum();
        double change = pairs.Zip(shares, (p, s) => p.Change * s).Sum() / total;
        if (pairs.Length == 1) return new AlignmentTrend(fromYear, toYear, Measurement.Of(change), null, null, 1);
        int n = pairs.Length;
        double squares = pairs.Zip(shares, (p, s) => s / total * (s / total) * (p.Change - change) * (p.Change - change)).Sum();
        double half = T90[Math.Min(n - 2, T90.Length - 1)] * Math.Sqrt(squares * n / (n - 1));
        return new AlignmentTrend(fromYear, toYear, Measurement.Of(change), change - half, change + half, n);
    }
}
