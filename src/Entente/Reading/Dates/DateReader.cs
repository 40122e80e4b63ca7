using Entente.Text;

namespace Entente.Reading;

/// <summary>Finds expressions of time and resolves them against the day the text was published.</summary>
/// <remarks>News speaks of the past: a bare weekday or month is the latest one not after the reference day, unless the words say "next".</remarks>
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
        string part = text.Substring(within.Start, within.Length);
        var found = new List<DateMention>();
        foreach (DateRule rule in DateRules.All)
        {
            for (var m = rule.Pattern.Match(part); m.Success; m = m.NextMatch())
            {
                var span = new TextSpan(within.Start + m.Index, m.Length);
                if (found.Exists(f => f.Span.Overlaps(span))) continue;
                if (rule.Read(m, reference) is not { } read) continue;
                found.Add(new DateMention(span, m.Value, read.Value, read.Why ?? $"\"{m.Value}\" {rule.Name}", read.Timex));
            }
        }
        found.Sort((a, b) => a.Span.Start.CompareTo(b.Span.Start));
        for (int i = found.Count - 2; i >= 0; i--)
        {
            if (Join(text, found[i], found[i + 1]) is not { } joined) continue;
            found[i] = joined;
            found.RemoveAt(i + 1);
        }
        return found;
    }

    // "Wednesday at 3 pm" and "12:00 UTC Monday" are one expression.
    private static DateMention? Join(string text, DateMention a, DateMention b)
    {
        string between = text[a.Span.End..b.Span.Start].Trim();
        bool timeLast = (between is "" or "," or "at" or "around") && a.Value is { Day: not null } && IsTime(b);
        bool timeFirst = (between is "" or "," or "on") && b.Value is { Day: not null } && IsTime(a);
        if (timeLast == timeFirst) return null;
        (DateMention day, DateMention time) = timeLast ? (a, b) : (b, a);
        if (day.TimexValue is not { Length: 10 }) return null;
        var span = TextSpan.FromBounds(a.Span.Start, b.Span.End);
        string clock = time.TimexValue![time.TimexValue!.IndexOf('T', StringComparison.Ordinal)..];
        return new DateMention(span, text[a.Span.Start..b.Span.End], day.Value, day.Rule, day.TimexValue + clock);
    }

    private static bool IsTime(DateMention m) => m.Value is null && m.TimexValue is { } t && t.Contains('T', StringComparison.Ordinal)
        && !t.StartsWith('P') && !t.EndsWith("REF", StringComparison.Ordinal);
}
