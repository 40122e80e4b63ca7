using System.Collections.Frozen;

namespace Entente.Reading;

/// <summary>What stands directly before and after a name, where that decides whose name it is.</summary>
internal static class NameContext
{
    private static readonly FrozenSet<string> Titles = ("Mr Mrs Ms Messrs Dr President Premier Chancellor Minister Secretary Chairman General Gen Ayatollah King Queen Emperor Leader Marshal "
        + "Colonel Col Admiral Lord Sir Dame Comrade Prince Sheikh Sheik Taoiseach Secretary-General President-elect president-elect State Senator Sen Governor Ambassador Judge Pope Prime Presidents Ministers Führer Emir Sultan Speaker "
        + "president premier chancellor minister secretary chairman general leader spokesman spokeswoman ambassador envoy candidate king dictator ruler strongman negotiator commander").Split(' ').ToFrozenSet(StringComparer.Ordinal);

    private static readonly FrozenSet<string> Openers = ("The A An In On At It He She They We But And This That These Those If When While After Before However Its His Their As For From With By To Both "
        + "Since Though Although Because Until Under Over Like Unlike Yet So Not No Even Only Among Between During Through Then Now Here There What Why How Who Where Will Would Could Should Did Does Is Was Has Had Were Are "
        + "Monday Tuesday Wednesday Thursday Friday Saturday Sunday January February March April May June July August September October November December "
        + "Today Yesterday Former Former Ex-president Late Meanwhile Earlier Later Instead According Also Our Your My One Two Three").Split(' ').ToFrozenSet(StringComparer.Ordinal);

    /// <summary>Surnames that are words, first names or too common to stand for a leader without a title or the full name earlier in the text.</summary>
    private static readonly FrozenSet<string> Common = ("May Bush Major Brown Straw Rice Ford Li Wang Hu Deng Mao Ma Lee Kim Park Moon Roh Lin Hua Singh Khan Johnson Carter Powell Baker Christopher Gates Austin "
        + "Begin Fox Morales Martin Howard Harris Hussein Abdullah Fahd Salman Gandhi Santos Jonathan Ahmed Castro Wong Qin Sharon Barak Clinton Kennedy Roosevelt Cooper Cleverly Hammond Hague Morrison Abbott Petro "
        + "Ivanov Silva Sharif Chen Lai Chiang Yang Zhu Wen Jiang Zhou Zhao Tito Kan Gul Minh Thani Khalifa Zayed Ali Sen Razak Ibrahim Vance Kerry King Clark Turner Campbell Key English Palmer Moore Marshall Kirk Nash "
        + "Holland Douglas Lange Fraser Menzies Holt Gorton Keating Smith Bishop Evans Carr Payne Kelly Young Power Ryan Boehner Jones Allen Flynn Lake Berger Brady Cook Owen Howe Pym Reid Browne Wallace Shapps Healey Stewart "
        + "Butler Lloyd Walker Eden Heath Wilson Hunt Michel Garcia Pastrana Betancourt Perez Martinez Gonzalez Fernandez Rodriguez Hernandez Sanchez Lopez Ortega Chamorro Duarte Torres Costa Soares Banda Taylor Doe "
        + "Tubman Kenyatta Moi Kaunda Botha Smuts Malan Diouf Sall Faye Bongo Obama Figueres Arias Aso Abe Mori Hata Uno Miki Sato Suzuki Tanaka Fukuda Kono Abbas Saud Faisal Khalid Mohammed Ahmad Hassan Karim Arif Salam "
        + "Aoun Mansour Saleh Hadi Prodi Monti Letta Conte Merz Kohl Erhard Rau Scheel Fischer Gabriel Maas Brandt Schmidt Hu Tang Qian Peng Chi Wei Dong Mnangagwa Chan Ho To Do Le Win Nu Thant U Cho Chung Ri Choe Rana "
        + "Nepal Rahman Zia Yunus Dar Alvi Aziz Ershad Reagan Nixon Truman Ford Hoover Grant Pierce Lynch Martin Cowen Harris Bruton Reynolds Costello Havel Klaus Nagy Horn Antall Duda Miller Belka Buzek Rutte Kok Frieden "
        + "Day Bird Rose Lie Key Little Grand Ball Mark Leader General Hope Love Long Short Church Hall Lane Park Page Bell Banks Price Rivers Woods Stone Snow Winter Summer West North Castle Cross Field Hill").Split(' ').ToFrozenSet(StringComparer.Ordinal);

    /// <summary>Names of states and cities that are also given names: beside another capitalised word they name a person.</summary>
    private static readonly FrozenSet<string> GivenNames = "Jordan Chad Georgia Israel Paris Sydney Kenya India Cuba Austin Florence Victoria Charlotte Lincoln Santiago Valencia Kingston Asia Cyprus Milan Sofia Roma Houston Dallas Montreal Darwin Adelaide Virginia Carolina London Lourdes"
        .Split(' ').ToFrozenSet(StringComparer.Ordinal);

    public static bool IsCommon(string surname) => Common.Contains(surname);

    /// <summary>Whether a capitalised word opens a sentence or names a day or month rather than a person.</summary>
    public static bool Opens(string word) => Openers.Contains(word);

    public static bool IsTitle(ReadOnlySpan<char> word) => Titles.GetAlternateLookup<ReadOnlySpan<char>>().Contains(word);

    /// <summary>The word directly before a position, without the space and a stop; empty when there is none in the line.</summary>
    public static ReadOnlySpan<char> WordBefore(string text, int at) => WordBefore(text, at, out _);

    private static ReadOnlySpan<char> WordBefore(string text, int at, out int from)
    {
        from = at;
        int end = at;
        while (end > 0 && text[end - 1] == ' ') end--;
        if (end == at && end > 0 && text[end - 1] is not '(') return default;
        if (end > 0 && text[end - 1] == '.') end--;
        from = end;
        while (from > 0 && (char.IsLetter(text[from - 1]) || text[from - 1] == '-')) from--;
        return text.AsSpan(from, end - from);
    }

    /// <summary>Whether the name at a position has a title before it ("President", "Mr.").</summary>
    public static bool HasTitle(string text, int at) => IsTitle(WordBefore(text, at));

    /// <summary>Whether the holder is said to be out of office: "former", "ex-", "ousted", "late" within the three words before.</summary>
    public static bool IsFormer(string text, int at)
    {
        for (int i = 0; i < 5 && at > 0; i++)
        {
            ReadOnlySpan<char> word = WordBefore(text, at, out int from);
            if (word.IsEmpty) return false;
            if (word is "former" or "Former" or "ex" or "Ex" or "ousted" or "Ousted" or "deposed" or "Deposed" or "late" or "onetime" or "exiled" or "Exiled"
                || word.StartsWith("ex-", StringComparison.OrdinalIgnoreCase)) return true;
            if (!char.IsUpper(word[0]) && !IsTitle(word) && AgentNouns.Of(word) == Sector.Unspecified && word is not ("prime" or "foreign" or "vice" or "deputy" or "secretary" or "state" or "of" or "defense" or "defence")) return false;
            at = from;
        }
        return false;
    }

    /// <summary>"Eric Trump", "Putin Street": a capitalised neighbour that is no title makes it another name.</summary>
    public static bool HasNameAround(string text, int at, int end) => HasNameAfter(text, end) || HasGivenNameBefore(text, at);

    /// <summary>"leader Abdullah Ocalan": a capitalised word after it that opens no sentence and names no day makes it a given name; "Abdullah II" does not.</summary>
    public static bool HasNameAfter(string text, int end)
    {
        if (end + 1 < text.Length && text[end] == ' ' && char.IsUpper(text[end + 1]))
        {
            int to = end + 1;
            while (to < text.Length && char.IsLetter(text[to])) to++;
            ReadOnlySpan<char> next = text.AsSpan(end + 1, to - end - 1);
            if (next.Length > 1 && next is not ("II" or "III" or "IV" or "VI" or "VIII") && !Openers.GetAlternateLookup<ReadOnlySpan<char>>().Contains(next)) return true;
        }
        return false;
    }

    /// <summary>Whether the word before is capitalised and neither a title, nor a word that opens a sentence, nor a day or month.</summary>
    public static bool HasGivenNameBefore(string text, int at)
    {
        if (at < 2 || text[at - 1] != ' ') return false;
        ReadOnlySpan<char> before = WordBefore(text, at);
        if (before.IsEmpty || !char.IsUpper(before[0]) || IsTitle(before)) return false;
        // The stop that WordBefore left out ends a sentence unless the word is an initial ("J. Trump").
        if (text[at - 2] == '.' && before.Length > 1) return false;
        return !Openers.GetAlternateLookup<ReadOnlySpan<char>>().Contains(before) && AgentNouns.Of(before) == Sector.Unspecified;
    }

    /// <summary>Whether a place name is part of a person's name here: "Jordan Peterson", "Chad Smith", "Michael Jordan".</summary>
    public static bool IsPersonsName(string text, string form, int at, int end)
    {
        if (!GivenNames.Contains(form)) return false;
        if (HasGivenNameBefore(text, at) && !NamesPlaces(WordBefore(text, at))) return true;
        if (end + 1 >= text.Length || text[end] != ' ' || !char.IsUpper(text[end + 1])) return false;
        int to = end + 1;
        while (to < text.Length && char.IsLetter(text[to])) to++;
        ReadOnlySpan<char> next = text.AsSpan(end + 1, to - end - 1);
        return next.Length > 1 && !Openers.GetAlternateLookup<ReadOnlySpan<char>>().Contains(next) && !IsTitle(next) && AgentNouns.Of(next) == Sector.Unspecified;
    }

    private static bool NamesPlaces(ReadOnlySpan<char> word) => word is "Northern" or "Southern" or "Eastern" or "Western" or "Central" or "East" or "West" or "North" or "South" or "Republic";
}
