using System.Collections.Immutable;
using Entente.Text;

namespace Entente.Language;

/// <summary>Gives the words of sentences, already cut, their tags, lemmas and heads: the second half of a parser.</summary>
/// <remarks>Implementations are thread-safe, deterministic, never throw on any words, and look at nothing outside the sentence.</remarks>
public interface ISentenceAnnotator
{
    /// <summary>The sentences, in order, with one token for each word.</summary>
    /// <param name="text">The text that the spans of the words are measured in.</param>
    /// <param name="sentences">The words.</param>
    IReadOnlyList<ParsedSentence> Annotate(string text, IReadOnlyList<SegmentedSentence> sentences);
}

/// <summary>A sentence cut into words, before anything is known about them.</summary>
/// <param name="Words">Its words in order, none overlapping, at least one.</param>
/// <param name="IsCut">Whether it was cut off here because it grew past the longest sentence a parser takes.</param>
public readonly record struct SegmentedSentence(ImmutableArray<WordSpan> Words, bool IsCut = false)
{
    /// <summary>From its first word to its last.</summary>
    public TextSpan Span => TextSpan.FromBounds(Words[0].Start, Words[^1].End);
}

/// <summary>Where a word stands, in UTF-16 code units of the text.</summary>
/// <param name="Start">First code unit.</param>
/// <param name="Length">Number of code units, at least one.</param>
/// <param name="ContinuesWord">Whether it continues the orthographic word before it (<c>n't</c> in <c>don't</c>).</param>
public readonly record struct WordSpan(int Start, int Length, bool ContinuesWord = false)
{
    /// <summary>One past the last code unit.</summary>
    public int End => Start + Length;

    /// <summary>The same stretch as a <see cref="TextSpan"/>.</summary>
    public TextSpan Span => new(Start, Length);
}
