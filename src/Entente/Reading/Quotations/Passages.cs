using Entente.Language;
using Entente.Text;

namespace Entente.Reading.Quotations;

/// <summary>Joins sentences that a quotation runs through, so that a cue and its words stand in one passage.</summary>
internal static class Passages
{
    /// <summary>Passages in order; none crosses a line break.</summary>
    public static List<TextSpan> Join(string text, IReadOnlyList<ParsedSentence> sentences, IReadOnlyList<TextSpan> quotes)
    {
        var passages = new List<TextSpan>();
        int q = 0;
        foreach (ParsedSentence sentence in sentences)
        {
            TextSpan span = sentence.Span;
            if (span.Length == 0) continue;
            while (q < quotes.Count && quotes[q].End < span.Start) q++;
            bool inside = q < quotes.Count && quotes[q].Start < span.Start && span.Start < quotes[q].End;
            bool tail = char.IsLower(text[span.Start]) || text[span.Start] is ',' or '”';
            if (passages.Count > 0 && (inside || tail) && text.AsSpan(passages[^1].Start, span.Start - passages[^1].Start).IndexOf('\n') < 0)
                passages[^1] = TextSpan.FromBounds(passages[^1].Start, Math.Max(passages[^1].End, span.End));
            else
                passages.Add(span);
        }
        return passages;
    }
}
