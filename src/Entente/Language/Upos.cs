using System.Collections.Frozen;
using System.Collections.Immutable;

namespace Entente.Language;

/// <summary>Universal parts of speech (universaldependencies.org/u/pos).</summary>
public enum Upos
{
    /// <summary>Other, or not known.</summary>
    X,
    /// <summary>Adjective.</summary>
    Adj,
    /// <summary>Adposition.</summary>
    Adp,
    /// <summary>Adverb.</summary>
    Adv,
    /// <summary>Auxiliary.</summary>
    Aux,
    /// <summary>Coordinating conjunction.</summary>
    Cconj,
    /// <summary>Determiner.</summary>
    Det,
    /// <summary>Interjection.</summary>
    Intj,
    /// <summary>Noun.</summary>
    Noun,
    /// <summary>Numeral.</summary>
    Num,
    /// <summary>Particle.</summary>
    Part,
    /// <summary>Pronoun.</summary>
    Pron,
    /// <summary>Proper noun.</summary>
    Propn,
    /// <summary>Punctuation.</summary>
    Punct,
    /// <summary>Subordinating conjunction.</summary>
    Sconj,
    /// <summary>Symbol.</summary>
    Sym,
    /// <summary>Verb.</summary>
    Verb,
}

/// <summary>How CoNLL-U writes a part of speech.</summary>
public static class UposNames
{
    private static readonly ImmutableArray<string> Names = [.. Enum.GetNames<Upos>().Select(n => n.ToUpperInvariant())];

    private static readonly FrozenDictionary<string, Upos> Tags =
        Enum.GetValues<Upos>().ToFrozenDictionary(t => Names[(int)t], StringComparer.Ordinal);

    /// <summary>The tag as CoNLL-U writes it (<c>PROPN</c>).</summary>
    public static string ToConllu(this Upos tag) => Names[(int)tag];

    /// <summary>Reads a tag as CoNLL-U writes it; false, and <see cref="Upos.X"/>, when it is none.</summary>
    public static bool TryParse(string? name, out Upos tag)
    {
        tag = Upos.X;
        return name is not null && Tags.TryGetValue(name, out tag);
    }
}
