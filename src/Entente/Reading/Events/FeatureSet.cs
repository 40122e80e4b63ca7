using System.Collections.Immutable;

namespace Entente.Reading.Events;

/// <summary>A set of features by the 32-bit FNV-1a hash of their names.</summary>
internal sealed class FeatureSet
{
    private readonly HashSet<uint> _hashes = [];

    public void Add(string kind, string value)
    {
        if (value.Length > 0) _hashes.Add(Mix(Mix(2166136261, kind), value));
    }

    public void Add(string kind, string value, string other) => _hashes.Add(Mix(Mix(Mix(2166136261, kind), value), other));

    public ImmutableArray<uint> ToSorted() => [.. _hashes.Order()];

    private static uint Mix(uint hash, string text)
    {
        foreach (char c in text) hash = (hash ^ c) * 16777619;
        return (hash ^ 0xffff) * 16777619;
    }
}
