using System.Collections.Immutable;

namespace Entente.Reading.Events;

/// <summary>A set of features by the 32-bit FNV-1a hash of their names.</summary>
internal sealed class FeatureSet
{
    private readonly HashSet<uint> _hashes = [];

    /// <summary>Names of the features by hash, kept when this is set before any is added.</summary>
    public Dictionary<uint, string>? Names { get; init; }

    public void Add(string kind, string value)
    {
        if (value.Length == 0) return;
        uint hash = Mix(Mix(2166136261, kind), value);
        if (_hashes.Add(hash)) Names?.Add(hash, $"{kind} “{value}”");
    }

    public void Add(string kind, string value, string other)
    {
        uint hash = Mix(Mix(Mix(2166136261, kind), value), other);
        if (_hashes.Add(hash)) Names?.Add(hash, $"{kind} “{value}” “{other}”");
    }

    public ImmutableArray<uint> ToSorted() => [.. _hashes.Order()];

    private static uint Mix(uint hash, string text)
    {
        foreach (char c in text) hash = (hash ^ c) * 16777619;
        return (hash ^ 0xffff) * 16777619;
    }
}
