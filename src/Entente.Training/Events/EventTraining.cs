using System.Collections.Immutable;
using System.Globalization;
using Entente.Evaluation.Events;
using Entente.Language;
using Entente.Reading.Events;

namespace Entente.Training.Events;

/// <summary>Options of the training of the event scorer.</summary>
public readonly record struct EventTrainingOptions()
{
    /// <summary>Folds of the cross-validation; default 10.</summary>
    public int Folds { get; init; } = 10;

    /// <summary>Passes over the examples; default 40.</summary>
    public int Epochs { get; init; } = 40;

    /// <summary>AdaGrad's step; default 1.</summary>
    public double Rate { get; init; } = 1;

    /// <summary>L2 penalty; default 0.0003.</summary>
    public double Penalty { get; init; } = 3e-4;

    /// <summary>How far rare classes are weighted up: 0 not, 1 to equal sums; default 0.5.</summary>
    public double Balance { get; init; } = 0.5;
}

/// <summary>A trained scorer and how well its like did on sentences it had not seen.</summary>
/// <param name="Scorer">Trained on everything.</param>
/// <param name="CrossValidated">Scores of the folds' scorers, each on its own fold, gathered.</param>
/// <param name="Misses">Lines "gold, got, confidence, sentence" of what the folds got wrong.</param>
public sealed record TrainedEvents(EventScorer Scorer, EventsScore CrossValidated, IReadOnlyList<string> Misses);

/// <summary>Learns the event scorer from sentences with a marked source and target.</summary>
public static class EventTraining
{
    /// <summary>Cross-validates, sets the temperature on the held-out folds, and trains on all.</summary>
    /// <param name="gold">The sentences; one sentence never stands on both sides of a fold.</param>
    /// <param name="parser">Cuts and parses them.</param>
    /// <param name="options">How to train.</param>
    public static TrainedEvents Train(IReadOnlyList<MarkedSentence> gold, ISentenceParser parser, EventTrainingOptions options)
    {
        ArgumentNullException.ThrowIfNull(gold);
        ImmutableArray<string> classes = [.. gold.Select(g => g.Root).Distinct(StringComparer.Ordinal).Order(StringComparer.Ordinal)];
        Example[] examples = Examples(gold, parser, classes, options.Balance);
        int[] folds = [.. gold.Select(g => (int)(Hash(g.Text) % (uint)options.Folds))];
        var scores = new double[gold.Count][];
        for (int fold = 0; fold < options.Folds; fold++)
        {
            EventScorer scorer = Fit([.. examples.Where((_, i) => folds[i] != fold)], classes, options, 1);
            for (int i = 0; i < gold.Count; i++)
                if (folds[i] == fold) scores[i] = scorer.Probabilities(examples[i].Features);
        }
        float temperature = Temperature(scores, [.. examples.Select(e => e.Class)]);
        RelationGuess[] guesses = [.. gold.Select((g, i) => Guess(g, Cool(scores[i], temperature), classes))];
        string[] misses = [.. guesses.Zip(gold).Where(p => !string.Equals(p.First.Root, p.Second.Root, StringComparison.Ordinal))
            .Select(p => string.Create(CultureInfo.InvariantCulture, $"{p.Second.Root}\t{p.First.Root}\t{p.First.Confidence:0.00}\t{p.Second.Marked}"))];
        return new TrainedEvents(Fit(examples, classes, options, temperature), EventsEvaluation.Score(gold, guesses), misses);
    }

    private static Example[] Examples(IReadOnlyList<MarkedSentence> gold, ISentenceParser parser, ImmutableArray<string> classes, double balance)
    {
        Dictionary<string, int> counts = gold.CountBy(g => g.Root, StringComparer.Ordinal).ToDictionary(p => p.Key, p => p.Value, StringComparer.Ordinal);
        return [.. gold.Select(g => new Example(EventFeatures.Of(g.Parse(parser), g.Source, g.Target), classes.IndexOf(g.Root),
            Math.Pow(gold.Count / (double)(classes.Length * counts[g.Root]), balance)))];
    }

    private static EventScorer Fit(IReadOnlyList<Example> examples, ImmutableArray<string> classes, EventTrainingOptions options, float temperature)
    {
        SoftmaxRegression learned = SoftmaxRegression.Train(examples, classes.Length, options.Epochs, options.Rate, options.Penalty);
        return new EventScorer(classes, learned.Hashes, learned.Weights, temperature);
    }

    private static RelationGuess Guess(MarkedSentence gold, double[] scores, ImmutableArray<string> classes)
    {
        int best = Array.IndexOf(scores, scores.Max());
        return new RelationGuess(classes[best], scores[best]);
    }

    // The temperature under which the held-out classes are most probable; a search on a grid needs no derivative.
    private static float Temperature(double[][] scores, int[] classes)
    {
        float best = 1;
        double least = double.PositiveInfinity;
        for (float t = 0.3f; t < 3f; t *= 1.02f)
        {
            double loss = 0;
            for (int i = 0; i < scores.Length; i++) loss -= Math.Log(Math.Max(1e-12, Cool(scores[i], t)[classes[i]]));
            if (loss >= least) continue;
            least = loss;
            best = t;
        }
        return best;
    }

    private static double[] Cool(double[] scores, float temperature)
    {
        double[] cooled = [.. scores.Select(s => Math.Pow(Math.Max(s, 1e-12), 1 / temperature))];
        double sum = cooled.Sum();
        return [.. cooled.Select(s => s / sum)];
    }

    private static uint Hash(string text)
    {
        uint hash = 2166136261;
        foreach (char c in text) hash = (hash ^ c) * 16777619;
        return hash ^ (hash >> 15);
    }
}
