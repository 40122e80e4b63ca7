using Entente.Training.Networks;
using Entente.Training.Treebanks;

namespace Entente.Training.Language;

/// <summary>Varies a few sentences as news pages do: capitals throughout, no capitals, no final stop, typographic quotes, a dateline.</summary>
/// <param name="vocabulary">Nothing is added that it has no tag or relation for.</param>
internal sealed class NewsStyle(Vocabulary vocabulary)
{
    private static readonly string[] Places = ("BEIJING MOSCOW WASHINGTON LONDON PARIS BERLIN TOKYO SEOUL DELHI TEHRAN ANKARA CAIRO KYIV KIEV GENEVA VIENNA BRUSSELS JERUSALEM "
        + "BAGHDAD KABUL ISLAMABAD HANOI MANILA JAKARTA CANBERRA OTTAWA HAVANA CARACAS NAIROBI LAGOS PRETORIA TRIPOLI DAMASCUS BEIRUT RIYADH DOHA MINSK WARSAW ROME MADRID ATHENS "
        + "Beijing Moscow Washington Geneva Tehran Seoul").Split(' ');

    private static readonly string[] Agencies = ["AP", "Reuters", "AFP", "Xinhua", "TASS", "Kyodo", "Yonhap", "dpa", "UPI", "IRNA", "Interfax", "PTI"];
    private static readonly string[] Months = ["Jan.", "Feb.", "March", "April", "May", "June", "July", "Aug.", "Sept.", "Oct.", "Nov.", "Dec.", "September", "January"];
    private static readonly string[] Dashes = ["--", "-", "—", "–"];

    private const string Name = "PROPN\tNNP\tNumber=Sing", Day = "NUM\tCD\tNumForm=Digit|NumType=Card", Comma = "PUNCT\t,\t_", Open = "PUNCT\t-LRB-\t_", Close = "PUNCT\t-RRB-\t_";

    private readonly bool _knowsDatelines = new[] { Name, Day, Comma, Open, Close }.All(vocabulary.HasTag)
        && new[] { "parataxis", "punct", "nmod:unmarked", "nummod", "appos" }.All(vocabulary.HasRelation);

    /// <summary>The sentence, or one time in some a variant.</summary>
    public GoldSentence Vary(GoldSentence sentence, SeededRandom random)
    {
        sentence = random.NextSingle() < 0.3f ? WithTypographicQuotes(sentence) : sentence;
        float chance = random.NextSingle();
        if (chance < 0.015f) return sentence with { Forms = [.. sentence.Forms.Select(f => f.ToUpperInvariant())] };
        if (chance < 0.025f) return sentence with { Forms = [.. sentence.Forms.Select(f => f.ToLowerInvariant())] };
        if (chance < 0.06f) return WithoutStop(sentence);
        return chance < 0.09f && _knowsDatelines ? WithDateline(sentence, random) : sentence;
    }

    private static GoldSentence WithoutStop(GoldSentence s)
    {
        int last = s.Forms.Length - 1;
        if (last < 2 || s.Forms[last] != "." || s.Heads.Contains(last)) return s;
        return new GoldSentence(s.Forms[..last], s.Tags[..last], s.Heads[..last], s.Relations[..last]);
    }

    private static GoldSentence WithTypographicQuotes(GoldSentence s)
    {
        if (!s.Forms.Contains("\"", StringComparer.Ordinal)) return s;
        var forms = (string[])s.Forms.Clone();
        for (int i = 0; i < forms.Length; i++)
            if (forms[i] == "\"") forms[i] = s.Tags[i].Contains("\t``\t", StringComparison.Ordinal) ? "“" : "”";
        return s with { Forms = forms };
    }

    // BEIJING, Sept. 15 (Xinhua) -- The place hangs from the sentence's root as parataxis, the rest from the place.
    private static GoldSentence WithDateline(GoldSentence s, SeededRandom random)
    {
        if (s.Forms.Length is < 5 or > 60 || !s.Tags[Array.IndexOf(s.Heads, -1)].StartsWith("VERB", StringComparison.Ordinal) || !char.IsUpper(s.Forms[0][0])) return s;
        var words = new List<(string Form, string Tag, int Head, string Relation)> { (Pick(Places), Name, -2, "parataxis") };
        bool dated = random.Next(3) > 0, agency = random.Next(3) > 0;
        if (dated)
        {
            words.Add((",", Comma, words.Count + 1, "punct"));
            words.Add((Pick(Months), Name, 0, "nmod:unmarked"));
            words.Add(((1 + random.Next(31)).ToString(System.Globalization.CultureInfo.InvariantCulture), Day, words.Count - 1, "nummod"));
        }
        if (agency)
        {
            words.Add(("(", Open, words.Count + 1, "punct"));
            words.Add((Pick(Agencies), Name, 0, "appos"));
            words.Add((")", Close, words.Count - 1, "punct"));
        }
        words.Add((Pick(Dashes), Comma, 0, "punct"));
        int root = Array.IndexOf(s.Heads, -1) + words.Count;
        return new GoldSentence(
            [.. words.Select(w => w.Form), .. s.Forms], [.. words.Select(w => w.Tag), .. s.Tags],
            [.. words.Select(w => w.Head == -2 ? root : w.Head), .. s.Heads.Select(h => h < 0 ? -1 : h + words.Count)], [.. words.Select(w => w.Relation), .. s.Relations]);

        string Pick(string[] from) => from[random.Next(from.Length)];
    }
}
