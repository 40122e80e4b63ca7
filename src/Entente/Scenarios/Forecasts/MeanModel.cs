using Entente.Scenarios.Dynamics;

namespace Entente.Scenarios.Forecasts;

/// <summary>Which way a dyad goes over a horizon: weighted least squares of past changes on the change the dynamics expected and on what else has told.</summary>
public sealed class MeanModel
{
    /// <summary>Number of marks.</summary>
    public const int Marks = 10;

    private readonly double[] _information = new double[Marks * Marks], _evidence = new double[Marks];
    private double _weight;

    /// <summary>Coefficients as fitted last.</summary>
    public double[] Coefficients { get; private set; } = new double[Marks];

    /// <summary>Adds a change.</summary>
    public void Add(ReadOnlySpan<float> signs, double change, double weight)
    {
        _weight += weight;
        for (int k = 0; k < Marks; k++)
        {
            double by = weight * signs[k];
            _evidence[k] += by * change;
            for (int l = 0; l <= k; l++) _information[(k * Marks) + l] += by * signs[l];
        }
    }

    /// <summary>Lets what was added fade.</summary>
    public void Fade(double by)
    {
        for (int i = 0; i < _information.Length; i++) _information[i] *= by;
        for (int i = 0; i < Marks; i++) _evidence[i] *= by;
        _weight *= by;
    }

    /// <summary>Fits, each coefficient drawn a little towards 0.</summary>
    public void Fit()
    {
        double[] a = [.. _information];
        for (int k = 0; k < Marks; k++)
        {
            for (int l = 0; l < k; l++) a[(l * Marks) + k] = a[(k * Marks) + l];
            a[(k * Marks) + k] += 1e-6 + (0.002 * _weight);
        }
        Coefficients = SquareMatrix.Times(SquareMatrix.Inverse(a, Marks), _evidence, Marks);
    }

    /// <summary>Expected change, in points.</summary>
    public double Change(ReadOnlySpan<float> signs)
    {
        double sum = 0;
        for (int k = 0; k < Marks; k++) sum += Coefficients[k] * signs[k];
        return sum;
    }
}
