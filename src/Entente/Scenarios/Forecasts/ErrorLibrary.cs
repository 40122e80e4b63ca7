namespace Entente.Scenarios.Forecasts;

/// <summary>
/// Past errors, kept as histograms by cell, and the quantiles they give. A cell that has seen little leans on all cells together.
/// Older errors fade.
/// </summary>
public sealed class ErrorLibrary
{
    private const int Bins = 1600;
    private const double Width = 0.01, Unit = 0.02;

    private readonly double[][] _cells;
    private readonly double[] _all = new double[Bins];
    private readonly double _borrowed;

    /// <summary>Makes an empty library.</summary>
    /// <param name="cells">Number of cells.</param>
    /// <param name="borrowed">Weight of the errors of all cells in each, counted in errors.</param>
    public ErrorLibrary(int cells, double borrowed)
    {
        _cells = [.. Enumerable.Range(0, cells).Select(_ => new double[Bins])];
        _borrowed = borrowed;
    }

    /// <summary>Lets what is in it fade.</summary>
    public void Fade(double by)
    {
        foreach (double[] cell in _cells)
            for (int b = 0; b < Bins; b++) cell[b] *= by;
        for (int b = 0; b < Bins; b++) _all[b] *= by;
    }

    /// <summary>Adds an error.</summary>
    public void Add(int cell, double error)
    {
        int bin = Math.Clamp((int)Math.Round(Math.Asinh(error / Unit) / Width) + (Bins / 2), 0, Bins - 1);
        _cells[cell][bin]++;
        _all[bin]++;
    }

    /// <summary>Points of each cell's distribution, rising: quantiles at (i + ½) / count; null when nothing was added yet.</summary>
    public float[][]? Points(int count = Ensemble.Points)
    {
        double all = _all.Sum();
        if (all <= 0) return null;
        return [.. _cells.Select(cell =>
        {
            double own = cell.Sum(), lent = _borrowed / all, total = own + _borrowed, sum = 0;
            var points = new float[count];
            int bin = 0;
            double mass = cell[0] + (lent * _all[0]);
            for (int i = 0; i < points.Length; i++)
            {
                double goal = total * (i + 0.5) / points.Length;
                while (sum + mass < goal && bin < Bins - 1)
                {
                    sum += mass;
                    bin++;
                    mass = cell[bin] + (lent * _all[bin]);
                }
                double within = mass > 0 ? Math.Clamp((goal - sum) / mass, 0, 1) - 0.5 : 0;
                points[i] = (float)(Unit * Math.Sinh((bin - (Bins / 2) + within) * Width));
            }
            return points;
        })];
    }
}
