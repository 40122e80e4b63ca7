using System.Collections.Immutable;
using Entente.Text;

namespace Entente.Language;

/// <summary>One sentence: its place in the document's cleaned text and its tokens in order.</summary>
/// <param name="Span">Where it stands, without surrounding white space.</param>
/// <param name="Tokens">Its tokens, in order, none overlapping.</param>
public sealed record ParsedSentence(TextSpan Span, ImmutableArray<Token> Tokens)
{
    private readonly Lazy<ImmutableArray<int>[]> _children = new(() => IndexChildren(Tokens));

    /// <summary>Whether every token has a head; without a model behind the parser none has.</summary>
    public bool IsParsed => !Tokens.IsEmpty && Tokens[0].Head is not null;

    /// <summary>Index of the root token; -1 when the sentence is not parsed.</summary>
    public int Root
    {
        get
        {
            for (int i = 0; i < Tokens.Length; i++)
                if (Tokens[i].Head == -1) return i;
            return -1;
        }
    }

    /// <summary>Indices of the dependents of a token, in order; empty when the sentence is not parsed.</summary>
    public ImmutableArray<int> ChildrenOf(int index) => _children.Value[index];

    private static ImmutableArray<int>[] IndexChildren(ImmutableArray<Token> tokens)
    {
        var children = new ImmutableArray<int>[tokens.Length];
        ILookup<int, int> byHead = Enumerable.Range(0, tokens.Length).Where(i => tokens[i].Head >= 0).ToLookup(i => tokens[i].Head!.Value);
        for (int i = 0; i < children.Length; i++) children[i] = [.. byHead[i]];
        return children;
    }
}

/// <summary>One word or mark, by Universal Dependencies' conventions.</summary>
/// <param name="Span">Where it stands in the document's cleaned text.</param>
/// <param name="Text">Its form as written.</param>
/// <param name="Lemma">Its dictionary form, lower case unless a name.</param>
/// <param name="Upos">Universal part of speech; <see cref="Upos.X"/> when the model does not say.</param>
/// <param name="Head">Index of its head in the sentence; -1 for the root; null when not parsed.</param>
/// <param name="Relation">Dependency relation (<c>nsubj</c>); null when not parsed.</param>
public sealed record Token(TextSpan Span, string Text, string Lemma, Upos Upos = Upos.X, int? Head = null, string? Relation = null)
{
    /// <summary>Penn Treebank tag (<c>VBD</c>); null when the model does not say.</summary>
    public string? Xpos { get; init; }

    /// <summary>Morphological features as CoNLL-U writes them (<c>Number=Sing|Person=3</c>); null when there are none or the model does not say.</summary>
    public string? Features { get; init; }

    /// <summary>Whether it continues the orthographic word before it (<c>n't</c> in <c>don't</c>, <c>'s</c> in <c>China's</c>): a multi-word token of CoNLL-U.</summary>
    public bool ContinuesWord { get; init; }
}

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
