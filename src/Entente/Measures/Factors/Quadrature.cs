namespace Entente.Measures.Factors;

/// <summary>Gauss–Hermite quadrature for a standard normal, seven points (exact to degree 13).</summary>
internal static class Quadrature
{
    /// <summary>Where to evaluate.</summary>
    public static ReadOnlySpan<double> Nodes => [-3.7504397177257425, -2.3667594107345412, -1.1544053947399682, 0, 1.1544053947399682, 2.3667594107345412, 3.7504397177257425];

    /// <summary>Weights, adding up to one.</summary>
    public static ReadOnlySpan<double> Masses => [0.00054826885597222, 0.030757123967586491, 0.24012317860501271, 0.45714285714285713, 0.24012317860501271, 0.030757123967586491, 0.00054826885597222];
}
