using System.Collections.Immutable;
using Entente.Documents;
using Entente.Evaluation.Events;
using Entente.Language;
using Entente.Reading;
using Entente.Reading.Events;

namespace Entente.Training.Events;

/// <summary>A fitted confidence and what it was fitted to.</summary>
/// <param name="Confidence">The weights.</param>
/// <param name="N">Events read that are right or wrong.</param>
/// <param name="Right">Of these, right.</param>
/// <param name="LeftOutError">Expected calibration error of each event under the weights fitted to all others; ten bins.</param>
public sealed record FittedConfidence(EventConfidence Confidence, int N, int Right, double LeftOutError);

/// <summary>Fits how probable it is that an event read is one, on annotated sentences that no rule was made on.</summary>
public static class ConfidenceTraining
{
    // A weak pull towards no effect: there are some seventy events, and five weights.
    private const double Penalty = 1;
    private const int Bins = 10;

    /// <summary>Reads the gold sentences with the shipped scorer and fits.</summary>
    public static FittedConfidence Fit(IReadOnlyList<GoldSentence> gold, ISentenceParser parser)
    {
        ArgumentNullException.ThrowIfNull(gold);
        ArgumentNullException.ThrowIfNull(parser);
        var examples = new List<(ImmutableArray<double> Signs, bool Right)>();
        foreach (GoldSentence sentence in gold) Collect(sentence, parser, examples);
        if (examples.Count < 20) throw new InvalidDataException($"Only {examples.Count} events were read in these sentences; at least 20 are needed.");
        double error = examples.Select((e, i) => (Said: Probability(Weights([.. examples.Where((_, j) => j != i)]), e.Signs), e.Right))
            .GroupBy(p => Math.Min(Bins - 1, (int)(p.Said * Bins))).Sum(b => Math.Abs(b.Sum(p => p.Said - (p.Right ? 1 : 0)))) / examples.Count;
        return new FittedConfidence(new EventConfidence([.. Weights(examples)]), examples.Count, examples.Count(e => e.Right), error);
    }

    private static void Collect(GoldSentence gold, ISentenceParser parser, List<(ImmutableArray<double>, bool)> examples)
    {
        Document document = WholeEventScorer.DocumentOf(gold);
        IReadOnlyList<ParsedSentence> sentences = parser.Parse(document.Body);
        IReadOnlyList<ActorMention> actors = Coreference.Resolve(document.Body.Text, sentences, ActorReader.Read(document.Body.Text, document.Published?.Day));
        List<GoldEvent> open = [.. gold.Events.Where(e => e.Apart is null)];
        foreach (ParsedSentence sentence in sentences)
        {
            ActorMention[] within = [.. actors.Where(a => a.Span.Start >= sentence.Span.Start && a.Span.End <= sentence.Span.End)];
            EventReading read = EventReader.Read(document, sentence, within, DateReader.Read(document.Body.Text, sentence.Span, document.Published?.Day), least: 0);
            for (int i = 0; i < read.Events.Count; i++)
            {
                if (read.Events[i].Modality is not (Modality.Asserted or Modality.Reported)) continue;
                int hit = open.FindIndex(g => g.Is(read.Events[i]));
                if (hit < 0 && gold.Events.Any(g => g.Is(read.Events[i]))) continue;
                if (hit >= 0) open.RemoveAt(hit);
                examples.Add((read.Signs[i].ToNumbers(), hit >= 0));
            }
        }
    }

    private static double Probability(double[] weights, ImmutableArray<double> signs) => 1 / (1 + Math.Exp(-signs.Select((s, i) => s * weights[i]).Sum()));

    // Gradient ascent with a step small enough for signs of this size; the penalty spares the constant.
    private static double[] Weights(List<(ImmutableArray<double> Signs, bool Right)> examples)
    {
        var weights = new double[EventSigns.Names.Length];
        var gradient = new double[weights.Length];
        double step = 1.0 / (examples.Count * 4);
        for (int round = 0; round < 4000; round++)
        {
            for (int i = 0; i < weights.Length; i++) gradient[i] = i == 0 ? 0 : -Penalty * weights[i];
            foreach ((ImmutableArray<double> signs, bool right) in examples)
            {
                double miss = (right ? 1 : 0) - Probability(weights, signs);
                for (int i = 0; i < weights.Length; i++) gradient[i] += miss * signs[i];
            }
            for (int i = 0; i < weights.Length; i++) weights[i] += step * gradient[i];
        }
        return weights;
    }
}
