using System.Globalization;
using Entente.Text;

namespace Entente.Reading;

/// <summary>Finds expressions of time and resolves them against the day the text was published, or the day it tells of.</summary>
/// <remarks>News speaks of the past: a bare weekday or month is the latest one not after the reference day, unless its clause speaks of the future. One pass, linear in the length of the text.</remarks>
public static class DateReader
{
    /// <summary>The expressions of a text, in order, none overlapping.</summary>
    public static IReadOnlyList<DateMention> Read(string text, DateOnly? reference)
    {
        ArgumentNullException.ThrowIfNull(text);
        return Read(text, new TextSpan(0, text.Length), reference);
    }

    /// <summary>The expressions of a stretch of a text, in order, none overlapping; spans are positions in the whole text.</summary>
    /// <param name="text">Cleaned text.</param>
    /// <param name="within">The sentence or paragraph to read.</param>
    /// <param name="reference">Day of publication; without it relative expressions have no value and say so.</param>
    public static IReadOnlyList<DateMention> Read(string text, TextSpan within, DateOnly? reference)
    {
        ArgumentNullException.ThrowIfNull(text);
        // A day that near the ends of the calendar is a damaged one: centuries cannot be counted from it.
        if (reference is { Year: < 1000 or > 9000 }) reference = null;
        DateToken[] tokens = DateTokens.Cut(text, within.Start, within.End);
        var grammar = new DateGrammar(text, tokens, reference);
        var found = new List<(int First, int End, DateValue Value)>();
        for (int i = 0; i < tokens.Length; i++)
        {
            if (tokens[i].Word is DateWord.Stop && tokens[i].Text is "\n") grammar.Narrated = null;
            if (grammar.At(i) is not { } read) continue;
            found.Add((i, read.End, read.Value));
            if (read.Value.Grain is DateGrain.Day && read.Value.Timex is { Length: 10 }) grammar.Narrated = read.Value.First;
            i = read.End - 1;
        }
        DateJoins.Apply(tokens, found);
        return [.. found.Select(f => Mention(text, tokens, f.First, f.End, f.Value, reference))];
    }

    private static DateMention Mention(string text, DateToken[] tokens, int first, int end, DateValue value, DateOnly? reference)
    {
        var span = TextSpan.FromBounds(tokens[first].Start, tokens[end - 1].End);
        string written = text.Substring(span.Start, span.Length);
        string rule = value.Date is null && value.Timex is not null ? string.Create(CultureInfo.InvariantCulture, $"no one date: {Article(value.Rule)}") : value.Timex is null ? value.Rule : $"\"{written}\" {value.Rule}";
        return new DateMention(span, written, value.Date, rule, value.Timex)
        {
            Grain = value.Grain,
            Days = value is { First: { } a, Last: { } b } ? (a, b) : null,
            IsFuture = value.First is { } start ? start > reference : value.Timex is "FUTURE_REF",
        };
    }

    private static string Article(string rule) => rule.StartsWith("is ", StringComparison.Ordinal) ? rule[3..] : rule;
}
