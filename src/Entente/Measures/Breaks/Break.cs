using System.Collections.Immutable;
using Entente.Record;

namespace Entente.Measures.Breaks;

/// <summary>Which way a dyad turned.</summary>
public enum Turn
{
    /// <summary>Apart.</summary>
    Rift,

    /// <summary>Closer.</summary>
    Rapprochement,
}

/// <summary>One thing that speaks for a turn in a year.</summary>
/// <param name="Year">The year.</param>
/// <param name="Turn">Which way.</param>
/// <param name="Id">What kind of thing it is: one of <see cref="BreakModel.SignalsOf"/>.</param>
/// <param name="Size">How much of it there was; 1 for what is there or not.</param>
/// <param name="Label">What to print.</param>
/// <param name="Episode">The episode; null for what a series tells.</param>
public sealed record BreakSignal(int Year, Turn Turn, string Id, double Size, string Label, Episode? Episode)
{
    /// <summary>What it adds to the log-odds of the turn under the model that found it.</summary>
    public double Weight { get; init; }
}

/// <summary>A rift or rapprochement, with what it rests on. Immutable.</summary>
/// <param name="Dyad">The dyad.</param>
/// <param name="Year">The year.</param>
/// <param name="Turn">Which way.</param>
/// <param name="Probability">Probability that the dyad turned that way in the year or the one beside it.</param>
/// <param name="Signals">What speaks for it, the weightiest first.</param>
public sealed record Break(UndirectedDyad Dyad, int Year, Turn Turn, double Probability, ImmutableArray<BreakSignal> Signals);
