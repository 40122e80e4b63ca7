namespace Entente.Measures.Factors;

/// <summary>Expected sufficient statistics of one item, added up over dyad-years, and the step of its parameters they imply.</summary>
internal sealed class ItemMoments(int thresholds)
{
    /// <summary>Most variance of an item's own component in the first year: more of it would leave nothing of arms or exercises to alignment.</summary>
    private const double MostOwn = 3;

    private readonly double[] _score = new double[thresholds + 1];
    private readonly double[] _information = new double[(thresholds + 1) * (thresholds + 1)];
    private double _w, _f, _ff, _y, _yf, _yy, _ownStart, _starts, _ownDrift, _steps;

    /// <summary>Adds a value of a Gaussian item.</summary>
    public void AddGaussian(double weight, double y, (double F, double VarF, double Own, double VarOwn, double Cov) p)
    {
        double rest = y - p.Own;
        _w += weight;
        _f += weight * p.F;
        _ff += weight * ((p.F * p.F) + p.VarF);
        _y += weight * rest;
        _yf += weight * ((rest * p.F) - p.Cov);
        _yy += weight * ((rest * rest) + p.VarOwn);
    }

    /// <summary>Adds a value of an ordinal item: score and information of its parameters, the predictor integrated out.</summary>
    public void AddOrdinal(double weight, int category, ItemParameters at, (double F, double VarF, double Own, double VarOwn, double Cov) p)
    {
        double l = at.Loading, mean = (l * p.F) + p.Own;
        double variance = Math.Max(1e-9, (l * l * p.VarF) + p.VarOwn + (2 * l * p.Cov)), deviation = Math.Sqrt(variance);
        double slope = ((l * p.VarF) + p.Cov) / variance;
        int n = thresholds + 1;
        Span<double> g = stackalloc double[n];
        for (int q = 0; q < Quadrature.Nodes.Length; q++)
        {
            double eta = mean + (deviation * Quadrature.Nodes[q]), mass = weight * Quadrature.Masses[q];
            double low = OrdinalLink.AtLeast(at.Thresholds, category, eta), high = OrdinalLink.AtLeast(at.Thresholds, category + 1, eta);
            double here = Math.Max(low - high, 1e-12);
            g.Clear();
            g[0] = (1 - low - high) * (p.F + (slope * (eta - mean)));
            if (category > 0) g[category] = -low * (1 - low) / here;
            if (category < thresholds) g[category + 1] = high * (1 - high) / here;
            for (int i = 0; i < n; i++)
            {
                _score[i] += mass * g[i];
                for (int k = 0; k < n; k++) _information[(i * n) + k] += mass * g[i] * g[k];
            }
        }
    }

    /// <summary>Adds the item's own component in the first year.</summary>
    public void AddOwnStart(double weight, double square) => (_starts, _ownStart) = (_starts + weight, _ownStart + (weight * square));

    /// <summary>Adds an innovation of the item's own component.</summary>
    public void AddOwnDrift(double weight, double square) => (_steps, _ownDrift) = (_steps + weight, _ownDrift + (weight * square));

    /// <summary>Adds what another counted.</summary>
    public void Add(ItemMoments o)
    {
        for (int i = 0; i < _score.Length; i++) _score[i] += o._score[i];
        for (int i = 0; i < _information.Length; i++) _information[i] += o._information[i];
        (_w, _f, _ff, _y, _yf, _yy) = (_w + o._w, _f + o._f, _ff + o._ff, _y + o._y, _yf + o._yf, _yy + o._yy);
        (_starts, _ownStart, _steps, _ownDrift) = (_starts + o._starts, _ownStart + o._ownStart, _steps + o._steps, _ownDrift + o._ownDrift);
    }

    /// <summary>The parameters these moments imply.</summary>
    public ItemParameters Step(FactorItem item, ItemParameters old)
    {
        double start = item.Persistent && _starts > 0 ? Math.Clamp(_ownStart / _starts, 0.01, MostOwn) : old.OwnStart;
        double drift = item.Persistent && _steps > 0 ? Math.Clamp(_ownDrift / _steps, 1e-5, MostOwn / 10) : old.OwnDrift;
        if (item.IsOrdinal) return Ordinal(item, old) with { OwnStart = start, OwnDrift = drift };
        if (_w <= 0) return old;
        double determinant = (_w * _ff) - (_f * _f);
        double loading = determinant > 1e-9 ? ((_w * _yf) - (_f * _y)) / determinant : old.Loading;
        loading = item.Marker ?? Math.Max(loading, FactorEstimator.LeastLoading);
        double intercept = (_y - (loading * _f)) / _w;
        double noise = (_yy - (2 * intercept * _y) - (2 * loading * _yf) + (intercept * intercept * _w) + (2 * intercept * loading * _f) + (loading * loading * _ff)) / _w;
        return new ItemParameters(loading, intercept, Math.Max(noise, FactorEstimator.LeastNoise), [], start, drift);
    }

    private ItemParameters Ordinal(FactorItem item, ItemParameters old)
    {
        int n = thresholds + 1;
        if (_information[0] <= 0) return old;
        // Half-normal prior on the loading: bounds an item that would separate perfectly.
        _score[0] -= old.Loading / FactorEstimator.LoadingPrior;
        _information[0] += 1 / FactorEstimator.LoadingPrior;
        // A loading set beforehand stays: the thresholds alone move.
        if (item.Marker is not null) _information[0] = 1e12;
        double[] step = Solve(_information, _score, n);
        double loading = item.Marker ?? Math.Max(FactorEstimator.LeastLoading, old.Loading + Math.Clamp(step[0], -0.5, 0.5));
        var t = new double[thresholds];
        for (int k = 0; k < thresholds; k++) t[k] = Math.Max(old.Thresholds[k] + Math.Clamp(step[k + 1], -1, 1), k > 0 ? t[k - 1] + 0.05 : double.MinValue);
        return old with { Loading = loading, Thresholds = [.. t] };
    }

    // Gaussian elimination of a small positive system, with a little on the diagonal.
    private static double[] Solve(double[] matrix, double[] right, int n)
    {
        double[] a = [.. matrix], b = [.. right];
        for (int i = 0; i < n; i++) a[(i * n) + i] = (a[(i * n) + i] * 1.0001) + 1e-6;
        for (int i = 0; i < n; i++)
            for (int r = i + 1; r < n; r++)
            {
                double by = a[(r * n) + i] / a[(i * n) + i];
                for (int c = i; c < n; c++) a[(r * n) + c] -= by * a[(i * n) + c];
                b[r] -= by * b[i];
            }
        for (int i = n - 1; i >= 0; i--)
        {
            for (int c = i + 1; c < n; c++) b[i] -= a[(i * n) + c] * b[c];
            b[i] /= a[(i * n) + i];
        }
        return b;
    }
}
