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

/// <summary>What speaks for a turn.</summary>
public enum SignalKind
{
    /// <summary>A strategic rivalry begins or ends.</summary>
    Rivalry,

    /// <summary>A war, or a dispute with use of force after years without any, begins; or a war ends in a pact.</summary>
    Force,

    /// <summary>A pact between few begins or is broken off.</summary>
    Pact,

    /// <summary>A common security organisation begins or ends.</summary>
    SecurityOrganization,

    /// <summary>Sanctions by one of the two begin after years without any, or the last of them end.</summary>
    Sanctions,

    /// <summary>A leader visits after many years without a visit.</summary>
    Visit,

    /// <summary>Large deliveries of arms begin or end.</summary>
    Arms,

    /// <summary>The latent alignment jumps.</summary>
    Jump,
}

/// <summary>One thing that speaks for a turn in a year.</summary>
/// <param name="Year">The year.</param>
/// <param name="Turn">Which way.</param>
/// <param name="Kind">What it is.</param>
/// <param name="Weight">Probability that the dyad turned, from this alone.</param>
/// <param name="Label">What to print.</param>
/// <param name="Episode">The episode; null for a jump of the latent series.</param>
public sealed record BreakSignal(int Year, Turn Turn, SignalKind Kind, double Weight, string Label, Episode? Episode);

/// <summary>A rift or rapprochement, with what it rests on. Immutable.</summary>
/// <param name="Dyad">The dyad.</param>
/// <param name="Year">The year.</param>
/// <param name="Turn">Which way.</param>
/// <param name="Probability">Probability that the dyad turned that way in the year or the one beside it.</param>
/// <param name="Signals">What speaks for it.</param>
public sealed record Break(UndirectedDyad Dyad, int Year, Turn Turn, double Probability, ImmutableArray<BreakSignal> Signals);
