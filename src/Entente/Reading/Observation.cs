using System.Collections.Immutable;
using Entente.Text;

namespace Entente.Reading;

/// <summary>Something a document says, in the project's terms, with the way back to where it says so. Immutable.</summary>
public abstract record Observation
{
    /// <summary>First 16 hexadecimal digits of SHA-256 over document, kind, span and content. Permanent: reading again gives the same.</summary>
    public required string Id { get; init; }

    /// <summary>Where it was read.</summary>
    public required Evidence Evidence { get; init; }

    /// <summary>Stable name of the kind in stored rows and JSON: <c>event</c>, <c>quotation</c>, <c>conditional</c>.</summary>
    public abstract string Kind { get; }
}

/// <summary>An event between actors, in PLOVER's terms.</summary>
public sealed record EventObservation : Observation
{
    /// <inheritdoc/>
    public override string Kind => "event";

    /// <summary>PLOVER event type.</summary>
    public required PloverType Type { get; init; }

    /// <summary>PLOVER mode (<c>visit</c>, <c>phone</c>, …), or null where the type has none or the text does not say.</summary>
    public string? Mode { get; init; }

    /// <summary>CAMEO code, three or four digits, where it maps; otherwise null.</summary>
    public string? Cameo { get; init; }

    /// <summary>The line of alignment it bears on.</summary>
    public required Dimension Dimension { get; init; }

    /// <summary>Goldstein-style intensity, −10 (conflict) to +10 (cooperation), from the codebook's rule.</summary>
    public required double Intensity { get; init; }

    /// <summary>Who did it.</summary>
    public required ActorMention Source { get; init; }

    /// <summary>To, with or against whom; null where the event has no target.</summary>
    public ActorMention? Target { get; init; }

    /// <summary>When it happened, or null with the reason in <see cref="DateRule"/>.</summary>
    public PartialDate? Date { get; init; }

    /// <summary>How the date was read: <c>"on Monday" before 2022-09-20</c>, or why there is none.</summary>
    public required string DateRule { get; init; }

    /// <summary>Whether the text asserts that it happened.</summary>
    public required Modality Modality { get; init; }
}

/// <summary>Somebody's words, as quoted.</summary>
public sealed record QuotationObservation : Observation
{
    /// <inheritdoc/>
    public override string Kind => "quotation";

    /// <summary>The quoted words, without the marks.</summary>
    public required string Words { get; init; }

    /// <summary>Direct (in marks) or indirect (reported).</summary>
    public required bool Direct { get; init; }

    /// <summary>Who said it, as fully as the document names them; null when the text does not say.</summary>
    public string? Speaker { get; init; }

    /// <summary>The speaker's office or employer as printed (<c>senior lecturer … at the University of New South Wales</c>), or null.</summary>
    public string? Affiliation { get; init; }

    /// <summary>The state the speaker speaks for, when an official; otherwise null.</summary>
    public StateId? SpeakerState { get; init; }

    /// <summary>The outlet the text credits (<c>The Associated Press</c>), or null.</summary>
    public string? Outlet { get; init; }

    /// <summary>The word that reports it (<c>says</c>), or null.</summary>
    public string? Cue { get; init; }
}

/// <summary>A stated "if … then …" about two states.</summary>
public sealed record ConditionalObservation : Observation
{
    /// <inheritdoc/>
    public override string Kind => "conditional";

    /// <summary>The two states whose alignment it speaks of.</summary>
    public required UndirectedDyad Dyad { get; init; }

    /// <summary>The condition as written.</summary>
    public required string Condition { get; init; }

    /// <summary>Where the condition stands.</summary>
    public required TextSpan ConditionSpan { get; init; }

    /// <summary>The consequence as written.</summary>
    public required string Consequence { get; init; }

    /// <summary>Where the consequence stands.</summary>
    public required TextSpan ConsequenceSpan { get; init; }

    /// <summary>Which way the alignment would move if the condition held.</summary>
    public required Direction Direction { get; init; }

    /// <summary>Whether the condition is stated as the only way (<c>unless</c>, <c>without</c>).</summary>
    public required bool Necessary { get; init; }

    /// <summary>Who says so; null when the author of the document does.</summary>
    public string? Speaker { get; init; }

    /// <summary>Other states and groups that the condition names.</summary>
    public ImmutableArray<ActorMention> ThirdParties { get; init; } = [];
}

/// <summary>Which way an alignment would move.</summary>
public enum Direction
{
    /// <summary>The text does not say.</summary>
    Unclear,
    /// <summary>Closer.</summary>
    Closer,
    /// <summary>Apart.</summary>
    Apart,
}

/// <summary>Whether a text asserts an event. Only <see cref="Asserted"/> and <see cref="Reported"/> events count as having happened.</summary>
public enum Modality
{
    /// <summary>Stated as having happened.</summary>
    Asserted,
    /// <summary>Attributed to somebody ("reportedly", "X says that …").</summary>
    Reported,
    /// <summary>Announced, promised, planned.</summary>
    Intended,
    /// <summary>Conditional or possible.</summary>
    Hypothetical,
    /// <summary>Denied or stated not to have happened.</summary>
    Negated,
}

/// <summary>PLOVER event types (manual 0.8, 2021).</summary>
public enum PloverType
{
    /// <summary>Intention to cooperate, agreement.</summary>
    Agree,
    /// <summary>Consultation, meeting, visit, call.</summary>
    Consult,
    /// <summary>Diplomatic cooperation, praise, recognition.</summary>
    Support,
    /// <summary>Material cooperation.</summary>
    Cooperate,
    /// <summary>Material aid.</summary>
    Aid,
    /// <summary>Concession, easing, release.</summary>
    Concede,
    /// <summary>Military withdrawal, surrender.</summary>
    Retreat,
    /// <summary>Demand, request, appeal.</summary>
    Request,
    /// <summary>Criticism, accusation, investigation.</summary>
    Accuse,
    /// <summary>Refusal, veto.</summary>
    Reject,
    /// <summary>Threat, ultimatum.</summary>
    Threaten,
    /// <summary>Demonstration, strike.</summary>
    Protest,
    /// <summary>Reduction of relations, embargo, expulsion.</summary>
    Sanction,
    /// <summary>Show of force, mobilisation, exercise as a signal.</summary>
    Mobilize,
    /// <summary>Repression, arrest, seizure, cyber attack.</summary>
    Coerce,
    /// <summary>Use of force.</summary>
    Assault,
}
