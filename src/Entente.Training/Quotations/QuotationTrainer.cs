using System.Collections;
using Entente.Evaluation.Quotations;
using Entente.Language;
using Entente.Reading.Quotations.Attributions;

namespace Entente.Training.Quotations;

/// <summary>Settings of training.</summary>
/// <param name="Folds">Parts for cross-validation, and for the candidates that the judge learns from; by article.</param>
/// <param name="Epochs">Passes over the examples of cues and spans.</param>
/// <param name="Seed">Of every shuffle.</param>
public readonly record struct QuotationTrainerOptions(int Folds = 5, int Epochs = 8, int Seed = 1);

/// <summary>Figures of a training, by cross-validation over its articles.</summary>
/// <param name="Articles">Articles.</param>
/// <param name="Attributions">Gold attributions.</param>
/// <param name="CueF1">F1 of cue heads at probability 0.5.</param>
/// <param name="ContentGivenCue">Share of gold cues whose content matches when the cue is given.</param>
/// <param name="Precision">Precision of whole attributions by content overlap.</param>
/// <param name="Recall">Recall of the same.</param>
/// <param name="F1">Harmonic mean of the two.</param>
/// <param name="ExactF1">The same for contents that agree word for word.</param>
/// <param name="Threshold">Least likelihood that gave it.</param>
public sealed record QuotationTraining(int Articles, int Attributions, double CueF1, double ContentGivenCue, double Precision, double Recall, double F1, double ExactF1, double Threshold);

/// <summary>Trains the reader of attributions on annotated articles. Deterministic under its seed; the model holds hashed weights only.</summary>
public static class QuotationTrainer
{
    /// <summary>Trains a model and writes it.</summary>
    /// <param name="gold">Annotated articles; the first annotator of each counts.</param>
    /// <param name="parser">The parser that the product will use with the model.</param>
    /// <param name="options">Settings.</param>
    /// <param name="output">Where the model goes; null only measures.</param>
    /// <param name="progress">Told what is being done.</param>
    public static QuotationTraining Train(IEnumerable<GoldArticle> gold, ISentenceParser parser, QuotationTrainerOptions options, Stream? output, Action<string> progress)
    {
        ArgumentNullException.ThrowIfNull(gold);
        ArgumentNullException.ThrowIfNull(progress);
        List<LabelledArticle> articles = [.. gold.Where(a => a.Annotators.Count > 0).Select(a => LabelledArticle.Of(a, parser))];
        progress($"{articles.Count} articles, {articles.Sum(a => a.Gold.Count)} attributions, {articles.Sum(a => a.Tokens.Count)} tokens.");
        int folds = Math.Clamp(options.Folds, 2, Math.Max(2, articles.Count));
        var candidates = new List<Attribution>[articles.Count];
        int cueRight = 0, cueSaid = 0, cueGold = 0, given = 0, givenRight = 0;
        for (int fold = 0; fold < folds; fold++)
        {
            List<LabelledArticle> train = [.. articles.Where((_, i) => i % folds != fold)];
            CueHeads.Mark(train, articles);
            AttributionModel model = TrainReading(train, folds, options);
            var reader = new AttributionReader(model);
            for (int i = fold; i < articles.Count; i += folds)
            {
                LabelledArticle article = articles[i];
                candidates[i] = reader.Candidates(article.Tokens);
                float[] cues = reader.CueLikelihoods(article.Tokens);
                var heads = article.Heads.Where(h => h >= 0).ToHashSet();
                var inCue = article.Gold.SelectMany(g => g.Cue).ToHashSet();
                cueGold += heads.Count;
                for (int t = 0; t < cues.Length; t++)
                {
                    if (cues[t] <= 0.5f) continue;
                    cueSaid++;
                    if (inCue.Contains(t)) cueRight++;
                }
                for (int g = 0; g < article.Gold.Count; g++)
                {
                    if (article.Heads[g] < 0) continue;
                    given++;
                    if (reader.ReadAt(article.Tokens, cues, article.Heads[g]) is { } a && ContentMatch.Pair([article.GoldWords[g]], [article.WordsOf(a)], ContentMatch.Least).Count > 0) givenRight++;
                }
            }
            progress($"fold {fold + 1} of {folds}: cues F1 {2.0 * cueRight / (cueSaid + cueGold):F3}, content given the cue {(double)givenRight / given:F3}");
        }
        (WeightTable belief, List<(double, double, double, double, double)> curve) = JudgeTrainer.Train(articles, candidates, folds, options.Seed);
        (double threshold, double precision, double recall, double f1, double exact) = curve.MaxBy(c => c.Item4);
        if (output is not null)
        {
            progress("The model itself, on all articles.");
            CueHeads.Mark(articles, articles);
            AttributionModel reading = TrainReading(articles, folds, options);
            new AttributionModel { Cues = reading.Cues, Heads = reading.Heads, Spans = reading.Spans, Steps = reading.Steps, Belief = belief, Threshold = (float)threshold }.Write(output);
        }
        return new QuotationTraining(articles.Count, articles.Sum(a => a.Gold.Count), 2.0 * cueRight / (cueSaid + cueGold), (double)givenRight / given, precision, recall, f1, exact, threshold);
    }

    private static AttributionModel TrainReading(List<LabelledArticle> articles, int folds, QuotationTrainerOptions options)
    {
        BitArray heads = CueHeads.Possible(articles);
        WeightTable cues = TrainCues(articles, heads, options);
        // Spans see cues as likely as a reader that was not trained on them finds them.
        var likely = new float[articles.Count][];
        for (int half = 0; half < 2; half++)
        {
            WeightTable other = TrainCues([.. articles.Where((_, i) => i % 2 != half)], heads, options with { Epochs = Math.Max(2, options.Epochs / 2) });
            AttributionReader reader = new(Cues(other, heads));
            for (int i = half; i < articles.Count; i += 2) likely[i] = reader.CueLikelihoods(articles[i].Tokens);
        }
        var examples = new List<ChainTrainer.Example>();
        for (int a = 0; a < articles.Count; a++)
        {
            LabelledArticle article = articles[a];
            for (int g = 0; g < article.Gold.Count; g++)
            {
                int head = article.Heads[g];
                if (head < 0) continue;
                (int start, int end) = SpanFeatures.Window(article.Tokens, head);
                (_, HashSet<int> content, HashSet<int> source) = article.Gold[g];
                var labels = new byte[end - start];
                for (int k = 0; k < labels.Length; k++)
                    labels[k] = content.Contains(start + k) ? (byte)(k > 0 && labels[k - 1] is LinearChain.First or LinearChain.Inside ? LinearChain.Inside : LinearChain.First)
                        : source.Contains(start + k) ? (byte)LinearChain.Source : (byte)LinearChain.Outside;
                if (labels.Any(l => l == LinearChain.First)) examples.Add(new ChainTrainer.Example(article, likely[a], head, start, labels));
            }
        }
        (WeightTable spans, float[] steps) = new ChainTrainer(0.1f, 1e-4f).Train(examples, options.Epochs, options.Seed);
        return new AttributionModel { Cues = cues, Heads = heads, Spans = spans, Steps = steps, Belief = new WeightTable(new sbyte[1], 1, 1), Threshold = 0.5f };
    }

    private static AttributionModel Cues(WeightTable cues, BitArray heads) => new() { Cues = cues, Heads = heads, Spans = cues, Steps = [], Belief = cues, Threshold = 0 };

    private static WeightTable TrainCues(List<LabelledArticle> articles, BitArray possible, QuotationTrainerOptions options)
    {
        var features = new List<int[]>();
        var labels = new List<bool>();
        Span<int> room = stackalloc int[CueFeatures.Most];
        foreach (LabelledArticle article in articles)
        {
            var heads = article.Heads.ToHashSet();
            var inCue = article.Gold.SelectMany(g => g.Cue).ToHashSet();
            for (int i = 0; i < article.Tokens.Count; i++)
            {
                if (!AttributionModel.MayHead(article.Tokens, i, possible)) continue;
                if (inCue.Contains(i) && !heads.Contains(i)) continue;
                var bag = new FeatureBag(room, (1u << AttributionModel.CueBits) - 1);
                CueFeatures.Add(ref bag, article.Tokens, i);
                features.Add(bag.Indices.ToArray());
                labels.Add(heads.Contains(i));
            }
        }
        return new LogisticTrainer(1 << AttributionModel.CueBits, 0.1f, 1e-5f).Train(features, labels, options.Epochs, options.Seed);
    }
}
