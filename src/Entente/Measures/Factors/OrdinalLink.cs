using System.Collections.Immutable;

namespace Entente.Measures.Factors;

/// <summary>The cumulative logit: P(y ≥ k) = logistic(η − τ_k). Log-concave in η, so that Newton steps never leave the hill.</summary>
internal static class OrdinalLink
{
    public static double Logistic(double x) => 1 / (1 + Math.Exp(-x));

    /// <summary>P(y ≥ k); 1 for k = 0 and 0 beyond the last category.</summary>
    public static double AtLeast(ImmutableArray<double> thresholds, int k, double eta) =>
        k <= 0 ? 1 : k > thresholds.Length ? 0 : Logistic(eta - thresholds[k - 1]);

    /// <summary>First and second derivative of log P(y = k) by η.</summary>
    public static (double First, double Second) Slope(ImmutableArray<double> thresholds, int k, double eta)
    {
        double low = AtLeast(thresholds, k, eta), high = AtLeast(thresholds, k + 1, eta);
        return (1 - low - high, -(low * (1 - low)) - (high * (1 - high)));
    }
}
