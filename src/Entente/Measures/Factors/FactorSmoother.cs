using System.Numerics;

namespace Entente.Measures.Factors;

/// <summary>
/// Posterior of one dyad's states given all its values: Kalman filter and fixed-interval smoother with one observation at a time (Durbin
/// and Koopman 2012, 4.4 and 6.4), repeated with ordinal items linearised at the last predictor (Laplace) and with the variance of each
/// jump reweighted (Student's t as a scale mixture). Holds its buffers; one instance for each thread.
/// </summary>
public sealed partial class FactorSmoother
{
    /// <summary>Least curvature of an ordinal item: bounds a Newton step.</summary>
    private const double LeastCurvature = 0.02;

    /// <summary>Largest change of a predictor at which the passes have settled.</summary>
    private const double Settled = 0.01;

    private readonly FactorModel _model;
    private readonly int _items;
    private readonly int[] _own;
    private readonly double[] _drift;
    private readonly double[] _persistence;
    private readonly double[] _a, _p, _r, _n, _nm;
    private int _m;
    private double[] _predicted = [], _predictedCov = [], _gain = [], _error = [], _scale = [], _eta = [], _weight = [];
    private double[] _state = [], _cov = [], _jump = [], _jumpVariance = [], _evidence = [], _evidenceVariance = [];

    /// <summary>Makes a smoother for a model.</summary>
    public FactorSmoother(FactorModel model)
    {
        ArgumentNullException.ThrowIfNull(model);
        _model = model;
        int most = model.States;
        _items = model.Items.Length;
        _own = new int[_items];
        (_drift, _persistence) = (new double[most], new double[most]);
        (_a, _p, _r, _n, _nm) = (new double[most], new double[most * most], new double[most], new double[most * most], new double[most]);
    }

    /// <summary>The model.</summary>
    public FactorModel Model => _model;

    /// <summary>Years of the series smoothed last.</summary>
    public int Years { get; private set; }

    /// <summary>States of the series smoothed last: the common ones, and the own components of the persistent items it has values of.</summary>
    public int States => _m;

    /// <summary>Position of an item's own component, or −1.</summary>
    public int OwnAt(int item) => _own[item];

    /// <summary>Posterior mean of a state in a year (counted from 0).</summary>
    public double Mean(int year, int state) => _state[(year * _m) + state];

    /// <summary>Posterior covariance of two states in a year.</summary>
    public double Covariance(int year, int one, int other) => _cov[(((year * _m) + one) * _m) + other];

    /// <summary>Posterior mean and variance of the innovation that leads into a year.</summary>
    public (double Mean, double Variance) Jump(int year, int state) => (_jump[(year * _m) + state], _jumpVariance[(year * _m) + state]);

    /// <summary>Expected precision weight of the innovation of alignment into a year: 1 as Gaussian, near 0 at a jump.</summary>
    public double JumpWeight(int year) => _weight[year];

    /// <summary>Posterior of an item's predictor in its parts: F = s (A + u), the item's own component, and their variances and covariance.</summary>
    public (double F, double VarF, double Own, double VarOwn, double Cov) Part(int year, int item)
    {
        FactorItem spec = _model.Items[item];
        (double mean, double variance) = Alignment(year, spec.Group);
        int u = FactorModel.DeviationAt(spec.Group), own = _own[item];
        if (own < 0) return (spec.Sign * mean, variance, 0, 0, 0);
        return (spec.Sign * mean, variance, Mean(year, own), Covariance(year, own, own), spec.Sign * (Covariance(year, 0, own) + Covariance(year, u, own)));
    }

    /// <summary>Mean and variance of a dimension's alignment A + u; of A for null.</summary>
    public (double Mean, double Variance) Alignment(int year, int? group)
    {
        if (group is not { } g) return (Mean(year, 0), Math.Max(0, Covariance(year, 0, 0)));
        int u = FactorModel.DeviationAt(g);
        return (Mean(year, 0) + Mean(year, u), Math.Max(0, Covariance(year, 0, 0) + Covariance(year, u, u) + (2 * Covariance(year, 0, u))));
    }

    /// <summary>The linear evidence that an item gave in the last pass: value less intercept, and its variance; null where it is missing.</summary>
    public (double Value, double Variance)? Evidence(int year, int item)
    {
        int at = (year * _items) + item;
        return _evidenceVariance[at] > 0 ? (_evidence[at], _evidenceVariance[at]) : null;
    }

    /// <summary>Smooths a series.</summary>
    /// <param name="series">The values.</param>
    /// <param name="passes">Times to linearise and reweigh; 8 settles all but the oddest.</param>
    /// <param name="withheld">An item to leave out, or −1.</param>
    /// <param name="withheldFrom">The year (counted from 0) from which it is left out.</param>
    /// <param name="weights">How much each item's evidence counts, 1 as learned, 0 not at all; null for 1 throughout.</param>
    /// <param name="from">A smoother that has smoothed the same series, whose predictors and weights are near; null to start from nothing.</param>
    /// <param name="memory">Predictors and weights to start from and to leave behind (<see cref="MemoryOf"/> long), or empty.</param>
    public void Smooth(FactorSeries series, int passes, int withheld = -1, int withheldFrom = 0, IReadOnlyList<double>? weights = null, FactorSmoother? from = null, Span<float> memory = default)
    {
        ArgumentNullException.ThrowIfNull(series);
        Lay(series);
        Reserve(series.Years);
        Array.Fill(_weight, 1, 0, series.Years);
        Array.Clear(_eta, 0, series.Years * _items);
        if (from is not null)
        {
            from._eta.AsSpan(0, series.Years * _items).CopyTo(_eta);
            from._weight.AsSpan(0, series.Years).CopyTo(_weight);
        }
        if (!memory.IsEmpty && memory[^1] > 0)
        {
            for (int i = 0; i < series.Years * _items; i++) _eta[i] = memory[i];
            for (int i = 0; i < series.Years; i++) _weight[i] = memory[(series.Years * _items) + i];
        }
        for (int pass = 0; pass < passes; pass++)
        {
            Gather(series, withheld, withheldFrom, weights);
            Filter();
            Backward(means: true);
            double moved = Relinearise();
            bool last = pass + 1 == passes || (pass > 0 && moved < Settled);
            if (last) Covariances();
            if (!last || !memory.IsEmpty) Reweigh();
            if (last) break;
        }
        if (memory.IsEmpty) return;
        for (int i = 0; i < series.Years * _items; i++) memory[i] = (float)_eta[i];
        for (int i = 0; i < series.Years; i++) memory[(series.Years * _items) + i] = (float)_weight[i];
        memory[^1] = 1;
    }

    /// <summary>Length of the memory of a series.</summary>
    public int MemoryOf(FactorSeries series)
    {
        ArgumentNullException.ThrowIfNull(series);
        return (series.Years * (_items + 1)) + 1;
    }

    /// <summary>Smooths the evidence of the last pass again with one item's values alone, all else at its expectation: that item's share of the means.</summary>
    /// <param name="item">The item.</param>
    /// <returns>Mean of each state by year; the shares of all items add up to the means of the full pass.</returns>
    public double[] ShareOf(int item)
    {
        double[] kept = [.. _evidence.AsSpan(0, Years * _items)];
        double[] state = [.. _state.AsSpan(0, Years * _m)], jump = [.. _jump.AsSpan(0, Years * _m)];
        for (int i = 0; i < Years * _items; i++)
            if (i % _items != item) _evidence[i] = 0;
        Filter();
        Backward(means: true);
        double[] share = [.. _state.AsSpan(0, Years * _m)];
        kept.CopyTo(_evidence.AsSpan());
        state.CopyTo(_state.AsSpan());
        jump.CopyTo(_jump.AsSpan());
        return share;
    }

    // Own components stand only for items the series has values of: a smaller state is a faster one.
    private void Lay(FactorSeries series)
    {
        _m = _model.Common;
        double rho = FactorModel.DeviationPersistence;
        (_drift[0], _persistence[0]) = (_model.Drift, 1);
        for (int i = 1; i < _m; i++) (_drift[i], _persistence[i]) = (FactorModel.DeviationVariance * (1 - (rho * rho)), rho);
        for (int j = 0; j < _items; j++)
        {
            _own[j] = -1;
            if (!_model.Items[j].Persistent) continue;
            for (int at = j; at < series.Years * _items && _own[j] < 0; at += _items)
                if (!float.IsNaN(series.Values[at])) _own[j] = _m;
            if (_own[j] < 0) continue;
            (_drift[_m], _persistence[_m]) = (_model.Learned[j].OwnDrift, FactorModel.OwnPersistence);
            _m++;
        }
    }

    private void Reserve(int years)
    {
        Years = years;
        if (_weight.Length >= years) return;
        int most = _model.States;
        _predicted = new double[years * most];
        _predictedCov = new double[years * most * most];
        _gain = new double[years * _items * most];
        _error = new double[years * _items];
        _scale = new double[years * _items];
        _eta = new double[years * _items];
        _weight = new double[years];
        _state = new double[years * most];
        _cov = new double[years * most * most];
        _jump = new double[years * most];
        _jumpVariance = new double[years * most];
        _evidence = new double[years * _items];
        _evidenceVariance = new double[years * _items];
    }

    private void Gather(FactorSeries series, int withheld, int withheldFrom, IReadOnlyList<double>? weights)
    {
        for (int t = 0; t < Years; t++)
            for (int j = 0; j < _items; j++)
            {
                int at = (t * _items) + j;
                double y = series.Values[at];
                _evidenceVariance[at] = 0;
                _evidence[at] = 0;
                double weight = weights?[j] ?? 1;
                if (double.IsNaN(y) || (j == withheld && t >= withheldFrom) || weight <= 0) continue;
                ItemParameters p = _model.Learned[j];
                if (!_model.Items[j].IsOrdinal)
                {
                    (_evidence[at], _evidenceVariance[at]) = (y - p.Intercept, p.Noise / weight);
                    continue;
                }
                (double first, double second) = OrdinalLink.Slope(p.Thresholds, (int)y, _eta[at]);
                double curvature = Math.Max(-second, LeastCurvature);
                (_evidence[at], _evidenceVariance[at]) = (_eta[at] + (first / curvature), 1 / (weight * curvature));
            }
    }

    private void Filter()
    {
        int m = _m;
        Array.Clear(_a, 0, m);
        Array.Clear(_p, 0, m * m);
        _p[0] = 1;
        for (int i = 1; i < _model.Common; i++) _p[(i * m) + i] = FactorModel.DeviationVariance;
        for (int j = 0; j < _items; j++)
            if (_own[j] >= 0) _p[(_own[j] * m) + _own[j]] = _model.Learned[j].OwnStart;
        _start?.CopyTo(_a, _p);
        for (int t = 0; t < Years; t++)
        {
            if (t > 0)
                for (int i = 0; i < m; i++)
                {
                    if (_persistence[i] != 1)
                    {
                        _a[i] *= _persistence[i];
                        for (int k = 0; k < m; k++)
                        {
                            _p[(i * m) + k] *= _persistence[i];
                            _p[(k * m) + i] *= _persistence[i];
                        }
                    }
                    _p[(i * m) + i] += DriftInto(t, i);
                }
            _a.AsSpan(0, m).CopyTo(_predicted.AsSpan(t * m));
            _p.AsSpan(0, m * m).CopyTo(_predictedCov.AsSpan(t * m * m));
            for (int j = 0; j < _items; j++)
            {
                int at = (t * _items) + j;
                if (_evidenceVariance[at] <= 0) continue;
                Update(j, at);
            }
        }
    }

    private void Update(int j, int at)
    {
        int m = _m;
        (double z, int u, int own) = Weights(j);
        Span<double> gain = _gain.AsSpan(at * m, m);
        ReadOnlySpan<double> pa = _p.AsSpan(0, m), pu = _p.AsSpan(u * m, m);
        for (int i = 0; i < m; i++) gain[i] = z * (pa[i] + pu[i]);
        double expected = z * (_a[0] + _a[u]), scale = _evidenceVariance[at];
        if (own >= 0)
        {
            ReadOnlySpan<double> po = _p.AsSpan(own * m, m);
            for (int i = 0; i < m; i++) gain[i] += po[i];
            expected += _a[own];
            scale += gain[own];
        }
        scale += z * (gain[0] + gain[u]);
        double error = _evidence[at] - expected;
        _error[at] = error;
        _scale[at] = scale;
        for (int i = 0; i < m; i++)
        {
            double g = gain[i] / scale;
            _a[i] += g * error;
            AddScaled(_p.AsSpan(i * m, m), gain, -g);
        }
    }

    // Backward recursion of r and N. With means: only what the next pass needs. Without: nothing but N anew, for the covariances.
    private void Backward(bool means)
    {
        int m = _m;
        Array.Clear(_r, 0, m);
        Array.Clear(_n, 0, m * m);
        for (int t = Years - 1; t >= 0; t--)
        {
            for (int j = _items - 1; j >= 0; j--)
            {
                int at = (t * _items) + j;
                if (_evidenceVariance[at] > 0) Downdate(j, at);
            }
            if (means) SmoothMean(t);
            else SmoothCovariance(t);
            for (int i = 0; i < m; i++)
            {
                double q = t > 0 ? DriftInto(t, i) : _predictedCov[(i * m) + i];
                _jump[(t * m) + i] = q * _r[i];
                _jumpVariance[(t * m) + i] = Math.Max(0, q - (q * q * _n[(i * m) + i]));
                if (_persistence[i] == 1) continue;
                _r[i] *= _persistence[i];
                for (int k = 0; k < m; k++)
                {
                    _n[(i * m) + k] *= _persistence[i];
                    _n[(k * m) + i] *= _persistence[i];
                }
            }
        }
    }

    private void Downdate(int j, int at)
    {
        int m = _m;
        (double z, int u, int own) = Weights(j);
        ReadOnlySpan<double> gain = _gain.AsSpan(at * m, m);
        double scale = _scale[at], mr = 0, mnm = 0;
        Span<double> nm = _nm.AsSpan(0, m);
        nm.Clear();
        for (int i = 0; i < m; i++)
        {
            mr += gain[i] * _r[i];
            AddScaled(nm, _n.AsSpan(i * m, m), gain[i]);
        }
        for (int i = 0; i < m; i++) mnm += gain[i] * nm[i];
        double step = (_error[at] - mr) / scale, both = (1 / scale) + (mnm / (scale * scale));
        Touch(0, z);
        Touch(u, z);
        if (own >= 0) Touch(own, 1);

        // N' = N − (z (NM)' + NM z') / F + z z' (1/F + M'NM/F²), z sparse.
        void Touch(int i, double zi)
        {
            _r[i] += zi * step;
            double over = zi / scale;
            for (int k = 0; k < m; k++)
            {
                _n[(i * m) + k] -= over * _nm[k];
                _n[(k * m) + i] -= over * _nm[k];
            }
            _n[i * m] += zi * z * both;
            _n[(i * m) + u] += zi * z * both;
            if (own >= 0) _n[(i * m) + own] += zi * both;
        }
    }

    private void Covariances() => Backward(means: false);

    private void SmoothMean(int t)
    {
        int m = _m;
        Span<double> state = _state.AsSpan(t * m, m);
        _predicted.AsSpan(t * m, m).CopyTo(state);
        for (int k = 0; k < m; k++) AddScaled(state, _predictedCov.AsSpan((t * m * m) + (k * m), m), _r[k]);
    }

    // V = P − P N P.
    private void SmoothCovariance(int t)
    {
        int m = _m;
        ReadOnlySpan<double> p = _predictedCov.AsSpan(t * m * m, m * m);
        Span<double> v = _cov.AsSpan(t * m * m, m * m);
        p.CopyTo(v);
        Span<double> pn = stackalloc double[m];
        for (int i = 0; i < m; i++)
        {
            pn.Clear();
            for (int l = 0; l < m; l++) AddScaled(pn, _n.AsSpan(l * m, m), p[(i * m) + l]);
            Span<double> row = v.Slice(i * m, m);
            for (int l = 0; l < m; l++) AddScaled(row, p.Slice(l * m, m), -pn[l]);
        }
    }

    // Element by element, so that the width of the vectors changes no bit of the result.
    private static void AddScaled(Span<double> to, ReadOnlySpan<double> from, double by)
    {
        int i = 0;
        if (Vector.IsHardwareAccelerated)
        {
            var scale = new Vector<double>(by);
            for (; i <= to.Length - Vector<double>.Count; i += Vector<double>.Count)
                (new Vector<double>(to[i..]) + (new Vector<double>(from[i..]) * scale)).CopyTo(to[i..]);
        }
        for (; i < to.Length; i++) to[i] += from[i] * by;
    }

    // Moves the predictors of ordinal items to the new means; says by how much the farthest went.
    private double Relinearise()
    {
        double moved = 0;
        for (int t = 0; t < Years; t++)
            for (int j = 0; j < _items; j++)
            {
                if (!_model.Items[j].IsOrdinal || _evidenceVariance[(t * _items) + j] <= 0) continue;
                (double z, int u, int own) = Weights(j);
                double eta = (z * (Mean(t, 0) + Mean(t, u))) + (own >= 0 ? Mean(t, own) : 0);
                moved = Math.Max(moved, Math.Abs(eta - _eta[(t * _items) + j]));
                _eta[(t * _items) + j] = eta;
            }
        return moved;
    }

    // E[1/w] of the scale mixture given E[η²]: (ν + 1) / (ν + E[η²]/q).
    private void Reweigh()
    {
        for (int t = 1; t < Years; t++)
        {
            (double mean, double variance) = Jump(t, FactorModel.AlignmentAt);
            _weight[t] = (FactorModel.Tail + 1) / (FactorModel.Tail + (((mean * mean) + variance) / _model.Drift));
        }
    }

    private double DriftInto(int t, int i) => i == FactorModel.AlignmentAt ? _drift[0] / _weight[t] : _drift[i];

    private (double Z, int UAt, int Own) Weights(int j)
    {
        FactorItem item = _model.Items[j];
        return (item.Sign * _model.Learned[j].Loading, FactorModel.DeviationAt(item.Group), _own[j]);
    }
}
