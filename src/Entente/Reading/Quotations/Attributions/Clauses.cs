using Entente.Language;

namespace Entente.Reading.Quotations.Attributions;

/// <summary>Tells clauses from phrases, and puts right a reading that takes one for the other.</summary>
internal static class Clauses
{
    // A longer phrase behind a cue is rarely whoever spoke.
    private const int LongestSpeaker = 12;

    private static readonly HashSet<uint> Subjects = [AttributionTokens.Hash("nsubj"), AttributionTokens.Hash("nsubj:pass"), AttributionTokens.Hash("csubj")];

    /// <summary>The first word of a stretch whose head lies outside it.</summary>
    public static int TopOf(AttributionTokens t, (int Start, int End) stretch)
    {
        for (int j = stretch.Start; j < stretch.End; j++)
            if (t.Shape[j] < TokenShape.Stop && (t.Head[j] < stretch.Start || t.Head[j] >= stretch.End)) return j;
        return stretch.End - 1;
    }

    /// <summary>"The force that joins them is fear, say experts": where a clause would speak a phrase, the phrase speaks the clause.</summary>
    public static Attribution Upright(AttributionTokens t, Attribution a)
    {
        if (a.Source.Length != 1 || a.Content.Length != 1 || (t.Classes[a.Cue] & 1) == 0 || t.Tag[a.Cue] != Upos.Verb) return a;
        (int Start, int End) who = a.Source[0], said = a.Content[0];
        if (who.End > a.Cue || said.Start != a.Cue + 1 || said.End - said.Start > LongestSpeaker) return a;
        bool phrase = t.Tag[TopOf(t, said)] is Upos.Noun or Upos.Propn or Upos.Pron && !HasVerb(t, said) && t.QuoteId[said.Start] < 0;
        return phrase && IsClause(t, who) ? a with { Content = a.Source, Source = a.Content } : a;
    }

    public static bool HasVerb(AttributionTokens t, (int Start, int End) stretch)
    {
        for (int j = stretch.Start; j < stretch.End; j++) if (t.Tag[j] is Upos.Verb or Upos.Aux) return true;
        return false;
    }

    private static bool IsClause(AttributionTokens t, (int Start, int End) stretch)
    {
        int top = TopOf(t, stretch);
        for (int j = stretch.Start; j < stretch.End; j++) if (t.Head[j] == top && Subjects.Contains(t.Relation[j])) return HasVerb(t, stretch);
        return false;
    }
}
