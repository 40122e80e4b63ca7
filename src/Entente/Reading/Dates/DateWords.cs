using System.Collections.Frozen;

namespace Entente.Reading;

/// <summary>What a word is to the grammar of dates.</summary>
internal enum DateWord
{
    /// <summary>Nothing to it.</summary>
    Other,
    /// <summary>A word the grammar knows by its letters.</summary>
    Known,
    /// <summary>A cardinal number.</summary>
    Number,
    /// <summary>An ordinal number.</summary>
    Ordinal,
    /// <summary>A decade in figures: "1990s".</summary>
    Decade,
    /// <summary>A month, 1 to 12.</summary>
    Month,
    /// <summary>A weekday, 1 (Monday) to 7.</summary>
    Weekday,
    /// <summary>A unit of time; the value is its letter.</summary>
    Unit,
    /// <summary>A season, 1 (spring) to 4.</summary>
    Season,
    /// <summary>A part of the day.</summary>
    DayPart,
    /// <summary>A mark.</summary>
    Mark,
    /// <summary>The end of a sentence or line.</summary>
    Stop,
}

/// <summary>A word's class, value and letters in lower case.</summary>
internal readonly record struct DateWordEntry(DateWord Word, int Value, string Text);

/// <summary>The vocabulary of dates.</summary>
internal static class DateWords
{
    private static readonly FrozenDictionary<string, DateWordEntry> Table = Build();

    private static readonly FrozenDictionary<string, DateWordEntry>.AlternateLookup<ReadOnlySpan<char>> Lookup = Table.GetAlternateLookup<ReadOnlySpan<char>>();

    /// <summary>The entry of a word in lower case; false when the grammar does not know it.</summary>
    public static bool TryFind(ReadOnlySpan<char> lower, out DateWordEntry entry) => Lookup.TryGetValue(lower, out entry);

    private static FrozenDictionary<string, DateWordEntry> Build()
    {
        var table = new Dictionary<string, DateWordEntry>(StringComparer.Ordinal);
        Each(DateWord.Month, 1, "january february march april may june july august september october november december");
        Each(DateWord.Month, 1, "jan feb mar apr - jun jul aug sep oct nov dec");
        Add(DateWord.Month, 9, "sept");
        Each(DateWord.Weekday, 1, "monday tuesday wednesday thursday friday saturday sunday");
        Each(DateWord.Weekday, 1, "mon tue wed thu fri sat sun");
        foreach ((string word, int day) in ((string, int)[])[("tues", 2), ("thur", 4), ("thurs", 4), ("weds", 3)]) Add(DateWord.Weekday, day, word);
        Each(DateWord.Number, 1, "one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen seventeen eighteen nineteen twenty");
        foreach ((string word, int n) in ((string, int)[])[("thirty", 30), ("forty", 40), ("fifty", 50), ("sixty", 60), ("seventy", 70), ("eighty", 80), ("ninety", 90), ("hundred", 100), ("thousand", 1000)]) Add(DateWord.Number, n, word);
        Each(DateWord.Ordinal, 1, "first second third fourth fifth sixth seventh eighth ninth tenth eleventh twelfth thirteenth fourteenth fifteenth sixteenth seventeenth eighteenth nineteenth twentieth");
        Add(DateWord.Ordinal, 30, "thirtieth");
        foreach ((string words, char unit) in ((string, char)[])[("day days", 'D'), ("week weeks", 'W'), ("weekend weekends", 'E'), ("fortnight fortnights", 'F'), ("month months", 'M'), ("quarter quarters", 'Q'), ("year years yr yrs", 'Y'),
            ("decade decades", 'T'), ("century centuries", 'C'), ("hour hours hr hrs", 'h'), ("minute minutes min mins", 'm'), ("seconds", 's'), ("half halves", 'H')])
            foreach (string word in words.Split(' ')) Add(DateWord.Unit, unit, word);
        Each(DateWord.Season, 1, "spring summer autumn winter");
        Add(DateWord.Season, 3, "fall");
        foreach ((string word, int part) in ((string, int)[])[("morning", 0), ("afternoon", 1), ("evening", 2), ("night", 3), ("midday", 1)]) Add(DateWord.DayPart, part, word);
        foreach (string word in ("the a an of in on at to by for from until till through thru since before after between and during within over about around than more less "
            + "last past previous next coming upcoming following this that current same early earlier late later mid end beginning start middle rest ago hence now today yesterday tomorrow tonight "
            + "currently nowadays present moment recently recent soon future should must want wants month's annual annually daily weekly monthly quarterly yearly every each other some several few couple many half "
            + "will would shall may might going plans planned plan planning expected scheduled set due aims hopes intends said says told announced reported added fiscal financial entire whole final full all again long "
            + "christmas eve new year's easter sunday good friday thanksgiving independence labor labour valentine's halloween memorial veterans remembrance armistice victory bastille boxing black martin luther king father's mother's saint st patrick's lunar chinese columbus "
            + "noon midnight am pm a.m p.m utc gmt o'clock turn very coming then times time as it's ii another not day's week's month's year's today's yesterday's tomorrow's bc ad term starting running weeks-long back so far once twice per").Split(' '))
            table.TryAdd(word, new DateWordEntry(DateWord.Known, 0, word));
        return table.ToFrozenDictionary(StringComparer.Ordinal);

        void Add(DateWord word, int value, string text) => table[text] = new DateWordEntry(word, value, text);

        void Each(DateWord word, int first, string words)
        {
            foreach (string text in words.Split(' ')) Add(word, first++, text);
        }
    }
}
