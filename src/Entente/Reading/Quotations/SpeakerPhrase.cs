using System.Text.RegularExpressions;

namespace Entente.Reading.Quotations;

/// <summary>Cuts the phrase that names a speaker into name, role and affiliation: "Ana Berg, a fellow at the Nordic Institute".</summary>
internal static partial class SpeakerPhrase
{
    [GeneratedRegex(@"^(?:[,;:]\s*|who |which |including |and |but |as )+|[\s,;:]+$", RegexOptions.CultureInvariant)]
    private static partial Regex Loose();

    // A name of two or more capitalised words, then what it is of.
    [GeneratedRegex(@"^(?<name>(?:\p{Lu}[\p{L}’'.\-]*\s+)+\p{Lu}[\p{L}’'\-]*\.?)\s+(?:of|at|with|from)\s+(?<of>(?:the\s+)?\p{Lu}.*)$", RegexOptions.CultureInvariant | RegexOptions.NonBacktracking)]
    private static partial Regex NameOf();

    [GeneratedRegex(@"^(?:an?|the|its|his|her|their)\s+", RegexOptions.CultureInvariant | RegexOptions.NonBacktracking | RegexOptions.IgnoreCase)]
    private static partial Regex Article();

    // Words of office before a name: "Foreign Ministry spokesman Zhao Lijian", "President Xi Jinping".
    [GeneratedRegex(@"^(?<role>(?:[\p{L}’'.\-]+\s+){0,7}?(?:president|chancellor|premier|minister|secretary|spokesman|spokeswoman|spokesperson|ambassador|envoy|senator|sen\.|representative|rep\.|governor|gov\.|general|gen\.|adm\.|admiral|col\.|colonel|director|chairman|chairwoman|chair|chief|leader|commissioner|professor|prof\.|analyst|expert|strategist|adviser|advisor|correspondent|lawmaker|king|queen|prince|pope|mayor|judge|justice|manager|economist|historian|fellow|researcher|official|diplomat|commander|counsel|candidate))\s+(?<name>\p{Lu}[\p{L}’'\-]+(?:\s+\p{Lu}[\p{L}’'.\-]*)+)$", RegexOptions.CultureInvariant | RegexOptions.NonBacktracking | RegexOptions.IgnoreCase)]
    private static partial Regex RoleName();

    /// <summary>Name, role and affiliation of a phrase; what it does not say is null.</summary>
    public static (string Name, string? Role, string? Affiliation) Cut(string phrase)
    {
        string whole = Loose().Replace(OneSpace(phrase), "");
        if (whole.Length == 0) return (phrase, null, null);
        string name = whole;
        string? affiliation = null;
        int comma = OutsideComma(whole);
        if (comma > 0 && comma + 2 < whole.Length && char.IsUpper(whole[0]))
        {
            name = whole[..comma];
            affiliation = Loose().Replace(whole[(comma + 1)..].Trim(), "");
            if (affiliation.StartsWith("who ", StringComparison.Ordinal) || affiliation.StartsWith("which ", StringComparison.Ordinal) || affiliation.StartsWith("and ", StringComparison.Ordinal)) affiliation = null;
        }
        if (affiliation is null && NameOf().Match(name) is { Success: true } of) (name, affiliation) = (of.Groups["name"].Value, of.Groups["of"].Value);
        string? role = null;
        if (RoleName().Match(name) is { Success: true } titled && char.IsUpper(titled.Groups["name"].Value[0])) role = Article().Replace(titled.Groups["role"].Value, "");
        else if (affiliation is { } at) role = RoleOf(at);
        return (name, role, string.IsNullOrWhiteSpace(affiliation) ? null : affiliation);
    }

    // "senior lecturer in politics at the University of …": what stands before the house.
    private static string? RoleOf(string affiliation)
    {
        string bare = Article().Replace(affiliation, "");
        if (bare.Length == 0 || char.IsUpper(bare[0])) return null;
        int cut = bare.Length;
        foreach (string at in (string[])[" at ", " with ", " for ", " of the ", ","])
            if (bare.IndexOf(at, StringComparison.Ordinal) is > 0 and var i && i < cut) cut = i;
        return bare[..cut];
    }

    private static int OutsideComma(string s)
    {
        int depth = 0;
        for (int i = 0; i < s.Length; i++)
        {
            if (s[i] is '(' or '[') depth++;
            else if (s[i] is ')' or ']') depth--;
            else if (s[i] == ',' && depth <= 0 && !IsSuffix(s, i + 1)) return i;
        }
        return -1;
    }

    private static bool IsSuffix(string s, int at) => s.AsSpan(at).TrimStart() is ['J', 'r', ..] or ['S', 'r', ..] or ['I', 'I', ..];

    private static string OneSpace(string s) => string.Join(' ', s.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries));
}
