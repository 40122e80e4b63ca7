using System.Text.RegularExpressions;

namespace Entente.Reading.Quotations;

/// <summary>Cuts the phrase that names a speaker into name, role and affiliation: "Ana Berg, a fellow at the Nordic Institute": the office and the house it is held in.</summary>
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

    [GeneratedRegex(@"^(?:an?|the|its|his|her|their|another|one)\s", RegexOptions.CultureInvariant | RegexOptions.NonBacktracking | RegexOptions.IgnoreCase)]
    private static partial Regex Determiner();

    [GeneratedRegex(@"^\p{Lu}[\p{L}’'\-]+(?:\s+\p{Lu}[\p{L}’'.\-]*){1,3}$", RegexOptions.CultureInvariant | RegexOptions.NonBacktracking)]
    private static partial Regex FullName();

    [GeneratedRegex(@"\p{Ll}\s+\p{Lu}[\p{L}’'\-]+(?:\s+\p{Lu}[\p{L}’'\-]+)+\s+and\s", RegexOptions.CultureInvariant | RegexOptions.NonBacktracking)]
    private static partial Regex NamesBeforeAnd();

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
        // "The campaign's chairman, Phil Lund": the office is printed first.
        if (affiliation is { } named && Determiner().IsMatch(name) && FullName().IsMatch(named)) return (named, Article().Replace(name, ""), null);
        if (affiliation is null && NameOf().Match(name) is { Success: true } of) (name, affiliation) = (of.Groups["name"].Value, of.Groups["of"].Value);
        string? role = null;
        // "leader Ana Berg and President Li Hart": two offices of two people are nobody's one.
        if (RoleName().Match(name) is { Success: true } titled && titled.Groups["name"].Value.Split(' ').All(w => char.IsUpper(w[0])) && !NamesBeforeAnd().IsMatch(titled.Groups["role"].Value)) role = Article().Replace(titled.Groups["role"].Value, "");
        if (affiliation is { } printed && OfficePhrase.Cut(printed) is var (office, house)) (role, affiliation) = (role ?? office, house);
        return (name, role, affiliation);
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
