using System.Collections.Frozen;
using Entente.Language;

namespace Entente.Reading;

/// <summary>What given names tell: whether a leader is a woman, and whether a text names a person the tables do not have.</summary>
internal static class GivenNames
{
    private static readonly FrozenSet<string> Women = ("Angela Theresa Margaret Liz Hillary Condoleezza Madeleine Nancy Kamala Janet Susan Samantha Nikki Linda Jeane Indira Benazir Khaleda Sheikh Sirimavo Chandrika Golda Tzipi Sanae Yoriko Yoko Makiko "
        + "Park Tsai Hsiao Corazon Gloria Megawati Yingluck Paetongtarn Aung Jacinda Helen Jenny Julia Julie Marise Penny Kim Chrystia Mélanie Anita Edith Édith Élisabeth Catherine Michèle Florence Annalena Ursula Annegret Christine Giorgia Sanna Mette Helle Magdalena Margot Anna Ann Erna Gro "
        + "Katrín Kaja Vaira Dalia Zuzana Iveta Beata Ewa Hanna Ana Kolinda Vjosa Maia Salome Roza Yulia Sviatlana Maria Dilma Cristina Isabel Michelle Claudia Alicia Violeta Mireya Xiomara Dina Jeanine María Portia Delcy Ellen Joyce Samia Naledi Netumbo Sushma Pratibha Droupadi Retno Hina Kang Kim-yo-jong "
        + "Hua Mao-Ning Sandra Federica Kristalina Elizabeth Queen Margaret Yvette Karin Viola Sophie Eugenia Luisa Rosalía Soniya Sonia").Split(' ').ToFrozenSet(StringComparer.Ordinal);

    private static readonly FrozenSet<string> WomenWhole = FrozenSet.Create(StringComparer.Ordinal, "Park Geun-hye", "Tsai Ing-wen", "Hsiao Bi-khim", "Aung San Suu Kyi", "Kang Kyung-wha", "Kim Yo-jong", "Kim Campbell", "Hua Chunying", "Mao Ning", "Jiang Yu", "Choe Son-hui", "Sheikh Hasina", "Queen Elizabeth", "Ann Linde", "Maria Zakharova");

    /// <summary>Whether a leader's name is a woman's.</summary>
    public static bool IsWoman(string name)
    {
        if (WomenWhole.Contains(name)) return true;
        int space = name.IndexOf(' ', StringComparison.Ordinal);
        string first = space < 0 ? name : name[..space];
        return first is not ("Park" or "Tsai" or "Hsiao" or "Aung" or "Kang" or "Kim" or "Hua" or "Sheikh" or "Ann") && Women.Contains(first);
    }

    /// <summary>Whether a sentence, between two positions, names a person who is no mention: two capitalised words in a row, or a title and one.</summary>
    public static bool NamesStranger(string text, ParsedSentence sentence, List<ActorMention> mentions, int before, int after = 0)
    {
        for (int t = 1; t < sentence.Tokens.Length; t++)
        {
            Token one = sentence.Tokens[t - 1], two = sentence.Tokens[t];
            if (one.Span.Start < after) continue;
            if (two.Span.End > before) break;
            if (!Capital(two.Text) || !Capital(one.Text) || two.Span.Start != one.Span.End + 1) continue;
            if (mentions.Exists(m => m.Span.Overlaps(two.Span))) continue;
            bool title = NameContext.IsTitle(one.Text);
            if (title || (!NameContext.Opens(one.Text) && !NameContext.Opens(two.Text))) return true;
        }
        return false;
    }

    private static bool Capital(string word) => word.Length > 1 && char.IsUpper(word[0]) && char.IsLetter(word[1]);
}
