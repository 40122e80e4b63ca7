using System.Text.Json;
using Entente.Reading;

namespace Entente.Evaluation.Dates;

/// <summary>How well expressions of time are found and valued.</summary>
/// <param name="N">Annotated expressions.</param>
/// <param name="SpanF1">F1 of exact spans, 0 to 1; null when there is nothing to score.</param>
/// <param name="ValueF1">F1 of exact spans with the right value, in texts whose annotations have values; null when none has.</param>
public sealed record DateScore(int N, double? SpanF1, double? ValueF1);

/// <summary>Scores date reading on JSON lines of MEANTIME's or of Recognizers-Text's form.</summary>
public static class DateScorer
{
    /// <summary>Scores the lines; empty lines are left out.</summary>
    /// <param name="lines">Gold, one object a line.</param>
    /// <param name="missed">Told of every expression missed, invented or wrongly valued, as a JSON line.</param>
    /// <exception cref="JsonException">A line is of neither form.</exception>
    public static DateScore Score(IEnumerable<string> lines, Action<string> missed)
    {
        ArgumentNullException.ThrowIfNull(lines);
        ArgumentNullException.ThrowIfNull(missed);
        int gold = 0, found = 0, spans = 0, goldValued = 0, foundValued = 0, values = 0;
        foreach (string line in lines)
        {
            if (string.IsNullOrWhiteSpace(line)) continue;
            DateGold row = DateGold.Parse(line);
            IReadOnlyList<DateMention> read = DateReader.Read(row.Text, row.Scope, row.Reference);
            // A set that marks spans only says nothing of values.
            bool valued = row.Dates.Count == 0 ? row.Reference is not null : row.Dates.Any(d => d.Values.Count > 0);
            gold += row.Dates.Count;
            found += read.Count;
            if (valued)
            {
                goldValued += row.Dates.Count(d => d.Values.Count > 0);
                foundValued += read.Count(m => !row.Dates.Any(d => d.Span == m.Span && d.Values.Count == 0));
            }
            foreach (GoldDate d in row.Dates)
            {
                DateMention? match = read.FirstOrDefault(m => m.Span == d.Span);
                bool right = match is not null && d.Values.Contains(match.TimexValue, StringComparer.Ordinal);
                if (match is not null) spans++;
                if (right) values++;
                if (match is null || (d.Values.Count > 0 && !right))
                    missed(JsonSerializer.Serialize(new { expected = d.Text, values = d.Values, got = match?.TimexValue, found = match is not null }));
            }
            foreach (DateMention m in read)
                if (!row.Dates.Any(d => d.Span == m.Span)) missed(JsonSerializer.Serialize(new { invented = m.Text, got = m.TimexValue }));
        }
        return new DateScore(gold, F1(spans, gold, found), F1(values, goldValued, foundValued));
    }

    private static double? F1(int right, int gold, int found) => gold + found == 0 ? null : 2.0 * right / (gold + found);
}
