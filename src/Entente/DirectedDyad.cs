namespace Entente;

/// <summary>Two different states, from one towards the other: who did it to whom, who depends on whom.</summary>
public readonly record struct DirectedDyad
{
    /// <summary>Makes the dyad.</summary>
    /// <exception cref="ArgumentException">Both are the same state.</exception>
    public DirectedDyad(StateId source, StateId target)
    {
        if (source == target) throw new ArgumentException($"A dyad is two different states; {source} was given twice.", nameof(target));
        Source = source;
        Target = target;
    }

    /// <summary>The state it goes out from.</summary>
    public StateId Source { get; }

    /// <summary>The state it goes to.</summary>
    public StateId Target { get; }

    /// <summary>The same two states without direction.</summary>
    public UndirectedDyad Undirected => new(Source, Target);

    /// <summary>The same two states the other way round.</summary>
    public DirectedDyad Reversed => new(Target, Source);

    /// <inheritdoc/>
    public override string ToString() => $"{Source}->{Target}";
}
