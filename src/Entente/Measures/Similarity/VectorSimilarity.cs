namespace Entente.Measures.Similarity;

/// <summary>A scale of whole codes, both ends included.</summary>
/// <param name="From">Lowest code.</param>
/// <param name="To">Highest code.</param>
public readonly record struct CodeScale(int From, int To)
{
    // A table of the codes is kept; scales of the field have 2 to 5 levels.
    private const int WidestRange = 100;

    /// <summary>Commitments of alliances: 0 none, 1 non-aggression, 2 neutrality or consultation, 3 defence or offence.</summary>
    public static CodeScale Alliances => new(0, 3);

    /// <summary>Votes: 1 yes, 2 abstain, 3 no.</summary>
    public static CodeScale Votes => new(1, 3);

    /// <summary>Yes or no.</summary>
    public static CodeScale Binary => new(0, 1);

    /// <summary>The scale that codes seem to be of: 0 and 1 only, binary; 1 to 3, votes; 0 to 3, alliances; else from the lowest to the highest.</summary>
    /// <exception cref="ArgumentException">There is no code, only one level, or they lie more than 100 apart.</exception>
    public static CodeScale Infer(IReadOnlyCollection<int> codes)
    {
        ArgumentNullException.ThrowIfNull(codes);
        if (codes.Count == 0) throw new ArgumentException("There are no codes to compare.", nameof(codes));
        (int low, int high) = (codes.Min(), codes.Max());
        if ((long)high - low > WidestRange) throw new ArgumentException($"Codes from {low} to {high} are no scale: at most {WidestRange} apart is allowed.", nameof(codes));
        return (low, high) switch
        {
            ( >= 0, <= 1) => Binary,
            ( >= 1, <= 3) => Votes,
            ( >= 0, <= 3) => Alliances,
            _ when low == high => throw new ArgumentException($"Every code is {low}: say which scale they are of.", nameof(codes)),
            _ => new CodeScale(low, high),
        };
    }
}

/// <summary>Likeness of two vectors of codes over the same targets.</summary>
public static class VectorSimilarity
{
    /// <summary>Computes every measure.</summary>
    /// <param name="first">Codes of one state.</param>
    /// <param name="second">Codes of the other, as many.</param>
    /// <param name="weights">Weight of each target, or null for one each.</param>
    /// <param name="scale">Scale of the codes; its full range is d, whether or not every code occurs.</param>
    /// <exception cref="ArgumentException">Lengths differ, a code lies outside the scale, or a weight is negative; the message says where.</exception>
    public static SimilarityScores Of(IReadOnlyList<int> first, IReadOnlyList<int> second, IReadOnlyList<double>? weights, CodeScale scale)
    {
        ArgumentNullException.ThrowIfNull(first);
        ArgumentNullException.ThrowIfNull(second);
        if (first.Count != second.Count || (weights is not null && weights.Count != first.Count))
            throw new ArgumentException($"The vectors differ in length: {first.Count}, {second.Count}{(weights is null ? "" : $", weights {weights.Count}")}.", nameof(second));
        if (scale.To <= scale.From) throw new ArgumentException($"A scale from {scale.From} to {scale.To} has no range.", nameof(scale));
        int levels = scale.To - scale.From + 1;
        double[] table = new double[levels * levels];
        for (int k = 0; k < first.Count; k++)
        {
            double weight = weights?[k] ?? 1;
            if (!(weight >= 0) || double.IsInfinity(weight)) throw new ArgumentException($"Weight {weight} of target {k + 1} is not a finite number of 0 or more.", nameof(weights));
            int x = first[k] - scale.From, y = second[k] - scale.From;
            if (x < 0 || x >= levels || y < 0 || y >= levels)
                throw new ArgumentException($"Codes {first[k]} and {second[k]} of target {k + 1} lie outside the scale from {scale.From} to {scale.To}.", nameof(first));
            table[(x * levels) + y] += weight;
        }
        return SimilarityScores.Of(table, levels);
    }
}
