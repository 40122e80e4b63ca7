using Entente.Text;

namespace Entente.Reading.Events;

/// <summary>Why a sentence that names two states gives no event. Where several apply, the one that came closest to an event.</summary>
public enum NoEventReason
{
    /// <summary>No word of the codebook stands in it.</summary>
    NoPredicate,
    /// <summary>The sentence has no tree, so nobody knows who does what.</summary>
    NotParsed,
    /// <summary>It speaks of sport or entertainment.</summary>
    OtherTopic,
    /// <summary>A word of the codebook stands there, but no state is its source, or none its target.</summary>
    NoParties,
    /// <summary>Source and target are one state.</summary>
    SameState,
    /// <summary>The word only dates or explains something else: "since the invasion".</summary>
    Background,
    /// <summary>The word is content of another act: "refused to condemn".</summary>
    Embedded,
    /// <summary>The scorer gives the type too little probability.</summary>
    BelowThreshold,
}

/// <summary>A sentence that names two states and gives no event, and why.</summary>
/// <param name="Sentence">Where it stands in cleaned text.</param>
/// <param name="Reason">Why.</param>
/// <param name="Predicate">The word of the codebook that came closest, or null.</param>
public sealed record EventSilence(TextSpan Sentence, NoEventReason Reason, string? Predicate);

/// <summary>What was read of one sentence: events, or why there are none.</summary>
/// <param name="Events">The events.</param>
/// <param name="Silence">Why there are none; null when there are some or fewer than two states are named.</param>
public sealed record EventReading(IReadOnlyList<EventObservation> Events, EventSilence? Silence)
{
    /// <summary>What the confidence of each event rests on, in their order.</summary>
    public IReadOnlyList<EventSigns> Signs { get; init; } = [];
}
