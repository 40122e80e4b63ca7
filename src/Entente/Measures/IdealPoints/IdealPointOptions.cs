namespace Entente.Measures.IdealPoints;

/// <summary>Settings of the sampler. The defaults reproduce the published estimates.</summary>
public sealed record IdealPointOptions
{
    /// <summary>Sweeps kept and passed over together. Default 8,000.</summary>
    public int Iterations { get; init; } = 8000;

    /// <summary>Sweeps passed over at the start. Default 4,000: the early sessions' location settles that slowly. Fewer than <see cref="Iterations"/>.</summary>
    public int BurnIn { get; init; } = 4000;

    /// <summary>Every how many sweeps one is kept. Default 2.</summary>
    public int Thin { get; init; } = 2;

    /// <summary>Same seed, same estimates to the byte, whatever <see cref="Threads"/>. Default 1.</summary>
    public ulong Seed { get; init; } = 1;

    /// <summary>Threads at most. Default: all processors.</summary>
    public int Threads { get; init; } = Environment.ProcessorCount;

    /// <summary>First and last session, both included; null is all.</summary>
    public (int First, int Last)? Sessions { get; init; }
}
