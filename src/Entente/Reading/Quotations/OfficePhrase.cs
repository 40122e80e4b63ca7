using System.Text.RegularExpressions;

namespace Entente.Reading.Quotations;

/// <summary>Cuts what is printed after a speaker's name into office and house: "a senior lecturer in politics at the University of Nord".</summary>
internal static partial class OfficePhrase
{
    private const string Offices = "president|chancellor|premier|minister|secretary|spokes[a-z]+|ambassador|envoy|senator|representative|congress[a-z]+|governor|general|director|chair[a-z]*|chief|leader|commissioner|"
        + "professor|analyst|expert|strategist|advis[eo]r|correspondent|lawmaker|legislator|king|queen|prince|princess|pope|mayor|judge|justice|manager|economist|historian|fellow|researcher|official|diplomat|commander|counsel|"
        + "candidate|lecturer|head|member|associate|author|architect|co-founder|founder|owner|editor|reporter|journalist|columnist|scholar|scientist|lawyer|attorney|activist|critic|aide|consultant|partner|executive|officer|"
        + "dean|deputy|coordinator|specialist|captain|colonel|major|sergeant|sheriff|bishop|pastor|engineer|pollster|operative|organi[sz]er|veteran|director-general|nominee|delegate|treasurer";

    [GeneratedRegex(@"^(?:aged?\s+)?\d{1,3},?\s+", RegexOptions.CultureInvariant | RegexOptions.NonBacktracking)]
    private static partial Regex Age();

    [GeneratedRegex(@"^(?:an?|the|its|his|her|their)\s+", RegexOptions.CultureInvariant | RegexOptions.NonBacktracking)]
    private static partial Regex Article();

    [GeneratedRegex(@"\b(?:" + Offices + @")s?\b", RegexOptions.CultureInvariant | RegexOptions.NonBacktracking)]
    private static partial Regex Office();

    // Where a house begins: "at the Institute", "of the Council", "with Reuters".
    [GeneratedRegex(@"(?<at>\s(?:at|with|for|from|of)\s+)(?:the\s|\p{Lu})|,\s*", RegexOptions.CultureInvariant)]
    private static partial Regex HouseBegins();

    [GeneratedRegex(@"(?:,?\s+and)?,?\s+(?:who|whom|whose|which|that)\s.*$", RegexOptions.CultureInvariant | RegexOptions.Singleline)]
    private static partial Regex Clause();

    /// <summary>Office and house; null for what the phrase does not say. A clause that merely goes on behind the name is neither.</summary>
    public static (string? Office, string? House) Cut(string printed)
    {
        string whole = Clause().Replace(Age().Replace(printed, ""), "").Trim(' ', ',', ';', ':');
        if (whole.Length == 0) return (null, null);
        string bare = Article().Replace(whole, "");
        if (bare.StartsWith("one of ", StringComparison.Ordinal)) return (bare, null);
        Match begins = HouseBegins().Match(bare);
        string office = begins.Success ? bare[..begins.Index] : bare;
        bool held = Office().IsMatch(office) || whole.StartsWith("a ", StringComparison.Ordinal) || whole.StartsWith("an ", StringComparison.Ordinal);
        if (!held) return (null, bare.Length > 0 && char.IsUpper(bare[0]) ? whole : null);
        string house = begins.Success ? bare[(begins.Index + (begins.Groups["at"].Success ? begins.Groups["at"].Length : begins.Length))..] : "";
        return (office, house.Length == 0 ? null : house);
    }
}
