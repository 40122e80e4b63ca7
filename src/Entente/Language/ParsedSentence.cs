using System.Collections.Immutable;
using Entente.Text;

namespace Entente.Language;

/// <summary>One sentence: its place in the document's cleaned text and its tokens in order.</summary>
/// <param name="Span">Where it stands, without surrounding white space.</param>
/// <param name="Tokens">Its tokens, in order, none overlapping.</param>
public sealed record ParsedSentence(TextSpan Span, ImmutableArray<Token> Tokens);

/// <summary>One word or mark, by Universal Dependencies' conventions.</summary>
/// <param name="Span">Where it stands in the document's cleaned text.</param>
/// <param name="Text">Its form as written.</param>
/// <param name="Lemma">Its dictionary form, lower case unless a name.</param>
/// <param name="Upos">Universal part of speech; <see cref="Upos.X"/> when the model does not say.</param>
/// <param name="Head">Index of its head in the sentence; -1 for the root; null when not parsed.</param>
/// <param name="Relation">Dependency relation (<c>nsubj</c>); null when not parsed.</param>
public sealed record Token(TextSpan Span, string Text, string Lemma, Upos Upos = Upos.X, int? Head = null, string? Relation = null);

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
