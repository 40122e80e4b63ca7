using System.Collections.Immutable;
using Entente.Text;

namespace Entente.Reading;

/// <summary>A name or description in a text, resolved as of the text's date.</summary>
public sealed record ActorMention
{
    /// <summary>Where it stands in cleaned text.</summary>
    public required TextSpan Span { get; init; }

    /// <summary>As written.</summary>
    public required string Text { get; init; }

    /// <summary>Permanent identity in <c>data/actors</c>: <c>state:CHN</c>, <c>org:NATO</c>, <c>group:WEST</c>, <c>person:xi-jinping</c>; null when ambiguous.</summary>
    public required string? ActorId { get; init; }

    /// <summary>Name to print.</summary>
    public required string Name { get; init; }

    /// <summary>What it is.</summary>
    public required ActorKind Kind { get; init; }

    /// <summary>The state it is or acts for as of the date; null for organisations, groups and when unknown.</summary>
    public StateId? State { get; init; }

    /// <summary>ISO alpha-3 code of a territory that is no member of the state system, where it belongs to one (<c>PSE</c>, <c>VAT</c>, <c>ESH</c>); else null.</summary>
    public string? Territory { get; init; }

    /// <summary>The part of the state or society it is.</summary>
    public Sector Sector { get; init; } = Sector.Unspecified;

    /// <summary>Office as of the date (<c>president</c>), or null.</summary>
    public string? Role { get; init; }

    /// <summary>The entry or rule that resolved it, as stored with evidence.</summary>
    public required string Rule { get; init; }

    /// <summary>What else it could be, when the text does not decide ("Georgia", "Korea").</summary>
    public ImmutableArray<string> Alternatives { get; init; } = [];
}

/// <summary>What an actor is.</summary>
public enum ActorKind
{
    /// <summary>A state.</summary>
    State,
    /// <summary>An international organisation or alliance with members.</summary>
    Organization,
    /// <summary>A loose group ("the West", "the Quad").</summary>
    Group,
    /// <summary>A person.</summary>
    Person,
    /// <summary>An agent named by function ("Chinese officials", "Russian troops").</summary>
    Agent,
}

/// <summary>CAMEO/PLOVER primary role of an actor.</summary>
public enum Sector
{
    /// <summary>The state as such, or not said.</summary>
    Unspecified,
    /// <summary>Government, executive.</summary>
    Gov,
    /// <summary>Military.</summary>
    Mil,
    /// <summary>Police and security services.</summary>
    Cop,
    /// <summary>Judiciary.</summary>
    Jud,
    /// <summary>Intelligence.</summary>
    Spy,
    /// <summary>Legislature.</summary>
    Leg,
    /// <summary>Political opposition.</summary>
    Opp,
    /// <summary>Armed rebels, insurgents.</summary>
    Reb,
    /// <summary>Civilians.</summary>
    Cvl,
    /// <summary>Business.</summary>
    Bus,
    /// <summary>Media.</summary>
    Med,
    /// <summary>Education, experts.</summary>
    Edu,
    /// <summary>International or non-governmental organisation.</summary>
    Ngo,
}
