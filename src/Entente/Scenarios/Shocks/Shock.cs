namespace Entente.Scenarios.Shocks;

/// <summary>What a scenario supposes of one dyad or one state.</summary>
/// <param name="FirstYear">The year in which it begins to be felt; null for the first year after the origin.</param>
/// <param name="Over">Years over which it comes about in equal steps, from 1.</param>
/// <param name="Text">As it was written, for messages.</param>
public abstract record Shock(int? FirstYear, int Over, string Text);

/// <summary>The relation of two states moves, and is then held there against all else, or left to itself.</summary>
/// <param name="Dyad">The two.</param>
/// <param name="Points">Points of alignment above the path without the shock; null where <paramref name="Target"/> is set.</param>
/// <param name="Target">The alignment reached; null where <paramref name="Points"/> is set.</param>
/// <param name="Held">Whether it is held; otherwise the dynamics go on from where the shock has led.</param>
/// <param name="FirstYear">As in <see cref="Shock"/>.</param>
/// <param name="Over">As in <see cref="Shock"/>.</param>
/// <param name="Text">As in <see cref="Shock"/>.</param>
public sealed record RelationShock(UndirectedDyad Dyad, double? Points, double? Target, bool Held, int? FirstYear, int Over, string Text) : Shock(FirstYear, Over, Text);

/// <summary>The material capabilities of a state grow or shrink.</summary>
/// <param name="State">The state.</param>
/// <param name="Factor">What they are multiplied with in the end, above 0.</param>
/// <param name="FirstYear">As in <see cref="Shock"/>.</param>
/// <param name="Over">As in <see cref="Shock"/>.</param>
/// <param name="Text">As in <see cref="Shock"/>.</param>
public sealed record CapabilityShock(StateId State, double Factor, int? FirstYear, int Over, string Text) : Shock(FirstYear, Over, Text);

/// <summary>The regime of a state becomes more or less democratic.</summary>
/// <param name="State">The state.</param>
/// <param name="Change">Change of electoral democracy (0 to 1).</param>
/// <param name="FirstYear">As in <see cref="Shock"/>.</param>
/// <param name="Over">As in <see cref="Shock"/>.</param>
/// <param name="Text">As in <see cref="Shock"/>.</param>
public sealed record RegimeShock(StateId State, double Change, int? FirstYear, int Over, string Text) : Shock(FirstYear, Over, Text);

/// <summary>The trade of two states grows or shrinks.</summary>
/// <param name="Dyad">The two.</param>
/// <param name="Factor">What both shares are multiplied with in the end, above 0.</param>
/// <param name="FirstYear">As in <see cref="Shock"/>.</param>
/// <param name="Over">As in <see cref="Shock"/>.</param>
/// <param name="Text">As in <see cref="Shock"/>.</param>
public sealed record TradeShock(UndirectedDyad Dyad, double Factor, int? FirstYear, int Over, string Text) : Shock(FirstYear, Over, Text);

/// <summary>A scenario that cannot be run: the message says which part, why, and what is allowed.</summary>
public sealed class ShockException : Exception
{
    /// <summary>Makes it.</summary>
    public ShockException()
    {
    }

    /// <summary>Makes it with a message.</summary>
    public ShockException(string message) : base(message)
    {
    }

    /// <summary>Makes it with a message and a cause.</summary>
    public ShockException(string message, Exception inner) : base(message, inner)
    {
    }
}

/// <summary>How far relations have moved in past turns, in points of alignment over three years: the sizes of shocks that give none.</summary>
/// <param name="Eases">After a rapprochement: the median.</param>
/// <param name="Worsens">After a rift: the median, below 0.</param>
/// <param name="WarBegins">After the first year of an armed conflict: the median, below 0.</param>
/// <param name="WarEnds">After the last year of an armed conflict: the median.</param>
/// <param name="Turns">Number of turns and conflicts behind each, in that order. A median of the wrong sign or without cases is put to one point.</param>
public sealed record ShockSizes(double Eases, double Worsens, double WarBegins, double WarEnds, IReadOnlyList<int> Turns)
{
    /// <summary>Years over which they were measured, and over which a shock without timing comes about.</summary>
    public const int Years = 3;
}
