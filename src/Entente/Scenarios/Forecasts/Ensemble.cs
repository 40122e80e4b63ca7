namespace Entente.Scenarios.Forecasts;

/// <summary>Scores of a predictive distribution given as equally likely points, rising.</summary>
public static class Ensemble
{
    /// <summary>Points of a distribution: the quantiles at (i + ½) / Points.</summary>
    public const int Points = 101;

    /// <summary>Continuous ranked probability score, E|X − y| − ½ E|X − X'| (Gneiting and Raftery 2007), over the points; lower is better, in the unit of the points.</summary>
    /// <param name="rising">The points, in order.</param>
    /// <param name="observed">What came.</param>
    public static double Crps(ReadOnlySpan<float> rising, double observed)
    {
        int n = rising.Length;
        double error = 0, spread = 0;
        for (int i = 0; i < n; i++)
        {
            error += Math.Abs(rising[i] - observed);
            spread += rising[i] * ((2.0 * i) - n + 1);
        }
        return (error / n) - (spread / ((double)n * n));
    }

    /// <summary>Share of the distribution below what came, ties by half, between points in proportion: the probability integral transform.</summary>
    public static double Transform(ReadOnlySpan<float> rising, double observed)
    {
        int n = rising.Length, below = 0, equal = 0;
        while (below < n && rising[below] < observed) below++;
        while (below + equal < n && rising[below + equal] <= observed) equal++;
        if (equal > 0) return (below + (equal / 2.0)) / n;
        if (below == 0) return 0.25 / n;
        if (below == n) return 1 - (0.25 / n);
        double gap = rising[below] - rising[below - 1];
        return (below - 0.5 + ((observed - rising[below - 1]) / gap)) / n;
    }

    /// <summary>The quantile at a probability, between points in proportion.</summary>
    public static double Quantile(ReadOnlySpan<float> rising, double probability)
    {
        double at = (probability * rising.Length) - 0.5;
        int i = Math.Clamp((int)Math.Floor(at), 0, rising.Length - 1), next = Math.Min(rising.Length - 1, i + 1);
        return rising[i] + (Math.Clamp(at - i, 0, 1) * (rising[next] - rising[i]));
    }

    /// <summary>Mean.</summary>
    public static double Mean(ReadOnlySpan<float> points)
    {
        double sum = 0;
        foreach (float x in points) sum += x;
        return sum / points.Length;
    }

    /// <summary>Logarithm of the probability given to the whole point of alignment in which the observation lies; a hundredth of the probability is spread over all of 0–100, so that no outcome is held impossible.</summary>
    public static double LogScore(ReadOnlySpan<float> rising, double observed)
    {
        double low = Math.Floor(Math.Clamp(observed, 0, 99.999)), inside = Share(rising, low + 1) - Share(rising, low);
        return Math.Log((0.99 * Math.Max(0, inside)) + 0.0001);
    }

    /// <summary>Share of the distribution below a value, between points in proportion.</summary>
    public static double Share(ReadOnlySpan<float> rising, double x)
    {
        int n = rising.Length, below = 0;
        while (below < n && rising[below] < x) below++;
        if (below == 0 || below == n) return below / (double)n;
        double gap = rising[below] - rising[below - 1];
        return gap <= 0 ? below / (double)n : (below - 0.5 + ((x - rising[below - 1]) / gap)) / n;
    }
}
