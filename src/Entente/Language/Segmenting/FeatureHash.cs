using System.Runtime.CompilerServices;

namespace Entente.Language.Segmenting;

/// <summary>Turns features into places of a weight table: the same on every machine and in every run.</summary>
internal static class FeatureHash
{
    private const uint Seed = 2166136261;

    /// <summary>Hash of a form in lower case, by code unit.</summary>
    public static uint Lower(ReadOnlySpan<char> form)
    {
        uint hash = Seed;
        foreach (char c in form) hash = (hash ^ LowerOf(c)) * 16777619;
        return hash;
    }

    /// <summary>Hash of a form as written.</summary>
    public static uint Exact(ReadOnlySpan<char> form)
    {
        uint hash = Seed;
        foreach (char c in form) hash = (hash ^ c) * 16777619;
        return hash;
    }

    /// <summary>Hash of the last code units of a form in lower case.</summary>
    public static uint Suffix(ReadOnlySpan<char> form, int length) => Lower(form.Length <= length ? form : form[^length..]);

    /// <summary>One feature of a template: the template's number and the values it joins.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static uint Of(uint template, uint a, uint b = 0, uint c = 0)
    {
        uint hash = (template + 1) * 0x9E3779B1;
        hash = (hash ^ a) * 0x85EBCA6B;
        hash ^= hash >> 15;
        hash = (hash ^ b) * 0xC2B2AE35;
        hash ^= hash >> 13;
        hash = (hash ^ c) * 0x27D4EB2F;
        return hash ^ (hash >> 16);
    }

    /// <summary>A character in lower case; digits are all alike.</summary>
    public static char LowerOf(char c)
    {
        if (c < 128) return c is >= 'A' and <= 'Z' ? (char)(c | 0x20) : c is >= '0' and <= '9' ? '0' : c;
        return c == '’' ? '\'' : char.ToLowerInvariant(c);
    }
}
