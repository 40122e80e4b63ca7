using System.Collections.Frozen;
using Entente.Language;
using Entente.Reading.Codebook;

namespace Entente.Reading.Events;

/// <summary>Finds who does it and to whom, from the tree around a word of the codebook.</summary>
internal sealed partial class RoleFinder(ParsedSentence sentence, SentenceParties parties)
{
    private const int Deepest = 4;

    // Verbs that leave what happens to their object's noun: "launched an attack", "paid a visit".
    private static readonly FrozenSet<string> Light = FrozenSet.ToFrozenSet(
        ("launch carry conduct make hold begin start pay announce issue express mount stage continue resume step undertake give take have impose declare deliver perform wage lead join "
        + "open end conclude complete intensify order authorize attend commit do perpetrate repeat").Split(' '), StringComparer.Ordinal);

    private static readonly FrozenSet<string> Gatherings = FrozenSet.ToFrozenSet("meeting talk talks visit summit negotiation negotiations consultation consultations conversation call dialogue discussion trip".Split(' '), StringComparer.Ordinal);

    private static readonly FrozenSet<string> ObjectControl = FrozenSet.ToFrozenSet(
        "urge ask order tell force allow warn persuade invite call help compel enable let instruct direct require request permit push press cause get want expect".Split(' '), StringComparer.Ordinal);

    // Verbs whose clause says what happened in the nominal event beside them: "killed in an airstrike".
    private static readonly FrozenSet<string> Harm = FrozenSet.ToFrozenSet("kill injure wound die hit strike destroy damage target displace sink hurt suffer assassinate".Split(' '), StringComparer.Ordinal);

    /// <summary>Whether the word heads a clause: a verb, or a noun or adjective with a subject.</summary>
    public bool IsClause(int at) => sentence.Tokens[at].Upos is Upos.Verb or Upos.Aux || sentence.ChildOf(at, "nsubj") >= 0;

    /// <summary>Sources of the event at a word.</summary>
    public List<Party> Sources(int at)
    {
        if (!IsClause(at)) return NominalSources(at, 0);
        if (IsPassive(at)) return ByAgent(at) is { Count: > 0 } agents ? agents : Freed(at);
        int speaker = Subject(at, 0);
        if (speaker >= 0 && sentence.Tokens[speaker].Text is "I" or "we" or "We" && OnBehalfOf(at) is { Count: > 0 } represented) return represented;
        List<Party> found = parties.Agents(speaker);
        // "Messrs. Xi and Putin": the parser may make two subjects of a title and a name.
        if (found.Count == 0)
            foreach (int other in sentence.ChildrenOf(at, "nsubj"))
                if (other != speaker && parties.Agents(other) is { Count: > 0 } named) return named;
        if (found.Count == 0 && speaker >= 0 && sentence.Tokens[speaker].Upos is Upos.Pron) return Referred(speaker, at);
        // "Iran announces that their ministry has arrested …".
        if (found.Count == 0 && speaker >= 0 && parties.IsOrgan(speaker) && sentence.ChildOf(speaker, "nmod:poss") is var owner and >= 0 && sentence.Tokens[owner].Upos is Upos.Pron) return Referred(owner, at);
        return found.Count == 0 && speaker is var subject and >= 0 && !IsClause(subject) && sentence.Tokens[subject].Upos is Upos.Noun ? NominalSources(subject, 1) : found;
    }

    /// <summary>Targets of the event at a word.</summary>
    /// <param name="at">The word.</param>
    /// <param name="rule">Its rule: a meeting's place is no target, a visit's is.</param>
    /// <param name="avoid">States that cannot be the target, the sources' own.</param>
    public List<Party> Targets(int at, CodebookRule rule, IReadOnlyList<Party> avoid)
    {
        return IsClause(at) ? ClauseTargets(at, rule, avoid, 0) : NominalTargets(at, rule, avoid);
    }

    private List<Party> ClauseTargets(int at, CodebookRule rule, IReadOnlyList<Party> avoid, int depth)
    {
        if (depth > Deepest) return [];
        if (IsPassive(at))
        {
            if (Others(parties.Patients(Passive(at)), avoid) is { Count: > 0 } patients) return patients;
            // "Jorge Soto, a Chilean, is shot": the parser may make two subjects of a name and what stands beside it.
            foreach (int subject in sentence.ChildrenOf(at, "nsubj:pass"))
                if (Others(parties.Patients(subject), avoid) is { Count: > 0 } beside) return beside;
        }
        int auxiliary = sentence.ChildOf(at, "aux");
        int direct = sentence.ChildOf(at, "obj") is var own && (own >= 0 || auxiliary < 0) ? own : sentence.ChildOf(auxiliary, "obj");
        // "intercepts and escorts an aircraft": the last of joined verbs has their object.
        if (direct < 0 && sentence.ChildOf(at, "conj") is var joined and >= 0 && IsClause(joined) && sentence.ChildOf(joined, "nsubj") < 0) direct = sentence.ChildOf(joined, "obj");
        if (Others(parties.Patients(direct), avoid) is { Count: > 0 } objects) return objects;
        if (Object(at, direct) is { } meant && Others(parties.Patients(meant), avoid) is { Count: > 0 } known) return known;
        if (Others(parties.Patients(sentence.ChildOf(at, "iobj")), avoid) is { Count: > 0 } indirect) return indirect;
        foreach (int child in sentence.ChildrenOf(at, "obl"))
        {
            string preposition = parties.Preposition(child);
            if (Prepositions.PointsAway(preposition) || !Prepositions.LeadsTo(preposition, rule)) continue;
            if (Others(parties.Patients(child), avoid) is { Count: > 0 } oblique) return oblique;
        }
        // Who is asked or accused is the object; what they are asked to do is not done to a target of the asking.
        if (direct >= 0 && rule.Type is PloverType.Request or PloverType.Accuse) return [];
        foreach (int child in sentence.ChildrenOf(at))
        {
            bool open = sentence.HasRelation(child, "xcomp"), full = sentence.HasRelation(child, "ccomp"), gerund = sentence.HasRelation(child, "advcl") && parties.Preposition(child) is "of" or "for" or "against";
            if (!open && !full && !gerund) continue;
            if (full && rule.Type is not (PloverType.Request or PloverType.Accuse or PloverType.Threaten or PloverType.Reject or PloverType.Agree)) continue;
            if (full && Others(parties.Patients(Subject(child, 0)), avoid) is { Count: > 0 } subject) return subject;
            if (ClauseTargets(child, rule, avoid, depth + 1) is { Count: > 0 } inner) return inner;
        }
        // "sanctions imposed by the US on Russia": the noun before a participle.
        if (sentence.HasRelation(at, "acl") && IsPassive(at)) return Others(parties.Patients(sentence.ParentOf(at)), avoid);
        return avoid.Count == 1 && depth == 0 ? Deep(at, rule, avoid[0]) : [];
    }

    private List<Party> NominalSources(int at, int depth)
    {
        if (depth > Deepest) return [];
        var found = new List<Party>();
        foreach (int child in sentence.ChildrenOf(at))
        {
            if (!(sentence.HasRelation(child, "nmod:poss") || sentence.HasRelation(child, "amod") || sentence.HasRelation(child, "compound"))) continue;
            foreach (Party party in parties.Patients(child))
                if (!found.Exists(f => f.State == party.State) && parties.At(party.Token) is { Sector: not (Sector.Cvl or Sector.Bus or Sector.Reb) }) found.Add(party);
        }
        if (found.Count > 0) return found;
        if (sentence.ChildOf(at, "nmod:poss") is var owner and >= 0 && sentence.Tokens[owner].Upos is Upos.Pron) return Owner(owner, at);
        foreach (int child in sentence.ChildrenOf(at, "nmod"))
            if (parties.Preposition(child) is "by" or "between" or "among" && parties.Agents(child) is { Count: > 0 } agents) return agents;
        int head = sentence.ParentOf(at);
        if (head < 0) return [];
        if (sentence.HasRelation(at, "nsubj"))
            foreach (int child in sentence.ChildrenOf(head, "obl"))
                if (parties.Preposition(child) is "between" or "among") return parties.Agents(child);
        if (sentence.HasRelation(at, "obj") && Light.Contains(sentence.Tokens[head].Lemma)) return IsPassive(head) ? ByAgent(head) : parties.Agents(Subject(head, 0));
        if (sentence.HasRelation(at, "nsubj:pass") && Light.Contains(sentence.Tokens[head].Lemma)) return ByAgent(head);
        // "said at a meeting with Chile's president": they who say it met.
        if (sentence.HasRelation(at, "obl") && IsClause(head) && Gatherings.Contains(sentence.Tokens[at].Lemma) && parties.Preposition(at) is "at" or "in" or "during" or "after" or "following" or "on") return parties.Agents(Subject(head, 0));
        if (sentence.HasRelation(at, "compound") || sentence.HasRelation(at, "nmod") && parties.Preposition(at) is "of" && sentence.Tokens[head].Upos is Upos.Noun) return NominalSources(head, depth + 1);
        return [];
    }

    private List<Party> NominalTargets(int at, CodebookRule rule, IReadOnlyList<Party> avoid)
    {
        foreach (int child in sentence.ChildrenOf(at))
        {
            if (!(sentence.HasRelation(child, "nmod") && !sentence.HasRelation(child, "nmod:poss") || sentence.HasRelation(child, "obl"))) continue;
            string preposition = parties.Preposition(child);
            if (Prepositions.PointsAway(preposition) || preposition is "between" or "among" || !Prepositions.LeadsTo(preposition, rule)) continue;
            if (Others(parties.Patients(child), avoid) is { Count: > 0 } found) return found;
        }
        int head = sentence.ParentOf(at);
        if (head < 0) return [];
        if (IsLightPart(at, head)) return NominalTargets(head, rule, avoid);
        bool held = sentence.HasRelation(at, "obj") && Light.Contains(sentence.Tokens[head].Lemma) || sentence.HasRelation(at, "nsubj:pass");
        bool harm = rule.Type is PloverType.Assault && Harm.Contains(sentence.Tokens[head].Lemma) && (sentence.HasRelation(at, "obl") || sentence.HasRelation(at, "nsubj"));
        if (sentence.HasRelation(at, "compound")) return NominalTargets(head, rule, avoid);
        if (!held && !harm) return [];
        if (harm && IsPassive(head) && Others(parties.Patients(Passive(head)), avoid) is { Count: > 0 } victims) return victims;
        if (harm && Others(parties.Patients(sentence.ChildOf(head, sentence.HasRelation(at, "nsubj") ? "obj" : "nsubj")), avoid) is { Count: > 0 } struck) return struck;
        foreach (int child in sentence.ChildrenOf(head, "obl"))
        {
            string preposition = parties.Preposition(child);
            if (child == at || Prepositions.PointsAway(preposition) || !Prepositions.LeadsTo(preposition, rule)) continue;
            if (Others(parties.Patients(child), avoid) is { Count: > 0 } found) return found;
        }
        return [];
    }

    /// <summary>Head of the phrase that is the subject of a clause, its own or one that controls it; -1 when there is none.</summary>
    private int Subject(int at, int depth)
    {
        if (depth > Deepest || at < 0) return -1;
        int own = sentence.ChildOf(at, "nsubj"), head = sentence.ParentOf(at);
        if (own >= 0) return sentence.HasRelation(at, "acl:relcl") && sentence.Tokens[own].Text is "who" or "which" or "that" ? head : own;
        if (head < 0) return -1;
        if (sentence.HasRelation(at, "acl")) return OfNoun(head, depth);
        if (sentence.HasRelation(at, "xcomp"))
            return ObjectControl.Contains(sentence.Tokens[head].Lemma) && sentence.ChildOf(head, "obj") is var controlled and >= 0 ? controlled : Subject(head, depth + 1);
        if (sentence.HasRelation(at, "advcl"))
            return Mark(at) is "of" or "for" or "from" && sentence.ChildOf(head, "obj") is var accused and >= 0 ? accused : Subject(head, depth + 1);
        return sentence.HasRelation(at, "conj") && IsClause(head) ? Subject(head, depth + 1) : -1;
    }

    // "a statement condemning …", "a decision to lift …": who issued the statement, whose decision it is.
    private int OfNoun(int noun, int depth)
    {
        if (parties.Agents(noun).Count > 0) return noun;
        if (sentence.ChildOf(noun, "nmod:poss") is var owner and >= 0) return owner;
        int head = sentence.ParentOf(noun);
        return head >= 0 && sentence.HasRelation(noun, "obj") ? Subject(head, depth + 1) : -1;
    }

    private string Mark(int at) => sentence.ChildOf(at, "mark") is var mark and >= 0 ? sentence.Tokens[mark].Text.ToLowerInvariant() : parties.Preposition(at);

    private bool IsPassive(int at)
    {
        if (sentence.ChildOf(at, "nsubj:pass") >= 0 || sentence.ChildOf(at, "aux:pass") >= 0) return true;
        // A bare participle behind a noun is passive when it has no object of its own.
        if (sentence.Tokens[at].Xpos is not "VBN" || sentence.ChildOf(at, "aux") >= 0) return false;
        if (sentence.HasRelation(at, "acl") && !sentence.HasRelation(at, "acl:relcl")) return sentence.ChildOf(at, "obj") < 0;
        int head = sentence.ParentOf(at);
        return head >= 0 && sentence.HasRelation(at, "conj") && sentence.ChildOf(at, "aux") < 0 && sentence.ChildOf(at, "obj") < 0 && IsClause(head) && IsPassive(head);
    }

    private int Passive(int at)
    {
        int own = sentence.ChildOf(at, "nsubj:pass");
        if (own >= 0) return sentence.HasRelation(at, "acl:relcl") && sentence.Tokens[own].Text is "who" or "which" or "that" ? sentence.ParentOf(at) : own;
        if (sentence.HasRelation(at, "acl")) return sentence.ParentOf(at);
        return sentence.HasRelation(at, "conj") && sentence.ParentOf(at) is var head and >= 0 && IsClause(head) ? Passive(head) : -1;
    }

    private List<Party> ByAgent(int at)
    {
        foreach (int child in sentence.ChildrenOf(at, "obl"))
        {
            if (!sentence.HasRelation(child, "obl:agent") && parties.Preposition(child) is not "by") continue;
            List<Party> agents = parties.Agents(child);
            return agents.Count > 0 ? agents : NominalSources(child, 1);
        }
        return [];
    }

    // "released from a prison in Belarus": who held lets go.
    private List<Party> Freed(int at)
    {
        if (sentence.Tokens[at].Lemma is not ("release" or "free")) return [];
        foreach (int child in sentence.ChildrenOf(at, "obl"))
            if (parties.Preposition(child) is "from" or "in" && parties.Patients(child) is { Count: > 0 } holders) return holders;
        return [];
    }

    // "On behalf of the United States, I congratulate …".
    private List<Party> OnBehalfOf(int at)
    {
        foreach (int child in sentence.ChildrenOf(at, "obl"))
            if (sentence.Tokens[child].Lemma is "behalf") return parties.Patients(child);
        return [];
    }

    private static List<Party> Others(List<Party> found, IReadOnlyList<Party> avoid)
    {
        if (avoid.Count == 1) found.RemoveAll(f => f.State == avoid[0].State);
        return found;
    }
}
