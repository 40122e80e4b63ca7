using Entente.Reading;
using Entente.Web.Html;

namespace Entente.Web.Pages.Evidence;

/// <summary>A text with what was read in it highlighted; where two observations overlap, the shared stretch carries both.</summary>
internal static class MarkedText
{
    /// <summary>Marks a stretch of the text.</summary>
    /// <param name="text">The cleaned text.</param>
    /// <param name="observations">Numbered in this order from 1.</param>
    /// <param name="from">First code unit shown.</param>
    /// <param name="to">End, exclusive.</param>
    public static HtmlPart Of(string text, IReadOnlyList<Observation> observations, int from, int to)
    {
        var spans = observations.Select((o, i) => (o.Evidence.Span, Number: i + 1, o.Kind, o.Id)).Where(s => s.Span.Length > 0 && s.Span.Start < to && s.Span.End > from && s.Span.End <= text.Length).ToList();
        int[] cuts = [.. spans.SelectMany(s => (int[])[s.Span.Start, s.Span.End]).Where(c => c > from && c < to).Append(from).Append(to).Distinct().Order()];
        var html = new HtmlPart();
        for (int i = 0; i + 1 < cuts.Length; i++)
        {
            (int start, int end) = (cuts[i], cuts[i + 1]);
            var over = spans.Where(s => s.Span.Start <= start && s.Span.End >= end).ToList();
            string run = text[start..end];
            string kinds = string.Join(' ', over.Select(s => "k-" + s.Kind).Distinct(StringComparer.Ordinal));
            foreach ((int n, string line) in run.Split('\n').Index())
            {
                // A line of the text is a paragraph of the page.
                if (n > 0) html.Add($"<span class=\"nl\">\n</span>");
                if (line.Length == 0) continue;
                if (over.Count == 0) html.Add($"{line}");
                else html.Add($"<mark class=\"{kinds}\">{line}</mark>");
            }
            foreach (var ends in over.Where(s => s.Span.End == end))
                html.Add($"<sup><a href=\"#o-{ends.Id}\" aria-label=\"observation {ends.Number}\">{ends.Number}</a></sup>");
        }
        return html;
    }
}
