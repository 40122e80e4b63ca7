using Entente.Reading.Quotations.Attributions;
using Entente.Text;

namespace Entente.Reading.Quotations;

/// <summary>Finds the outlet that a text credits for somebody else's words: "he said, according to the Xinhua news agency".</summary>
internal static class Outlets
{
    public static readonly uint According = AttributionTokens.Hash("according"), To = AttributionTokens.Hash("to");

    private static readonly uint The = AttributionTokens.Hash("the");

    private static readonly HashSet<uint> Ends = [.. ",;.:-–—()\"”“".Select(c => AttributionTokens.Hash(c.ToString())), .. "in on at after before while who which that when as and but".Split(' ').Select(w => AttributionTokens.Hash(w))];

    private static readonly uint Tell = AttributionTokens.Hash("tell"), Interview = AttributionTokens.Hash("interview");

    private static readonly HashSet<string> Media = ["News", "Times", "Post", "Journal", "Radio", "TV", "Television", "Agency", "Newspaper", "Magazine", "CNN", "NBC", "CBS", "ABC", "MSNBC", "CNBC", "NPR", "AP", "Press"];

    /// <summary>The outlet that the sentence of a quotation credits, or to whom its speaker spoke ("told Reuters", "in an interview with Reuters"); null when it names none.</summary>
    public static string? Of(string text, AttributionTokens t, Attribution a, IReadOnlyList<ActorMention> actors) => Crediting(text, t, a) ?? Addressed(text, t, a, actors);

    private static string? Addressed(string text, AttributionTokens t, Attribution a, IReadOnlyList<ActorMention> actors)
    {
        for (int i = a.Cue; i + 1 < t.Count && i - a.Cue < 12 && t.Sentence[i] == t.Sentence[a.Cue]; i++)
        {
            if (a.Holds(i) || t.Lemma[i] != Interview && (i != a.Cue || t.Lemma[i] != Tell)) continue;
            int from = i + 1;
            if (t.Lemma[i] == Interview && ++from >= t.Count) return null;
            if (t.Lemma[from] == The) from++;
            int to = from;
            while (to < t.Count && t.Sentence[to] == t.Sentence[i] && t.Shape[to] is TokenShape.Capital or TokenShape.Capitals) to++;
            if (to == from) continue;
            var span = TextSpan.FromBounds(t.Span[from].Start, t.Span[to - 1].End);
            if (Media.Contains(t.Form[to - 1]) || Named(actors, span)) return span.Of(text).ToString();
        }
        return null;
    }

    private static bool Named(IReadOnlyList<ActorMention> actors, TextSpan span)
    {
        for (int i = QuotationAbout.FirstFrom(actors, span.Start); i < actors.Count && actors[i].Span.Start < span.End; i++)
            if (actors[i].Sector == Sector.Med) return true;
        return false;
    }

    private static string? Crediting(string text, AttributionTokens t, Attribution a)
    {
        if (t.Lower[a.Cue] == According) return null;
        for (int i = a.Cue + 1; i + 2 < t.Count && t.Sentence[i] == t.Sentence[a.Cue]; i++)
        {
            if (t.Lower[i] != According || t.Lower[i + 1] != To || t.QuoteId[i] >= 0) continue;
            int from = i + 2, to = from;
            while (to < t.Count && t.Sentence[to] == t.Sentence[i] && !Ends.Contains(t.Lower[to])) to++;
            return to > from ? TextSpan.FromBounds(t.Span[from].Start, t.Span[to - 1].End).Of(text).ToString() : null;
        }
        return null;
    }

    /// <summary>Whether an attribution only names the outlet of another one of its sentence.</summary>
    public static bool IsCredit(AttributionTokens t, Attribution a, List<Attribution> all)
    {
        if (t.Lower[a.Cue] != According) return false;
        foreach (Attribution o in all)
            if (o != a && t.Sentence[o.Cue] == t.Sentence[a.Cue] && o.Cue < a.Cue && t.Lower[o.Cue] != According && (a.Holds(o.Cue) || a.Content[0].Start >= o.Cue - 6)) return true;
        return false;
    }
}
