using System.Collections.Immutable;
using Entente.Reading;
using Entente.Record;

namespace Entente.Order.Pressure;

/// <summary>A named weak place of the alignment of two states.</summary>
/// <param name="Id">Name by which it is taken away (<c>third:IND</c>, <c>trade</c>, <c>rift:1958</c>).</param>
/// <param name="Kind">What it is.</param>
/// <param name="Title">In a few words.</param>
/// <param name="Text">What it rests on, with numbers.</param>
/// <param name="Strength">0 to 100: its share of the most it could be, by the measure of its kind (docs/methods.md). Kinds measure different things; their common order is a convention.</param>
/// <param name="FirstYear">First year it speaks of.</param>
/// <param name="LastYear">Last year.</param>
/// <param name="Evidence">What it is known from.</param>
/// <param name="Effect">What taking it away would do; null where nothing computed rests on it.</param>
public sealed record PressurePoint(string Id, PressureKind Kind, string Title, string Text, double Strength, int FirstYear, int LastYear,
    ImmutableArray<PressureEvidence> Evidence, PressureEffect? Effect);

/// <summary>Kinds of pressure point.</summary>
public enum PressureKind
{
    /// <summary>Three ties whose signs do not balance.</summary>
    FrustratedTriangle,

    /// <summary>A third state close to one of the two and distant from the other, short of three ties.</summary>
    DivergingTie,

    /// <summary>One depends more on the other than the other way round.</summary>
    Asymmetry,

    /// <summary>A rift that is over.</summary>
    OldRift,

    /// <summary>A rivalry that the record does not see ended.</summary>
    OpenClaim,

    /// <summary>The two voted apart on a war of one of them.</summary>
    Reputation,

    /// <summary>Officials speak of closeness, and what was done does not follow.</summary>
    WordsAgainstDeeds,
}

/// <summary>A number with a pressure point and without it.</summary>
/// <param name="What">What the number is.</param>
/// <param name="With">As it is.</param>
/// <param name="Without">Without the pressure point.</param>
public sealed record PressureEffect(string What, double With, double Without);

/// <summary>What a pressure point is known from.</summary>
public abstract record PressureEvidence;

/// <summary>An alignment score.</summary>
/// <param name="Tie">The dyad with its score and interval.</param>
/// <param name="Year">The year.</param>
public sealed record ScoreEvidence(StateTie Tie, int Year) : PressureEvidence;

/// <summary>A value of the record.</summary>
/// <param name="Indicator">The indicator.</param>
/// <param name="Dyad">The two states.</param>
/// <param name="Source">Where it has a direction, the state it runs from.</param>
/// <param name="Year">The year.</param>
/// <param name="Value">The value, in the indicator's unit.</param>
public sealed record PanelEvidence(Indicator Indicator, UndirectedDyad Dyad, StateId Source, int Year, double Value) : PressureEvidence;

/// <summary>A dated fact of the record.</summary>
/// <param name="Episode">The fact, with its row.</param>
public sealed record EpisodeEvidence(Episode Episode) : PressureEvidence;

/// <summary>How the two voted on a resolution.</summary>
/// <param name="Resolution">The resolution.</param>
/// <param name="Warring">Vote of the state whose war it is; null where it cast none.</param>
/// <param name="Partner">Vote of the other.</param>
public sealed record VoteEvidence(WarResolution Resolution, VoteChoice? Warring, VoteChoice Partner) : PressureEvidence;

/// <summary>A sentence of a text.</summary>
/// <param name="Stored">The observation with its document.</param>
public sealed record TextEvidence(StoredObservation Stored) : PressureEvidence;
