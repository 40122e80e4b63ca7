using Entente.Reading.Quotations.Attributions;
using Entente.Text;

namespace Entente.Reading.Quotations;

/// <summary>Finds the outlet that a text credits for somebody else's words: "he said, according to the Xinhua news agency".</summary>
internal static class Outlets
{
    public static readonly uint According = AttributionTokens.Hash("according"), To = AttributionTokens.Hash("to");

    private static readonly HashSet<uint> Ends = [.. ",;.:-–—()\"”“".Select(c => AttributionTokens.Hash(c.ToString())), .. "in on at after before while who which that when as and but".Split(' ').Select(w => AttributionTokens.Hash(w))];

    /// <summary>The outlet credited after the cue in its sentence, or null.</summary>
    public static string? Crediting(string text, AttributionTokens t, Attribution a)
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
