namespace Entente;

/// <summary>Two different states, in no order: what they share. <c>{CHN, RUS}</c> equals <c>{RUS, CHN}</c>.</summary>
/// <remarks>Invariant: <see cref="First"/> &lt; <see cref="Second"/> by code.</remarks>
public readonly record struct UndirectedDyad
{
    /// <summary>Makes the dyad; the order given does not matter.</summary>
    /// <exception cref="ArgumentException">Both are the same state.</exception>
    public UndirectedDyad(StateId a, StateId b)
    {
        if (a == b) throw new ArgumentException($"A dyad is two different states; {a} was given twice.", nameof(b));
        (First, Second) = a < b ? (a, b) : (b, a);
    }

    /// <summary>The state whose code comes first.</summary>
    public StateId First { get; }

    /// <summary>The state whose code comes second.</summary>
    public StateId Second { get; }

    /// <summary>Whether the state is one of the two.</summary>
    public bool Contains(StateId state) => First == state || Second == state;

    /// <inheritdoc/>
    public override string ToString() => $"{First}-{Second}";
}
