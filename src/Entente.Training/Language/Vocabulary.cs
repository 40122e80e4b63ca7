using Entente.Language.Parsing;
using Entente.Language.Tagging;
using Entente.Training.Treebanks;

namespace Entente.Training.Language;

/// <summary>The forms, tags and relations a model will know. Forms of the treebanks come first, by falling frequency.</summary>
internal sealed class Vocabulary
{
    private readonly Dictionary<string, int> _forms = new(StringComparer.Ordinal);
    private readonly Dictionary<string, int> _combinations = new(StringComparer.Ordinal);
    private readonly Dictionary<string, int> _relations = new(StringComparer.Ordinal);
    private readonly Dictionary<string, (int Form, int[] Affixes)> _words = new(StringComparer.Ordinal);
    private readonly int _buckets;

    /// <summary>Collects a vocabulary.</summary>
    /// <param name="sentences">Training sentences.</param>
    /// <param name="further">Normalised forms known from other text.</param>
    /// <param name="buckets">Buckets that affixes are hashed into.</param>
    public Vocabulary(IReadOnlyList<GoldSentence> sentences, IEnumerable<string> further, int buckets)
    {
        _buckets = buckets;
        var counts = new Dictionary<string, int>(StringComparer.Ordinal);
        foreach (string form in sentences.SelectMany(s => s.Forms).Select(WordFeatures.Normalize)) counts[form] = counts.GetValueOrDefault(form) + 1;
        KeyValuePair<string, int>[] ranked = [.. counts.OrderByDescending(c => c.Value).ThenBy(c => c.Key, StringComparer.Ordinal)];
        Counts = [0, .. ranked.Select(c => c.Value)];
        Learned = ranked.Length;
        foreach ((string form, _) in ranked) _forms.Add(form, _forms.Count + 1);
        foreach (string form in further) _forms.TryAdd(form, _forms.Count + 1);
        Forms = [.. _forms.OrderBy(f => f.Value).Select(f => f.Key)];
        string[] combinations = [.. sentences.SelectMany(s => s.Tags).CountBy(t => t, StringComparer.Ordinal).OrderByDescending(c => c.Value).ThenBy(c => c.Key, StringComparer.Ordinal).Select(c => c.Key)];
        string[] relations = [.. sentences.SelectMany(s => s.Relations).Append("root").CountBy(r => r, StringComparer.Ordinal).OrderByDescending(c => c.Value).ThenBy(c => c.Key, StringComparer.Ordinal).Select(c => c.Key)];
        Tags = new TagInventory(combinations, relations);
        foreach (string c in combinations) _combinations.Add(c, _combinations.Count);
        foreach (string r in relations) _relations.Add(r, _relations.Count);
    }

    /// <summary>Normalised forms; the row of form i is i + 1, row 0 being for the unknown.</summary>
    public string[] Forms { get; }

    /// <summary>How many of the forms stand in the treebanks.</summary>
    public int Learned { get; }

    /// <summary>Occurrences in the treebanks by row, up to <see cref="Learned"/>.</summary>
    public int[] Counts { get; }

    /// <summary>Tags and relations.</summary>
    public TagInventory Tags { get; }

    /// <summary>Whether a combination of UPOS, XPOS and features, separated by tabs, occurs.</summary>
    public bool HasTag(string combination) => _combinations.ContainsKey(combination);

    /// <summary>Whether a relation occurs.</summary>
    public bool HasRelation(string relation) => _relations.ContainsKey(relation);

    /// <summary>Row and affixes of a word.</summary>
    public (int Form, int[] Affixes) Word(string form)
    {
        if (_words.TryGetValue(form, out (int Form, int[] Affixes) word)) return word;
        Span<int> features = stackalloc int[WordFeatures.Most];
        int count = WordFeatures.Hash(form, _buckets, features);
        return _words[form] = (_forms.GetValueOrDefault(WordFeatures.Normalize(form)), features[..count].ToArray());
    }

    /// <summary>Words in numbers, of which nothing else is known.</summary>
    public EncodedSentence Encode(string[] forms) => new([.. forms.Select(f => Word(f).Form)], [.. forms.Select(f => Word(f).Affixes)], [], [], []);

    /// <summary>A sentence in numbers.</summary>
    public EncodedSentence Encode(GoldSentence sentence) => new(
        [.. sentence.Forms.Select(f => Word(f).Form)], [.. sentence.Forms.Select(f => Word(f).Affixes)],
        [.. sentence.Tags.Select(t => Tags.Parts[_combinations[t]])], sentence.Heads, [.. sentence.Relations.Select(r => _relations[r])]);
}

/// <summary>A sentence in numbers: parallel lists, one element a word.</summary>
/// <param name="Forms">Rows of the table of forms.</param>
/// <param name="Affixes">Buckets of affixes.</param>
/// <param name="Tags">Indices of UPOS, XPOS and features.</param>
/// <param name="Heads">Index of the head; -1 for the root.</param>
/// <param name="Relations">Indices of relations.</param>
internal sealed record EncodedSentence(int[] Forms, int[][] Affixes, (int Upos, int Xpos, int Features)[] Tags, int[] Heads, int[] Relations);
