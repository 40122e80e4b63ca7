using Entente.Text;

namespace Entente.Language;

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
