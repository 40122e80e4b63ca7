using System.Collections.Frozen;

namespace Entente.Reading.Quotations;

/// <summary>Resolves how a speaker is called ("Mr. Hart") to the full name the document gave ("Brian Hart").</summary>
internal sealed class SpeakerNames
{
    private static readonly FrozenSet<string> Titles = FrozenSet.ToFrozenSet(
        ["Mr.", "Mrs.", "Ms.", "Dr.", "Messrs.", "Gov.", "Sen.", "Rep.", "Gen.", "Prof.", "President", "Minister", "Secretary", "Leader", "Chancellor",
         "Ambassador", "Professor", "General", "Senator", "Premier", "The", "A", "In", "But", "And", "On", "At"], StringComparer.Ordinal);

    private readonly Dictionary<string, List<(int At, string Full)>> _byPart = new(StringComparer.Ordinal);

    public SpeakerNames(List<Word> words, IReadOnlyList<ActorMention> actors)
    {
        // A state is called by its name: "Understanding China" in a headline is nobody's full name.
        var states = actors.Where(a => a.Kind is not ActorKind.Person).Select(a => a.Text).ToHashSet(StringComparer.Ordinal);
        for (int i = 0; i + 1 < words.Count; i++)
        {
            if (states.Contains(Bare(words[i].Text)) || states.Contains(Bare(words[i + 1].Text))) continue;
            if (!IsName(words[i]) || !IsName(words[i + 1]) || words[i + 1].Start != words[i].End + 1) continue;
            if (i + 2 < words.Count && IsName(words[i + 2]) && words[i + 2].Start == words[i + 1].End + 1) continue;
            Learn(Bare(words[i].Text), Bare(words[i + 1].Text), words[i].Start);
        }
        foreach (ActorMention m in actors)
            if (m.Kind == ActorKind.Person && m.Name.Split(' ') is { Length: >= 2 } parts)
                foreach (string part in parts) Add(part, m.Span.Start, m.Name);
    }

    /// <summary>The name as fully as the document gave it before the position; as written when it never did.</summary>
    public string Full(string written, int at)
    {
        string[] parts = [.. written.Split(' ', StringSplitOptions.RemoveEmptyEntries).Select(Bare)];
        string[] names = [.. parts.Where(p => p.Length > 0 && !Titles.Contains(p))];
        if (names.Length != 1 || !char.IsUpper(names[0][0]) || !_byPart.TryGetValue(names[0], out List<(int At, string Full)>? known)) return string.Join(' ', written.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries));
        string full = known[0].Full;
        foreach ((int seen, string name) in known)
            if (seen <= at) full = name;
        return full;
    }

    private static bool IsName(Word w) => w.IsCapital && w.Text.Length > 1 && !Titles.Contains(w.Text) && w.Text.Any(char.IsLower);

    private static string Bare(string s) => s.EndsWith("’s", StringComparison.Ordinal) || s.EndsWith("'s", StringComparison.Ordinal) ? s[..^2] : s;

    private void Learn(string first, string last, int at)
    {
        string full = first + " " + last;
        Add(last, at, full);
        Add(first, at, full);
    }

    private void Add(string part, int at, string full)
    {
        if (!_byPart.TryGetValue(part, out List<(int At, string Full)>? list)) _byPart[part] = list = [];
        if (list.Count == 0 || list[^1].Full != full) list.Add((at, full));
    }
}
