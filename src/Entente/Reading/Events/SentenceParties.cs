using System.Collections.Frozen;
using Entente.Language;

namespace Entente.Reading.Events;

/// <summary>The states of one parsed sentence, asked for by the phrases they stand in.</summary>
internal sealed class SentenceParties
{
    private static readonly FrozenSet<string> Quantities = FrozenSet.ToFrozenSet(
        "group number dozen hundred thousand pair majority part team contingent batch handful score lot couple hundreds thousands dozens million convoy wave squadron swarm member remnant".Split(' '), StringComparer.Ordinal);

    private readonly ParsedSentence _sentence;
    private readonly ActorMention?[] _at;
    private readonly ActorMention?[] _also;

    /// <summary>Makes it of a sentence's actors; those without a state are passed over.</summary>
    public SentenceParties(ParsedSentence sentence, IReadOnlyList<ActorMention> actors)
    {
        _sentence = sentence;
        _at = new ActorMention?[sentence.Tokens.Length];
        _also = new ActorMention?[sentence.Tokens.Length];
        foreach (ActorMention actor in actors)
        {
            if (actor.State is null || actor.Sector is Sector.Reb or Sector.Opp && actor.Rule.StartsWith("name:", StringComparison.Ordinal)) continue;
            (int start, int end) = sentence.TokensIn(actor.Span);
            // "The two leaders" are two mentions of one span.
            for (int i = start; i < end; i++)
                if (_at[i] is null) _at[i] = actor;
                else if (_at[i]!.State != actor.State) _also[i] = actor;
        }
    }

    /// <summary>States that can act through a phrase: its head is a state, an organ, a leader, a force or a weapon of one; with those joined to it.</summary>
    public List<Party> Agents(int head) => Collect(head, true);

    /// <summary>States meant by a phrase in whatever way: by its head, by what it belongs to, or where it lies; the nearest, with those joined to it.</summary>
    public List<Party> Patients(int head) => Collect(head, false);

    private List<Party> Collect(int head, bool acting)
    {
        var found = new List<Party>();
        if (head >= 0) Collect(head, acting, found, 0);
        return found;
    }

    private void Collect(int head, bool acting, List<Party> found, int depth)
    {
        if (depth > 8) return;
        int before = found.Count;
        if (_at[head] is { } here && (!acting || Acts(here)))
        {
            Add(here, head, found);
            if (_also[head] is { } other) Add(other, head, found);
            Beside(head, here, found);
        }
        else if (acting && _at[head] is { Kind: ActorKind.State } shared && _sentence.ChildOf(head, "conj") is var noun and >= 0 && _at[noun] is { Kind: ActorKind.Agent } agent && Acts(agent)) Add(shared, head, found);
        else if (acting && Quantities.Contains(_sentence.Tokens[head].Lemma) && Part(head) is var part and >= 0) Collect(part, acting, found, depth + 1);
        else if (!acting || IsOrgan(head))
            Modifiers(head, acting, found, depth);
        if (found.Count == before && acting) Names(head, found);
        if (found.Count == before && _at[head] is null && _sentence.Tokens[head].Upos is Upos.Propn or Upos.Noun) Titles(head, found, depth);
        // What is joined may hang on any word of a name.
        for (int i = head; i < _at.Length && (i == head || _at[i] is { } same && same == _at[head]); i++)
            foreach (int joined in _sentence.ChildrenOf(i, "conj"))
                if (_sentence.Tokens[joined].Upos is not (Upos.Verb or Upos.Aux)) Collect(joined, acting, found, depth + 1);
    }

    /// <summary>Whether a noun that is no mention itself names something through which a state acts.</summary>
    public bool IsOrgan(int head) => Instruments.Has(_sentence.Tokens[head])
        || _at[head] is null && Function(head) is not (Sector.Unspecified or Sector.Cvl or Sector.Bus or Sector.Med or Sector.Edu or Sector.Ngo or Sector.Reb or Sector.Opp);

    // "intelligence services" is a function though "services" alone is none.
    private Sector Function(int head)
    {
        Sector own = AgentNouns.Of(_sentence.Tokens[head].Text);
        return own is Sector.Unspecified && head > 0 ? AgentNouns.Of($"{_sentence.Tokens[head - 1].Text} {_sentence.Tokens[head].Text}") : own;
    }

    // "a group of [British lawmakers]".
    private int Part(int head)
    {
        foreach (int child in _sentence.ChildrenOf(head, "nmod"))
            if (Preposition(child) is "of") return child;
        return -1;
    }

    // "[Chilean President] Jorge Soto", "[the ministry]'s spokesman Jorge Soto", "Jorge Soto, [a Chilean official],": an office beside a name that is in no table.
    private void Titles(int head, List<Party> found, int depth)
    {
        foreach (int child in _sentence.ChildrenOf(head))
            if (_sentence.HasRelation(child, "nmod:desc") || _sentence.HasRelation(child, "appos") && _sentence.Tokens[child].Upos is Upos.Noun or Upos.Propn)
            {
                Collect(child, true, found, depth + 1);
                if (found.Count > 0) return;
            }
    }

    // "President [Xi Jinping]", "the president, [Xi Jinping]": a name set beside the head.
    private void Names(int head, List<Party> found)
    {
        foreach (int child in _sentence.ChildrenOf(head))
            if ((_sentence.HasRelation(child, "flat") || _sentence.HasRelation(child, "appos") || _sentence.HasRelation(child, "compound")) && _at[child] is { Kind: ActorKind.Person or ActorKind.Agent } name && Acts(name))
            {
                Add(name, child, found);
                foreach (int joined in _sentence.ChildrenOf(child, "conj"))
                    if (_at[joined] is { } other && Acts(other)) Add(other, joined, found);
            }
    }

    // "[Chinese] and [Russian leaders]": an adjective outside the mention shares its noun.
    private void Beside(int head, ActorMention mention, List<Party> found)
    {
        if (mention.Kind != ActorKind.Agent) return;
        foreach (int child in _sentence.ChildrenOf(head, "amod"))
            if (_at[child] is { Kind: ActorKind.State } other && other != mention) Add(other, child, found);
    }

    private void Modifiers(int head, bool acting, List<Party> found, int depth)
    {
        int before = found.Count;
        // Owner and adjective first: "Russia's invasion of Ukraine" is Russia's.
        foreach (int child in _sentence.ChildrenOf(head))
        {
            if (!(_sentence.HasRelation(child, "nmod:poss") || _sentence.HasRelation(child, "amod") || _sentence.HasRelation(child, "compound") || _sentence.HasRelation(child, "flat"))) continue;
            if (_at[child] is { } here)
            {
                Add(here, child, found);
                if (_also[child] is { } second) Add(second, child, found);
            }
            else if (!acting || _sentence.HasRelation(child, "nmod:poss")) Modifiers(child, acting, found, depth + 1);
            foreach (int joined in _sentence.ChildrenOf(child, "conj"))
                if (_at[joined] is { } other) Add(other, joined, found);
        }
        if (found.Count > before || depth > 8) return;
        foreach (int child in _sentence.ChildrenOf(head))
        {
            bool belongs = _sentence.HasRelation(child, "nmod") && (!acting || Preposition(child) is "of" or "for" or "from" or "in");
            // "goods imported from China", "the bridge leading to Kherson": through a participle to its phrases.
            bool through = !acting && (_sentence.HasRelation(child, "appos") || _sentence.HasRelation(child, "obl") || _sentence.Tokens[child].Relation is "acl");
            if (!belongs && !through) continue;
            if (!acting && Prepositions.PointsAway(Preposition(child))) continue;
            if (_at[child] is { } here) Add(here, child, found);
            else Modifiers(child, false, found, depth + 1);
            if (found.Count == before) continue;
            foreach (int joined in _sentence.ChildrenOf(child, "conj"))
                if (_at[joined] is { } other) Add(other, joined, found);
            return;
        }
    }

    /// <summary>The preposition of a phrase, lower case; empty when it has none.</summary>
    public string Preposition(int head)
    {
        int mark = _sentence.ChildOf(head, "case");
        // The parser may hang a preposition on any word of a name.
        for (int i = head + 1; mark < 0 && i < _at.Length && _at[i] is { } same && same == _at[head]; i++) mark = _sentence.ChildOf(i, "case");
        return mark < 0 ? "" : _sentence.Tokens[mark].Text.ToLowerInvariant();
    }

    /// <summary>The mention that covers a token; null when none does.</summary>
    public ActorMention? At(int token) => _at[token];

    // Citizens, firms, media and rebels of a state do not act for it.
    private static bool Acts(ActorMention actor) => actor.Kind switch
    {
        ActorKind.State => actor.Sector is Sector.Unspecified && !actor.Rule.StartsWith("adjective:", StringComparison.Ordinal),
        ActorKind.Person => actor.Role?.StartsWith("former", StringComparison.Ordinal) != true,
        _ => actor.Sector is Sector.Gov or Sector.Mil or Sector.Cop or Sector.Jud or Sector.Spy or Sector.Leg or Sector.Unspecified,
    };

    private static void Add(ActorMention actor, int token, List<Party> found)
    {
        var party = new Party(actor, token);
        foreach (Party known in found)
            if (known.State == party.State) return;
        found.Add(party);
    }
}
