using System.Numerics;

namespace Entente.Measures.Similarity;

/// <summary>
/// The levels that states take towards the same targets (roll calls, or states), as bits: one bitmap a state and level. The joint table of two
/// states is then a count of common bits. A target without a level is dropped pairwise.
/// </summary>
public sealed class Profiles
{
    private readonly int _words;
    private readonly ulong[] _bits;
    private readonly (double Weight, ulong[] Targets)[] _classes;

    /// <summary>Makes empty profiles.</summary>
    /// <param name="ccodes">The states, in order; each once.</param>
    /// <param name="levels">Levels of the scale, from 2 to 16.</param>
    /// <param name="weights">Weight of every target, not negative; a target of weight 0 does not count.</param>
    /// <exception cref="ArgumentException">Levels or a weight are outside these bounds.</exception>
    public Profiles(IReadOnlyList<int> ccodes, int levels, IReadOnlyList<double> weights)
    {
        ArgumentNullException.ThrowIfNull(ccodes);
        ArgumentNullException.ThrowIfNull(weights);
        if (levels is < 2 or > 16) throw new ArgumentException("A scale has 2 to 16 levels here.", nameof(levels));
        if (weights.Any(w => !(w >= 0) || double.IsInfinity(w))) throw new ArgumentException("A weight is a finite number, 0 or more.", nameof(weights));
        (Ccodes, Levels, _words) = (ccodes, levels, (weights.Count + 63) / 64);
        _bits = new ulong[ccodes.Count * levels * _words];
        _classes = [.. weights.Index().Where(w => w.Item > 0).GroupBy(w => w.Item).OrderBy(g => g.Key).Select(g => (g.Key, Mask(g.Select(w => w.Index))))];
    }

    /// <summary>The states.</summary>
    public IReadOnlyList<int> Ccodes { get; }

    /// <summary>Levels of the scale.</summary>
    public int Levels { get; }

    /// <summary>Says which level a state takes towards a target; at most once for each.</summary>
    public void Set(int state, int target, int level) => Bitmap(state, level)[target >> 6] |= 1UL << (target & 63);

    /// <summary>Fills the joint table of two states and gives the number of targets in it.</summary>
    /// <param name="first">Index of the state of the rows.</param>
    /// <param name="second">Index of the state of the columns.</param>
    /// <param name="table">Levels by levels; overwritten.</param>
    public int Table(int first, int second, Span<double> table)
    {
        table.Clear();
        int shared = 0;
        foreach ((double weight, ulong[] targets) in _classes)
            for (int i = 0; i < Levels; i++)
            {
                ReadOnlySpan<ulong> a = Bitmap(first, i);
                for (int j = 0; j < Levels; j++)
                {
                    ReadOnlySpan<ulong> b = Bitmap(second, j);
                    int count = 0;
                    for (int w = 0; w < a.Length; w++) count += BitOperations.PopCount(a[w] & b[w] & targets[w]);
                    table[(i * Levels) + j] += weight * count;
                    shared += count;
                }
            }
        return shared;
    }

    private Span<ulong> Bitmap(int state, int level) => _bits.AsSpan(((state * Levels) + level) * _words, _words);

    private ulong[] Mask(IEnumerable<int> targets)
    {
        ulong[] mask = new ulong[_words];
        foreach (int t in targets) mask[t >> 6] |= 1UL << (t & 63);
        return mask;
    }
}
