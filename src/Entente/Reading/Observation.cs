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

    /// <summary>Reliability of the source and credibility by itself, before other reports are known; null in observations of earlier versions.</summary>
    public Grade? Grade { get; init; }

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

    /// <summary>Calibrated probability of the type, 0 to 1, given that source and target are right; null when not scored.</summary>
    public double? Confidence { get; init; }

    /// <summary>What decided: the words and their rule, the parties, the scorer's probability; null in observations of earlier versions.</summary>
    public string? Decision { get; init; }

    /// <summary>Further places of the same document that report the event.</summary>
    public ImmutableArray<Evidence> AlsoAt { get; init; } = [];
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

    /// <summary>How much of it stands in quotation marks.</summary>
    public QuotationForm Form { get; init; }

    /// <summary>What the cue makes of it: words spoken, a belief, an intention, …; null when the cue does not say.</summary>
    public Attitude? Attitude { get; init; }

    /// <summary>The speaker's office or trade (<c>senior lecturer</c>), or null.</summary>
    public string? Role { get; init; }

    /// <summary>Which two states it is about, or null.</summary>
    public QuotationSubject? About { get; init; }
}

/// <summary>What a quotation is about.</summary>
/// <param name="Dyad">The two states.</param>
/// <param name="Tone">Whether it speaks of closeness (<see cref="Direction.Closer"/>) or distance (<see cref="Direction.Apart"/>).</param>
public sealed record QuotationSubject(UndirectedDyad Dyad, Direction Tone);

/// <summary>How much of a quotation stands in quotation marks.</summary>
public enum QuotationForm
{
    /// <summary>Nothing: reported.</summary>
    Indirect,
    /// <summary>All of it.</summary>
    Direct,
    /// <summary>A part of it.</summary>
    Mixed,
}

/// <summary>What a source does with a content, by the cue. Only <see cref="Speech"/> and <see cref="Demand"/> are words uttered.</summary>
public enum Attitude
{
    /// <summary>Says, writes or asks it.</summary>
    Speech,
    /// <summary>Calls for it.</summary>
    Demand,
    /// <summary>Believes, expects or knows it.</summary>
    Belief,
    /// <summary>Hopes, fears or likes it.</summary>
    Feeling,
    /// <summary>Plans, decides or refuses it.</summary>
    Intention,
    /// <summary>Praises or supports it.</summary>
    Support,
    /// <summary>Criticises or opposes it.</summary>
    Criticism,
    /// <summary>Shows it: a poll, a study, a document.</summary>
    Evidence,
    /// <summary>It seems or is said to be so; by whom is open.</summary>
    Appearance,
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

    /// <summary>Whether the condition is stated as enough (<c>if</c>); not so for <c>only if</c>, <c>unless</c>, <c>without</c>, <c>depends on</c>.</summary>
    public bool Sufficient { get; init; }

    /// <summary>The words that open the condition (<c>if</c>, <c>unless</c>, <c>provided that</c>); null in observations of version 1.</summary>
    public string? Marker { get; init; }

    /// <summary>How firmly the consequence is stated.</summary>
    public ConditionalStrength Strength { get; init; }

    /// <summary>What the condition would do, in terms that a scenario can run; empty when it names no state or no change.</summary>
    public ImmutableArray<ConditionalShock> Shocks { get; init; } = [];

    /// <summary>Who says so; null when the author of the document does.</summary>
    public string? Speaker { get; init; }

    /// <summary>Other states and groups that the condition names.</summary>
    public ImmutableArray<ActorMention> ThirdParties { get; init; } = [];
}

/// <summary>How firmly a consequence is stated.</summary>
public enum ConditionalStrength
{
    /// <summary>No word says.</summary>
    Unstated,
    /// <summary>Will, shall, threatens to.</summary>
    Certain,
    /// <summary>Would, is likely to.</summary>
    Likely,
    /// <summary>Could, might, may.</summary>
    Possible,
    /// <summary>Unlikely; or will not, as long as the condition fails.</summary>
    Unlikely,
}

/// <summary>A change of a state or of the relation of two actors, as a scenario runs it.</summary>
/// <param name="First">An actor of <c>data/actors</c>: <c>state:RUS</c>, <c>group:EUROPE</c>.</param>
/// <param name="Second">The other one of a relation; null for a state alone.</param>
/// <param name="Variable">What changes.</param>
/// <param name="Change">Which way.</param>
public sealed record ConditionalShock(string First, string? Second, ShockVariable Variable, ShockChange Change);

/// <summary>What a shock changes.</summary>
public enum ShockVariable
{
    /// <summary>The relation of two actors; up is better.</summary>
    Relations,
    /// <summary>The strength of one actor; up is stronger.</summary>
    Power,
}

/// <summary>Which way a shock goes.</summary>
public enum ShockChange
{
    /// <summary>Better, stronger.</summary>
    Up,
    /// <summary>Worse, weaker.</summary>
    Down,
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
