using Entente.Scenarios.Dynamics;

namespace Entente.Scenarios.Forecasts;

/// <summary>How large an error to expect of a dyad: least squares of the logarithm of past errors on what marks restless dyads.</summary>
public sealed class SizeModel
{
    /// <summary>Number of marks.</summary>
    public const int Marks = 16;

    /// <summary>Place of the recent drift of the dyad, in points a year.</summary>
    internal const int Drift = 15;

    /// <summary>Added to an error before its logarithm, in points.</summary>
    public const double Floor = 0.05;

    private readonly double[] _information = new double[Marks * Marks], _evidence = new double[Marks];

    /// <summary>Coefficients as fitted last.</summary>
    public double[] Coefficients { get; private set; } = new double[Marks];

    /// <summary>Adds an error.</summary>
    public void Add(ReadOnlySpan<float> marks, double error)
    {
        double y = Math.Log(Math.Abs(error) + Floor);
        for (int k = 0; k < Marks; k++)
        {
            _evidence[k] += marks[k] * y;
            for (int l = 0; l <= k; l++) _information[(k * Marks) + l] += marks[k] * marks[l];
        }
    }

    /// <summary>Lets what was added fade.</summary>
    public void Fade(double by)
    {
        for (int i = 0; i < _information.Length; i++) _information[i] *= by;
        for (int i = 0; i < Marks; i++) _evidence[i] *= by;
    }

    /// <summary>Fits.</summary>
    public void Fit()
    {
        double[] a = [.. _information];
        for (int k = 0; k < Marks; k++)
        {
            for (int l = 0; l < k; l++) a[(l * Marks) + k] = a[(k * Marks) + l];
            a[(k * Marks) + k] += 1;
        }
        Coefficients = SquareMatrix.Times(SquareMatrix.Inverse(a, Marks), _evidence, Marks);
    }

    /// <summary>Logarithm of the expected size, in points.</summary>
    public double LogSize(ReadOnlySpan<float> marks)
    {
        double sum = 0;
        for (int k = 0; k < Marks; k++) sum += Coefficients[k] * marks[k];
        return Math.Clamp(sum, -4, 4);
    }
}
