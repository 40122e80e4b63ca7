namespace Entente.Language.Segmenting;

/// <summary>Cuts text into sentences and words by a trained model. Thread-safe.</summary>
/// <remarks>
/// Linear in the length of the text. A blank line always ends a sentence, and no paragraph between blank lines is looked at for the sake of another.
/// </remarks>
public sealed class Segmenter
{
    /// <summary>Longest sentence, in words; a longer one is cut there and says so (<see cref="SegmentedSentence.IsCut"/>).</summary>
    public const int LongestSentence = 350;

    private readonly SegmenterModel _model;

    internal Segmenter(SegmenterModel model) => _model = model;

    /// <summary>The sentences of a text, in order. Every character that is not white space lies in one word.</summary>
    public IReadOnlyList<SegmentedSentence> Segment(string text)
    {
        ArgumentNullException.ThrowIfNull(text);
        var sentences = new List<SegmentedSentence>();
        var words = new List<Piece>();
        foreach ((int start, int end) in Paragraphs.Of(text))
        {
            words.Clear();
            var boundaries = new WordDecider(_model.Words);
            WordCutter.Cut(text, start, end, ref boundaries, words);
            var ends = new SentenceDecider(_model.Sentences, _model.Threshold);
            SentenceSplitter.Split(words, ref ends, sentences);
        }
        return sentences;
    }

    private readonly struct WordDecider(HashedWeights weights) : IDecider
    {
        public int Decide(int position, ReadOnlySpan<uint> features) => weights.Best(features);
    }

    private readonly struct SentenceDecider(HashedWeights weights, int threshold) : IDecider
    {
        public int Decide(int position, ReadOnlySpan<uint> features) => weights.Score(features) > threshold ? 1 : 0;
    }
}
