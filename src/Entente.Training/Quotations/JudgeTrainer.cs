using Entente.Evaluation.Quotations;
using Entente.Reading.Quotations.Attributions;

namespace Entente.Training.Quotations;

/// <summary>Trains the judgement of whole attributions on candidates from readers that had not seen their articles.</summary>
internal static class JudgeTrainer
{
    private const int Epochs = 6;

    /// <summary>The judge, and threshold, precision, recall, F1 and exact F1 by cross-validation.</summary>
    public static (WeightTable Belief, List<(double Threshold, double Precision, double Recall, double F1, double ExactF1)> Curve) Train(
        IReadOnlyList<LabelledArticle> articles, List<Attribution>[] candidates, int folds, int seed)
    {
        var features = new List<int[]>();
        var labels = new List<bool>();
        var of = new List<int>();
        Span<int> room = stackalloc int[BeliefFeatures.Most];
        for (int a = 0; a < articles.Count; a++)
        {
            List<HashSet<int>> words = [.. candidates[a].Select(articles[a].WordsOf)];
            for (int c = 0; c < candidates[a].Count; c++)
            {
                var bag = new FeatureBag(room, (1u << AttributionModel.BeliefBits) - 1);
                BeliefFeatures.Add(ref bag, articles[a].Tokens, candidates[a], c);
                features.Add(bag.Indices.ToArray());
                of.Add(a);
                labels.Add(IsRight(articles[a], candidates[a][c], words[c]));
            }
        }
        var judged = new List<Attribution>[articles.Count];
        for (int fold = 0; fold < folds; fold++)
        {
            int[] train = [.. Enumerable.Range(0, features.Count).Where(e => of[e] % folds != fold)];
            WeightTable belief = new LogisticTrainer(1 << AttributionModel.BeliefBits, 0.05f, 1e-4f).Train([.. train.Select(e => features[e])], [.. train.Select(e => labels[e])], Epochs, seed);
            var reader = new AttributionReader(new AttributionModel { Cues = belief, Heads = new System.Collections.BitArray(1 << AttributionModel.HeadBits), Spans = belief, Steps = [], Belief = belief, Threshold = 0 });
            for (int a = fold; a < articles.Count; a += folds)
            {
                judged[a] = [.. candidates[a]];
                reader.Judge(articles[a].Tokens, judged[a]);
            }
        }
        var curve = new List<(double, double, double, double, double)>();
        for (double threshold = 0.2; threshold < 0.65; threshold += 0.025)
        {
            int gold = 0, said = 0, matched = 0, exact = 0;
            for (int a = 0; a < articles.Count; a++)
            {
                List<Attribution> chosen = AttributionReader.Choose(judged[a], (float)threshold);
                gold += articles[a].Gold.Count;
                said += chosen.Count;
                foreach ((_, _, double overlap) in ContentMatch.Pair(articles[a].GoldWords, [.. chosen.Select(articles[a].WordsOf)], ContentMatch.Least))
                {
                    matched++;
                    if (overlap == 1) exact++;
                }
            }
            curve.Add((threshold, (double)matched / said, (double)matched / gold, 2.0 * matched / (said + gold), 2.0 * exact / (said + gold)));
        }
        WeightTable all = new LogisticTrainer(1 << AttributionModel.BeliefBits, 0.05f, 1e-4f).Train(features, labels, Epochs, seed);
        return (all, curve);
    }

    private static bool IsRight(LabelledArticle article, Attribution a, HashSet<int> words)
    {
        for (int g = 0; g < article.Gold.Count; g++)
            if (article.Gold[g].Cue.Count == 0 || article.Gold[g].Cue.Contains(a.Cue) || article.Gold[g].Content.Overlaps(a.Content.Select(c => c.Start)))
                if (ContentMatch.Pair([article.GoldWords[g]], [words], ContentMatch.Least).Count > 0) return true;
        return false;
    }
}
