using System.Collections.Immutable;
using System.Runtime.InteropServices;

namespace Entente.Language.Segmenting;

/// <summary>Groups the words of a paragraph into sentences.</summary>
internal static class SentenceSplitter
{
    public static void Split<TDecider>(string text, List<Piece> words, ref TDecider decider, List<SegmentedSentence> sentences) where TDecider : IDecider
    {
        if (words.Count == 0) return;
        Span<uint> features = stackalloc uint[SentenceEndFeatures.Count];
        var asked = new SentenceEndFeatures(words, features);
        ReadOnlySpan<Piece> all = CollectionsMarshal.AsSpan(words);
        int first = 0;
        for (int i = 0; i < all.Length; i++)
        {
            asked.Pass(i);
            bool last = i == all.Length - 1;
            if (!last && all[i + 1].Continues) continue;
            bool cut = i + 1 - first >= Segmenter.LongestSentence;
            if (!last && !cut)
            {
                asked.Fill(i);
                if (decider.Decide(all[i].End, features) == 0) continue;
            }
            sentences.Add(new SegmentedSentence(Spans(all[first..(i + 1)]), cut && !last));
            asked.Begin(i);
            first = i + 1;
        }
    }

    private static ImmutableArray<WordSpan> Spans(ReadOnlySpan<Piece> words)
    {
        var spans = new WordSpan[words.Length];
        for (int i = 0; i < spans.Length; i++) spans[i] = new WordSpan(words[i].Start, words[i].Length, words[i].Continues);
        return ImmutableCollectionsMarshal.AsImmutableArray(spans);
    }
}
