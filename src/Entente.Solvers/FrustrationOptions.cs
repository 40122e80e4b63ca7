namespace Entente.Solvers;

/// <summary>Settings of the solver.</summary>
public sealed record FrustrationOptions
{
    /// <summary>Longest time of the search that follows when the relaxation leaves a gap. Default a minute.</summary>
    public TimeSpan TimeLimit { get; init; } = TimeSpan.FromMinutes(1);

    /// <summary>Co-optimal splits given at most. Default 100.</summary>
    public int MostPartitions { get; init; } = 100;
}
