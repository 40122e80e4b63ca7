namespace Entente.Measures.Factors;

/// <content>Smoothing of the last years alone, from what the filter knew before them.</content>
public sealed partial class FactorSmoother
{
    private FilterState? _start;

    /// <summary>
    /// Smooths some years of a series given the filter's prediction for the first of them: years before are settled, with their
    /// linearisation and jumps as they were found then.
    /// </summary>
    /// <param name="series">The whole series; years after the window are not looked at, but for which items it ever has values of.</param>
    /// <param name="from">First year of the window, counted from 0; it becomes year 0 of the result.</param>
    /// <param name="years">Years of the window.</param>
    /// <param name="start">Prediction for the first year, from <see cref="Predicted"/> of a window before; null at the beginning of the series.</param>
    /// <param name="passes">As in <see cref="Smooth"/>.</param>
    public void SmoothWindow(FactorSeries series, int from, int years, FilterState? start, int passes)
    {
        ArgumentNullException.ThrowIfNull(series);
        Lay(series);
        Reserve(years);
        var window = new FactorSeries(series.FirstYear + from, years, series.Values[(from * _items)..((from + years) * _items)]);
        Array.Fill(_weight, 1, 0, years);
        Array.Clear(_eta, 0, years * _items);
        _start = start;
        for (int pass = 0; pass < passes; pass++)
        {
            Gather(window, -1, 0, null);
            Filter();
            Backward(means: true);
            double moved = Relinearise();
            bool last = pass + 1 == passes || (pass > 0 && moved < Settled);
            if (last) break;
            Reweigh();
        }
        _start = null;
    }

    /// <summary>The filter's prediction for a year of the years smoothed last, before its own values.</summary>
    public FilterState Predicted(int year) => new([.. _predicted.AsSpan(year * _m, _m)], [.. _predictedCov.AsSpan(year * _m * _m, _m * _m)]);

    /// <summary>Mean and variance of alignment in the last year of the years smoothed last, where filter and smoother agree.</summary>
    public (double Mean, double Variance) Filtered => (_a[0], Math.Max(0, _p[0]));

    /// <summary>Mean and covariance of the state, as the filter holds them.</summary>
    public sealed class FilterState
    {
        private readonly double[] _mean, _covariance;

        internal FilterState(double[] mean, double[] covariance) => (_mean, _covariance) = (mean, covariance);

        internal void CopyTo(double[] mean, double[] covariance)
        {
            _mean.CopyTo(mean, 0);
            _covariance.CopyTo(covariance, 0);
        }
    }
}
