namespace Entente.Measures.News;

/// <summary>
/// Posterior of a level that walks at random from month to month, seen through monthly means of reports: Kalman filter and Rauch–Tung–Striebel smoother in one
/// dimension, the variance of each month's change reweighted (Student's t as a scale mixture of normals). Holds its buffers; one instance for each thread.
/// </summary>
/// <param name="line">Parameters.</param>
public sealed class NewsSmoother(NewsLine line)
{
    private double[] _filtered = [], _filteredVariance = [], _mean = [], _variance = [], _gain = [], _weight = [];

    /// <summary>Months of the series smoothed last.</summary>
    public int Months { get; private set; }

    /// <summary>Posterior mean of the level in a month (counted from 0).</summary>
    public double Mean(int month) => _mean[month];

    /// <summary>Posterior variance of it.</summary>
    public double Variance(int month) => _variance[month];

    /// <summary>How much a month's change counts as ordinary: 1 as drawn from a normal, near 0 for a break.</summary>
    public double Weight(int month) => _weight[month];

    /// <summary>Mean and variance of the change of the level between two months.</summary>
    public (double Mean, double Variance) Change(int from, int to)
    {
        double shared = _variance[to];
        for (int t = to - 1; t >= from; t--) shared *= _gain[t];
        return (_mean[to] - _mean[from], Math.Max(0, _variance[to] + _variance[from] - (2 * shared)));
    }

    /// <summary>Smooths a series. Months without reports add nothing.</summary>
    /// <param name="months">The series.</param>
    /// <param name="passes">Times to reweigh.</param>
    public void Smooth(NewsMonths months, int passes)
    {
        ArgumentNullException.ThrowIfNull(months);
        Months = months.Reports.Length;
        if (_mean.Length < Months)
            (_filtered, _filteredVariance, _mean, _variance, _gain, _weight) = (new double[Months], new double[Months], new double[Months], new double[Months], new double[Months], new double[Months]);
        Array.Fill(_weight, 1, 0, Months);
        for (int pass = 0; pass < passes; pass++)
        {
            Filter(months);
            Back();
            if (pass + 1 < passes) Reweigh();
        }
    }

    private double DriftInto(int t) => line.Drift / _weight[t];

    private void Filter(NewsMonths months)
    {
        double a = line.Mean, p = line.Spread;
        for (int t = 0; t < Months; t++)
        {
            if (t > 0) p += DriftInto(t);
            if (months.Reports[t] > 0)
            {
                double gain = p / (p + line.Month + (line.Report / months.Reports[t]));
                a += gain * (months.Intensity[t] - a);
                p *= 1 - gain;
            }
            (_filtered[t], _filteredVariance[t]) = (a, p);
        }
    }

    private void Back()
    {
        if (Months == 0) return;
        (_mean[Months - 1], _variance[Months - 1]) = (_filtered[Months - 1], _filteredVariance[Months - 1]);
        for (int t = Months - 2; t >= 0; t--)
        {
            double ahead = _filteredVariance[t] + DriftInto(t + 1), gain = _filteredVariance[t] / ahead;
            _gain[t] = gain;
            _mean[t] = _filtered[t] + (gain * (_mean[t + 1] - _filtered[t]));
            _variance[t] = _filteredVariance[t] + (gain * gain * (_variance[t + 1] - ahead));
        }
    }

    // E[w] of the scale mixture given E[η²]: (ν + 1) / (ν + E[η²]/q).
    private void Reweigh()
    {
        for (int t = 1; t < Months; t++)
        {
            (double mean, double variance) = Change(t - 1, t);
            _weight[t] = (NewsModel.Tail + 1) / (NewsModel.Tail + (((mean * mean) + variance) / line.Drift));
        }
    }
}
