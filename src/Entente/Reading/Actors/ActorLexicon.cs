using System.Collections.Frozen;
using System.Globalization;
using System.Reflection;

namespace Entente.Reading;

/// <summary>One form of one actor, valid between two days (null: no limit).</summary>
internal sealed record ActorForm(string Text, string ActorId, string Kind, DateOnly? From, DateOnly? To)
{
    /// <summary>Whether the form meant the actor on the day; any form does when the day is not known.</summary>
    public bool HoldsOn(DateOnly? date) => date is not { } d || ((From is null || From <= d) && (To is null || d <= To));
}

/// <summary>A person and every spell in office.</summary>
internal sealed record Leader(string Id, string Name, IReadOnlyList<OfficeSpell> Spells)
{
    public OfficeSpell? On(DateOnly date) => Spells.FirstOrDefault(s => s.From <= date && (s.To is null || date <= s.To));

    /// <summary>The office on the day, or the latest before it, or the first of all.</summary>
    public OfficeSpell Nearest(DateOnly? date) => date is not { } d
        ? Spells[^1]
        : On(d) ?? Spells.LastOrDefault(s => s.From <= d) ?? Spells[0];
}

/// <summary>A spell in an office, both ends included.</summary>
internal sealed record OfficeSpell(StateId State, string Role, DateOnly From, DateOnly? To);

/// <summary>The tables of <c>data/actors</c>, indexed by the first word of each form, longest form first.</summary>
internal sealed class ActorLexicon
{
    private static readonly Lazy<ActorLexicon> Shipped = new(() => new ActorLexicon());

    private readonly FrozenDictionary<string, ActorForm[]> _byFirstWord;

    private ActorLexicon()
    {
        var forms = new List<ActorForm>();
        foreach (string[] f in Rows("names", 5)) forms.Add(new ActorForm(f[2], f[0], f[1], Day(f[3]), Day(f[4])));
        foreach (string[] f in Rows("organizations", 5))
            foreach (string form in f[2].Split(';')) forms.Add(new ActorForm(form, f[0], f[1], Day(f[3]), Day(f[4])));
        Leaders = ReadLeaders(forms);
        Names = [.. forms.Where(f => f.Kind is not "person")];
        OrganizationNames = forms.Where(f => f.Kind is "org" or "group").GroupBy(f => f.ActorId, StringComparer.Ordinal)
            .ToFrozenDictionary(g => g.Key, g => g.First().Text, StringComparer.Ordinal);
        _byFirstWord = forms.GroupBy(f => FirstWord(f.Text), StringComparer.Ordinal)
            .ToFrozenDictionary(g => g.Key, g => g.OrderByDescending(f => f.Text.Length).ToArray(), StringComparer.Ordinal);
        Surnames = Leaders.Values.SelectMany(l => SurnamesOf(l).Select(s => (Surname: s, Leader: l)))
            .GroupBy(p => p.Surname, StringComparer.Ordinal)
            .ToFrozenDictionary(g => g.Key, g => g.Select(p => p.Leader).Distinct().ToArray(), StringComparer.Ordinal);
        Sectors = Rows("sectors", 2).DistinctBy(f => f[1], StringComparer.Ordinal)
            .ToFrozenDictionary(f => f[1], f => Enum.Parse<Sector>(f[0], ignoreCase: true), StringComparer.Ordinal);
    }

    public static ActorLexicon Default => Shipped.Value;

    public IReadOnlyList<ActorForm> Names { get; }

    public FrozenDictionary<string, Leader> Leaders { get; }

    public FrozenDictionary<string, Leader[]> Surnames { get; }

    public FrozenDictionary<string, string> OrganizationNames { get; }

    public FrozenDictionary<string, Sector> Sectors { get; }

    /// <summary>The longest forms that stand at a place in the text, all of one length.</summary>
    public (int Length, IReadOnlyList<ActorForm> Forms) At(string text, int start, int wordEnd, DateOnly? date)
    {
        if (!_byFirstWord.GetAlternateLookup<ReadOnlySpan<char>>().TryGetValue(text.AsSpan(start, wordEnd - start), out ActorForm[]? forms)) return (0, []);
        int length = 0;
        var found = new List<ActorForm>();
        foreach (ActorForm form in forms)
        {
            int here = Match(text, start, form.Text);
            if (here <= 0 || here < length || !form.HoldsOn(date)) continue;
            if (here > length) found.Clear();
            length = here;
            found.Add(form);
        }
        return (length, found);
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
            else if (text[at] == c || (c == '\'' && text[at] == '’')) at++;
            else return 0;
        }
        bool inside = at < text.Length && char.IsLetterOrDigit(text[at]) && char.IsLetterOrDigit(text[at - 1]);
        return inside ? 0 : at - start;
    }

    private static FrozenDictionary<string, Leader> ReadLeaders(List<ActorForm> forms)
    {
        var spells = new Dictionary<string, (string Name, List<OfficeSpell> Spells)>(StringComparer.Ordinal);
        foreach (string[] f in Rows("leaders", 6))
        {
            string[] names = f[1].Split(';');
            if (!spells.TryGetValue(f[0], out var leader)) spells[f[0]] = leader = (names[0], []);
            leader.Spells.Add(new OfficeSpell(new StateId(f[2]), f[3],
                Day(f[4]) ?? throw new FormatException($"leaders.tsv: {f[0]} has no first day."), Day(f[5])));
            foreach (string name in names)
                if (!forms.Exists(x => string.Equals(x.ActorId, "person:" + f[0], StringComparison.Ordinal) && string.Equals(x.Text, name, StringComparison.Ordinal))) forms.Add(new ActorForm(name, "person:" + f[0], "person", null, null));
        }
        return spells.ToFrozenDictionary(p => p.Key, p => new Leader(p.Key, p.Value.Name, [.. p.Value.Spells.OrderBy(s => s.From)]), StringComparer.Ordinal);
    }

    private static IEnumerable<string> SurnamesOf(Leader leader)
    {
        string[] words = leader.Name.Split(' ');
        bool first = words.Length > 1 && leader.Spells[0].State.Code is "CHN" or "KOR" or "PRK" or "TWN";
        yield return first ? words[0] : words[^1] is "Jr." or "II" ? words[^2] : words[^1];
    }

    private static string FirstWord(string form) => form[..WordEnd(form, 0)];

    private static DateOnly? Day(string text) =>
        text.Length == 0 ? null : DateOnly.ParseExact(text, "yyyy-MM-dd", CultureInfo.InvariantCulture);

    private static IEnumerable<string[]> Rows(string table, int fields)
    {
        using Stream stream = Assembly.GetExecutingAssembly().GetManifestResourceStream($"data/actors/{table}.tsv")
            ?? throw new InvalidOperationException($"data/actors/{table}.tsv is missing from the assembly: the build is broken.");
        using var reader = new StreamReader(stream);
        reader.ReadLine();
        int number = 1;
        while (reader.ReadLine() is { } line)
        {
            number++;
            string[] f = line.Split('\t');
            if (f.Length != fields) throw new FormatException($"{table}.tsv line {number}: {fields} fields are expected, {f.Length} found.");
            yield return f;
        }
    }
}
