namespace Entente.Measures.Factors;

/// <summary>How often a withheld item's values lie inside the interval that the other items predict for them. Immutable.</summary>
/// <param name="Item">The item.</param>
/// <param name="Values">Values predicted.</param>
/// <param name="Inside50">Share inside the central 50 % interval.</param>
/// <param name="Inside90">Share inside the central 90 % interval.</param>
/// <remarks>
/// A category takes up a stretch of the predictive distribution; it counts by the share of that stretch inside the interval (the expected
/// coverage of the randomised probability integral transform; Czado, Gneiting and Held 2009), since an interval of whole categories would
/// hold the commonest one whatever was claimed.
/// </remarks>
public sealed record FactorCoverage(FactorItem Item, long Values, double Inside50, double Inside90)
{
    // Central intervals of a standard normal.
    private const double Half50 = 0.67448975019608171;
    private const double Half90 = 1.6448536269514722;

    /// <summary>Withholds each item in turn from every series and predicts it.</summary>
    /// <param name="model">The model.</param>
    /// <param name="series">Series the model was not learned on.</param>
    /// <param name="lastYears">How many last years to withhold; 0 withholds the item's whole series.</param>
    /// <param name="threads">Threads.</param>
    public static IReadOnlyList<FactorCoverage> Measure(FactorModel model, IReadOnlyList<FactorSeries> series, int lastYears, int threads)
    {
        ArgumentNullException.ThrowIfNull(model);
        ArgumentNullException.ThrowIfNull(series);
        var result = new FactorCoverage[model.Items.Length];
        Parallel.For(0, result.Length, new ParallelOptions { MaxDegreeOfParallelism = threads }, j =>
        {
            var smoother = new FactorSmoother(model);
            long values = 0;
            double in50 = 0, in90 = 0;
            foreach (FactorSeries one in series)
            {
                int last = LastOf(one, model.Items.Length, j);
                if (last < 0) continue;
                int from = lastYears == 0 ? 0 : Math.Max(0, last - lastYears + 1);
                smoother.Smooth(one, 8, withheld: j, withheldFrom: from);
                for (int t = from; t <= last; t++)
                {
                    float y = one.Values[(t * model.Items.Length) + j];
                    if (float.IsNaN(y)) continue;
                    values++;
                    (double fifty, double ninety) = Inside(model, smoother, t, j, y);
                    (in50, in90) = (in50 + fifty, in90 + ninety);
                }
            }
            result[j] = new FactorCoverage(model.Items[j], values, values == 0 ? 0 : in50 / values, values == 0 ? 0 : in90 / values);
        });
        return result;
    }

    private static int LastOf(FactorSeries series, int items, int item)
    {
        for (int t = series.Years - 1; t >= 0; t--)
            if (!float.IsNaN(series.Values[(t * items) + item])) return t;
        return -1;
    }

    private static (double Fifty, double Ninety) Inside(FactorModel model, FactorSmoother smoother, int year, int item, double y)
    {
        ItemParameters p = model.Learned[item];
        var part = smoother.Part(year, item);
        double mean = (p.Loading * part.F) + part.Own, variance = Math.Max(1e-9, (p.Loading * p.Loading * part.VarF) + part.VarOwn + (2 * p.Loading * part.Cov));
        if (!model.Items[item].IsOrdinal)
        {
            double z = Math.Abs(y - p.Intercept - mean) / Math.Sqrt(variance + p.Noise);
            return (z <= Half50 ? 1 : 0, z <= Half90 ? 1 : 0);
        }
        double below = 0, upTo = 0;
        for (int q = 0; q < Quadrature.Nodes.Length; q++)
        {
            double eta = mean + (Math.Sqrt(variance) * Quadrature.Nodes[q]);
            below += Quadrature.Masses[q] * (1 - OrdinalLink.AtLeast(p.Thresholds, (int)y, eta));
            upTo += Quadrature.Masses[q] * (1 - OrdinalLink.AtLeast(p.Thresholds, (int)y + 1, eta));
        }
        return (Overlap(below, upTo, 0.25, 0.75), Overlap(below, upTo, 0.05, 0.95));
    }

    private static double Overlap(double from, double to, double low, double high) =>
        to - from < 1e-12 ? (from >= low && from <= high ? 1 : 0) : Math.Max(0, Math.Min(to, high) - Math.Max(from, low)) / (to - from);
}
