using System.Collections.Immutable;

namespace Entente.Reading.Codebook;

/// <summary>One row of <c>data/codebook/events.tsv</c>.</summary>
/// <param name="Id">Rule id.</param>
/// <param name="Patterns">Alternatives, each a sequence of words.</param>
/// <param name="Type">PLOVER type.</param>
/// <param name="Mode">PLOVER mode, or null.</param>
/// <param name="Cameo">CAMEO code, or null.</param>
/// <param name="Dimension">The line it bears on.</param>
/// <param name="Intensity">−10 to +10.</param>
/// <param name="Roles">Who is the source.</param>
/// <param name="Example">A sentence in which the rule must match.</param>
internal sealed record CodebookRule(string Id, ImmutableArray<ImmutableArray<PatternWord>> Patterns, PloverType Type, string? Mode,
    string? Cameo, Dimension Dimension, double Intensity, EventRoles Roles, string Example);

/// <summary>How the grammar of a rule's words maps to source and target.</summary>
internal enum EventRoles
{
    /// <summary>The subject acts on the object.</summary>
    Forward,
    /// <summary>The subject is acted on: a host receives the visitor, who is the source.</summary>
    Reverse,
    /// <summary>Two subjects do it together: "Peru and Chile met".</summary>
    Mutual,
}

/// <summary>A place where a rule matches.</summary>
/// <param name="Rule">The rule.</param>
/// <param name="First">Index of the first token.</param>
/// <param name="Last">Index of the last token.</param>
/// <param name="Words">Length of the pattern.</param>
internal readonly record struct CodebookMatch(CodebookRule Rule, int First, int Last, int Words);
