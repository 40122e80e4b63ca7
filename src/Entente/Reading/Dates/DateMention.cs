using Entente.Text;

namespace Entente.Reading;

/// <summary>An expression of time in a text and what it means.</summary>
/// <param name="Span">Where it stands in the text.</param>
/// <param name="Text">As written.</param>
/// <param name="Value">The date, as precise as the words; null where they name no one date, or no reference day is known.</param>
/// <param name="Rule">How it was read, or why it has no value.</param>
/// <param name="TimexValue">TIMEX3 value (<c>2022-02</c>, <c>2022-W37</c>, <c>P1M</c>, <c>PRESENT_REF</c>); null when it cannot be told without a reference day.</param>
public sealed record DateMention(TextSpan Span, string Text, PartialDate? Value, string Rule, string? TimexValue);
