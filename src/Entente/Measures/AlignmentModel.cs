using System.Collections.Immutable;
using Entente.Measures.Factors;
using Entente.Record;

namespace Entente.Measures;

/// <summary>How an item's values are centred and scaled before the model sees them; an ordinal item's are left alone.</summary>
/// <param name="Means">Mean of each year from the model's first; the same number throughout where the item is not centred by year.</param>
/// <param name="Deviation">Standard deviation about them.</param>
public sealed record ItemStandard(ImmutableArray<double> Means, double Deviation);

/// <summary>The alignment model as learned: items, parameters, standards and scale. Immutable.</summary>
/// <param name="FirstYear">First year of the model.</param>
/// <param name="LastYear">Last.</param>
/// <param name="Factors">The factor model over <see cref="AlignmentItems.All"/>.</param>
/// <param name="Standards">Standards of the items, in the same order.</param>
/// <param name="Scale">From latent units to 0–100.</param>
public sealed record AlignmentModel(int FirstYear, int LastYear, FactorModel Factors, ImmutableArray<ItemStandard> Standards, AlignmentScale Scale)
{
    /// <summary>Method and version, as stored with every score.</summary>
    public const string Method = "dynamic-factor@1";

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
                values[((t - from) * items) + j] = standards[j].Deviation > 0 ? (float)((v - standards[j].Means[t]) / standards[j].Deviation) : v;
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
