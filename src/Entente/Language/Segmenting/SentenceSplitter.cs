using System.Collections.Immutable;
using System.Runtime.InteropServices;

namespace Entente.Language.Segmenting;

/// <summary>Groups the words of a paragraph into sentences.</summary>
internal static class SentenceSplitter
{
    // A line this short was not broken for want of room: it is a heading, a byline or an item.
    private const int ShortLine = 40;

    /// <summary>Appends the sentences; the decider is asked after each word but the last, where a token of several words does not go on.</summary>
    public static void Split<TDecider>(List<Piece> words, ref TDecider decider, List<SegmentedSentence> sentences) where TDecider : IDecider
    {
        if (words.Count == 0) return;
        Span<uint> features = stackalloc uint[SentenceEndFeatures.Count];
        var asked = new SentenceEndFeatures(words, features);
        ReadOnlySpan<Piece> all = CollectionsMarshal.AsSpan(words);
        int first = 0, line = all[0].Start;
        for (int i = 0; i < all.Length; i++)
        {
            asked.Pass(i);
            if (all[i].Gap == Gap.Line) line = all[i].Start;
            bool last = i == all.Length - 1;
            if (!last && all[i + 1].Continues) continue;
            bool cut = i + 1 - first >= Segmenter.LongestSentence;
            if (!last && !cut && !EndsLine(all, i, all[i].End - line))
            {
                asked.Fill(i);
                if (decider.Decide(all[i].End, features) == 0) continue;
            }
            sentences.Add(new SegmentedSentence(Spans(all[first..(i + 1)]), cut && !last));
            asked.Begin(i);
            first = i + 1;
        }
    }

    // A line break after a final mark, after a short line or before an item ends a sentence, unless the next line begins as none does.
    private static bool EndsLine(ReadOnlySpan<Piece> words, int i, int length)
    {
        WordShape next = words[i + 1].Shape, word = words[i].Shape;
        if (words[i + 1].Gap != Gap.Line || next is WordShape.Lower or WordShape.Comma or WordShape.Colon or WordShape.Semicolon or WordShape.Close) return false;
        if (WordShapes.IsTerminal(word) || WordShapes.IsCloser(word) && i > 0 && WordShapes.IsTerminal(words[i - 1].Shape)) return true;
        return next == WordShape.Bullet || length < ShortLine && word is not (WordShape.Comma or WordShape.Dash or WordShape.Open or WordShape.OpenQuote or WordShape.Lower);
    }

    private static ImmutableArray<WordSpan> Spans(ReadOnlySpan<Piece> words)
    {
        var spans = new WordSpan[words.Length];
        for (int i = 0; i < spans.Length; i++) spans[i] = new WordSpan(words[i].Start, words[i].Length, words[i].Continues);
        return ImmutableCollectionsMarshal.AsImmutableArray(spans);
    }
}
