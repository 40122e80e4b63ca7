using Entente.Reading.Quotations;

namespace Entente.Reading.Conditionals;

/// <summary>Reads how firmly a consequence is stated.</summary>
internal static class StrengthReader
{
    private static readonly string[] Denying = ["unlikely", "not", "no", "never", "cannot", "can't", "can’t", "won't", "won’t", "impossible", "refuse", "refuses", "refusing", "neither", "doesn’t", "doesn't", "don’t", "don't"];
    private static readonly string[] Possible = ["might", "may", "could", "can", "possible", "possibly", "perhaps", "potential", "potentially", "risk", "risks", "developing", "plans", "option", "options", "suggesting", "suggests"];
    private static readonly string[] Likely = ["would", "likely", "expect", "expects", "expected", "probably", "’d", "'d", "favour", "favor", "probable", "ready"];
    private static readonly string[] Certain = ["will", "shall", "’ll", "'ll", "threaten", "threatens", "threatened", "threatening", "warn", "warns", "warned", "warning", "vow", "vows", "vowed", "promise", "promises", "pledge", "pledges", "prepared", "intend", "intends", "intention", "requires", "must", "going"];

    /// <summary>The strength of a consequence.</summary>
    /// <param name="consequence">Its words, the reporting clause included.</param>
    /// <param name="averts">Whether the consequence stands while the condition fails.</param>
    public static ConditionalStrength Of(IReadOnlyList<Word> consequence, bool averts)
    {
        if (averts && Any(consequence, Denying)) return ConditionalStrength.Unlikely;
        if (consequence.Any(w => w.Lower == "unlikely")) return ConditionalStrength.Unlikely;
        if (Any(consequence, Possible)) return ConditionalStrength.Possible;
        if (Any(consequence, Likely)) return ConditionalStrength.Likely;
        return Any(consequence, Certain) ? ConditionalStrength.Certain : ConditionalStrength.Unstated;
    }

    private static bool Any(IReadOnlyList<Word> words, string[] listed) =>
        words.Any(w => listed.Contains(w.Lower) || (w.Lower.EndsWith("’ll", StringComparison.Ordinal) || w.Lower.EndsWith("'ll", StringComparison.Ordinal)) && listed.Contains("’ll")
            || (w.Lower.EndsWith("n’t", StringComparison.Ordinal) || w.Lower.EndsWith("n't", StringComparison.Ordinal)) && listed == Denying
            || (w.Lower.EndsWith("’d", StringComparison.Ordinal) || w.Lower.EndsWith("'d", StringComparison.Ordinal)) && listed == Likely);
}
