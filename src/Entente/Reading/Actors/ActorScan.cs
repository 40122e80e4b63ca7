using System.Collections.Frozen;
using System.Collections.Immutable;
using Entente.Text;

namespace Entente.Reading;

/// <summary>One pass over one text. Linear in its length; the tables are reached by the first word of each form.</summary>
internal sealed class ActorScan(string text, DateOnly? date)
{
    private static readonly FrozenSet<string> Abbreviations = FrozenSet.Create(StringComparer.Ordinal, "US", "U.S.", "U.S", "UK", "U.K.", "DPRK", "UAE", "USSR", "U.S.S.R.", "GDR", "PRC", "ROK", "DRC", "Hong Kong", "Soviet", "Singapore", "New Zealand", "Communist China", "Vichy");

    private readonly List<ActorMention> _found = [];
    private readonly List<ActorForm> _hits = [];
    private readonly HashSet<string> _named = new(StringComparer.Ordinal);
    private readonly Dictionary<string, string> _asOf = new(StringComparer.Ordinal);

    public IReadOnlyList<ActorMention> Run()
    {
        int at = 0;
        while (at < text.Length)
        {
            if (!char.IsLetterOrDigit(text[at])) { at++; continue; }
            int wordEnd = ActorLexicon.WordEnd(text, at);
            (ActorMention? mention, int next) = TryAt(at, wordEnd);
            if (mention is not null) _found.Add(mention);
            at = next;
        }
        Ambiguity.Settle(text, _found, date);
        return _found;
    }

    private int Floor => _found.Count == 0 ? 0 : _found[^1].Span.End;

    private (ActorMention? Mention, int Next) TryAt(int at, int wordEnd)
    {
        int length = ActorLexicon.Default.At(text, at, wordEnd, date, _hits);
        if (length == 0)
        {
            ActorMention? surname = char.IsUpper(text[at]) ? Surname(at, wordEnd) : null;
            return (surname, surname?.Span.End ?? wordEnd);
        }
        ActorForm form = _hits[0];
        int end = at + length;
        if (form.Kind is "none" || IsSided(at)) return (null, end);
        ActorMention? made = form.Kind switch
        {
            "person" => PersonForm(form, at, end),
            "org" or "group" or "nonstate" => Organization(form, at, end),
            _ => NameContext.IsPersonsName(text, form.Text, at, end) ? null : Place(form, at, end),
        };
        return (made, made?.Span.End ?? wordEnd);
    }

    // "pro-Russian separatists", "anti-American protests" are nobody's agents.
    private bool IsSided(int at) => at >= 4 && text[at - 1] == '-' && (text.AsSpan(at - 4, 3) is "pro" or "Pro" or "non" || (at >= 5 && text.AsSpan(at - 5, 4) is "anti" or "Anti"));

    private ActorMention? PersonForm(ActorForm form, int at, int end)
    {
        if (!form.Text.Contains(' ', StringComparison.Ordinal) && NameContext.HasGivenNameBefore(text, at) && Floor < at - 1) return null;
        Leader[] people = [.. _hits.Where(f => f.Kind is "person").Select(f => ActorLexicon.Default.Leaders[f.ActorId[7..]]).Distinct()];
        Leader? leader = people.Length == 1 ? people[0] : null;
        if (leader is null && date is { } day)
        {
            Leader[] holding = [.. people.Where(p => p.On(day) is not null)];
            leader = holding.Length == 1 ? holding[0] : people.Where(p => p.Spells[0].From <= day).MaxBy(p => p.Nearest(day).From);
        }
        return leader is null ? Unknown(at, end, [.. people.Select(p => "person:" + p.Id)], form) : Person(leader, at, end, "leader");
    }

    private ActorMention Organization(ActorForm form, int at, int end)
    {
        AgentSpan agent = AgentPhrase.After(text, end, adjective: true);
        // Officials of an organisation are the organisation; its troops are troops.
        bool acts = agent.IsFound && !(form.Kind is "org" && agent.Sector is Sector.Gov) && (form.Kind is not "nonstate" || agent.Sector is not (Sector.Gov or Sector.Opp));
        int to = agent.IsFound ? agent.End : end;
        StateId? state = StateOf(form.Base);
        return new ActorMention
        {
            Span = TextSpan.FromBounds(at, to),
            Text = text[at..to],
            ActorId = form.ActorId,
            Name = ActorLexicon.Default.OrganizationNames[form.ActorId],
            Kind = form.Kind is "org" ? ActorKind.Organization : agent.IsFound || state is not null ? ActorKind.Agent : form.Kind is "nonstate" ? ActorKind.Organization : ActorKind.Group,
            State = state,
            Territory = state is null ? form.Base : null,
            Sector = acts && form.Sector is not Sector.Reb ? agent.Sector : form.Sector != Sector.Unspecified ? form.Sector : form.Kind is "org" ? Sector.Ngo
                : form.Text is "Palestinians" or "Gazans" or "Kurds" or "Arabs" or "Europeans" ? Sector.Cvl : Sector.Unspecified,
            Role = agent.IsFound ? agent.Noun : null,
            Rule = "name:" + form.Text,
        };
    }

    private StateId? StateOf(string? code) => code is null || StateRegistry.Default.Find(new StateId(code)) is null ? null : new StateId(AsOf("state:" + code)[6..]);

    private ActorMention Place(ActorForm form, int at, int end)
    {
        ImmutableArray<string> ids = Meant();
        AgentSpan agent = AgentPhrase.After(text, end, form.Kind is "adjective" || Abbreviations.Contains(form.Text));
        if (form.Kind is "demonym" && !form.Text.EndsWith("ese", StringComparison.Ordinal)) agent = default;
        if (ids.Length != 1) return Unknown(at, agent.IsFound ? agent.End : end, ids, form, agent);
        var state = new StateId(ids[0][6..]);
        if (agent.IsFound)
        {
            if (Named(agent.End) is { } person && Serves(person, state))
            {
                // The phrase says the part played by one who holds no office then: "Czechoslovak opposition leader Vaclav Havel".
                Sector part = person.Sector != Sector.Unspecified || NameContext.IsFormer(text, at) || NameContext.IsFormer(text, person.Span.Start) ? person.Sector : agent.Sector;
                return person with { Span = TextSpan.FromBounds(at, person.Span.End), Text = text[at..person.Span.End], Sector = part, Rule = "office and name" };
            }
            return Agent(ids[0], state, agent, at, agent.End);
        }
        AgentSpan before = AgentPhrase.Before(text, at, Floor);
        if (before.IsFound && form.Kind is "name" or "capital") return Agent(ids[0], state, before, before.Start, end);
        Sector sector = form.Kind is "demonym" ? Sector.Cvl : form.Sector;
        return new ActorMention
        {
            Span = TextSpan.FromBounds(at, end),
            Text = text[at..end],
            ActorId = ids[0],
            Name = StateRegistry.Default[state].Name,
            Kind = form.Sector == Sector.Unspecified ? ActorKind.State : ActorKind.Agent,
            State = state,
            Sector = sector,
            Rule = $"{form.Kind}:{form.Text}",
        };
    }

    private ImmutableArray<string> Meant()
    {
        if (_hits.Count == 1) return [AsOf(_hits[0].ActorId)];
        return [.. _hits.Where(f => f.Kind is not ("person" or "org" or "group" or "nonstate" or "none")).Select(f => AsOf(f.ActorId)).Distinct(StringComparer.Ordinal)];
    }

    private ActorMention Agent(string id, StateId state, AgentSpan agent, int from, int to) => new()
    {
        Span = TextSpan.FromBounds(from, to),
        Text = text[from..to],
        ActorId = id,
        Name = text[from..to],
        Kind = ActorKind.Agent,
        State = state,
        Sector = agent.Sector == Sector.Gov && NameContext.IsFormer(text, from) ? Sector.Unspecified : agent.Sector,
        Role = agent.Sector == Sector.Gov ? agent.Noun : null,
        Rule = $"agent:{agent.Noun}",
    };

    // The person whose name follows an office: "Chinese Foreign Minister [Wang Yi]".
    private ActorMention? Named(int end)
    {
        int next = end;
        while (next < text.Length && text[next] is ' ' or ',' && next - end < 2) next++;
        if (next >= text.Length || next == end || !char.IsLetter(text[next])) return null;
        int wordEnd = ActorLexicon.WordEnd(text, next);
        int length = ActorLexicon.Default.At(text, next, wordEnd, date, _hits);
        if (length > 0) return _hits[0].Kind is "person" ? PersonForm(_hits[0], next, next + length) : null;
        return char.IsUpper(text[next]) ? Surname(next, wordEnd, titled: true) : null;
    }

    private bool Serves(ActorMention person, StateId state) => person.State is { } theirs && (theirs == state || string.Equals(AsOf("state:" + theirs), AsOf("state:" + state), StringComparison.Ordinal));

    private ActorMention Person(Leader leader, int at, int end, string rule)
    {
        _named.Add(leader.Id);
        OfficeSpell spell = leader.Nearest(date);
        bool inOffice = date is { } d ? spell.Holds(d) : !NameContext.IsFormer(text, at);
        AgentSpan agent = AgentPhrase.After(text, end, adjective: false);
        bool owns = agent.IsFound && end < text.Length && text[end] is '\'' or '’';
        int to = owns ? agent.End : end;
        return new ActorMention
        {
            Span = TextSpan.FromBounds(at, to),
            Text = text[at..to],
            ActorId = "person:" + leader.Id,
            Name = leader.Name,
            Kind = owns ? ActorKind.Agent : ActorKind.Person,
            State = spell.State,
            Territory = spell.Territory,
            Sector = owns ? agent.Sector : inOffice ? spell.Sector : IsElect(at) ? Sector.Gov : Sector.Unspecified,
            Role = date is null ? null : inOffice ? spell.Role : date > spell.To ? "former " + spell.Role : null,
            Rule = rule,
        };
    }

    private bool IsElect(int at) => NameContext.WordBefore(text, at).EndsWith("-elect", StringComparison.Ordinal);

    private ActorMention? Surname(int at, int wordEnd, bool titled = false)
    {
        int end = wordEnd;
        IReadOnlyList<Leader> people = [];
        // "Ben-Gurion" before "Ben".
        if (end + 1 < text.Length && text[end] == '-' && char.IsUpper(text[end + 1]))
        {
            end = ActorLexicon.WordEnd(text, end + 1);
            people = ActorLexicon.Default.WithSurname(text.AsSpan(at, end - at));
        }
        if (people.Count == 0) people = ActorLexicon.Default.WithSurname(text.AsSpan(at, (end = wordEnd) - at));
        if (people.Count == 0) return null;
        int from = at > 2 && text[at - 1] == '-' && text.AsSpan(at - 3, 2) is "al" or "el" or "Al" ? at - 3 : at;
        Leader? earlier = null;
        int said = 0;
        foreach (Leader p in people)
            if (_named.Contains(p.Id)) { earlier = p; said++; }
        bool other = (NameContext.HasGivenNameBefore(text, from) && Floor < from - 1) || (end + 1 < text.Length && text[end] == '-' && char.IsLetter(text[end + 1]));
        if (said == 1 && !other) return Person(earlier!, from, end, "surname of a person named before");
        if (date is not { } day) return null;
        titled = titled || NameContext.HasTitle(text, from);
        if (titled && NameContext.HasNameAfter(text, end)) return null;
        if (!titled && (other || NameContext.IsCommon(text[at..end]) || NameContext.HasNameAround(text, from, end))) return null;
        Leader? only = null;
        int leading = 0, holding = 0;
        foreach (Leader p in people)
        {
            if (p.On(day) is not { } office) continue;
            holding++;
            if (!office.Leads && leading > 0) continue;
            if (office.Leads && ++leading > 1) return null;
            only = p;
        }
        if (only is not null && (leading == 1 || (titled && holding == 1))) return Person(only, from, end, "surname of the one leader in office of that name");
        // "President-elect Nixon": the one who enters office next.
        if (holding == 0 && IsElect(from))
        {
            Leader? next = people.Where(p => p.Spells.Any(s => s.Leads && s.From > day && s.From < day.AddMonths(8))).MinBy(p => p.Spells.First(s => s.From > day).From);
            if (next is not null) return Person(next, from, end, "surname of the one who enters office next");
        }
        // "former president Carter": out of office, but the one bearer of the name who held it.
        if (titled && holding == 0 && NameContext.IsFormer(text, from))
        {
            Leader? last = people.Where(p => p.Spells.Any(s => s.Leads && s.From <= day)).MaxBy(p => p.Nearest(day).From);
            if (last is not null) return Person(last, from, end, "surname of the latest holder");
        }
        return null;
    }

    private ActorMention Unknown(int at, int end, ImmutableArray<string> ids, ActorForm form, AgentSpan agent = default) => new()
    {
        Span = TextSpan.FromBounds(at, end),
        Text = text[at..end],
        ActorId = null,
        Name = text[at..end],
        Kind = ids[0].StartsWith("person:", StringComparison.Ordinal) ? ActorKind.Person : agent.IsFound ? ActorKind.Agent : ActorKind.State,
        Sector = agent.Sector != Sector.Unspecified ? agent.Sector : form.Kind is "demonym" ? Sector.Cvl : Sector.Unspecified,
        Rule = "ambiguous",
        Alternatives = ids,
    };

    private string AsOf(string actorId)
    {
        if (date is not { } day || !actorId.StartsWith("state:", StringComparison.Ordinal)) return actorId;
        if (_asOf.TryGetValue(actorId, out string? known)) return known;
        return _asOf[actorId] = "state:" + StateLines.AsOf(new StateId(actorId[6..]), day);
    }
}
