using Entente.Language;
using Entente.Text;

namespace Entente.Reading;

/// <summary>The actors spoken of so far, by sentence, and the search for what an anaphor stands for.</summary>
internal sealed class Discourse(string text)
{
    // An antecedent further back than this is hardly ever meant.
    private const int MostSentencesBack = 3;

    private static readonly StateId UnitedStates = new("USA");

    private readonly List<(ParsedSentence Sentence, List<ActorMention> Mentions)> _sentences = [];

    public void Begin(ParsedSentence sentence)
    {
        _sentences.Add((sentence, []));
        if (_sentences.Count > MostSentencesBack + 1) _sentences.RemoveAt(0);
    }

    public void Add(ActorMention mention) => _sentences[^1].Mentions.Add(mention);

    /// <summary>The mentions an anaphor gives: none, one, or two with one span.</summary>
    public IEnumerable<ActorMention> Find(AnaphorPhrase anaphor, int t)
    {
        ParsedSentence sentence = _sentences[^1].Sentence;
        var span = TextSpan.FromBounds(sentence.Tokens[t].Span.Start, sentence.Tokens[anaphor.LastToken].Span.End);
        return anaphor.Kind switch
        {
            AnaphorKind.Man or AnaphorKind.Woman => One(Person(span, anaphor.Kind is AnaphorKind.Woman), span, anaphor.Noun),
            AnaphorKind.They => They(span),
            AnaphorKind.Office => Office(span, anaphor.Noun),
            AnaphorKind.State => State(span) is { } s ? [AsState(s, span, "coref:country")] : [],
            AnaphorKind.Agent => State(span) is { } s && (anaphor.Noun is not "administration" || s.State == UnitedStates) ? [AsAgent(s, span, anaphor.Noun)] : [],
            AnaphorKind.TwoPersons => Two(span, persons: true),
            AnaphorKind.TwoStates => Two(span, persons: false),
            _ => One(Organization(anaphor.Noun), span, anaphor.Noun),
        };
    }

    private IEnumerable<ActorMention> One(ActorMention? antecedent, TextSpan span, string noun) =>
        antecedent is null ? [] : [antecedent with { Span = span, Text = text.Substring(span.Start, span.Length), Rule = "coref:" + noun }];

    // The one person of the nearest sentence that names any; of several, its subject.
    private ActorMention? Person(TextSpan span, bool woman)
    {
        for (int i = _sentences.Count - 1; i >= 0; i--)
        {
            (ParsedSentence sentence, List<ActorMention> mentions) = _sentences[i];
            ActorMention[] persons = [.. mentions.Where(m => m.Kind is ActorKind.Person && m.ActorId is not null)];
            if (persons.Length == 0)
            {
                if (GivenNames.NamesStranger(text, sentence, mentions, span.Start)) return null;
                continue;
            }
            ActorMention[] fit = [.. persons.Where(m => GivenNames.IsWoman(m.Name) == woman)];
            ActorMention? best = fit.DistinctBy(m => m.ActorId).Count() == 1 ? fit[^1] : fit.FirstOrDefault(m => IsSubject(sentence, m));
            return best is null || GivenNames.NamesStranger(text, sentence, mentions, span.Start, best.Span.End) ? null : best;
        }
        return null;
    }

    private ActorMention[] They(TextSpan span)
    {
        if (_sentences.Count < 2) return [];
        (ParsedSentence sentence, List<ActorMention> before) = _sentences[^2];
        // What the sentence before opened with, two joined by "and" ("Xi and Putin met. They …"), or the only two it names, if a clause's subject.
        ActorMention[] stated = [.. before.Where(m => m.State is not null)];
        if (stated.Length < 2 || !(StartsSentence(sentence, stated[0]) || stated.Length == 2 && IsClauseSubject(sentence, stated[0]))) return [];
        bool one = stated[0].Span == stated[1].Span;
        if (!one && (stated[1].Span.Start < stated[0].Span.End || text.AsSpan(stated[0].Span.End, stated[1].Span.Start - stated[0].Span.End) is not " and ")) return [];
        return Two(span, persons: stated[0].Kind is ActorKind.Person);
    }

    private IEnumerable<ActorMention> Office(TextSpan span, string noun)
    {
        for (int i = _sentences.Count - 1; i >= 0; i--)
        {
            ActorMention[] holders = [.. _sentences[i].Mentions.Where(m => m.Kind is ActorKind.Person && Holds(m, noun)).DistinctBy(m => m.ActorId)];
            if (holders.Length == 1) return One(holders[0], span, noun);
            if (holders.Length > 1) return [];
        }
        // The office of a state needs that state in the same sentence: a text has a president of its own in mind before any other.
        return noun is "leader" or "minister" or "ruler" || State(span, back: 0) is not { } state ? [] : [AsAgent(state, span, noun)];
    }

    private static bool Holds(ActorMention person, string noun) => person.Role is { } role && !role.StartsWith("former", StringComparison.Ordinal)
        && (noun is "leader" or "ruler" or "dictator" ? person.Sector is Sector.Gov or Sector.Mil : role.EndsWith(noun, StringComparison.OrdinalIgnoreCase)
            || (noun is "premier" && role is "prime minister") || (noun is "prime minister" && role is "premier" or "taoiseach"));

    // The one state of the nearest sentence that names any; of several, its subject.
    private ActorMention? State(TextSpan span, int back = MostSentencesBack)
    {
        for (int i = _sentences.Count - 1; i >= Math.Max(0, _sentences.Count - 1 - back); i--)
        {
            (ParsedSentence sentence, List<ActorMention> mentions) = _sentences[i];
            ActorMention[] states = [.. mentions.Where(m => m.State is not null && m.Span.End <= span.Start)];
            if (states.Length == 0) continue;
            if (states.DistinctBy(m => m.State).Count() == 1) return states[^1];
            return sentence.IsParsed ? states.FirstOrDefault(m => IsSubject(sentence, m)) : null;
        }
        return null;
    }

    private ActorMention[] Two(TextSpan span, bool persons)
    {
        var found = new List<ActorMention>();
        for (int i = _sentences.Count - 1; i >= 0; i--)
        {
            IEnumerable<ActorMention> here = _sentences[i].Mentions.Where(m => m.State is not null && m.Span.End <= span.Start && !m.Rule.StartsWith("city:", StringComparison.Ordinal));
            ActorMention[] people = [.. here.Where(m => m.Kind is ActorKind.Person)];
            foreach (ActorMention m in persons && people.Length > 0 ? people : here)
                if (!found.Exists(f => f.State == m.State)) found.Add(m);
            if (found.Count > 2) return [];
            if (found.Count == 2)
            {
                string rule = persons ? "coref:two-leaders" : "coref:two-states";
                return [.. found.OrderBy(m => m.Span.Start).Select(m => persons && m.Kind is ActorKind.Person
                    ? m with { Span = span, Text = text.Substring(span.Start, span.Length), Rule = rule }
                    : AsState(m, span, rule))];
            }
        }
        return [];
    }

    private ActorMention? Organization(string noun)
    {
        for (int i = _sentences.Count - 1; i >= 0; i--)
        {
            ActorMention[] bodies = [.. _sentences[i].Mentions.Where(m => m.ActorId is { } id && Is(id, noun)).DistinctBy(m => m.ActorId)];
            if (bodies.Length > 0) return bodies.Length == 1 ? bodies[0] : null;
        }
        return null;
    }

    private static bool Is(string id, string noun) => noun switch
    {
        "alliance" or "pact" => id is "org:NATO" or "org:WARSAW-PACT" or "org:CSTO" or "org:SEATO" or "org:CENTO" or "org:ANZUS" or "group:AUKUS",
        "bloc" => id is "org:EU" or "org:EEC" or "org:ASEAN" or "group:BRICS" or "org:MERCOSUR" or "org:GCC" or "org:CIS" or "org:EAEU" or "org:SCO" or "org:AU" or "org:ECOWAS" or "group:G7" or "org:COMECON",
        "union" => id is "org:EU" or "org:AU",
        "agency" => id is "org:IAEA",
        "council" => id is "org:UNSC" or "org:GCC",
        "group" or "movement" => id.StartsWith("org:", StringComparison.Ordinal) && ActorLexicon.Default.IsNonState(id),
        _ => id.StartsWith("org:", StringComparison.Ordinal) && !ActorLexicon.Default.IsNonState(id),
    };

    private ActorMention AsState(ActorMention m, TextSpan span, string rule) => new()
    {
        Span = span,
        Text = text.Substring(span.Start, span.Length),
        ActorId = "state:" + m.State,
        Name = StateRegistry.Default[m.State!.Value].Name,
        Kind = ActorKind.State,
        State = m.State,
        Rule = rule,
    };

    private ActorMention AsAgent(ActorMention m, TextSpan span, string noun) => new()
    {
        Span = span,
        Text = text.Substring(span.Start, span.Length),
        ActorId = "state:" + m.State,
        Name = StateRegistry.Default[m.State!.Value].Name,
        Kind = ActorKind.Agent,
        State = m.State,
        Sector = AgentNouns.LastIn(noun),
        Role = AgentNouns.LastIn(noun) == Sector.Gov ? noun : null,
        Rule = "coref:" + noun,
    };

    private static bool IsSubject(ParsedSentence sentence, ActorMention m)
    {
        if (!sentence.IsParsed) return sentence.Tokens.Length > 0 && m.Span.Start - sentence.Span.Start < 24 && StartsSentence(sentence, m);
        for (int t = 0; t < sentence.Tokens.Length; t++)
        {
            Token token = sentence.Tokens[t];
            if (m.Span.Contains(token.Span) && token.Relation is "nsubj" or "nsubj:pass" && token.Head == sentence.Root) return true;
        }
        return false;
    }

    private static bool IsClauseSubject(ParsedSentence sentence, ActorMention m)
    {
        foreach (Token token in sentence.Tokens)
            if (m.Span.Contains(token.Span) && token.Relation is "nsubj" or "nsubj:pass") return true;
        return false;
    }

    // Without a tree the first name of a sentence is its subject only where nothing but a title stands before it.
    private static bool StartsSentence(ParsedSentence sentence, ActorMention m)
    {
        foreach (Token token in sentence.Tokens)
        {
            if (token.Span.Start >= m.Span.Start) return true;
            if (token.Text is not ("The" or "." or "“" or "\"" or "‘") && !NameContext.IsTitle(token.Text) && AgentNouns.Of(token.Text) == Sector.Unspecified) return false;
        }
        return false;
    }
}
