using System.Collections.Immutable;
using Entente.Record;

namespace Entente.Measures;

/// <summary>How closely two states are aligned in one year, along one line or overall, with everything it rests on. Immutable.</summary>
/// <param name="Dimension">The line; null for overall.</param>
/// <param name="Year">The year it speaks of.</param>
/// <param name="Score">0 (hostile) to 100 (allied); or why there is none.</param>
/// <param name="Low">Lower end of the 90 % interval; null without a score.</param>
/// <param name="High">Upper end of the 90 % interval; null without a score.</param>
/// <param name="Inputs">Every indicator asked for, present or not.</param>
/// <param name="Method">Method and version, as <c>dynamic-factor@2</c>.</param>
public sealed record Alignment(Dimension? Dimension, int Year, Measurement Score, double? Low, double? High,
    ImmutableArray<AlignmentInput> Inputs, string Method)
{
    /// <summary>Share of inputs present, 0 to 1.</summary>
    public double Coverage => Inputs.IsEmpty ? 0 : Inputs.Count(i => i.Raw.IsKnown) / (double)Inputs.Length;
}

/// <summary>One indicator's part in a score.</summary>
/// <param name="Indicator">The indicator.</param>
/// <param name="Raw">Its value of the year in its own unit, or why there is none.</param>
/// <param name="SourceYear">The last year up to the score's with a value; null when there never was one.</param>
/// <param name="Points">What its values of all years do to the score, in points; the parts of all and of the model's expectation add up to the score less 50. Null without a score.</param>
/// <param name="Weight">Its loading on alignment.</param>
public sealed record AlignmentInput(Indicator Indicator, Measurement Raw, int? SourceYear, double? Points, double Weight);

/// <summary>A named stretch of a dyad's past, found in the record.</summary>
/// <param name="Kind">What it is.</param>
/// <param name="FirstYear">First year.</param>
/// <param name="LastYear">Last year; null while it lasts.</param>
/// <param name="Name">What to print (<c>Rift, 1961–1989</c>).</param>
/// <param name="Episodes">The dated facts it rests on.</param>
/// <param name="Rule">The rule that found it.</param>
public sealed record Phase(PhaseKind Kind, int FirstYear, int? LastYear, string Name, ImmutableArray<Episode> Episodes, string Rule);

/// <summary>Kinds of phase and turn.</summary>
public enum PhaseKind
{
    /// <summary>A lasting turn to hostility.</summary>
    Rift,
    /// <summary>The end of a rift.</summary>
    Normalization,
    /// <summary>A lasting turn to cooperation.</summary>
    Partnership,
    /// <summary>A formal alliance.</summary>
    Alliance,
}
