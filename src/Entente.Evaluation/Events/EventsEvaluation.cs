using Entente.Language;
using Entente.Reading.Events;

namespace Entente.Evaluation.Events;

/// <summary>Scores of relation classification; each F1 is over the classes present in gold.</summary>
/// <param name="N">Gold sentences.</param>
/// <param name="MacroF1Root">Mean F1 of root types.</param>
/// <param name="MacroF1Penta">Mean F1 of the five-way classes.</param>
/// <param name="AccuracyRoot">Share with the right root type.</param>
/// <param name="CalibrationError">Expected calibration error of the confidence: mean gap to the share right, over ten bins of equal width, weighted by size (Guo et al. 2017).</param>
/// <param name="PerClass">F1 of each root type.</param>
public sealed record EventsScore(int N, double MacroF1Root, double MacroF1Penta, double AccuracyRoot, double CalibrationError, IReadOnlyDictionary<string, double> PerClass);

/// <summary>What a classifier says of one sentence.</summary>
/// <param name="Root">Root type in capitals, or empty when it abstains.</param>
/// <param name="Confidence">0 to 1.</param>
public readonly record struct RelationGuess(string Root, double Confidence);

/// <summary>Scores the event classifier on sentences with a marked source and target.</summary>
public static class EventsEvaluation
{
    private const int Bins = 10;

    /// <summary>Scores the shipped classifier on the lines of one file; see <see cref="MarkedSentence.Parse(IReadOnlyList{string})"/>.</summary>
    /// <returns>The scores; null when a column is missing.</returns>
    public static EventsScore? Score(IReadOnlyList<string> lines, ISentenceParser parser) => MarkedSentence.Parse(lines) is { } gold
        ? Score(gold, [.. gold.Select(g => Guess(g, parser))]) : null;

    /// <summary>Scores guesses, one for each sentence.</summary>
    public static EventsScore Score(IReadOnlyList<MarkedSentence> gold, IReadOnlyList<RelationGuess> guesses)
    {
        (string Gold, string Got)[] roots = [.. gold.Zip(guesses, (g, x) => (g.Root, x.Root))];
        Dictionary<string, double> perClass = PerClass(roots), penta = PerClass([.. gold.Zip(guesses, (g, x) => (g.Penta, Penta(x.Root)))]);
        bool[] right = [.. roots.Select(p => string.Equals(p.Gold, p.Got, StringComparison.Ordinal))];
        double error = guesses.Zip(right, (g, r) => (g.Confidence, Right: r ? 1.0 : 0.0)).GroupBy(p => Math.Min(Bins - 1, (int)(p.Confidence * Bins)))
            .Sum(b => Math.Abs(b.Sum(p => p.Confidence - p.Right)));
        int n = roots.Length;
        return new EventsScore(n, Mean(perClass), Mean(penta), n == 0 ? 0 : right.Count(r => r) / (double)n, n == 0 ? 0 : error / n, perClass);
    }

    private static RelationGuess Guess(MarkedSentence gold, ISentenceParser parser) =>
        EventClassifier.Classify(gold.Parse(parser), gold.Source, gold.Target) is { } found ? new RelationGuess(Root(found.Type), found.Confidence) : default;

    /// <summary>The root of a type as PLV writes it: CONCEDE and RETREAT are YIELD.</summary>
    private static string Root(Entente.Reading.PloverType type) => type is Reading.PloverType.Concede or Reading.PloverType.Retreat ? "YIELD" : type.ToString().ToUpperInvariant();

    private static string Penta(string root) => root switch
    {
        null or "" => "",
        "AGREE" or "CONSULT" or "SUPPORT" => "1",
        "COOPERATE" or "AID" or "YIELD" => "2",
        "REQUEST" or "ACCUSE" or "REJECT" or "THREATEN" => "3",
        _ => "4",
    };

    private static Dictionary<string, double> PerClass((string Gold, string Got)[] pairs) =>
        pairs.Select(p => p.Gold).Distinct(StringComparer.Ordinal).Order(StringComparer.Ordinal).ToDictionary(c => c, c =>
            2.0 * pairs.Count(p => p.Gold == c && p.Got == c) / (pairs.Count(p => p.Gold == c) + pairs.Count(p => p.Got == c)), StringComparer.Ordinal);

    private static double Mean(Dictionary<string, double> scores) => scores.Count == 0 ? 0 : scores.Values.Average();
}
