using System.Collections.Immutable;
using Entente.Text;

namespace Entente.Reading;

/// <summary>One pass over one text.</summary>
internal sealed class ActorScan(string text, DateOnly? date)
{
    private static readonly ImmutableArray<string> Titles =
        ["Mr.", "Mr", "Mrs.", "Ms.", "Messrs.", "Dr.", "President", "Premier", "Chancellor", "Minister", "Secretary", "Chairman", "General", "Ayatollah", "King", "Leader"];

    // Surnames that are also words, first names or too common to stand alone for a leader.
    private static readonly ImmutableHashSet<string> NeedsTitle = ImmutableHashSet.Create(StringComparer.Ordinal,
        "May", "Bush", "Major", "Brown", "Straw", "Rice", "Ford", "Li", "Wang", "Hu", "Deng", "Mao", "Ma", "Lee", "Kim", "Park", "Moon", "Roh", "Lin", "Hua", "Singh", "Khan",
        "Johnson", "Carter", "Powell", "Baker", "Christopher", "Gates", "Austin", "Begin", "Fox", "Morales", "Martin", "Howard", "Harris", "Hussein",
        "Abdullah", "Fahd", "Salman", "Gandhi", "Santos", "Jonathan", "Ahmed", "Castro", "Wong", "Qin", "Sharon", "Barak", "Clinton", "Kennedy", "Roosevelt",
        "Cooper", "Cleverly", "Hammond", "Hague", "Morrison", "Abbott", "Petro", "Ivanov", "Silva", "Sharif", "Chen", "Lai", "Chiang", "Yang", "Zhu", "Wen", "Jiang", "Zhou", "Zhao", "Tito", "Yang", "Kan", "Gul", "Minh", "Thani", "Khalifa", "Zayed", "Ali", "Sen", "Razak", "Ibrahim", "Vance", "Kerry");

    private readonly List<ActorMention> _found = [];
    private readonly HashSet<string> _named = new(StringComparer.Ordinal);

    public IReadOnlyList<ActorMention> Run()
    {
        int at = 0;
        while (at < text.Length)
        {
            if (!char.IsLetterOrDigit(text[at])) { at++; continue; }
            int wordEnd = ActorLexicon.WordEnd(text, at);
            at = TryAt(at, wordEnd) is { } mention ? Keep(mention) : wordEnd;
        }
        Ambiguity.Settle(_found);
        return _found;
    }

    private int Keep(ActorMention mention)
    {
        _found.Add(mention);
        return mention.Span.End;
    }

    private ActorMention? TryAt(int at, int wordEnd)
    {
        (int length, IReadOnlyList<ActorForm> forms) = ActorLexicon.Default.At(text, at, wordEnd, date);
        if (length == 0) return char.IsUpper(text[at]) ? Surname(at, wordEnd) : null;
        // "Jordan" in "Michael Jordan", "Paris" in "Paris Hilton" cannot be told here; a hyphen or an unfinished name can.
        ActorForm form = forms[0];
        int end = at + length;
        if (form.Kind is "person")
        {
            Leader[] people = [.. forms.Where(f => f.Kind is "person").Select(f => ActorLexicon.Default.Leaders[f.ActorId[7..]]).Distinct()];
            Leader? leader = people.Length == 1 ? people[0] : date is { } d ? people.FirstOrDefault(p => p.On(d) is not null) ?? people[0] : null;
            return leader is null ? Unknown(at, end, [.. people.Select(p => "person:" + p.Id)]) : Person(leader, at, end, "leader");
        }
        if (form.Kind is "org" or "group")
        {
            return new ActorMention
            {
                Span = TextSpan.FromBounds(at, end),
                Text = text[at..end],
                ActorId = form.ActorId,
                Name = ActorLexicon.Default.OrganizationNames[form.ActorId],
                Kind = form.Kind is "org" ? ActorKind.Organization : ActorKind.Group,
                Sector = form.ActorId is "org:AL-QAEDA" or "org:ISLAMIC-STATE" or "org:HAMAS" ? Sector.Reb : form.Kind is "org" ? Sector.Ngo : Sector.Unspecified,
                Rule = "name:" + form.Text,
            };
        }
        ImmutableArray<string> ids = [.. forms.Where(f => f.Kind is not ("person" or "org" or "group")).Select(f => AsOf(f.ActorId)).Distinct(StringComparer.Ordinal)];
        return ids.Length == 1 ? State(ids[0], form, at, end) : Unknown(at, end, ids);
    }

    private ActorMention State(string id, ActorForm form, int at, int end)
    {
        var state = new StateId(id[6..]);
        var sector = form.Kind.StartsWith("seat:", StringComparison.Ordinal) ? Enum.Parse<Sector>(form.Kind[5..], ignoreCase: true) : Sector.Unspecified;
        var agent = AgentPhrase.After(text, end, form.Kind is "adjective" || form.Text is "US" or "U.S." or "UK" or "U.K." or "DPRK" or "UAE");
        if (agent.End > end && form.Kind is not "demonym")
        {
            int next = agent.End;
            while (next < text.Length && text[next] == ' ') next++;
            if (next < text.Length && char.IsUpper(text[next]))
            {
                (int length, IReadOnlyList<ActorForm> forms) = ActorLexicon.Default.At(text, next, ActorLexicon.WordEnd(text, next), date);
                if (length > 0 && forms[0].Kind is "person") return Person(ActorLexicon.Default.Leaders[forms[0].ActorId[7..]], at, next + length, "office and name");
                if (Surname(next, ActorLexicon.WordEnd(text, next), titled: true) is { State: { } theirs } named && theirs == state)
                    return named with { Span = TextSpan.FromBounds(at, named.Span.End), Text = text[at..named.Span.End] };
            }
            return new ActorMention
            {
                Span = TextSpan.FromBounds(at, agent.End),
                Text = text[at..agent.End],
                ActorId = id,
                Name = text[at..agent.End],
                Kind = ActorKind.Agent,
                State = state,
                Sector = agent.Sector,
                Role = agent.Sector == Sector.Gov ? agent.Noun : null,
                Rule = $"agent:{agent.Noun}",
            };
        }
        return new ActorMention
        {
            Span = TextSpan.FromBounds(at, end),
            Text = text[at..end],
            ActorId = id,
            Name = StateRegistry.Default[state].Name,
            Kind = sector == Sector.Unspecified ? ActorKind.State : ActorKind.Agent,
            State = state,
            Sector = sector,
            Rule = $"{form.Kind}:{form.Text}",
        };
    }

    private ActorMention Person(Leader leader, int at, int end, string rule)
    {
        _named.Add(leader.Id);
        OfficeSpell spell = leader.Nearest(date);
        bool inOffice = date is { } d && leader.On(d) is not null;
        return new ActorMention
        {
            Span = TextSpan.FromBounds(at, end),
            Text = text[at..end],
            ActorId = "person:" + leader.Id,
            Name = leader.Name,
            Kind = ActorKind.Person,
            State = spell.State,
            Sector = date is null || inOffice ? Sector.Gov : Sector.Unspecified,
            Role = inOffice ? spell.Role : date > spell.To ? "former " + spell.Role : null,
            Rule = rule,
        };
    }

    private ActorMention? Surname(int at, int wordEnd, bool titled = false)
    {
        if (!ActorLexicon.Default.Surnames.TryGetValue(text[at..wordEnd], out Leader[]? people)) return null;
        if (people.Where(p => _named.Contains(p.Id)).ToArray() is [var earlier]) return Person(earlier, at, wordEnd, "surname of a person named before");
        if (date is not { } day || people.Where(p => p.On(day) is not null).ToArray() is not [var only]) return null;
        if (!titled && !TitleBefore(at) && (NeedsTitle.Contains(text[at..wordEnd]) || NameAround(at, wordEnd))) return null;
        return Person(only, at, wordEnd, "surname of the one leader in office of that name");
    }

    private bool TitleBefore(int at)
    {
        ReadOnlySpan<char> before = text.AsSpan(Math.Max(0, at - 12), Math.Min(12, at)).TrimEnd();
        foreach (string title in Titles)
            if (before.EndsWith(title, StringComparison.Ordinal)) return true;
        return false;
    }

    // "Eric Trump" or "Putin Street": a capitalised neighbour makes it another name.
    private bool NameAround(int at, int end)
    {
        int after = end + 1;
        if (end < text.Length && text[end] == ' ' && after < text.Length && char.IsUpper(text[after])) return true;
        if (at < 2 || text[at - 1] != ' ') return false;
        int from = at - 2;
        while (from > 0 && char.IsLetter(text[from - 1])) from--;
        return char.IsUpper(text[from]) && from > 1 && text[from - 2] != '.';
    }

    private ActorMention Unknown(int at, int end, ImmutableArray<string> ids) => new()
    {
        Span = TextSpan.FromBounds(at, end),
        Text = text[at..end],
        ActorId = null,
        Name = text[at..end],
        Kind = ids[0].StartsWith("person:", StringComparison.Ordinal) ? ActorKind.Person : ActorKind.State,
        Rule = "ambiguous",
        Alternatives = ids,
    };

    // "Russia" in 1980 is the Soviet Union: the state of the line that was there on the day.
    private string AsOf(string actorId)
    {
        if (date is not { } day || !actorId.StartsWith("state:", StringComparison.Ordinal)) return actorId;
        var id = new StateId(actorId[6..]);
        if (Existed(StateRegistry.Default[id], day)) return actorId;
        State[] then = [.. StateRegistry.Default.Lineage(id).Where(s => Existed(s, day))];
        return then.Length > 0 ? "state:" + then[^1].Id : actorId;
    }

    private static bool Existed(State state, DateOnly day) => state.Spells.Any(s => s.From <= day && (s.To is null || day <= s.To));
}
