namespace Entente.Reading;

/// <summary>The function that follows a state's name: "[Chinese] foreign ministry officials".</summary>
internal static class AgentPhrase
{
    private const int MostWords = 4;

    /// <summary>The end, sector and last noun of the function after a name; the name's own end when there is none.</summary>
    public static (int End, Sector Sector, string Noun) After(string text, int end, bool adjective)
    {
        int best = end, at = end;
        Sector sector = Sector.Unspecified;
        string noun = "";
        int words = 0;
        bool owns = end + 1 < text.Length && text[end] is '\'' or '’' && text[end + 1] == 's';
        if (owns) at += 2;
        // After a noun ("Russia met officials") only the next word can be its function; after an adjective or a genitive others may stand between.
        int most = adjective || owns ? MostWords : 1;
        while (words < most && at < text.Length && text[at] is ' ' or '\n' or '-')
        {
            int from = at + 1;
            int to = from;
            while (to < text.Length && (char.IsLetter(text[to]) || (text[to] == '-' && to > from))) to++;
            if (to == from) break;
            ReadOnlySpan<char> word = text.AsSpan(from, to - from);
            Sector here = AgentNouns.Of(word);
            if (here != Sector.Unspecified)
            {
                best = to;
                // "foreign ministry spokesman" keeps GOV; "army general" keeps MIL; "military court" ends as JUD.
                sector = sector is Sector.Mil or Sector.Cop or Sector.Leg or Sector.Reb or Sector.Opp && here == Sector.Gov ? sector : here;
                noun = word.ToString().ToLowerInvariant();
            }
            else if (best > end || Stops(word) || (char.IsUpper(word[0]) && !Heads(word))) break;
            at = to;
            words++;
        }
        return (best, sector, noun);
    }

    private static bool Heads(ReadOnlySpan<char> word) => word is "Foreign" or "Prime" or "Vice" or "Deputy" or "Defense" or "Defence" or "Interior" or "Supreme"
        or "Finance" or "Trade" or "National" or "State" or "Communist" or "Security" or "Air" or "Armed" or "Assistant" or "Special" or "Justice" or "Energy";

    private static bool Stops(ReadOnlySpan<char> word) => word is "and" or "or" or "the" or "a" or "an" or "of" or "in" or "on" or "to" or "for" or "with"
        or "from" or "by" or "at" or "against" or "is" or "was" or "has" or "have" or "had" or "will" or "would" or "said" or "says" or "as" or "its" or "that"
        or "are" or "were" or "over" or "after" or "into" or "who" or "which" or "also" or "not" or "his" or "their" or "about" or "under" or "when"
        || word.EndsWith("ed", StringComparison.Ordinal) || (word.EndsWith("s", StringComparison.Ordinal) && !word.EndsWith("ss", StringComparison.Ordinal)
            && char.IsLower(word[0]) && word is not "affairs" and not "armed" and not "communications" and not "sports");
}
