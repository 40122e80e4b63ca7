namespace Entente.Measures.ChangePoints;

/// <summary>
/// Segments with their own normal-gamma mean and precision (a = b = k = 1, m = 0), a constant hazard between them: the model of Adams and MacKay
/// (2007), summed and maximised exactly over all segmentations (Fearnhead 2006).
/// </summary>
internal sealed class ChangePosterior
{
    private readonly double[] _sum, _square, _gammas;
    private readonly double _logStay, _logChange;
    private readonly int _n;

    public ChangePosterior(double[] scores, double expectedLength)
    {
        if (!(expectedLength > 1)) throw new ArgumentException("The expected length of a segment must be more than 1.", nameof(expectedLength));
        _n = scores.Length;
        (_sum, _square) = (new double[_n + 1], new double[_n + 1]);
        for (int i = 0; i < _n; i++)
        {
            _sum[i + 1] = _sum[i] + scores[i];
            _square[i + 1] = _square[i] + (scores[i] * scores[i]);
        }
        _gammas = HalfGammas(_n);
        (_logStay, _logChange) = (Math.Log(1 - (1 / expectedLength)), Math.Log(1 / expectedLength));
    }

    /// <summary>First observations of new segments in the most probable segmentation.</summary>
    public int[] MostProbable()
    {
        double[] best = new double[_n + 1];
        int[] last = new int[_n + 1];
        for (int t = 1; t <= _n; t++)
        {
            best[t] = double.NegativeInfinity;
            for (int s = 0; s < t; s++)
                if (best[s] + Segment(s, t) is double p && p > best[t]) (best[t], last[t]) = (p, s);
        }
        var changes = new List<int>();
        for (int t = last[_n]; t > 0; t = last[t]) changes.Add(t);
        changes.Reverse();
        return [.. changes];
    }

    /// <summary>Probability that a segment begins at each observation.</summary>
    public double[] Probabilities()
    {
        double[] before = new double[_n + 1], after = new double[_n + 1], terms = new double[_n + 1];
        for (int t = 1; t <= _n; t++)
        {
            for (int s = 0; s < t; s++) terms[s] = before[s] + Segment(s, t);
            before[t] = LogSum(terms.AsSpan(0, t));
        }
        for (int s = _n - 1; s >= 0; s--)
        {
            for (int t = s + 1; t <= _n; t++) terms[t - s - 1] = Segment(s, t) + after[t];
            after[s] = LogSum(terms.AsSpan(0, _n - s));
        }
        double[] probabilities = new double[_n];
        for (int t = 1; t < _n; t++) probabilities[t] = Math.Exp(Math.Min(0, before[t] + after[t] - before[_n]));
        return probabilities;
    }

    // Log of: the data of the segment, its length, and the change that began it.
    private double Segment(int from, int to)
    {
        int n = to - from;
        double sum = _sum[to] - _sum[from], residual = Math.Max(0, _square[to] - _square[from] - (sum * sum / n)), mean = sum / n;
        double a = 1 + (n / 2.0), k = 1 + n, b = 1 + (residual / 2) + (n * mean * mean / (2 * k));
        double data = _gammas[n] - (a * Math.Log(b)) - (0.5 * Math.Log(k)) - (n * 0.5 * Math.Log(2 * Math.PI));
        return data + ((n - 1) * _logStay) + (from > 0 ? _logChange : 0);
    }

    // ln Γ(1 + n/2), by Γ(x + 1) = x Γ(x) from Γ(1) and Γ(3/2).
    private static double[] HalfGammas(int n)
    {
        double[] log = new double[n + 2];
        log[1] = Math.Log(Math.Sqrt(Math.PI) / 2);
        for (int i = 2; i <= n; i++) log[i] = log[i - 2] + Math.Log(i / 2.0);
        return log;
    }

    private static double LogSum(ReadOnlySpan<double> terms)
    {
        double most = double.NegativeInfinity, sum = 0;
        foreach (double t in terms) most = Math.Max(most, t);
        foreach (double t in terms) sum += Math.Exp(t - most);
        return most + Math.Log(sum);
    }
}
