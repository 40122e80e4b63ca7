using Entente.Text;

namespace Entente.Reading;

/// <summary>An expression of time in a text and what it means.</summary>
/// <param name="Span">Where it stands in the text.</param>
/// <param name="Text">As written.</param>
/// <param name="Value">The date, as precise as the words; null where they name no one date, or no reference day is known.</param>
/// <param name="Rule">How it was read, or why it has no value.</param>
/// <param name="TimexValue">TIMEX3 value (<c>2022-02</c>, <c>2022-W37</c>, <c>P1M</c>, <c>PRESENT_REF</c>); a range is <c>(first day,day it ends,length)</c>; null when it cannot be told without a reference day.</param>
public sealed record DateMention(TextSpan Span, string Text, PartialDate? Value, string Rule, string? TimexValue)
{
    /// <summary>How fine the expression is.</summary>
    public DateGrain Grain { get; init; }

    /// <summary>First and last day it can mean, both included; null when it names no stretch of the calendar.</summary>
    public (DateOnly First, DateOnly Last)? Days { get; init; }

    /// <summary>Whether all of it lies after the reference day, or the words say so ("soon"); false where no reference day is known.</summary>
    public bool IsFuture { get; init; }
}

/// <summary>The unit an expression of time is said in.</summary>
public enum DateGrain
{
    /// <summary>No stretch of the calendar: a length, a rhythm, or a vague word.</summary>
    None,
    /// <summary>A time of day.</summary>
    Time,
    /// <summary>A day.</summary>
    Day,
    /// <summary>A weekend.</summary>
    Weekend,
    /// <summary>A week, from Monday.</summary>
    Week,
    /// <summary>A month.</summary>
    Month,
    /// <summary>A season.</summary>
    Season,
    /// <summary>A quarter of a year.</summary>
    Quarter,
    /// <summary>Half a year.</summary>
    HalfYear,
    /// <summary>A year.</summary>
    Year,
    /// <summary>Ten years.</summary>
    Decade,
    /// <summary>A hundred years.</summary>
    Century,
    /// <summary>From one day to another.</summary>
    Range,
}
