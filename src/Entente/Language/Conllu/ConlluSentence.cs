using System.Collections.Immutable;

namespace Entente.Language.Conllu;

/// <summary>One sentence as CoNLL-U writes it (universaldependencies.org/format). Immutable.</summary>
/// <remarks>Invariant, kept by the reader: word <c>i</c> of <see cref="Words"/> has the number <c>i + 1</c>; tokens of several words are in order and apart.</remarks>
public sealed record ConlluSentence
{
    /// <summary>Comment lines in order, each without its <c>#</c> and the white space around it.</summary>
    public ImmutableArray<string> Comments { get; init; } = [];

    /// <summary>The words, numbered from 1 in order.</summary>
    public required ImmutableArray<ConlluWord> Words { get; init; }

    /// <summary>Tokens that are written as one and read as several words (<c>don't</c>), in order.</summary>
    public ImmutableArray<MultiWordToken> MultiWordTokens { get; init; } = [];

    /// <summary>Words that are understood, not written, in order.</summary>
    public ImmutableArray<EmptyNode> EmptyNodes { get; init; } = [];

    /// <summary>Number of the sentence's first line in its file, from 1; 0 when it was not read from one.</summary>
    public long Line { get; init; }

    /// <summary>Whether a document begins with the sentence.</summary>
    public bool StartsDocument => HasComment("newdoc");

    /// <summary>Whether a paragraph begins with the sentence, or inside it, before its first word.</summary>
    public bool StartsParagraph => StartsDocument || HasComment("newpar");

    /// <summary>What a comment <c># key = value</c> says, or null.</summary>
    public string? Comment(string key)
    {
        ArgumentNullException.ThrowIfNull(key);
        foreach (string comment in Comments)
        {
            int sign = comment.IndexOf('=', StringComparison.Ordinal);
            if (sign > 0 && comment.AsSpan(0, sign).TrimEnd().SequenceEqual(key)) return comment[(sign + 1)..].Trim();
        }
        return null;
    }

    /// <summary>The tokens as they are written, in order: words outside tokens of several words, and those tokens.</summary>
    /// <remarks>Each with the positions in <see cref="Words"/> that it covers, and whether white space follows.</remarks>
    public IEnumerable<(string Form, int Start, int End, bool SpaceAfter)> SurfaceTokens()
    {
        int next = 0;
        for (int i = 0; i < Words.Length;)
        {
            if (next < MultiWordTokens.Length && MultiWordTokens[next].First == i + 1)
            {
                MultiWordToken token = MultiWordTokens[next++];
                yield return (token.Form, i, token.Last, SpaceFollows(token.Misc));
                i = token.Last;
            }
            else
            {
                yield return (Words[i].Form, i, i + 1, SpaceFollows(Words[i].Misc));
                i++;
            }
        }
    }

    private bool HasComment(string word) => Comments.Any(c => c.StartsWith(word, StringComparison.Ordinal)
        && (c.Length == word.Length || c[word.Length] is ' ' or '\t' or '='));

    private static bool SpaceFollows(string? misc)
    {
        if (misc is null) return true;
        foreach (Range part in misc.AsSpan().Split('|'))
            if (misc.AsSpan()[part].SequenceEqual("SpaceAfter=No")) return false;
        return true;
    }
}

/// <summary>One word. A column that holds <c>_</c> is null, but for the form.</summary>
/// <param name="Form">FORM: as written.</param>
/// <param name="Lemma">LEMMA: dictionary form.</param>
/// <param name="Upos">UPOS: universal part of speech.</param>
/// <param name="Xpos">XPOS: the language's own tag.</param>
/// <param name="Features">FEATS: morphological features.</param>
/// <param name="Head">HEAD: number of its head, 0 for the root.</param>
/// <param name="Relation">DEPREL: relation to the head, with its subtype.</param>
/// <param name="Enhanced">DEPS: enhanced dependencies, as written.</param>
/// <param name="Misc">MISC: anything else, as written.</param>
public sealed record ConlluWord(string Form, string? Lemma = null, string? Upos = null, string? Xpos = null, string? Features = null,
    int? Head = null, string? Relation = null, string? Enhanced = null, string? Misc = null);

/// <summary>A token that is written as one and read as several words.</summary>
/// <param name="First">Number of its first word.</param>
/// <param name="Last">Number of its last word, not below the first.</param>
/// <param name="Form">As written.</param>
/// <param name="Misc">MISC: anything else, as written; null when there is nothing.</param>
public sealed record MultiWordToken(int First, int Last, string Form, string? Misc = null);

/// <summary>A word that is understood, not written (number <c>8.1</c>).</summary>
/// <param name="After">Number of the word it follows, 0 before the first.</param>
/// <param name="Index">Its count after that word, from 1.</param>
/// <param name="Word">Its columns; it has no head.</param>
public sealed record EmptyNode(int After, int Index, ConlluWord Word);
