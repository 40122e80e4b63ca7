using CsCheck;
using Entente.Scenarios.Forecasts;

namespace Entente.Tests.Scenarios;

public class EnsembleTests
{
    [Fact]
    public void Crps_OnePoint_IsTheAbsoluteError() => Assert.Equal(3, Ensemble.Crps([7f, 7f, 7f], 4), 1e-9);

    [Fact]
    public void Crps_AnyPoints_EqualsItsDefinition() => Gen.Float[0, 100].Array[2, 30].Select(Gen.Double[0, 100]).Sample((points, y) =>
    {
        Array.Sort(points);
        double n = points.Length, definition = points.Average(x => Math.Abs(x - y)) - (0.5 * points.Sum(a => points.Sum(b => Math.Abs((double)a - b))) / (n * n));
        Assert.Equal(definition, Ensemble.Crps(points, y), 1e-4);
    });

    [Fact]
    public void Crps_NormalPoints_ComesNearTheClosedForm()
    {
        // Gneiting and Raftery 2007, eq. 21: for N(0, 1) and y = 0 the score is (√2 − 1)/√π = .2337.
        float[] points = [.. Enumerable.Range(0, Ensemble.Points).Select(i => (float)Normal((i + 0.5) / Ensemble.Points))];
        Assert.Equal(0.2337, Ensemble.Crps(points, 0), 0.003);
    }

    [Fact]
    public void Transform_ObservationsOutOfTheDistribution_AreUniform()
    {
        float[] points = [.. Enumerable.Range(0, Ensemble.Points).Select(i => (float)i)];
        double[] given = [.. Enumerable.Range(0, 1000).Select(i => Ensemble.Transform(points, i / 10.0 * 1.0))];
        Assert.InRange(given.Average(), 0.48, 0.51);
        Assert.All(given, p => Assert.InRange(p, 0, 1));
    }

    [Fact]
    public void ErrorLibrary_ManyErrors_GivesTheirQuantiles()
    {
        var library = new ErrorLibrary(1, 0);
        for (int i = 0; i < 10_000; i++) library.Add(0, -5 + (i / 1000.0));
        float[] points = library.Points()![0];
        Assert.Equal(-4.5, Ensemble.Quantile(points, 0.05), 0.06);
        Assert.Equal(0, Ensemble.Quantile(points, 0.5), 0.06);
        Assert.Equal(4.5, Ensemble.Quantile(points, 0.95), 0.06);
    }

    private static double Normal(double p)
    {
        (double low, double high) = (-9, 9);
        for (int i = 0; i < 80; i++)
        {
            double middle = (low + high) / 2, t = 1 / (1 + (0.2316419 * Math.Abs(middle)));
            double tail = Math.Exp(-middle * middle / 2) / Math.Sqrt(2 * Math.PI) * t * (0.319381530 + (t * (-0.356563782 + (t * (1.781477937 + (t * (-1.821255978 + (t * 1.330274429))))))));
            if ((middle < 0 ? tail : 1 - tail) < p) low = middle;
            else high = middle;
        }
        return low;
    }
}
