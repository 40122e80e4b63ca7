using System.Diagnostics;
using Entente.Language;
using Entente.Language.Conllu;

namespace Entente.Evaluation.Syntax;

/// <summary>Parses annotated documents anew, from their text or from their words, and scores the result.</summary>
public static class SyntaxEvaluation
{
    /// <summary>Shortest run a speed is read from, in seconds.</summary>
    private const double LeastSeconds = 2;

    /// <summary>Scores a parser on the documents' raw text: sentences and words are its own.</summary>
    /// <exception cref="InvalidDataException">The parser left characters out, or the gold is not fully annotated.</exception>
    public static SyntaxScore ScoreRaw(IReadOnlyList<GoldDocument> documents, ISentenceParser parser)
    {
        ArgumentNullException.ThrowIfNull(documents);
        ArgumentNullException.ThrowIfNull(parser);
        return SyntaxScorer.Score(documents.SelectMany(d => d.Sentences),
            documents.SelectMany(d => parser.Parse(d.Text).Select(s => s.ToConllu(d.Text))));
    }

    /// <summary>Scores tags, lemmas and heads on the documents' own sentences and words.</summary>
    /// <exception cref="InvalidDataException">The gold is not fully annotated.</exception>
    public static SyntaxScore ScoreGoldTokens(IReadOnlyList<GoldDocument> documents, ISentenceAnnotator annotator)
    {
        ArgumentNullException.ThrowIfNull(documents);
        ArgumentNullException.ThrowIfNull(annotator);
        return SyntaxScorer.Score(documents.SelectMany(d => d.Sentences), documents.SelectMany(d => annotator.Annotate(d.Text.Text, d.Words).Zip(d.Sentences, (ours, gold) =>
            ours.ToConllu(d.Text) with { MultiWordTokens = gold.MultiWordTokens })));
    }

    /// <summary>Words a second, tokenised, tagged and parsed from raw text on the calling thread, after one run to warm up.</summary>
    /// <returns>By the clock, and by the processor time of the whole process, which says more on a machine shared with others.</returns>
    public static (double Clock, double Processor) WordsPerSecond(IReadOnlyList<GoldDocument> documents, ISentenceParser parser)
    {
        ArgumentNullException.ThrowIfNull(documents);
        ArgumentNullException.ThrowIfNull(parser);
        long words = Run(documents, parser);
        if (words == 0) return (0, 0);
        long done = 0;
        TimeSpan before = Environment.CpuUsage.TotalTime;
        var watch = Stopwatch.StartNew();
        do done += Run(documents, parser);
        while (watch.Elapsed.TotalSeconds < LeastSeconds);
        double clock = watch.Elapsed.TotalSeconds, processor = (Environment.CpuUsage.TotalTime - before).TotalSeconds;
        return (done / clock, done / Math.Max(processor, 1e-3));
    }

    private static long Run(IReadOnlyList<GoldDocument> documents, ISentenceParser parser)
    {
        long words = 0;
        foreach (GoldDocument document in documents)
            foreach (ParsedSentence sentence in parser.Parse(document.Text)) words += sentence.Tokens.Length;
        return words;
    }
}
