namespace Entente.Training.Networks;

/// <summary>SplitMix64 (Steele, Lea and Flood 2014): the same numbers on every machine and version, from a seed made of parts.</summary>
/// <remarks>A stream is made anew for each batch from (seed, epoch, batch, shard), so nothing of it has to be saved to resume.</remarks>
internal sealed class SeededRandom
{
    private ulong _state;

    /// <summary>A stream for the parts given.</summary>
    public SeededRandom(params ReadOnlySpan<int> parts)
    {
        foreach (int part in parts)
        {
            _state ^= (uint)part;
            Next();
            _state = Next();
        }
    }

    /// <summary>64 bits.</summary>
    public ulong Next()
    {
        ulong z = _state += 0x9E3779B97F4A7C15UL;
        z = (z ^ (z >> 30)) * 0xBF58476D1CE4E5B9UL;
        z = (z ^ (z >> 27)) * 0x94D049BB133111EBUL;
        return z ^ (z >> 31);
    }

    /// <summary>A number in [0, 1).</summary>
    public float NextSingle() => (Next() >> 40) * (1f / (1 << 24));

    /// <summary>A whole number in [0, <paramref name="below"/>).</summary>
    public int Next(int below) => (int)((Next() >> 32) * (ulong)below >> 32);

    /// <summary>A number from the standard normal distribution (Box and Muller).</summary>
    public float NextNormal() => MathF.Sqrt(-2 * MathF.Log(1 - NextSingle())) * MathF.Cos(2 * MathF.PI * NextSingle());

    /// <summary>Shuffles in place (Fisher and Yates).</summary>
    public void Shuffle<T>(Span<T> items)
    {
        for (int i = items.Length - 1; i > 0; i--)
        {
            int j = Next(i + 1);
            (items[i], items[j]) = (items[j], items[i]);
        }
    }

    /// <summary>Fills a dropout mask: 0 with probability <paramref name="rate"/>, else 1/(1 - rate).</summary>
    public void Mask(Span<float> mask, float rate)
    {
        float keep = 1 / (1 - rate);
        uint threshold = (uint)(rate * 65536);
        for (int i = 0; i < mask.Length;)
        {
            ulong bits = Next();
            for (int k = 0; k < 4 && i < mask.Length; k++, i++, bits >>= 16) mask[i] = (bits & 0xFFFF) < threshold ? 0 : keep;
        }
    }
}
