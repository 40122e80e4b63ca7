namespace Entente.Reading;

/// <summary>A function beside a name: its end (or start), sector and head noun.</summary>
internal readonly record struct AgentSpan(int Start, int End, Sector Sector, string Noun)
{
    public bool IsFound => Noun is { Length: > 0 };
}

/// <summary>The function that follows a name ("[Chinese] foreign ministry officials") or stands before its "of" ("the army of [Myanmar]").</summary>
internal static class AgentPhrase
{
    private const int MostWords = 5;

    /// <summary>The function after a name that ends at <paramref name="end"/>.</summary>
    /// <param name="text">The text.</param>
    /// <param name="end">End of the name.</param>
    /// <param name="adjective">Whether the name can stand before several words of its noun phrase; after a noun only the next word can be its function.</param>
    public static AgentSpan After(string text, int end, bool adjective)
    {
        int best = end, at = end, words = 0;
        Sector sector = Sector.Unspecified;
        string noun = "";
        ReadOnlySpan<char> previous = default;
        bool owns = end + 1 < text.Length && text[end] is '\'' or '’' && text[end + 1] == 's' && (end + 2 >= text.Length || !char.IsLetterOrDigit(text[end + 2]));
        if (owns) at += 2;
        else if (end < text.Length && text[end] is '\'' or '’' && text[end - 1] == 's') at++;
        bool genitive = at > end;
        int most = adjective || genitive ? MostWords : 1;
        while (words < most && at < text.Length && (text[at] is ' ' or '\n' || (text[at] == '-' && !genitive && words == 0)))
        {
            int from = at + 1;
            int to = WordEnd(text, from);
            if (to == from) break;
            ReadOnlySpan<char> word = text.AsSpan(from, to - from);
            if (word.EndsWith("-led", StringComparison.Ordinal) || word.EndsWith("-backed", StringComparison.Ordinal)) break;
            Sector pair = previous.IsEmpty ? Sector.Unspecified : AgentNouns.Of(text.AsSpan(at - previous.Length, previous.Length + 1 + word.Length));
            Sector here = AgentNouns.Of(word);
            if (pair != Sector.Unspecified || here != Sector.Unspecified)
            {
                best = to;
                sector = pair != Sector.Unspecified ? pair : AgentNouns.Combine(sector, here, word);
                noun = word.ToString().ToLowerInvariant();
            }
            else if (best > end && !Links(word)) break;
            else if (Stops(word) || (char.IsUpper(word[0]) && !Heads(word))) break;
            previous = word;
            at = to;
            words++;
        }
        return new AgentSpan(end, best, sector, noun);
    }

    /// <summary>The function before "of" or "of the" and a name that starts at <paramref name="start"/>, not reaching before <paramref name="floor"/>.</summary>
    public static AgentSpan Before(string text, int start, int floor)
    {
        int at = start;
        if (!Back(text, ref at, floor, out ReadOnlySpan<char> word)) return default;
        if (word is "the" && !Back(text, ref at, floor, out word)) return default;
        if (word is not "of") return default;
        if (!Back(text, ref at, floor, out ReadOnlySpan<char> head)) return default;
        Sector sector = AgentNouns.Of(head);
        if (sector == Sector.Unspecified) return default;
        string noun = head.ToString().ToLowerInvariant();
        int first = at;
        while (Back(text, ref at, floor, out ReadOnlySpan<char> modifier))
        {
            Sector here = AgentNouns.Of(modifier);
            if (here == Sector.Unspecified && !Heads(modifier) && modifier is not ("foreign" or "prime" or "armed" or "vice" or "deputy" or "defense" or "defence" or "finance" or "interior" or "supreme" or "security" or "air")) break;
            Sector pair = AgentNouns.Of(text.AsSpan(at, first + noun.Length - at));
            if (pair != Sector.Unspecified) sector = pair;
            else if (here != Sector.Unspecified && AgentNouns.IsLight(noun)) sector = here;
            first = at;
        }
        return new AgentSpan(first, start, sector, noun);
    }

    private static bool Back(string text, ref int at, int floor, out ReadOnlySpan<char> word)
    {
        word = default;
        int end = at;
        if (end <= floor || end == 0 || text[end - 1] is not (' ' or '\n')) return false;
        end--;
        int from = end;
        while (from > floor && (char.IsLetter(text[from - 1]) || text[from - 1] == '-')) from--;
        if (from == end) return false;
        word = text.AsSpan(from, end - from);
        at = from;
        return true;
    }

    private static int WordEnd(string text, int from)
    {
        int to = from;
        while (to < text.Length && (char.IsLetter(text[to]) || (to > from && (char.IsDigit(text[to]) || text[to] == '-')))) to++;
        while (to > from && text[to - 1] == '-') to--;
        return to;
    }

    // "Foreign Ministry spokesman": a word that joins a noun to its head.
    private static bool Links(ReadOnlySpan<char> word) => Heads(word) || word is "foreign" or "prime" or "armed" or "national" or "security";

    private static bool Heads(ReadOnlySpan<char> word) => word is "Foreign" or "Prime" or "Vice" or "Deputy" or "Defense" or "Defence" or "Interior" or "Supreme"
        or "Finance" or "Trade" or "National" or "State" or "Communist" or "Security" or "Air" or "Armed" or "Assistant" or "Special" or "Justice" or "Energy"
        or "Crown" or "First" or "Acting" or "House" or "Economic" or "External" or "Affairs" or "Oil" or "Army" or "Federal" or "Central" or "Constitutional" or "Coast";

    private static bool Stops(ReadOnlySpan<char> word) => word is "and" or "or" or "the" or "a" or "an" or "of" or "in" or "on" or "to" or "for" or "with"
        or "from" or "by" or "at" or "against" or "is" or "was" or "has" or "have" or "had" or "will" or "would" or "said" or "says" or "as" or "its" or "that"
        or "are" or "were" or "over" or "after" or "into" or "who" or "which" or "also" or "not" or "his" or "their" or "about" or "under" or "when"
        or "invasion" or "war" or "attack" or "offensive" or "sanctions" or "talks" or "support" or "aid" or "demand" or "policy" or "relations" or "ties" or "bid" or "led" or "took"
        || (word.EndsWith("ed", StringComparison.Ordinal) && word is not ("armed" or "united" or "armored" or "armoured"))
        || (word.EndsWith("s", StringComparison.Ordinal) && !word.EndsWith("ss", StringComparison.Ordinal)
            && char.IsLower(word[0]) && word is not ("affairs" or "armed" or "communications" or "sports" or "customs" or "weapons"));
}
