namespace Entente.Scenarios.Dynamics;

/// <summary>
/// Learns the dynamics year by year: weighted least squares of the yearly change of alignment on the terms under a normal prior, with the
/// covariance of the coefficients taken between years (a year's dyads share its shocks and are not independent evidence).
/// </summary>
/// <param name="priorYears">What the prior weighs; <see cref="PriorYears"/> by default.</param>
public sealed class DynamicsEstimator(double priorYears = DynamicsEstimator.PriorYears)
{
    /// <summary>
    /// What the prior about 0 weighs, in years whose every dyad had a term of 1; the constant has none. It draws terms of small values (threat,
    /// balance, momentum) towards 0. Dyads of a year are not independent evidence: a prior by their number alone would be no prior, and gave
    /// worse paths in the early decades.
    /// </summary>
    public const double PriorYears = 0.1;

    private readonly List<(double[] Information, double[] Evidence, double Weight)> _years = [];

    /// <summary>Years seen.</summary>
    public int Years => _years.Count;

    /// <summary>Adds the changes from a year to the next.</summary>
    /// <param name="from">The system in the year; refreshed here.</param>
    /// <param name="next">Scores of the next year, by dyad position.</param>
    /// <param name="weights">Weight of each dyad position, one over the variance expected of its change in points; not a number to leave one out.</param>
    public void Add(SystemState from, float[] next, float[] weights)
    {
        ArgumentNullException.ThrowIfNull(from);
        ArgumentNullException.ThrowIfNull(next);
        ArgumentNullException.ThrowIfNull(weights);
        from.Refresh();
        double[] information = new double[Terms.Count * Terms.Count], evidence = new double[Terms.Count];
        double total = 0;
        Span<float> terms = stackalloc float[Terms.Count];
        for (int i = 0; i < from.Size; i++)
            for (int j = i + 1; j < from.Size; j++)
            {
                int c = (i * from.Size) + j, p = from.Position[c];
                double weight = weights[p], change = SystemState.Centred(next[p]) - from.Alignment[c];
                if (!from.Known[c] || double.IsNaN(change) || double.IsNaN(weight)) continue;
                from.Read(i, j, terms);
                for (int k = 0; k < Terms.Count; k++)
                {
                    double by = weight * terms[k];
                    evidence[k] += by * change;
                    for (int l = 0; l <= k; l++) information[(k * Terms.Count) + l] += by * terms[l];
                }
                total += weight;
            }
        for (int k = 0; k < Terms.Count; k++)
            for (int l = 0; l < k; l++) information[(l * Terms.Count) + k] = information[(k * Terms.Count) + l];
        _years.Add((information, evidence, total));
    }

    /// <summary>The posterior given the years added.</summary>
    public DynamicsModel Fit()
    {
        int n = Terms.Count;
        double[] precision = new double[n * n], right = new double[n];
        foreach ((double[] information, double[] evidence, _) in _years)
        {
            for (int i = 0; i < precision.Length; i++) precision[i] += information[i];
            for (int i = 0; i < n; i++) right[i] += evidence[i];
        }
        double year = _years.Sum(y => y.Weight) / Math.Max(1, _years.Count);
        precision[0] += 1e-9;
        for (int k = 1; k < n; k++) precision[(k * n) + k] += priorYears * year;
        double[] inverse = SquareMatrix.Inverse(precision, n);
        double[] mean = SquareMatrix.Times(inverse, right, n);
        // Sandwich: the scores of whole years about zero.
        double[] meat = new double[n * n], shifts = new double[_years.Count];
        double[] score = new double[n];
        for (int y = 0; y < _years.Count; y++)
        {
            (double[] information, double[] evidence, double weight) = _years[y];
            double[] expected = SquareMatrix.Times(information, mean, n);
            for (int k = 0; k < n; k++) score[k] = evidence[k] - expected[k];
            shifts[y] = weight > 0 ? score[0] / weight : 0;
            for (int k = 0; k < n; k++)
                for (int l = 0; l < n; l++) meat[(k * n) + l] += score[k] * score[l];
        }
        double[] covariance = SquareMatrix.Times(SquareMatrix.Times(inverse, meat, n, n), inverse, n, n);
        double few = _years.Count > 1 ? _years.Count / (_years.Count - 1.0) : 1;
        for (int i = 0; i < covariance.Length; i++) covariance[i] *= few;
        return new DynamicsModel([.. mean], [.. covariance], Math.Sqrt(shifts.Select(s => s * s).DefaultIfEmpty(0).Average()), _years.Count);
    }
}
