namespace Entente.Scenarios.Simulation;

/// <summary>How a scenario is simulated.</summary>
public sealed record ScenarioOptions
{
    /// <summary>Draws. Default 10,000.</summary>
    public int Draws { get; init; } = 10_000;

    /// <summary>Seed; the same seed gives the same bits on any number of threads. Default 1.</summary>
    public int Seed { get; init; } = 1;

    /// <summary>Threads. Default 2; the result does not depend on it.</summary>
    public int Threads { get; init; } = 2;

    /// <summary>Third states whose ties are followed in every draw; the others' are on the mean path. The strongest by capability are taken, and all that are named. Default 16.</summary>
    public int ThirdStates { get; init; } = 16;

    /// <summary>Draws in which blocs are followed and of which every dyad is kept. Default 200.</summary>
    public int BlocDraws { get; init; } = 200;

    /// <summary>Whether sensitivity and blocs are computed too. Default true.</summary>
    public bool Full { get; init; } = true;
}
