using System.Collections.Immutable;
using Entente.Measures.Factors;
using Entente.Record;

namespace Entente.Measures;

/// <summary>How an item's values are centred and scaled before the model sees them; an ordinal item's are left alone.</summary>
/// <param name="Means">Mean of each year from the model's first; the same number throughout where the item is not centred by year.</param>
/// <param name="Deviation">Standard deviation about them.</param>
/// <param name="Knots">Standardised values at even steps of rank, rising, where the item counts by rank; else empty.</param>
public sealed record ItemStandard(ImmutableArray<double> Means, double Deviation, ImmutableArray<double> Knots)
{
    /// <summary>Steps of rank; a value between two knots lies between their normal scores.</summary>
    public const int Steps = 64;

    private readonly ImmutableArray<(double Value, double Score)> _scores = Scores(Knots);

    /// <summary>A transformed value as the model sees it.</summary>
    public double Of(double transformed, int year)
    {
        if (Deviation <= 0) return transformed;
        double v = (transformed - Means[year]) / Deviation;
        if (_scores.IsEmpty || double.IsNaN(v)) return v;
        if (v <= _scores[0].Value) return _scores[0].Score;
        for (int i = 1; i < _scores.Length; i++)
            if (v <= _scores[i].Value)
                return _scores[i - 1].Score + ((_scores[i].Score - _scores[i - 1].Score) * (v - _scores[i - 1].Value) / (_scores[i].Value - _scores[i - 1].Value));
        return _scores[^1].Score;
    }

    // Values held by several steps of rank, as that of no trade, have the mean of their scores.
    private static ImmutableArray<(double Value, double Score)> Scores(ImmutableArray<double> knots) =>
        [.. knots.Select((value, i) => (Value: value, Score: NormalScore((i + 0.5) / knots.Length))).GroupBy(k => k.Value).Select(g => (g.Key, g.Average(k => k.Score)))];

    // The inverse of the standard normal distribution function, by Newton steps from the logistic approximation.
    private static double NormalScore(double p)
    {
        double z = Math.Log(p / (1 - p)) / 1.702;
        for (int i = 0; i < 30; i++) z -= (Normal(z) - p) / Math.Max(1e-6, Math.Exp(-z * z / 2) / Math.Sqrt(2 * Math.PI));
        return z;
    }

    // By the series of the error function about 0, which converges for all |z| that ranks give.
    private static double Normal(double z)
    {
        double term = z, sum = z;
        for (int k = 1; k < 80; k++)
        {
            term *= -z * z / (2 * k);
            sum += term / ((2 * k) + 1);
        }
        return 0.5 + (sum / Math.Sqrt(2 * Math.PI));
    }
}

/// <summary>The alignment model as learned: items, parameters, standards and scale. Immutable.</summary>
/// <param name="FirstYear">First year of the model.</param>
/// <param name="LastYear">Last.</param>
/// <param name="Factors">The factor model over <see cref="AlignmentItems.All"/>.</param>
/// <param name="Standards">Standards of the items, in the same order.</param>
/// <param name="Scale">From latent units to 0–100.</param>
public sealed record AlignmentModel(int FirstYear, int LastYear, FactorModel Factors, ImmutableArray<ItemStandard> Standards, AlignmentScale Scale)
{
    /// <summary>Method and version, as stored with every score.</summary>
    public const string Method = "dynamic-factor@2";

    /// <summary>Passes of the smoother for a score; more change no score by a tenth of a point.</summary>
    public const int Passes = 10;

    /// <summary>First year any score is given for.</summary>
    public const int Beginning = 1946;

    /// <summary>Transformed values of a dyad, year after year, not yet standardised; not a number where unknown.</summary>
    public static float[] Transformed(DyadPanel panel, int firstYear, int lastYear)
    {
        ArgumentNullException.ThrowIfNull(panel);
        int items = AlignmentItems.All.Length;
        var values = new float[(lastYear - firstYear + 1) * items];
        for (int year = firstYear; year <= lastYear; year++)
            for (int j = 0; j < items; j++)
            {
                Measurement raw = year >= panel.FirstYear && year <= panel.LastYear ? AlignmentItems.All[j].Raw(panel, year) : Measurement.Missing(Unknown.OutsideCoverage);
                values[((year - firstYear) * items) + j] = raw.IsKnown ? (float)AlignmentItems.All[j].Transform(raw.Value) : float.NaN;
            }
        return values;
    }

    /// <summary>The series of a dyad up to a year, from its first to its last year with a value; null when there is none.</summary>
    /// <remarks>Nothing of a later year enters.</remarks>
    public FactorSeries? Series(DyadPanel panel, int lastYear) =>
        Standardise(Transformed(panel, FirstYear, Math.Min(lastYear, LastYear)), FirstYear, Standards);

    /// <summary>Standardises transformed values and cuts off the years before the first and after the last value.</summary>
    public static FactorSeries? Standardise(ReadOnlySpan<float> transformed, int firstYear, ImmutableArray<ItemStandard> standards)
    {
        int items = standards.Length, years = transformed.Length / items, from = 0, to = years - 1;
        while (from <= to && Empty(transformed.Slice(from * items, items))) from++;
        while (to >= from && Empty(transformed.Slice(to * items, items))) to--;
        if (from > to) return null;
        var values = new float[(to - from + 1) * items];
        for (int t = from; t <= to; t++)
            for (int j = 0; j < items; j++)
            {
                float v = transformed[(t * items) + j];
                values[((t - from) * items) + j] = (float)standards[j].Of(v, t);
            }
        return new FactorSeries(firstYear + from, to - from + 1, values);

        static bool Empty(ReadOnlySpan<float> row)
        {
            foreach (float v in row)
                if (!float.IsNaN(v)) return false;
            return true;
        }
    }
}
