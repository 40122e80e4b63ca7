using System.Collections.Immutable;

namespace Entente.Reading.Quotations.Attributions;

/// <summary>Keeps a content out of quotations that a cue of speech attributes in their own sentence. Linear in the contents.</summary>
/// <remarks>"They drill together, experts say. “Ties are robust,” says Hart.": the quotation is Hart's, however far the experts' words seem to run.</remarks>
internal static class ForeignQuotes
{
    // A rival cue more likely a cue than not.
    private const float LeastRival = 0.5f;

    /// <summary>The candidates with what lies from a foreign quotation on cut away; those left without content are dropped.</summary>
    public static List<Attribution> Cut(AttributionTokens t, List<Attribution> candidates)
    {
        var place = new Dictionary<int, (int First, int Last)>();
        for (int i = 0; i < t.Count; i++)
            if (t.QuoteId[i] is >= 0 and var q) place[q] = (place.TryGetValue(q, out var p) ? p.First : t.Sentence[i], t.Sentence[i]);
        var owned = new HashSet<int>();
        foreach (Attribution a in candidates)
        {
            if ((t.Classes[a.Cue] & 1) == 0 || t.QuoteId[a.Cue] >= 0 || a.CueLikelihood < LeastRival) continue;
            foreach ((int start, int end) in a.Content)
                for (int j = start; j < end; j++)
                    if (t.QuoteId[j] is >= 0 and var q && Within(place[q], t.Sentence[a.Cue])) owned.Add(q);
        }
        var kept = new List<Attribution>(candidates.Count);
        foreach (Attribution a in candidates)
            if (Cut(t, a, place, owned) is { } left) kept.Add(left);
        return kept;
    }

    private static Attribution? Cut(AttributionTokens t, Attribution a, Dictionary<int, (int First, int Last)> place, HashSet<int> owned)
    {
        int low = 0, high = t.Count;
        foreach ((int start, int end) in a.Content)
            for (int j = start; j < end; j++)
            {
                int q = t.QuoteId[j];
                if (q < 0 || !owned.Contains(q) || Within(place[q], t.Sentence[a.Cue])) continue;
                if (j < a.Cue) low = j + 1;
                else if (j < high) high = j;
            }
        if (low == 0 && high == t.Count) return a;
        ImmutableArray<(int Start, int End)> left = [.. a.Content.Select(c => (Start: Math.Max(c.Start, low), End: Math.Min(c.End, high))).Where(c => c.Start < c.End)];
        return left.IsEmpty ? null : a with { Content = left };
    }

    private static bool Within((int First, int Last) sentences, int sentence) => sentence >= sentences.First && sentence <= sentences.Last;
}
