using System.Collections.Frozen;
using Entente.Language;
using Entente.Reading.Codebook;

namespace Entente.Reading.Events;

/// <summary>Finds accusations that no word of accusing makes: a state that says another did harm accuses it.</summary>
internal static class Claims
{
    private static readonly FrozenSet<string> Verbs = FrozenSet.ToFrozenSet(["say", "claim", "allege", "announce", "state", "declare", "charge", "insist"], StringComparer.Ordinal);
    private static readonly CodebookRule Rule = EventCodebook.Default.Rules.First(r => string.Equals(r.Id, "accuse", StringComparison.Ordinal));

    /// <summary>Whether the act of a match is a harm that one accuses of.</summary>
    public static bool IsHarm(CodebookRule rule) => rule.Type is PloverType.Assault or PloverType.Coerce || rule.Id is "defy" or "will-deploy" or "mobilize";

    /// <summary>The verb of saying that a predicate is told under, and who says it; null where it is told by nobody or not as having happened.</summary>
    /// <param name="sentence">A parsed sentence.</param>
    /// <param name="finder">Its parties.</param>
    /// <param name="at">The predicate.</param>
    /// <param name="accused">Who is said to have done it.</param>
    public static (CodebookMatch Match, Party Speaker)? Of(ParsedSentence sentence, RoleFinder finder, int at, Party accused)
    {
        int verb = sentence.ParentOf(at);
        if (verb < 0 || !sentence.HasRelation(at, "ccomp") || !Verbs.Contains(sentence.Tokens[verb].Lemma)) return null;
        return finder.Sources(verb) is [var speaker] && speaker.State != accused.State ? (new CodebookMatch(Rule, verb, verb, 1), speaker) : null;
    }
}
