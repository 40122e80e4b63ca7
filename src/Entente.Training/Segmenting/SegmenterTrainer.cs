using Entente.Evaluation.Syntax;
using Entente.Language;
using Entente.Language.Segmenting;

namespace Entente.Training.Segmenting;

/// <summary>Trains the cutting of text into words and sentences.</summary>
internal static class SegmenterTrainer
{
    /// <summary>Trains; the same documents and seed give the same model.</summary>
    /// <param name="train">Annotated documents to learn from; each is read in three layouts.</param>
    /// <param name="dev">Annotated documents the threshold of sentence ends is chosen on.</param>
    /// <param name="seed">Order of the questions.</param>
    /// <param name="log">Receives progress.</param>
    public static SegmenterModel Train(IReadOnlyList<GoldDocument> train, IReadOnlyList<GoldDocument> dev, int seed, Action<string> log)
    {
        Questions boundaries = new(BoundaryFeatures.Count), ends = new(SentenceEndFeatures.Count);
        foreach (GoldDocument document in train)
        {
            GoldDocument set = LayoutVariants.WithTypographicMarks(document);
            Gather(document, boundaries, ends);
            Gather(LayoutVariants.WithLinesForParagraphs(set), boundaries, ends);
            Gather(LayoutVariants.WithBrokenLines(set, 56 + document.Text.Text.Length % 40), boundaries, ends);
        }
        log(FormattableString.Invariant($"{boundaries.Count} questions about words, {ends.Count} about sentences"));
        HashedWeights words = new LogisticRegression(17).Train(boundaries, WordBoundary.Answers, seed, (e, loss) => log(FormattableString.Invariant($"words {e}: loss {loss:F5}")));
        HashedWeights sentences = new LogisticRegression(20, Epochs: 6).Train(ends, 2, seed, (e, loss) => log(FormattableString.Invariant($"sentences {e}: loss {loss:F5}")));
        return WithThreshold(new SegmenterModel(words, sentences, 0), dev, log);
    }

    private static SegmenterModel WithThreshold(SegmenterModel model, IReadOnlyList<GoldDocument> dev, Action<string> log)
    {
        if (dev.Count == 0) return model;
        GoldDocument[] layouts = [.. dev, .. dev.Select(LayoutVariants.WithLinesForParagraphs)];
        (double best, int threshold) = (-1, 0);
        for (int at = -48; at <= 24; at += 4)
        {
            double f1 = SentenceF1(new Segmenter(model with { Threshold = at }), layouts);
            if (f1 > best) (best, threshold) = (f1, at);
        }
        log(FormattableString.Invariant($"sentence ends above {threshold}: sentence F1 {best:F2} on dev, in two layouts"));
        model = model with { Threshold = threshold };
        foreach ((string layout, Func<GoldDocument, GoldDocument> set) in ((string, Func<GoldDocument, GoldDocument>)[])[("blank lines", d => d), ("lines", LayoutVariants.WithLinesForParagraphs),
            ("lines broken at 72", d => LayoutVariants.WithBrokenLines(d, 72)), ("typographic marks", LayoutVariants.WithTypographicMarks)])
            log(FormattableString.Invariant($"{layout}: sentence F1 {SentenceF1(new Segmenter(model), [.. dev.Select(set)]):F2}"));
        return model;
    }

    private static double SentenceF1(Segmenter segmenter, GoldDocument[] documents)
    {
        long gold = 0, system = 0, correct = 0;
        foreach (GoldDocument document in documents)
        {
            HashSet<Entente.Text.TextSpan> spans = [.. document.Words.Select(s => s.Span)];
            IReadOnlyList<SegmentedSentence> found = segmenter.Segment(document.Text.Text);
            gold += spans.Count;
            system += found.Count;
            correct += found.Count(s => spans.Contains(s.Span));
        }
        return new UnitScore(gold, system, correct).F1;
    }

    private static void Gather(GoldDocument document, Questions boundaries, Questions ends)
    {
        var starts = new Dictionary<int, int>();
        var stops = new Dictionary<int, int>();
        foreach (SegmentedSentence sentence in document.Words)
        {
            foreach (WordSpan word in sentence.Words) starts[word.Start] = word.ContinuesWord ? WordBoundary.PartOfWord : WordBoundary.Word;
            stops[sentence.Words[^1].End] = 1;
        }
        string text = document.Text.Text;
        var words = new List<Piece>();
        foreach ((int start, int end) in Paragraphs.Of(text))
        {
            words.Clear();
            var boundary = new GoldDecider(starts, boundaries);
            WordCutter.Cut(text, start, end, ref boundary, words);
            var stop = new GoldDecider(stops, ends);
            SentenceSplitter.Split(words, ref stop, []);
        }
    }
}
