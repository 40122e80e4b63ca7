using System.Collections.Immutable;
using Entente.Record;

namespace Entente.Measures;

/// <summary>
/// The first alignment score: each indicator is put on a fixed 0–100 scale (0 hostile, 50 no tie either way, 100 allied), a dimension
/// is the weighted mean of its indicators present, overall is the mean of the dimensions present. Anchors and weights: docs/methods.md.
/// </summary>
/// <remarks>Pure and thread-safe. A missing indicator is left out and shown; it is never zero.</remarks>
public static class AlignmentScorer
{
    /// <summary>Method and version, as stored with every score.</summary>
    public const string Method = "anchored-mean@1";

    /// <summary>Years for which the last known value may stand in for a missing one.</summary>
    public const int CarryYears = 5;

    // Two-sided 90 % points of Student's t for 1 to 9 degrees of freedom (NIST/SEMATECH e-Handbook, 1.3.6.7.2).
    private static readonly double[] T90 = [6.314, 2.920, 2.353, 2.132, 2.015, 1.943, 1.895, 1.860, 1.833];

    /// <summary>Overall first, then one alignment per dimension in the order of <see cref="Dimension"/>.</summary>
    public static ImmutableArray<Alignment> Score(DyadPanel panel, int year)
    {
        ArgumentNullException.ThrowIfNull(panel);
        Alignment[] dimensions = [.. Enum.GetValues<Dimension>().Select(d => OfDimension(panel, d, year))];
        return [Overall(dimensions, year), .. dimensions];
    }

    /// <summary>Overall for every year of the panel up to a last one, oldest first.</summary>
    public static ImmutableArray<Alignment> Series(DyadPanel panel, int lastYear)
    {
        ArgumentNullException.ThrowIfNull(panel);
        int last = Math.Min(lastYear, panel.LastYear);
        return [.. Enumerable.Range(panel.FirstYear, Math.Max(0, last - panel.FirstYear + 1)).Select(y => Score(panel, y)[0])];
    }

    private static Alignment OfDimension(DyadPanel panel, Dimension dimension, int year)
    {
        ImmutableArray<AlignmentInput> inputs = [.. Indicators.All.Where(i => i.Dimension == dimension).Select(i => Input(panel, i, year))];
        AlignmentInput[] present = [.. inputs.Where(i => i.Points.HasValue)];
        if (present.Length == 0)
        {
            Unknown reason = inputs.Select(i => i.Raw.Reason).FirstOrDefault(r => r is not null) ?? Unknown.NotReported;
            return new Alignment(dimension, year, Measurement.Missing(reason), null, null, inputs, Method);
        }
        double weight = present.Sum(i => i.Weight);
        double score = present.Sum(i => i.Weight * i.Points!.Value) / weight;
        double half = HalfWidth([.. present.Select(i => i.Points!.Value)], score, 1 - weight / inputs.Sum(i => i.Weight),
            present.Max(i => year - i.SourceYear!.Value));
        return new Alignment(dimension, year, Measurement.Of(score), Math.Max(0, score - half), Math.Min(100, score + half), inputs, Method);
    }

    private static Alignment Overall(Alignment[] dimensions, int year)
    {
        ImmutableArray<AlignmentInput> inputs = [.. dimensions.SelectMany(d => d.Inputs)];
        Alignment[] known = [.. dimensions.Where(d => d.Score.IsKnown)];
        if (known.Length == 0) return new Alignment(null, year, dimensions[0].Score, null, null, inputs, Method);
        double score = known.Average(d => d.Score.Value);
        double missing = inputs.Count(i => !i.Points.HasValue) / (double)inputs.Length;
        int stale = inputs.Max(i => i.SourceYear is { } from ? year - from : 0);
        double half = HalfWidth([.. known.Select(d => d.Score.Value)], score, missing, stale);
        return new Alignment(null, year, Measurement.Of(score), Math.Max(0, score - half), Math.Min(100, score + half), inputs, Method);
    }

    // Disagreement of the inputs as a t interval of their mean; one input alone says nothing of its own error, so it gets 25 points.
    // Missing weight and age widen it: 30 points where all is missing, 2 points a year of age. The share inside is measured, not assumed.
    private static double HalfWidth(double[] points, double mean, double missingShare, int staleYears)
    {
        double spread = 25;
        if (points.Length > 1)
        {
            double variance = points.Sum(p => (p - mean) * (p - mean)) / (points.Length - 1);
            spread = Math.Min(40, T90[Math.Min(points.Length - 2, T90.Length - 1)] * Math.Sqrt(variance / points.Length));
        }
        double missing = 30 * missingShare, stale = 2 * staleYears;
        return Math.Sqrt(spread * spread + missing * missing + stale * stale);
    }

    private static AlignmentInput Input(DyadPanel panel, Indicator indicator, int year)
    {
        double weight = Anchors.Weight(indicator);
        Measurement now = Read(panel, indicator, year);
        // Episodic indicators are what the year says they are; only slow ones are carried.
        int reach = Anchors.IsSlow(indicator) ? CarryYears : 0;
        for (int back = 0; back <= reach; back++)
        {
            Measurement value = back == 0 ? now : Read(panel, indicator, year - back);
            if (value.IsKnown && Anchors.Points(indicator, value.Value) is { } points)
                return new AlignmentInput(indicator, value, year - back, points, weight);
        }
        return new AlignmentInput(indicator, now.IsKnown ? Measurement.Missing(Unknown.Undefined) : now, null, null, weight);
    }

    // A directed indicator enters by the smaller dependence (trade), the sum (arms, visits) or the larger (sanctions); asymmetry is shown apart.
    private static Measurement Read(DyadPanel panel, Indicator indicator, int year)
    {
        if (!indicator.Directed) return panel[indicator, year];
        Measurement forward = panel[indicator, panel.Dyad.First, year], backward = panel[indicator, panel.Dyad.Second, year];
        if (!forward.IsKnown && !backward.IsKnown) return forward;
        double a = forward.ValueOrNull ?? backward.Value, b = backward.ValueOrNull ?? forward.Value;
        if (indicator == Indicators.TradeDependence) return Measurement.Of(Math.Min(a, b));
        if (indicator == Indicators.Sanctions) return Measurement.Of(Math.Max(a, b));
        return Measurement.Of((forward.ValueOrNull ?? 0) + (backward.ValueOrNull ?? 0));
    }
}
