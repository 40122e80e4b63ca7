using System.Text.RegularExpressions;

namespace Entente.Reading.Conditionals;

/// <summary>The words by which a text says that two states draw closer or apart.</summary>
internal static partial class RelationWords
{
    [GeneratedRegex(@"\b(?:relations?|relationships?|ties|alliances?|alignment|partnerships?|cooperation|friendship|pacts?|treat(?:y|ies)|bloc|rapprochement|rift)\b", RegexOptions.NonBacktracking | RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex Relation();

    [GeneratedRegex(@"\b(?:deteriorat\w*|weaken\w*|drag(?:s|ged)? on|sour\w*|strain\w*|rifts?|break\w*|split\w*|distanc\w*|collaps\w*|undermin\w*|cool\w*|drift\w*|sever(?:s|ed|ing)?|suspend\w*|erod\w*|fray\w*|worsen\w*|rupture\w*|end(?:s|ed)?)\b", RegexOptions.NonBacktracking | RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex Apart();

    [GeneratedRegex(@"\b(?:strengthen\w*|deepen\w*|closer|improv\w*|warm\w*|expand\w*|boost\w*|cooperat\w*|upgrad\w*|normali[sz]\w*|restor\w*|grow\w*|stronger)\b", RegexOptions.NonBacktracking | RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex Closer();

    [GeneratedRegex(@"\b(?:less|not|never|unlikely|no longer|cannot|won['’]t|fewer|stop|little)\b", RegexOptions.NonBacktracking | RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex Negation();

    [GeneratedRegex(@"\b(?:chang\w*|shift\w*)\b", RegexOptions.NonBacktracking | RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex Change();

    [GeneratedRegex(@"\b(?:alignment|alliance|partnership|cooperation|friendship)\b", RegexOptions.NonBacktracking | RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex Closeness();

    /// <summary>Whether a sentence speaks of a relation at all.</summary>
    public static bool SpeaksOfRelation(string sentence) => Relation().IsMatch(sentence);

    /// <summary>Which way the consequence would move the two; a necessary condition lifts the consequence's negation.</summary>
    /// <param name="consequence">The consequence.</param>
    /// <param name="necessary">Whether the condition is stated as the only way.</param>
    /// <param name="before">What the sentence says before it: a change of a stated partnership leads apart.</param>
    /// <param name="condition">The condition, to tell what a mere change would change.</param>
    public static Direction DirectionOf(string consequence, bool necessary, string before, string condition)
    {
        bool apart = Apart().IsMatch(consequence), closer = Closer().IsMatch(consequence);
        bool negated = !necessary && Negation().IsMatch(consequence);
        if (Change().IsMatch(consequence) && !apart && !closer)
            return Closeness().IsMatch(consequence) || Closeness().IsMatch(before) || Apart().IsMatch(condition) ? (negated ? Direction.Unclear : Direction.Apart) : Direction.Unclear;
        if (apart == closer) return Direction.Unclear;
        return apart != negated ? Direction.Apart : Direction.Closer;
    }
}
