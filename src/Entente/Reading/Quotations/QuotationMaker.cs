using System.Collections.Immutable;
using Entente.Documents;
using Entente.Text;

namespace Entente.Reading.Quotations;

/// <summary>Turns an attribution into the observation that is stored.</summary>
internal static class QuotationMaker
{
    public static AttributedQuotation Make(
        Document doc, List<TextSpan> quotes, int firstQuote, IReadOnlyList<ActorMention> actors, ImmutableArray<TextSpan> content, TextSpan cue, Attitude? attitude, Speaker? speaker, string? outlet)
    {
        string text = doc.Body.Text;
        var marked = new List<TextSpan>();
        for (int q = firstQuote; q < quotes.Count && quotes[q].Start < content[^1].End; q++)
            foreach (TextSpan piece in content)
                if (piece.Overlaps(quotes[q])) marked.Add(TextSpan.FromBounds(Math.Max(piece.Start, quotes[q].Start), Math.Min(piece.End, quotes[q].End)));
        int all = content.Sum(c => Letters(text, c)), inside = marked.Sum(c => Letters(text, c));
        QuotationForm form = inside == 0 ? QuotationForm.Indirect : inside == all ? QuotationForm.Direct : QuotationForm.Mixed;
        bool direct = inside * 2 > all;
        string words = string.Join(' ', (direct ? (IEnumerable<TextSpan>)marked : content).Select(s => direct ? Unmarked(s.Of(text)) : s.Of(text).ToString()).Where(s => s.Length > 0));
        // "said that the talks failed": the conjunction joins, it is not said.
        if (content[0].Start > cue.End && words.StartsWith("that ", StringComparison.Ordinal) && text.AsSpan(cue.End, content[0].Start - cue.End).IsWhiteSpace()) words = words[5..];
        int start = Math.Min(content[0].Start, cue.Start), end = Math.Max(content[^1].End, cue.End);
        if (speaker is { } s) (start, end) = (Math.Min(start, s.Span.Start), Math.Max(end, s.Span.End));
        var span = TextSpan.FromBounds(start, end);
        return new AttributedQuotation(new QuotationObservation
        {
            Id = ObservationId.Create(doc.Id, "quotation", span, words),
            Evidence = new Evidence(doc.Id, span, doc.Body.BytesOf(span), span.Of(text).ToString(), QuotationReader.Rule),
            Words = words,
            Direct = direct,
            Form = form,
            Attitude = attitude,
            Speaker = speaker?.Name,
            Role = speaker?.Role,
            Affiliation = speaker?.Affiliation,
            SpeakerState = speaker?.State,
            Outlet = outlet,
            Cue = cue.Of(text).ToString(),
            About = QuotationAbout.Of(text, content, actors, speaker?.State),
        }, speaker?.Span, content);
    }

    private static int Letters(string text, TextSpan span)
    {
        int letters = 0;
        foreach (char c in span.Of(text)) if (char.IsLetterOrDigit(c)) letters++;
        return letters;
    }

    private static string Unmarked(ReadOnlySpan<char> quoted)
    {
        quoted = quoted.Trim();
        if (quoted.Length >= 2 && quoted[0] == quoted[1] && quoted[0] is '\'' or '‘' or '’' or '`') quoted = quoted[2..];
        else if (quoted.Length >= 1 && quoted[0] is '“' or '"' or '«') quoted = quoted[1..];
        if (quoted.Length >= 2 && quoted[^1] == quoted[^2] && quoted[^1] is '\'' or '’') quoted = quoted[..^2];
        else if (quoted.Length >= 1 && quoted[^1] is '”' or '"' or '»') quoted = quoted[..^1];
        return quoted.Trim().ToString();
    }
}
