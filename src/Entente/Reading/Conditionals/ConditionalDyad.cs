using Entente.Reading.Quotations;
using Entente.Text;

namespace Entente.Reading.Conditionals;

/// <summary>Decides which two states a conditional is about.</summary>
/// <remarks>
/// The parties of the consequence come first: the first two states of its clause, who threatens or warns among them. One party alone is
/// paired with the state that acts in the condition; "we" is the speaker's state. Where the consequence names none ("that relationship"),
/// it is the two of the words before, or of the condition, that the document speaks of most, else the condition's only two.
/// </remarks>
internal static class ConditionalDyad
{
    public static UndirectedDyad? Of(string text, List<ActorMention> here, ConditionClauses clauses, UndirectedDyad? main, StateId? speaker)
    {
        List<StateId> inConsequence = States(here, clauses.Consequence), inMain = States(here, clauses.Main), inCondition = States(here, clauses.Condition);
        if (inConsequence.Count == 2) return new UndirectedDyad(inConsequence[0], inConsequence[1]);
        if (main is { } m && inConsequence.Count < 2 && inMain.All(m.Contains) && inCondition.Exists(m.Contains) && (inMain.Count == 2 || inMain.Count + inCondition.Count(m.Contains) >= 2 && States(here, null).Count(m.Contains) == 2)) return m;
        if (inMain.Count >= 2) return new UndirectedDyad(inMain[0], inMain[1]);
        if (inMain.Count == 1) return Pair(inMain[0], inCondition) ?? Pair(inMain[0], speaker is { } s ? [s] : []);
        if (speaker is { } own && SaysWe(text, clauses.Main)) return Pair(own, inCondition);
        List<StateId> all = States(here, null);
        if (main is { } discussed && all.Count(discussed.Contains) == 2) return discussed;
        return all.Count == 2 ? new UndirectedDyad(all[0], all[1]) : null;
    }

    private static UndirectedDyad? Pair(StateId one, List<StateId> others)
    {
        foreach (StateId other in others) if (other != one) return new UndirectedDyad(one, other);
        return null;
    }

    private static bool SaysWe(string text, TextSpan span) => Words.Cut(text, span.Start, span.End).Exists(w => w.Lower is "we" or "our" or "us" or "we’ll" or "we'll" or "we’d" or "we'd");

    private static List<StateId> States(List<ActorMention> here, TextSpan? span) =>
        [.. here.Where(m => span is not { } s || s.Overlaps(m.Span)).Select(m => m.State).OfType<StateId>().Distinct()];
}
