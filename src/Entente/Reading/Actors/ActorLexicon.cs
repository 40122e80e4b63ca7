using System.Collections.Frozen;

namespace Entente.Reading;

/// <summary>One form of one actor, valid between two days (null: no limit).</summary>
internal sealed record ActorForm(string Text, string ActorId, string Kind, DateOnly? From, DateOnly? To)
{
    /// <summary>What the seat of power or armed group is (<c>seat:mil</c>); unspecified for names.</summary>
    public Sector Sector { get; init; }

    /// <summary>Code of the state or territory a group acts in, or null.</summary>
    public string? Base { get; init; }

    /// <summary>Whether the form meant the actor on the day; any form does when the day is not known.</summary>
    public bool HoldsOn(DateOnly? date) => date is not { } d || ((From is null || From <= d) && (To is null || d <= To));
}

/// <summary>The tables of <c>data/actors</c>, indexed by the first word of each form, longest form first.</summary>
internal sealed class ActorLexicon
{
    private static readonly Lazy<ActorLexicon> Shipped = new(() => new ActorLexicon());

    private readonly FrozenDictionary<string, ActorForm[]> _byFirstWord;
    private readonly FrozenSet<string> _nonState;
    private readonly FrozenDictionary<string, ActorForm[]>.AlternateLookup<ReadOnlySpan<char>> _first;
    private readonly FrozenDictionary<string, Leader[]>.AlternateLookup<ReadOnlySpan<char>> _surname;
    private readonly FrozenDictionary<string, Sector>.AlternateLookup<ReadOnlySpan<char>> _noun;

    private ActorLexicon()
    {
        var forms = new List<ActorForm>();
        foreach (string[] f in ActorTable.Rows("names", 5))
            forms.Add(new ActorForm(f[2], f[0], f[1], ActorTable.Day(f[3]), ActorTable.Day(f[4])) { Sector = SectorOf(f[1].StartsWith("seat:", StringComparison.Ordinal) ? f[1][5..] : "") });
        foreach (string[] f in ActorTable.Rows("organizations", 7))
            foreach (string form in f[2].Split(';'))
                forms.Add(new ActorForm(form, f[0], f[1], ActorTable.Day(f[3]), ActorTable.Day(f[4])) { Sector = SectorOf(f[5]), Base = f[6].Length == 0 ? null : f[6] });
        // A name that only one actor ever bore is used of the past, too: "Zaire" in 1998, "the United Arab Republic" in 2020.
        HashSet<string> shared = [.. forms.GroupBy(f => f.Text, StringComparer.Ordinal).Where(g => g.Count() > 1).Select(g => g.Key)];
        for (int i = 0; i < forms.Count; i++)
            if (forms[i].Kind is "name" && !shared.Contains(forms[i].Text)) forms[i] = forms[i] with { From = null, To = null };
        Names = [.. forms];
        Leaders = ReadLeaders(forms);
        _nonState = forms.Where(f => f.Kind is "nonstate").Select(f => f.ActorId).ToFrozenSet(StringComparer.Ordinal);
        OrganizationNames = forms.Where(f => f.Kind is "org" or "group" or "nonstate").GroupBy(f => f.ActorId, StringComparer.Ordinal)
            .ToFrozenDictionary(g => g.Key, g => g.First().Text, StringComparer.Ordinal);
        _byFirstWord = forms.GroupBy(f => f.Text[..WordEnd(f.Text, 0)], StringComparer.Ordinal)
            .ToFrozenDictionary(g => g.Key, g => g.OrderByDescending(f => f.Text.Length).ToArray(), StringComparer.Ordinal);
        _first = _byFirstWord.GetAlternateLookup<ReadOnlySpan<char>>();
        _surname = Leaders.Values.Select(l => (Surname: SurnameOf(l), Leader: l))
            .GroupBy(p => p.Surname, StringComparer.Ordinal)
            .ToFrozenDictionary(g => g.Key, g => g.Select(p => p.Leader).ToArray(), StringComparer.Ordinal)
            .GetAlternateLookup<ReadOnlySpan<char>>();
        _noun = ActorTable.Rows("sectors", 2).DistinctBy(f => f[1], StringComparer.Ordinal)
            .ToFrozenDictionary(f => f[1], f => SectorOf(f[0]), StringComparer.Ordinal)
            .GetAlternateLookup<ReadOnlySpan<char>>();
    }

    public static ActorLexicon Default => Shipped.Value;

    /// <summary>Every form but those of persons.</summary>
    public IReadOnlyList<ActorForm> Names { get; }

    public FrozenDictionary<string, Leader> Leaders { get; }

    public FrozenDictionary<string, string> OrganizationNames { get; }

    /// <summary>Whether the identity is an armed or political group that is no state's.</summary>
    public bool IsNonState(string actorId) => _nonState.Contains(actorId);

    /// <summary>The persons of a surname, written as the table has it; empty when there is none.</summary>
    public IReadOnlyList<Leader> WithSurname(ReadOnlySpan<char> surname) => _surname.TryGetValue(surname, out Leader[]? found) ? found : [];

    /// <summary>The sector a noun in lower case names ("troops", "security forces").</summary>
    public Sector SectorOfNoun(ReadOnlySpan<char> lower) => _noun.TryGetValue(lower, out Sector sector) ? sector : Sector.Unspecified;

    /// <summary>Puts into <paramref name="into"/> the longest forms that stand at a place in the text and hold on the day; returns their length, 0 for none.</summary>
    public int At(string text, int start, int wordEnd, DateOnly? date, List<ActorForm> into)
    {
        into.Clear();
        if (!_first.TryGetValue(text.AsSpan(start, wordEnd - start), out ActorForm[]? forms)) return 0;
        int length = 0;
        foreach (ActorForm form in forms)
        {
            // Longest first: what is shorter than a match by more than spaces could make up is out of the running.
            if (length > form.Text.Length && into[0].Text.Length > form.Text.Length) break;
            int here = Match(text, start, form.Text);
            if (here == 0 || here < length || !form.HoldsOn(date)) continue;
            if (here > length) into.Clear();
            length = here;
            into.Add(form);
        }
        return length;
    }

    /// <summary>End of the word that starts here: letters and digits.</summary>
    public static int WordEnd(string text, int start)
    {
        int end = start;
        while (end < text.Length && char.IsLetterOrDigit(text[end])) end++;
        return end;
    }

    private static int Match(string text, int start, string form)
    {
        int at = start;
        foreach (char c in form)
        {
            if (at >= text.Length) return 0;
            if (c == ' ')
            {
                if (!char.IsWhiteSpace(text[at])) return 0;
                while (at < text.Length && char.IsWhiteSpace(text[at])) at++;
            }
            else if (text[at] == c || (c == '\'' && text[at] == '’') || (c == '’' && text[at] == '\'')) at++;
            else return 0;
        }
        bool inside = at < text.Length && char.IsLetterOrDigit(text[at]) && char.IsLetterOrDigit(text[at - 1]);
        return inside ? 0 : at - start;
    }

    private static FrozenDictionary<string, Leader> ReadLeaders(List<ActorForm> forms)
    {
        var spells = new Dictionary<string, (string Name, List<OfficeSpell> Spells)>(StringComparer.Ordinal);
        var known = new HashSet<(string, string)>();
        foreach (string[] f in ActorTable.Rows("leaders", 7))
        {
            string[] names = f[1].Split(';');
            if (!spells.TryGetValue(f[0], out var leader)) spells[f[0]] = leader = (names[0], []);
            Sector sector = f[6].Length == 0 ? Sector.Gov : SectorOf(f[6]);
            leader.Spells.Add(new OfficeSpell(f[2], f[3], sector, ActorTable.Day(f[4]) ?? throw new FormatException($"leaders.tsv: {f[0]} has no first day."), ActorTable.Day(f[5])));
            foreach (string name in names)
                if (known.Add((f[0], name))) forms.Add(new ActorForm(name, "person:" + f[0], "person", null, null));
        }
        return spells.ToFrozenDictionary(p => p.Key, p => new Leader(p.Key, p.Value.Name, [.. p.Value.Spells.OrderBy(s => s.From)]), StringComparer.Ordinal);
    }

    // "Kim" of Kim Jong-un, "Assad" of Bashar al-Assad, "Marcos" of Ferdinand Marcos Jr.
    private static string SurnameOf(Leader leader)
    {
        string[] words = leader.Name.Split(' ');
        bool first = words.Length > 1 && leader.Spells[0].Affiliation is "CHN" or "KOR" or "PRK" or "TWN";
        string surname = first ? words[0] : words.Length > 1 && words[^1] is "Jr." or "I" or "II" or "III" or "VI" ? words[^2] : words[^1];
        return surname.Length > 4 && surname[..3] is "al-" or "el-" or "Al-" ? surname[3..] : surname;
    }

    private static Sector SectorOf(string code) => code.Length == 0 ? Sector.Unspecified : Enum.Parse<Sector>(code, ignoreCase: true);
}
