using System.Collections.Frozen;
using Entente.Reading.Quotations;

namespace Entente.Reading.Conditionals;

/// <summary>What a word says of the relation of two states.</summary>
[Flags]
internal enum RelationClass
{
    None = 0, Closer = 1, Apart = 2, Falls = 4, Negates = 8, Relation = 16, PowerDown = 32, PowerUp = 64, Declines = 128,
}

/// <summary>The words by which a text says that two states draw closer or apart (<c>data/codebook/relations.tsv</c>), and which way they point together.</summary>
/// <remarks>
/// Each signed word counts +1 (closer) or −1 (apart). A word of falling ("lift", "easing", "end") or negation up to seven words before it
/// turns it round, as does a word of falling in the seven words after a noun ("sanctions will be lifted"). A relation as such ("ties")
/// counts only where it falls. The sign of the sum is the direction.
/// </remarks>
internal static class RelationWords
{
    private static readonly FrozenDictionary<string, RelationClass> Whole;
    private static readonly (string Stem, RelationClass Class)[] Stems;

    static RelationWords()
    {
        var whole = new Dictionary<string, RelationClass>(StringComparer.Ordinal);
        var stems = new List<(string, RelationClass)>();
        using Stream stream = typeof(RelationWords).Assembly.GetManifestResourceStream("data/codebook/relations.tsv")
            ?? throw new InvalidOperationException("data/codebook/relations.tsv is not embedded; restore the EmbeddedResource line of Entente.csproj.");
        using var reader = new StreamReader(stream);
        while (reader.ReadLine() is { } line)
        {
            if (line.Length == 0 || line[0] == '#') continue;
            string[] fields = line.Split('\t');
            RelationClass row = fields[0] switch
            {
                "closer" => RelationClass.Closer,
                "apart" => RelationClass.Apart,
                "falls" => RelationClass.Falls,
                "negators" => RelationClass.Negates,
                "relation" => RelationClass.Relation,
                "declines" => RelationClass.Declines,
                "power-down" => RelationClass.PowerDown,
                "power-up" => RelationClass.PowerUp,
                _ => throw new InvalidDataException($"data/codebook/relations.tsv: '{fields[0]}' is no class; see its first line."),
            };
            foreach (string word in fields[1].Split(' '))
                if (word[^1] == '*') stems.Add((word[..^1], row));
                else whole[word] = whole.GetValueOrDefault(word) | row;
        }
        Whole = whole.ToFrozenDictionary(StringComparer.Ordinal);
        Stems = [.. stems];
    }

    /// <summary>The classes of a word, lower case.</summary>
    public static RelationClass ClassOf(string lower)
    {
        RelationClass found = Whole.GetValueOrDefault(lower);
        foreach ((string stem, RelationClass row) in Stems)
            if (lower.StartsWith(stem, StringComparison.Ordinal)) found |= row;
        return found | (lower.EndsWith("n't", StringComparison.Ordinal) || lower.EndsWith("n’t", StringComparison.Ordinal) ? RelationClass.Negates : RelationClass.None);
    }

    /// <summary>Whether words speak of the relation of two states at all.</summary>
    public static bool SpeaksOfRelation(IReadOnlyList<Word> words) => words.Any(w => w.IsWord && (ClassOf(w.Lower) & (RelationClass.Closer | RelationClass.Apart | RelationClass.Relation)) != RelationClass.None);

    /// <summary>Whether words speak of closeness or of distance.</summary>
    public static Direction ToneOf(string words) => ToneOf(Words.Cut(words, 0, words.Length));

    /// <summary>The same for words already cut.</summary>
    public static Direction ToneOf(IReadOnlyList<Word> words)
    {
        RelationClass[] classes = [.. words.Select(w => w.IsWord ? ClassOf(w.Lower) : RelationClass.None)];
        int sum = 0;
        // "the alliance could deteriorate": what befalls the closeness counts, not the closeness.
        bool declines = Array.Exists(classes, c => (c & RelationClass.Declines) != RelationClass.None);
        for (int i = 0; i < classes.Length; i++)
        {
            int sign = SignOf(classes[i]);
            if (sign > 0 && declines) continue;
            if (sign == 0 && (classes[i] & RelationClass.Relation) == RelationClass.None) continue;
            int turns = 0, drops = 0;
            for (int k = i - 1; k >= Math.Max(0, i - 7) && words[k].Text is not ("," or ";" or ":" or "—" or "–"); k--) Turn(classes[k]);
            if (turns == 0 || sign == 0)
                for (int k = i + 1; k <= Math.Min(classes.Length - 1, i + 8) && words[k].Text is not (";" or "—" or "–"); k++)
                    if ((classes[k] & RelationClass.Falls) != RelationClass.None && SignOf(classes[k]) == 0) Turn(classes[k]);
                    else if ((classes[k] & RelationClass.Negates) != RelationClass.None && drops == 0 && (k <= i + 3 || FallsSoon(classes, k))) Turn(classes[k]);
            if (sign == 0) sign = drops > 0 ? 1 : 0;
            sum += turns % 2 == 0 ? sign : -sign;

            void Turn(RelationClass c)
            {
                if (SignOf(c) != 0) return;
                if ((c & (RelationClass.Falls | RelationClass.Negates)) != RelationClass.None) turns++;
                if ((c & RelationClass.Falls) != RelationClass.None) drops++;
            }
        }
        return sum > 0 ? Direction.Closer : sum < 0 ? Direction.Apart : Direction.Unclear;
    }

    private static bool FallsSoon(RelationClass[] classes, int at)
    {
        for (int k = at + 1; k < Math.Min(classes.Length, at + 4); k++) if ((classes[k] & RelationClass.Falls) != RelationClass.None) return true;
        return false;
    }

    private static int SignOf(RelationClass c) => (c & RelationClass.Closer) != RelationClass.None ? ((c & RelationClass.Apart) != RelationClass.None ? 0 : 1) : (c & RelationClass.Apart) != RelationClass.None ? -1 : 0;
}
