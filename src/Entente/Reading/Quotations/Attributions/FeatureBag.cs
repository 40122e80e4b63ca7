using System.Runtime.CompilerServices;

namespace Entente.Reading.Quotations.Attributions;

/// <summary>Hashed features of one decision, as indices into a table of weights. A full bag drops what comes after.</summary>
/// <param name="at">Room for the indices.</param>
/// <param name="mask">Size of the table less one; the size is a power of two.</param>
internal ref struct FeatureBag(Span<int> at, uint mask)
{
    private readonly Span<int> _at = at;
    private readonly uint _mask = mask;

    /// <summary>Features added.</summary>
    public int Count { get; private set; }

    /// <summary>The indices added.</summary>
    public readonly ReadOnlySpan<int> Indices => _at[..Count];

    /// <summary>Adds the feature of a template with its values.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public void Add(uint template, uint a = 0, uint b = 0, uint c = 0)
    {
        if (Count == _at.Length) return;
        uint h = (template + 1) * 0x9E3779B1u;
        h = (h ^ a) * 0x85EBCA6Bu;
        h = ((h ^ (h >> 15)) ^ b) * 0xC2B2AE35u;
        h = ((h ^ (h >> 13)) ^ c) * 0x27D4EB2Fu;
        h ^= h >> 16;
        _at[Count++] = (int)(h & _mask);
    }
}
