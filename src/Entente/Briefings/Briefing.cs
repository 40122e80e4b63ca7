using System.Collections.Immutable;
using Entente.Measures;

namespace Entente.Briefings;

/// <summary>What Entente has to say about two states as of a day. Every statement names its sources by number. Immutable.</summary>
public sealed record Briefing
{
    /// <summary>The two states.</summary>
    public required UndirectedDyad Dyad { get; init; }

    /// <summary>Name of the state asked for first.</summary>
    public required string NameA { get; init; }

    /// <summary>Name of the state asked for second.</summary>
    public required string NameB { get; init; }

    /// <summary>Nothing published after this day is used.</summary>
    public required DateOnly AsOf { get; init; }

    /// <summary>One sentence.</summary>
    public required string Headline { get; init; }

    /// <summary>Overall first, then the dimensions.</summary>
    public required ImmutableArray<ScoreLine> Scores { get; init; }

    /// <summary>The overall score by year, for the chart; null where it is unknown.</summary>
    public required ScoreSeries History { get; init; }

    /// <summary>Rifts, normalisations, partnerships.</summary>
    public required ImmutableArray<PhaseLine> Phases { get; init; }

    /// <summary>The body, in reading order.</summary>
    public required ImmutableArray<BriefingSection> Sections { get; init; }

    /// <summary>What the numbers in brackets stand for.</summary>
    public required ImmutableArray<BriefingSource> Sources { get; init; }

    /// <summary>What this briefing does not know, and why.</summary>
    public required ImmutableArray<string> Limits { get; init; }

    /// <summary>Methods and versions used.</summary>
    public required string Method { get; init; }
}

/// <summary>One score with its disclosure.</summary>
/// <param name="Label">Overall, or the dimension.</param>
/// <param name="Year">The year it speaks of.</param>
/// <param name="Value">0–100; null when unknown.</param>
/// <param name="Low">Lower end of the 90 % interval.</param>
/// <param name="High">Upper end of the 90 % interval.</param>
/// <param name="InputsPresent">Inputs with a value.</param>
/// <param name="InputsAsked">Inputs asked for.</param>
/// <param name="Note">Trend, rank, or why there is no value.</param>
/// <param name="Sources">Numbers of the sources it rests on.</param>
public sealed record ScoreLine(string Label, int Year, double? Value, double? Low, double? High, int InputsPresent, int InputsAsked,
    string Note, ImmutableArray<int> Sources)
{
    /// <summary>What <c>entente explain</c> takes; null without a score.</summary>
    public string? Id { get; init; }
}

/// <summary>A score by year.</summary>
/// <param name="FirstYear">Year of the first value.</param>
/// <param name="Values">One per year; null where unknown.</param>
public sealed record ScoreSeries(int FirstYear, ImmutableArray<double?> Values)
{
    /// <summary>Lower ends of the 90 % intervals, one per year; empty when they are not known.</summary>
    public ImmutableArray<double?> Low { get; init; } = [];

    /// <summary>Upper ends of the 90 % intervals, one per year; empty when they are not known.</summary>
    public ImmutableArray<double?> High { get; init; } = [];
}

/// <summary>A named stretch of the past.</summary>
/// <param name="Name">As printed.</param>
/// <param name="Kind">Kind of phase.</param>
/// <param name="FirstYear">First year.</param>
/// <param name="LastYear">Last year; null while it lasts.</param>
/// <param name="Sources">Numbers of the sources it rests on.</param>
public sealed record PhaseLine(string Name, PhaseKind Kind, int FirstYear, int? LastYear, ImmutableArray<int> Sources);

/// <summary>A part of the body.</summary>
/// <param name="Heading">Heading.</param>
/// <param name="Statements">Statements, in order; empty says that nothing was found.</param>
/// <param name="Series">Indicator series shown as small charts.</param>
public sealed record BriefingSection(string Heading, ImmutableArray<BriefingStatement> Statements, ImmutableArray<IndicatorSeries> Series)
{
    /// <summary>Why no text speaks here; null where one does.</summary>
    public string? Silence { get; init; }
}

/// <summary>One statement and where it comes from.</summary>
/// <param name="Text">The statement, without what it quotes.</param>
/// <param name="Sources">Numbers of its sources.</param>
public sealed record BriefingStatement(string Text, ImmutableArray<int> Sources)
{
    /// <summary>The sentence it rests on, in its own words; null where it rests on the record.</summary>
    public string? Quoted { get; init; }
}

/// <summary>One indicator over time.</summary>
/// <param name="Label">Label, with direction where it has one.</param>
/// <param name="Unit">Unit of the values.</param>
/// <param name="FirstYear">Year of the first value.</param>
/// <param name="Values">One per year; null where unknown.</param>
/// <param name="LastKnownYear">Last year with a value.</param>
/// <param name="Source">Number of its source.</param>
public sealed record IndicatorSeries(string Label, string Unit, int FirstYear, ImmutableArray<double?> Values, int LastKnownYear, int Source)
{
    /// <summary>What <c>entente explain</c> takes for the last known value.</summary>
    public string? Id { get; init; }

    /// <summary>Id of the indicator; two directions of one share it.</summary>
    public string? Indicator { get; init; }

    /// <summary>First year with a value.</summary>
    public int FirstKnownYear => FirstYear + Values.TakeWhile(v => v is null).Count();

    /// <summary>Years with a value, of those from the first to the last known.</summary>
    public double Share => Values.Count(v => v.HasValue) / (double)Math.Max(1, LastKnownYear - FirstKnownYear + 1);

    /// <summary>The last known value.</summary>
    public double? Last => Values[LastKnownYear - FirstYear];
}

/// <summary>A numbered source.</summary>
/// <param name="Number">The number in brackets.</param>
/// <param name="Kind"><c>dataset</c>, <c>record</c> (rows of a dataset) or <c>text</c> (a sentence).</param>
/// <param name="Text">Title or quoted sentence.</param>
/// <param name="Detail">Version and licence, row keys, or document and place in its bytes.</param>
/// <param name="Id">What <c>entente explain</c> or <c>entente show</c> takes, or null.</param>
public sealed record BriefingSource(int Number, string Kind, string Text, string Detail, string? Id);
