using System.Collections.Frozen;
using Entente.Language;
using Entente.Reading.Codebook;

namespace Entente.Reading.Events;

/// <summary>Parties that the phrase itself does not name: pronouns of the sentence, "both sides", and states deep in the clause.</summary>
internal sealed partial class RoleFinder
{
    private static readonly FrozenSet<string> Quoting = FrozenSet.ToFrozenSet("say tell add state declare announce write stress note insist vow claim warn".Split(' '), StringComparer.Ordinal);

    /// <summary>Whether a party of the last question was found by what a pronoun stands for or deep in the clause; set false before asking.</summary>
    public bool Far { get; set; }

    private List<Party> Mark(List<Party> found)
    {
        Far |= found.Count > 0;
        return found;
    }

    // "Peru says it will not …": the subject of the nearest clause above. One that names no state is who the pronoun means, and no party.
    private List<Party> Referred(int pronoun, int at)
    {
        string word = sentence.Tokens[pronoun].Text.ToLowerInvariant();
        bool first = word is "i" or "we" or "my" or "our";
        if (!first && word is not ("he" or "she" or "it" or "they" or "his" or "her" or "its" or "their")) return [];
        foreach (int above in sentence.AncestorsOf(at))
        {
            if (!IsClause(above) || first && !Quoting.Contains(sentence.Tokens[above].Lemma)) continue;
            if (Named(Subject(above, 0), pronoun, word) is { } found) return Mark(found);
        }
        // "“We condemn it,” Peru's president said": what says so may hang on what is said.
        if (first)
            foreach (int child in sentence.ChildrenOf(sentence.Root))
                if (sentence.HasRelation(child, "parataxis") && Quoting.Contains(sentence.Tokens[child].Lemma) && Named(Subject(child, 0), pronoun, word) is { } speaker) return Mark(speaker);
        return [];
    }

    // Null where the subject leaves the pronoun open: there is none, or it is a pronoun too.
    private List<Party>? Named(int subject, int pronoun, string word)
    {
        if (subject < 0 || subject == pronoun || sentence.Tokens[subject].Upos is Upos.Pron) return null;
        List<Party> found = parties.Agents(subject);
        found.RemoveAll(f => word switch
        {
            "he" or "she" or "his" or "her" => f.Actor.Kind is not (ActorKind.Person or ActorKind.Agent),
            "it" or "its" => f.Actor.Kind is ActorKind.Person,
            _ => false,
        });
        return found;
    }

    // "expelled the envoy, accusing him of …": a pronoun as object is the object of the clause above.
    private int? Object(int at, int direct)
    {
        if (direct < 0) direct = sentence.ChildOf(at, "iobj");
        if (direct < 0 || sentence.Tokens[direct].Text.ToLowerInvariant() is not ("him" or "her" or "it" or "them")) return null;
        for (int x = at; sentence.ParentOf(x) is var head and >= 0 && sentence.Tokens[x].Relation is "advcl" or "conj" or "xcomp"; x = head)
            if (sentence.ChildOf(head, "obj") is var above and >= 0 && sentence.Tokens[above].Upos is not Upos.Pron)
            {
                Far = true;
                return above;
            }
        return null;
    }

    // "their first meeting": they who are the subject of the clause.
    private List<Party> Owner(int owner, int at)
    {
        List<Party> found = Referred(owner, at);
        if (found.Count > 0) return found;
        foreach (int above in sentence.AncestorsOf(at))
            if (IsClause(above)) return parties.Agents(Subject(above, 0));
        return [];
    }

    /// <summary>The two after "between" anywhere below a word: "Both sides reaffirmed their partnership between Peru and Chile".</summary>
    public List<Party> Between(int at)
    {
        foreach (int below in sentence.SubtreeOf(at))
            if (below > at && (sentence.HasRelation(below, "obl") || sentence.HasRelation(below, "nmod")) && parties.Preposition(below) is "between" && parties.Agents(below) is { Count: 2 } both) return Mark(both);
        return [];
    }

    /// <summary>Whether what would be the target is the source's own state: "Peru arrested officers of Peru".</summary>
    public bool TurnsOnItself(int at, CodebookRule rule) => Sources(at) is [var source] && Targets(at, rule, []) is [var target] && target.State == source.State;

    /// <summary>Whether a party stands in a phrase with "with" below a word: "Peru and Chile agreed with Bolivia".</summary>
    public bool IsWith(int party, int at)
    {
        for (int x = party; x >= 0 && x != at; x = sentence.ParentOf(x))
            if (parties.Preposition(x) is "with") return true;
        return false;
    }

    // "destroyed the bridge leading to a town in Ukraine", "gave millions to schools in Chad": a state however deep in the clause, when nothing nearer is the target.
    private List<Party> Deep(int at, CodebookRule rule, Party source)
    {
        if (rule.Type is PloverType.Consult or PloverType.Protest || rule.Roles is not EventRoles.Forward) return [];
        foreach (int below in sentence.SubtreeOf(at))
        {
            if (below <= at || parties.At(below) is not { State: { } state } place || state == source.State) continue;
            if (rule.Type is PloverType.Assault or PloverType.Mobilize && place.Kind is not ActorKind.State) continue;
            bool clear = true;
            for (int x = below; clear && x != at && x >= 0; x = sentence.ParentOf(x)) clear = LeadsDown(x, rule.Type);
            if (clear) return Mark([new Party(place, below)]);
        }
        return [];
    }

    private bool LeadsDown(int x, PloverType type)
    {
        string relation = sentence.Tokens[x].Relation ?? "", preposition = parties.Preposition(x);
        if (relation is "advcl")
            return type is PloverType.Aid && Mark(x) is "to" || type is PloverType.Threaten && Mark(x) is "if" or "unless";
        if (relation is "ccomp" or "acl:relcl" or "parataxis" or "obl:agent" or "appos" || relation is "conj" && IsClause(x)) return false;
        if (Prepositions.PointsAway(preposition)) return false;
        return preposition is not ("by" or "with" or "between" or "among") && (preposition is not "from" || type is PloverType.Reject or PloverType.Retreat or PloverType.Sanction);
    }

    // "a series of strikes across Ukraine": what hangs on the series is the strikes' own.
    private bool IsLightPart(int at, int head) => sentence.HasRelation(at, "nmod") && parties.Preposition(at) is "of" && EventModality.IsLightNoun(sentence.Tokens[head].Lemma);
}
