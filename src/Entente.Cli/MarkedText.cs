using System.Globalization;
using System.Text;
using Entente.Reading;

namespace Entente.Cli;

/// <summary>A text with what was read in it marked: ⟦the sentence⟧3 for the third observation listed below it.</summary>
internal static class MarkedText
{
    /// <summary>Marks the span of each observation; spans may lie within one another or be the same.</summary>
    /// <param name="text">The cleaned text.</param>
    /// <param name="observations">In the order they are numbered, from 1.</param>
    public static string Mark(string text, IReadOnlyList<Observation> observations)
    {
        var spans = observations.Select((o, i) => (o.Evidence.Span, Number: i + 1)).GroupBy(x => x.Span)
            .Select(g => (Span: g.Key, Numbers: string.Join(',', g.Select(x => x.Number.ToString(CultureInfo.InvariantCulture))))).ToList();
        // Where marks meet, inner ones close before outer ones, and all close before any opens.
        IEnumerable<(int At, int Order, int Inner, string Mark)> marks = spans.Select(s => (s.Span.End, 0, s.Span.Length, $"⟧{s.Numbers}"))
            .Concat(spans.Select(s => (s.Span.Start, 1, -s.Span.Length, "⟦")))
            .OrderBy(m => m.Item1).ThenBy(m => m.Item2).ThenBy(m => m.Item3);
        var marked = new StringBuilder(text.Length + (spans.Count * 4));
        int at = 0;
        foreach ((int position, _, _, string mark) in marks)
        {
            marked.Append(text, at, position - at).Append(mark);
            at = position;
        }
        return marked.Append(text, at, text.Length - at).ToString();
    }
}
