using System.Collections.Immutable;

namespace Entente.Scenarios.Dynamics;

/// <summary>The dynamics as learned: posterior of the coefficients of <see cref="Terms.All"/>, on alignment from −1 to 1. Immutable.</summary>
/// <param name="Mean">Posterior means.</param>
/// <param name="Covariance">Posterior covariance, row by row.</param>
/// <param name="YearDeviation">Standard deviation of the shock that all dyads of a year share.</param>
/// <param name="Years">Years learned from.</param>
public sealed record DynamicsModel(ImmutableArray<double> Mean, ImmutableArray<double> Covariance, double YearDeviation, int Years)
{
    /// <summary>Method and version.</summary>
    public const string Method = "dyad-dynamics@1";

    /// <summary>Posterior standard deviation of a coefficient.</summary>
    public double Deviation(int term) => Math.Sqrt(Math.Max(0, Covariance[(term * Terms.Count) + term]));
}
