namespace Entente.Language.Parsing;

/// <summary>The tags and relations a model knows: a word's tag is one of the combinations its treebanks hold.</summary>
internal sealed class TagInventory
{
    private static readonly string[] UposNames = [.. Enum.GetNames<Upos>().Select(n => n.ToUpperInvariant())];

    private readonly (int Upos, int Xpos)[] _pairs;
    private readonly int[] _pairOf;
    private readonly int[][] _ofPair;

    /// <summary>Takes an inventory as the model file holds it.</summary>
    /// <param name="combinations">UPOS, XPOS and features, separated by tabs; features <c>_</c> when there are none.</param>
    /// <param name="relations">Relations; one of them is <c>root</c>.</param>
    public TagInventory(string[] combinations, string[] relations)
    {
        Combinations = combinations;
        Relations = relations;
        string[][] parts = [.. combinations.Select(c => c.Split('\t'))];
        if (parts.Any(p => p.Length != 3) || !relations.Contains("root", StringComparer.Ordinal))
            throw new LanguageModelException("The language model's list of tags is malformed. Train it again.");
        Xpos = [.. parts.Select(p => p[1]).Distinct(StringComparer.Ordinal)];
        Features = [.. parts.Select(p => p[2]).Distinct(StringComparer.Ordinal)];
        Parts = [.. parts.Select(p => ((int)ParseUpos(p[0]), Array.IndexOf(Xpos, p[1]), Array.IndexOf(Features, p[2])))];
        FeatureText = [.. Features.Select(f => f == "_" ? null : f)];
        _pairs = [.. Parts.Select(p => (p.Upos, p.Xpos)).Distinct()];
        _pairOf = Enumerable.Repeat(-1, UposCount * Xpos.Length).ToArray();
        for (int i = 0; i < _pairs.Length; i++) _pairOf[_pairs[i].Upos * Xpos.Length + _pairs[i].Xpos] = i;
        _ofPair = [.. _pairs.Select(pair => Enumerable.Range(0, Parts.Length).Where(i => (Parts[i].Upos, Parts[i].Xpos) == pair).ToArray())];
        Root = Array.IndexOf(relations, "root");
    }

    /// <summary>The combinations, as given.</summary>
    public string[] Combinations { get; }

    /// <summary>For each combination the indices of its UPOS, XPOS and features.</summary>
    public (int Upos, int Xpos, int Features)[] Parts { get; }

    /// <summary>Penn Treebank tags.</summary>
    public string[] Xpos { get; }

    /// <summary>Sets of features; <c>_</c> is the empty one.</summary>
    public string[] Features { get; }

    /// <summary>The same; null for the empty one.</summary>
    public string?[] FeatureText { get; }

    /// <summary>Relations.</summary>
    public string[] Relations { get; }

    /// <summary>Index of <c>root</c>.</summary>
    public int Root { get; }

    /// <summary>Parts of speech there are.</summary>
    public static int UposCount => UposNames.Length;

    /// <summary>Scores a tag layer gives: UPOS, then XPOS, then features.</summary>
    public int Scores => UposCount + Xpos.Length + Features.Length;

    /// <summary>The part of speech a name stands for; X for one that is none.</summary>
    public static Upos ParseUpos(string name) => (Upos)Math.Max(0, Array.IndexOf(UposNames, name));

    /// <summary>The combinations of the UPOS and XPOS that score highest together; the first of equals.</summary>
    /// <param name="scores">UPOS, then XPOS.</param>
    public ReadOnlySpan<int> Best(ReadOnlySpan<float> scores)
    {
        ReadOnlySpan<float> upos = scores[..UposCount], xpos = scores.Slice(UposCount, Xpos.Length);
        int best = _pairOf[Highest(upos) * Xpos.Length + Highest(xpos)];
        if (best >= 0) return _ofPair[best];
        best = 0;
        for (int i = 1; i < _pairs.Length; i++)
            if (upos[_pairs[i].Upos] + xpos[_pairs[i].Xpos] > upos[_pairs[best].Upos] + xpos[_pairs[best].Xpos]) best = i;
        return _ofPair[best];
    }

    private static int Highest(ReadOnlySpan<float> scores)
    {
        int best = 0;
        for (int i = 1; i < scores.Length; i++)
            if (scores[i] > scores[best]) best = i;
        return best;
    }
}
