using Entente.Reading.Quotations;
using Entente.Text;

namespace Entente.Reading.Conditionals;

/// <summary>Decides which two states a conditional is about.</summary>
/// <remarks>
/// The parties of the consequence come first: two states it names; or its subject, which is the speaker's state for "we" and the state that
/// says so for "it will", with the state it acts on, else the one that acts in the condition. Where it names none ("that relationship"), it
/// is the two of the clause that reports it, else the condition's only two, else the pair that the document speaks of most.
/// </remarks>
internal static class ConditionalDyad
{
    private static readonly string[] Pronouns = ["it", "they", "he", "she", "its", "their", "it’ll", "they’ll", "it'll", "they'll"];
    private static readonly string[] Own = ["we", "our", "us", "we’ll", "we'll", "we’d", "we'd", "we’ve", "we've", "we’re", "we're"];

    public static UndirectedDyad? Of(string text, List<ActorMention> here, ConditionClauses clauses, UndirectedDyad? main, StateId? speaker)
    {
        List<StateId> consequence = States(text, here, clauses.Consequence), whole = States(text, here, clauses.Main), condition = States(text, here, clauses.Condition);
        List<Word> words = Words.Cut(text, clauses.Consequence.Start, clauses.Consequence.End);
        if (consequence.Count >= 2) return new UndirectedDyad(consequence[0], consequence[1]);
        if (speaker is { } own && words.Exists(w => Own.Contains(w.Lower))) return Pair(own, consequence) ?? Pair(own, condition) ?? Pair(own, whole);
        bool stands = words.Take(3).Any(w => Pronouns.Contains(w.Lower)) || words.Count > 1 && words[0].Lower is "the" or "his" or "her" && words[1].Lower is "country" or "kingdom" or "state" or "government";
        if (stands && whole.Count > 0) return Pair(whole[0], consequence) ?? Pair(whole[0], condition) ?? Pair(whole[0], whole);
        if (consequence.Count == 1) return Pair(consequence[0], condition) ?? Pair(consequence[0], whole) ?? (speaker is { } said ? Pair(consequence[0], [said]) : null);
        if (whole.Count >= 2) return new UndirectedDyad(whole[0], whole[1]);
        if (whole.Count == 1) return Pair(whole[0], condition);
        List<StateId> all = States(text, here, null);
        if (all.Count == 2) return new UndirectedDyad(all[0], all[1]);
        return main is { } discussed && all.Count(discussed.Contains) == 2 ? discussed : null;
    }

    private static UndirectedDyad? Pair(StateId one, List<StateId> others)
    {
        foreach (StateId other in others) if (other != one) return new UndirectedDyad(one, other);
        return null;
    }

    // The states of a stretch in order. Of "Germany and France" that act together on a third, the first stands for both.
    private static List<StateId> States(string text, List<ActorMention> here, TextSpan? span)
    {
        List<ActorMention> named = [.. here.Where(m => m.State is not null && (span is not { } s || s.Overlaps(m.Span)))];
        List<StateId> states = [.. named.Select(m => m.State!.Value).Distinct()];
        if (states.Count < 3 || span is null || named[1].Span.Start < named[0].Span.End) return states;
        ReadOnlySpan<char> between = text.AsSpan(named[0].Span.End, named[1].Span.Start - named[0].Span.End).Trim();
        bool joined = between is "and" or "," or "&" && !text.AsSpan(0, named[0].Span.Start).TrimEnd().EndsWith("between", StringComparison.Ordinal);
        if (joined) states.Remove(named[1].State!.Value);
        return states;
    }
}
