namespace Entente.Solvers;

/// <summary>Settings of the solver.</summary>
public sealed record FrustrationOptions
{
    /// <summary>Longest time of relaxation and search; past it the best split and the bound reached are given. Default a minute.</summary>
    public TimeSpan TimeLimit { get; init; } = TimeSpan.FromMinutes(1);

    /// <summary>Co-optimal splits given at most. Default 100.</summary>
    public int MostPartitions { get; init; } = 100;
}
