using System.Text.Json;
using Entente.Reading;
using Entente.Text;

namespace Entente.Evaluation.Dates;

/// <summary>Counts of expressions annotated, found and right.</summary>
internal sealed class Tally
{
    private int _gold, _found, _spans, _goldValued, _foundValued, _values, _overlapping;

    public static Tally Of(DateGold row, IReadOnlyList<DateMention> read, Action<string> missed)
    {
        // A set that marks spans only says nothing of values.
        bool valued = row.Dates.Count == 0 ? row.Reference is not null : row.Dates.Any(d => d.Values.Count > 0);
        var tally = new Tally { _gold = row.Dates.Count, _found = read.Count };
        if (valued)
        {
            tally._goldValued = row.Dates.Count(d => d.Values.Count > 0);
            tally._foundValued = read.Count(m => !row.Dates.Any(d => d.Span == m.Span && d.Values.Count == 0));
        }
        var taken = new HashSet<TextSpan>();
        foreach (GoldDate d in row.Dates)
        {
            DateMention? match = read.FirstOrDefault(m => m.Span == d.Span);
            bool right = match is not null && d.Values.Any(v => TimexValue.Same(v, match.TimexValue));
            if (match is not null) tally._spans++;
            if (right) tally._values++;
            DateMention? near = match ?? read.FirstOrDefault(m => m.Span.Overlaps(d.Span) && !taken.Contains(m.Span));
            if (near is not null && taken.Add(near.Span) && d.Values.Any(v => TimexValue.Same(v, near.TimexValue))) tally._overlapping++;
            if (match is null || (d.Values.Count > 0 && !right))
                missed(JsonSerializer.Serialize(new { expected = d.Text, values = d.Values, got = match?.TimexValue, found = match is not null, text = row.Text.Length < 200 ? row.Text : null, spec = row.Spec }));
        }
        foreach (DateMention m in read)
            if (!row.Dates.Any(d => d.Span == m.Span)) missed(JsonSerializer.Serialize(new { invented = m.Text, got = m.TimexValue, text = row.Text.Length < 200 ? row.Text : null, spec = row.Spec }));
        return tally;
    }

    public void Add(Tally other)
    {
        _gold += other._gold;
        _found += other._found;
        _spans += other._spans;
        _goldValued += other._goldValued;
        _foundValued += other._foundValued;
        _values += other._values;
        _overlapping += other._overlapping;
    }

    public DateScore Score() => new(_gold, F1(_spans, _gold, _found), F1(_values, _goldValued, _foundValued)) { OverlapValueF1 = F1(_overlapping, _goldValued, _foundValued) };

    private static double? F1(int right, int gold, int found) => gold + found == 0 ? null : 2.0 * right / (gold + found);
}
