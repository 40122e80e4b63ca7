using System.Collections.Immutable;
using Entente.Reading.Conditionals;
using Entente.Text;

namespace Entente.Reading.Quotations;

/// <summary>Says which two states a quotation is about, and whether it speaks of closeness or distance.</summary>
internal static class QuotationAbout
{
    /// <summary>The dyad, or null where the words name no two states, nor one beside the speaker's own; of more than two, those joined by "and", if any.</summary>
    public static QuotationSubject? Of(string text, ImmutableArray<TextSpan> content, IReadOnlyList<ActorMention> actors, StateId? speaker)
    {
        var states = new List<StateId>();
        ActorMention? before = null;
        UndirectedDyad? joined = null;
        for (int i = FirstFrom(actors, content[0].Start); i < actors.Count && actors[i].Span.Start < content[^1].End; i++)
        {
            if (actors[i].State is not { } s || !content.Any(c => c.Overlaps(actors[i].Span))) continue;
            if (!states.Contains(s)) states.Add(s);
            if (before?.State is { } other && other != s && Joined(text, before.Span, actors[i].Span)) joined ??= new UndirectedDyad(other, s);
            before = actors[i];
        }
        if (states.Count == 1 && speaker is { } own && own != states[0]) states.Add(own);
        if (states.Count != 2 && joined is null) return null;
        return new QuotationSubject(states.Count == 2 ? new UndirectedDyad(states[0], states[1]) : joined!.Value, RelationWords.ToneOf(string.Join(' ', content.Select(c => c.Of(text).ToString()))));
    }

    // "what pushes France and Poland together is Spain": of several states the two named in one breath.
    private static bool Joined(string text, TextSpan first, TextSpan second) =>
        second.Start >= first.End && text.AsSpan(first.End, second.Start - first.End).Trim() is "and" or "and the" or "&" or "-" or "–";

    /// <summary>The first mention that ends after a place; mentions are in order and do not overlap.</summary>
    public static int FirstFrom(IReadOnlyList<ActorMention> actors, int at)
    {
        int low = 0, high = actors.Count;
        while (low < high)
        {
            int middle = (low + high) / 2;
            if (actors[middle].Span.End <= at) low = middle + 1;
            else high = middle;
        }
        return low;
    }
}
