using Entente.Language;
using Entente.Reading.Codebook;
using Entente.Text;

namespace Entente.Reading.Events;

/// <summary>What the classifier says of a relation.</summary>
/// <param name="Type">PLOVER type.</param>
/// <param name="Confidence">Calibrated probability of the type, 0 to 1.</param>
public readonly record struct ClassifiedEvent(PloverType Type, double Confidence);

/// <summary>Says what a marked source does to a marked target in one sentence.</summary>
public static class EventClassifier
{
    /// <summary>The type of the relation by the learned scorer; null only when no model is at hand and no rule of the codebook matches.</summary>
    public static ClassifiedEvent? Classify(ParsedSentence sentence, TextSpan source, TextSpan target)
    {
        ArgumentNullException.ThrowIfNull(sentence);
        List<CodebookMatch> matches = EventCodebook.Default.Match(sentence);
        if (EventScorer.Default is not { } scorer)
            return Governing(sentence, matches, source) is { } rule ? new ClassifiedEvent(rule.Type, 0.5) : null;
        double[] scores = scorer.Probabilities(EventFeatures.Of(sentence, source, target, matches));
        int best = 0;
        for (int c = 1; c < scores.Length; c++)
            if (scores[c] > scores[best]) best = c;
        return new ClassifiedEvent(TypeOf(scorer.Classes[best], sentence, matches, source), scores[best]);
    }

    /// <summary>The features that weigh most for or against a type, the heaviest first; none without a model.</summary>
    public static IReadOnlyList<(string Feature, double Weight)> Reasons(ParsedSentence sentence, TextSpan source, TextSpan target, PloverType type, int most)
    {
        ArgumentNullException.ThrowIfNull(sentence);
        if (EventScorer.Default is not { } scorer) return [];
        IReadOnlyDictionary<uint, string> named = EventFeatures.Named(sentence, source, target);
        return [.. scorer.Contributions([.. named.Keys], type).Where(p => p.Value != 0).OrderByDescending(p => Math.Abs(p.Value)).ThenBy(p => named[p.Key], StringComparer.Ordinal).Take(most).Select(p => (named[p.Key], p.Value))];
    }

    // YIELD is what the training data call CONCEDE and RETREAT; the codebook says which.
    private static PloverType TypeOf(string root, ParsedSentence sentence, List<CodebookMatch> matches, TextSpan source)
    {
        if (root != "YIELD") return Enum.Parse<PloverType>(root, ignoreCase: true);
        return Governing(sentence, [.. matches.Where(m => m.Rule.Type is PloverType.Concede or PloverType.Retreat)], source)?.Type ?? PloverType.Concede;
    }

    private static CodebookRule? Governing(ParsedSentence sentence, List<CodebookMatch> matches, TextSpan source)
    {
        CodebookRule? before = null;
        foreach (CodebookMatch match in matches)
        {
            if (sentence.Tokens[match.First].Span.Start >= source.End) return match.Rule;
            before ??= match.Rule;
        }
        return before;
    }
}
