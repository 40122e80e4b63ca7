namespace Entente.Language.Segmenting;

/// <summary>Whole-number weights of hashed features for a few answers. Immutable, thread-safe; sums are exact, so answers are the same on every machine.</summary>
internal sealed class HashedWeights
{
    private readonly sbyte[] _weights;
    private readonly uint _mask;
    private readonly int _answers;

    /// <summary>Takes the table.</summary>
    /// <param name="answers">Answers a question has; the first has weight 0 and no place in the table.</param>
    /// <param name="weights">A power of two of rows of <c>answers - 1</c> weights.</param>
    /// <exception cref="ArgumentException">The number of rows is no power of two.</exception>
    public HashedWeights(int answers, sbyte[] weights)
    {
        int rows = weights.Length / (answers - 1);
        if (rows == 0 || !System.Numerics.BitOperations.IsPow2(rows) || rows * (answers - 1) != weights.Length)
            throw new ArgumentException($"A table of {weights.Length} weights does not fit {answers} answers.", nameof(weights));
        (_answers, _weights, _mask) = (answers, weights, (uint)rows - 1);
    }

    public int Answers => _answers;

    public ReadOnlySpan<sbyte> Table => _weights;

    /// <summary>The first score of a question with two answers; above 0 means yes.</summary>
    public int Score(ReadOnlySpan<uint> features)
    {
        int sum = 0;
        foreach (uint feature in features) sum += _weights[feature & _mask];
        return sum;
    }

    /// <summary>The answer with the highest score, the lower one on a tie.</summary>
    public int Best(ReadOnlySpan<uint> features)
    {
        Span<int> sums = stackalloc int[_answers];
        sums.Clear();
        foreach (uint feature in features)
        {
            int row = (int)(feature & _mask) * (_answers - 1);
            for (int k = 1; k < sums.Length; k++) sums[k] += _weights[row + k - 1];
        }
        int best = 0;
        for (int k = 1; k < sums.Length; k++)
            if (sums[k] > sums[best]) best = k;
        return best;
    }
}
