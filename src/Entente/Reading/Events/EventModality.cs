using System.Collections.Frozen;
using Entente.Language;

namespace Entente.Reading.Events;

/// <summary>How a sentence presents an event.</summary>
/// <param name="Modality">Whether it asserts it.</param>
/// <param name="Withheld">Why it is no event of its own; null when it is.</param>
internal readonly record struct Presentation(Modality Modality, NoEventReason? Withheld);

/// <summary>Reads from the tree above and beside a word whether its event is asserted, reported, intended, possible, denied, or only background.</summary>
internal static class EventModality
{
    private static readonly FrozenSet<string> Transparent = Set("begin start continue keep resume manage appear seem help proceed go have decide move act cease");
    private static readonly FrozenSet<string> Reporting = Set("say tell announce report claim confirm add state note declare reveal disclose acknowledge admit reiterate emphasize emphasise stress write tweet post explain show find believe allege accuse describe learn remind see know recall observe mention underscore underline affirm reaffirm assert argue maintain caution insist complain remember recount testify");
    private static readonly FrozenSet<string> LightNouns = Set("series wave campaign round string spate number rash spree set kind type day week month year hour start beginning end escalation resumption continuation wave barrage day couple dozen hundred thousand multiple total");
    private static readonly FrozenSet<string> Seeking = Set("focus concentrate center centre aim work push press strive hope seek want await strive pursue advocate favor favour explore consider negotiate broker");
    private static readonly FrozenSet<string> Unreal = Set("alleged possible potential planned proposed future imminent threatened attempted foiled suspected upcoming hypothetical likely purported");

    /// <summary>Whether a noun only counts or times what follows its "of".</summary>
    public static bool IsLightNoun(string lemma) => LightNouns.Contains(lemma);

    /// <summary>The presentation of the event at a word.</summary>
    /// <param name="sentence">A parsed sentence.</param>
    /// <param name="at">The word.</param>
    /// <param name="predicates">The words of the codebook in it.</param>
    public static Presentation Of(ParsedSentence sentence, int at, PredicateSet predicates)
    {
        if (sentence.Tokens[^1].Text is "?" || sentence.Tokens.Length > 1 && sentence.Tokens[^2].Text is "?") return new(Modality.Hypothetical, null);
        bool clause = sentence.Tokens[at].Upos is Upos.Verb or Upos.Aux || sentence.ChildOf(at, "nsubj") >= 0;
        Modality found = Own(sentence, at, predicates);
        int x = at;
        for (int steps = 0; steps < 12 && sentence.ParentOf(x) is var head and >= 0; steps++, x = head)
        {
            string relation = sentence.Tokens[x].Relation ?? "";
            string lemma = sentence.Tokens[head].Lemma.ToLowerInvariant(), mark = Mark(sentence, x);
            PloverType? governor = predicates.TypeAt(head);
            if (relation.StartsWith("advcl", StringComparison.Ordinal))
            {
                if (mark is "if" or "unless" or "whether" or "in") return new(Modality.Hypothetical, null);
                if (mark is "without") return new(Modality.Negated, null);
                // "after Peru lifted its sanctions" tells news of its own; "after lifting them", "after being detained" only date.
                if (mark is "after" && sentence.ChildOf(x, "nsubj") >= 0 && sentence.ChildOf(x, "nsubj:pass") < 0) continue;
                if (mark is "since" or "after" or "before" or "until" or "till" or "because" or "once" or "following") return new(found, NoEventReason.Background);
                if (mark is "to") return new(Weaker(found, Modality.Intended), null);
                if (mark is "of" or "for" && governor is PloverType.Accuse) found = Weaker(found, Modality.Reported);
            }
            else if (relation is "xcomp")
            {
                if (governor is PloverType.Reject) return new(Modality.Negated, NoEventReason.Embedded);
                if (lemma is "claim" or "allege" or "report" or "say" or "believe" || Reporting.Contains(lemma) && !HasTo(sentence, x))
                {
                    found = Weaker(found, Modality.Reported);
                    continue;
                }
                if (governor is not null && !Transparent.Contains(lemma)) return new(Weaker(found, Modality.Intended), NoEventReason.Embedded);
                found = Weaker(found, Transparent.Contains(lemma) ? Own(sentence, head, predicates) : Modality.Intended);
            }
            else if (relation is "ccomp")
            {
                if (lemma is "deny") return new(Modality.Negated, null);
                if (governor is PloverType.Request or PloverType.Threaten or PloverType.Reject or PloverType.Agree) return new(Weaker(found, Modality.Hypothetical), NoEventReason.Embedded);
                if (Own(sentence, head, predicates) is Modality.Negated) return new(Modality.Negated, null);
                found = Weaker(found, Reporting.Contains(lemma) ? Modality.Reported : Modality.Hypothetical);
            }
            else if (relation is "acl" && (mark is "to" || HasTo(sentence, x)))
            {
                // "the last soldier to leave", "the first president to visit".
                if (sentence.ChildrenOf(head, "amod").Any(m => sentence.Tokens[m].Lemma is "first" or "last" or "only" or "second" or "third")) continue;
                return new(Weaker(found, Modality.Intended), governor is null ? null : NoEventReason.Embedded);
            }
            else if (relation is "conj")
            {
                if (x == at && clause && sentence.ChildOf(x, "nsubj") < 0 && sentence.ChildOf(x, "aux") < 0) found = Weaker(found, Own(sentence, head, predicates) is var shared && shared is Modality.Negated ? Modality.Asserted : shared);
            }
            else if (!clause && x == at && !sentence.HasRelation(x, "parataxis"))
            {
                if (Nominal(sentence, x, head, relation, mark, governor, predicates, ref found) is { } withheld) return new(found, withheld);
            }
            else if (relation.StartsWith("nmod", StringComparison.Ordinal) || relation.StartsWith("obl", StringComparison.Ordinal))
            {
                if (Prepositions.IsBackground(mark)) return new(found, NoEventReason.Background);
            }
        }
        return new(found, null);
    }

    // A noun inside another noun's phrase is its topic, not news: "the anniversary of the invasion".
    private static NoEventReason? Nominal(ParsedSentence sentence, int at, int head, string relation, string mark, PloverType? governor, PredicateSet predicates, ref Modality found)
    {
        if (relation.StartsWith("nmod", StringComparison.Ordinal) || relation is "compound" or "amod")
        {
            if (Prepositions.IsBackground(mark)) return NoEventReason.Background;
            return mark is "of" && LightNouns.Contains(sentence.Tokens[head].Lemma) || relation is "compound" ? null : NoEventReason.Background;
        }
        if (relation.StartsWith("obl", StringComparison.Ordinal))
        {
            if (mark is "without") found = Modality.Negated;
            else if (mark is "after" or "during" or "following" && sentence.Tokens[head].Lemma is "kill" or "injure" or "wound" or "die") return null;
            // "condemned", "met over", "spoke about the attack": what is spoken of is told with it.
            else if (mark is "about" or "over" or "regarding" or "concerning" && IsHarm(predicates, at) && governor is PloverType.Consult or PloverType.Accuse) found = Weaker(found, Modality.Reported);
            // "said during talks with Chile's president": the setting of what is told is told with it.
            else if (predicates.TypeAt(at) is PloverType.Consult && mark is "during" or "after" or "following") return null;
            else if (Prepositions.IsBackground(mark)) return NoEventReason.Background;
        }
        if (governor is PloverType.Accuse && relation is "obj" && IsHarm(predicates, at))
        {
            found = Weaker(found, Weaker(Modality.Reported, Own(sentence, head, predicates)));
            return null;
        }
        if (governor is PloverType.Accuse or PloverType.Support && relation is "obj") return NoEventReason.Background;
        if (governor is PloverType.Request or PloverType.Reject or PloverType.Threaten or PloverType.Agree && relation is "obj" or "obl") return NoEventReason.Embedded;
        // "talks focusing on a truce", "seeks a truce": wanted, not there.
        if (Seeking.Contains(sentence.Tokens[head].Lemma) && governor is null && relation is "obj" or "obl") found = Weaker(found, Modality.Hypothetical);
        found = Weaker(found, Own(sentence, head, predicates));
        return null;
    }

    private static bool IsHarm(PredicateSet predicates, int at) => predicates.TypeAt(at) is PloverType.Assault or PloverType.Coerce or PloverType.Mobilize;

    /// <summary>What the words that belong to a word itself say.</summary>
    private static Modality Own(ParsedSentence sentence, int at, PredicateSet predicates)
    {
        Modality found = Modality.Asserted;
        foreach (int child in sentence.ChildrenOf(at))
        {
            if (predicates.IsPart(at, child)) continue;
            string word = sentence.Tokens[child].Text.ToLowerInvariant();
            if (word is "not" or "n't" or "n’t" or "never" or "no" or "neither" or "without") return Modality.Negated;
            if (sentence.HasRelation(child, "aux"))
                found = Weaker(found, word is "will" or "'ll" or "’ll" or "shall" ? Modality.Intended : word is "would" or "could" or "might" or "may" or "should" or "can" or "must" ? Modality.Hypothetical : Modality.Asserted);
            else if (word is "reportedly" or "allegedly") found = Weaker(found, Modality.Reported);
            else if (sentence.HasRelation(child, "amod") && Unreal.Contains(word)) found = Weaker(found, Modality.Hypothetical);
        }
        return found;
    }

    private static Modality Weaker(Modality a, Modality b) => (Modality)Math.Max((int)a, (int)b);

    private static bool HasTo(ParsedSentence sentence, int at) => sentence.ChildOf(at, "mark") is var mark and >= 0 && sentence.Tokens[mark].Lemma is "to";

    private static string Mark(ParsedSentence sentence, int at)
    {
        int mark = sentence.ChildOf(at, "mark");
        if (mark < 0) mark = sentence.ChildOf(at, "case");
        if (mark < 0) mark = sentence.ChildOf(at, "advmod") is var adverb and >= 0 && sentence.Tokens[adverb].Text.ToLowerInvariant() is "once" ? adverb : -1;
        return mark < 0 ? "" : sentence.Tokens[mark].Text.ToLowerInvariant();
    }

    private static FrozenSet<string> Set(string words) => words.Split(' ').ToFrozenSet(StringComparer.Ordinal);
}
