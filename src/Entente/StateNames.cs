using System.Collections.Frozen;
using System.Globalization;
using System.Text;
using Entente.Reading;

namespace Entente;

/// <summary>Understands how people write a state on a command line: <c>china</c>, <c>CHN</c>, <c>PRC</c>, <c>中国</c>, <c>Beijing</c>.</summary>
public static class StateNames
{
    private const int MostSuggestions = 3;

    private static readonly Lazy<FrozenDictionary<string, StateId>> Known = new(Index);

    /// <summary>The state meant, or names near what was written.</summary>
    /// <param name="userInput">A code, name, adjective, capital or city; case, accents and dots do not matter.</param>
    /// <returns>The state and no suggestions; or null and up to three names within a small edit distance, nearest first.</returns>
    public static (StateId? Match, IReadOnlyList<string> Suggestions) Resolve(string userInput)
    {
        ArgumentNullException.ThrowIfNull(userInput);
        string key = Key(userInput);
        if (key.Length == 0) return (null, []);
        if (Known.Value.TryGetValue(key, out StateId id)) return (id, []);
        int limit = Math.Max(1, key.Length / 3);
        string[] near = [.. Known.Value
            .Where(p => p.Key.Length > 3 && Math.Abs(p.Key.Length - key.Length) <= limit)
            .Select(p => (p.Value, Distance: Distance(p.Key, key)))
            .Where(p => p.Distance <= limit)
            .OrderBy(p => p.Distance).ThenBy(p => p.Value)
            .Select(p => StateRegistry.Default[p.Value].Name)
            .Distinct(StringComparer.Ordinal)
            .Take(MostSuggestions)];
        return (null, near);
    }

    private static FrozenDictionary<string, StateId> Index()
    {
        var known = new Dictionary<string, StateId>(StringComparer.Ordinal);
        foreach (State s in StateRegistry.Default.All) known.TryAdd(Key(s.Id.Code), s.Id);
        foreach (State s in StateRegistry.Default.All) known.TryAdd(Key(s.Name), s.Id);
        foreach (string kind in (string[])["name", "capital", "adjective", "demonym", "city"])
        {
            foreach (ActorForm form in ActorLexicon.Default.Names)
                if (string.Equals(form.Kind, kind, StringComparison.Ordinal) && form.ActorId.StartsWith("state:", StringComparison.Ordinal))
                    known.TryAdd(Key(form.Text), new StateId(form.ActorId[6..]));
        }
        foreach ((string name, string code) in ((string, string)[])[("中国", "CHN"), ("美国", "USA"), ("俄罗斯", "RUS"), ("日本", "JPN"),
            ("印度", "IND"), ("Россия", "RUS"), ("Китай", "CHN"), ("США", "USA"), ("Украина", "UKR"), ("Україна", "UKR"), ("Deutschland", "DEU"),
            ("España", "ESP"), ("한국", "KOR"), ("대한민국", "KOR"), ("ایران", "IRN"), ("台湾", "TWN"), ("rok", "KOR"), ("dprk", "PRK"), ("holland", "NLD"),
            ("ukg", "GBR"), ("frn", "FRA"), ("gmy", "DEU"), ("roc", "TWN"), ("states", "USA")])
            known.TryAdd(Key(name), new StateId(code));
        return known.ToFrozenDictionary(StringComparer.Ordinal);
    }

    private static string Key(string text)
    {
        var key = new StringBuilder(text.Length);
        foreach (char c in text.Trim().Normalize(NormalizationForm.FormD))
        {
            if (char.IsLetterOrDigit(c)) key.Append(char.ToLowerInvariant(c));
            else if (c is ' ' or '-' or '_' && key.Length > 0 && key[^1] != ' ') key.Append(' ');
            else if (CharUnicodeInfo.GetUnicodeCategory(c) == UnicodeCategory.NonSpacingMark) continue;
        }
        string made = key.ToString().Normalize(NormalizationForm.FormC);
        return made.StartsWith("the ", StringComparison.Ordinal) ? made[4..] : made;
    }

    private static int Distance(string a, string b)
    {
        int[] row = [.. Enumerable.Range(0, b.Length + 1)];
        for (int i = 1; i <= a.Length; i++)
        {
            int diagonal = row[0];
            row[0] = i;
            for (int j = 1; j <= b.Length; j++)
            {
                int change = diagonal + (a[i - 1] == b[j - 1] ? 0 : 1);
                diagonal = row[j];
                row[j] = Math.Min(change, Math.Min(row[j], row[j - 1]) + 1);
            }
        }
        return row[^1];
    }
}
