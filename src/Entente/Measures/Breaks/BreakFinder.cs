using System.Collections.Immutable;

namespace Entente.Measures.Breaks;

/// <summary>
/// Dates rifts and rapprochements: a learned logistic model weighs what the dated episodes, the yearly series and the posterior of the latent
/// alignment say of a year and those beside it. No dyad is named in it.
/// </summary>
public static class BreakFinder
{
    /// <summary>Rule and version.</summary>
    public const string Rule = "breaks@3";

    /// <summary>Least probability at which a turn is said to have happened.</summary>
    public const double Asserted = 0.5;

    /// <summary>Turns of one direction no more than so many years apart are one, in the likeliest year.</summary>
    public const int SameTurn = 1;

    /// <summary>Turns of a dyad, oldest first.</summary>
    /// <param name="model">The learned weights.</param>
    /// <param name="evidence">What is known of the dyad.</param>
    /// <param name="fromYear">First year.</param>
    /// <param name="least">Least probability to report.</param>
    public static ImmutableArray<Break> Find(BreakModel model, BreakEvidence evidence, int fromYear, double least = Asserted)
    {
        ArgumentNullException.ThrowIfNull(model);
        ArgumentNullException.ThrowIfNull(evidence);
        var found = new List<Break>();
        foreach (Turn turn in Enum.GetValues<Turn>())
        {
            TurnWeights weights = model.Of(turn);
            foreach ((BreakYear year, double score) in Peaks(BreakYears.Of(evidence, turn, fromYear), weights))
                if (Probability(score) >= least) found.Add(new Break(evidence.Dyad, year.Year, turn, Math.Round(Probability(score), 3), Reasons(year, weights)));
        }
        return [.. found.OrderBy(b => b.Year).ThenBy(b => b.Turn)];
    }

    /// <summary>Years that stand out from those beside them, likeliest first, with their log-odds. A year without any signal is none.</summary>
    internal static IEnumerable<(BreakYear Year, double Score)> Peaks(IEnumerable<BreakYear> years, TurnWeights weights)
    {
        var taken = new List<int>();
        foreach (var (year, score) in years.Where(y => y.Sizes.Any(s => s > 0)).Select(y => (Year: y, Score: y.Score(weights))).OrderByDescending(y => y.Score).ThenBy(y => y.Year.Year))
        {
            if (taken.Exists(t => Math.Abs(t - year.Year) <= SameTurn)) continue;
            taken.Add(year.Year);
            yield return (year, score);
        }
    }

    internal static double Probability(double logOdds) => 1 / (1 + Math.Exp(-logOdds));

    private static ImmutableArray<BreakSignal> Reasons(BreakYear year, TurnWeights weights) =>
        [.. year.Heard.Select((s, i) => s is null ? null : s with { Weight = weights.Signals[i] * year.Sizes[i] }).OfType<BreakSignal>().Where(s => s.Weight > 0).OrderByDescending(s => s.Weight)];
}
