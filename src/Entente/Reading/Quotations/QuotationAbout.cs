using System.Collections.Immutable;
using Entente.Reading.Conditionals;
using Entente.Text;

namespace Entente.Reading.Quotations;

/// <summary>Says which two states a quotation is about, and whether it speaks of closeness or distance.</summary>
internal static class QuotationAbout
{
    /// <summary>The dyad, or null where the words name no two states, nor one beside the speaker's own.</summary>
    public static QuotationSubject? Of(string text, ImmutableArray<TextSpan> content, IReadOnlyList<ActorMention> actors, StateId? speaker)
    {
        var states = new List<StateId>();
        for (int i = FirstFrom(actors, content[0].Start); i < actors.Count && actors[i].Span.Start < content[^1].End; i++)
            if (actors[i].State is { } s && !states.Contains(s) && content.Any(c => c.Overlaps(actors[i].Span))) states.Add(s);
        if (states.Count == 1 && speaker is { } own && own != states[0]) states.Add(own);
        if (states.Count != 2) return null;
        return new QuotationSubject(new UndirectedDyad(states[0], states[1]), RelationWords.ToneOf(string.Join(' ', content.Select(c => c.Of(text).ToString()))));
    }

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
