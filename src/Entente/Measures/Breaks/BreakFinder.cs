using System.Collections.Immutable;
using Entente.Record;

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

    /// <summary>Turns of one direction that a dyad in which much has happened has in fifty years; set by cross-validation.</summary>
    internal const double UsualTurns = 4;

    private const double Half = 0.5;

    /// <summary>Sanctions that lasted fewer years are mostly about goods.</summary>
    private const int LastingSanctions = 5;

    /// <summary>Log-odds below which a year is not counted.</summary>
    private const double Faint = -4;

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
            foreach ((BreakYear year, double score) in Peaks(BreakYears.Of(evidence, turn, fromYear), weights, IsEventful(evidence)))
                if (Probability(score) >= least) found.Add(new Break(evidence.Dyad, year.Year, turn, Math.Round(Probability(score), 3), Reasons(year, weights)));
        }
        return [.. found.OrderBy(b => b.Year).ThenBy(b => b.Turn)];
    }

    /// <summary>
    /// Years that stand out from those beside them, likeliest first, with their log-odds. A year in which no signal speaks is none. The record says much of some dyads
    /// and little of others: in one in which much has happened the log-odds are moved half way to where the usual number of turns would come out.
    /// </summary>
    internal static IEnumerable<(BreakYear Year, double Score)> Peaks(IReadOnlyList<BreakYear> years, TurnWeights weights, bool eventful)
    {
        (BreakYear Year, double Score)[] peaks = [.. StandOut(years, weights)];
        double move = eventful ? Half * Move([.. peaks.Select(p => p.Score).Where(s => s > Faint)], UsualTurns * years.Count / 50) : 0;
        return peaks.Select(p => (p.Year, p.Score + move));
    }

    /// <summary>Whether much has happened between two: a rivalry, a war, a dispute with deaths, or lasting sanctions of one on the other, at any time since the Second World War up to the last year.</summary>
    internal static bool IsEventful(BreakEvidence evidence) => evidence.Episodes.Any(e => e.FirstYear <= evidence.UntilYear && (e.LastYear ?? int.MaxValue) > AlignmentModel.Beginning && e.Kind switch
    {
        EpisodeKind.Rivalry or EpisodeKind.ArmedConflict => true,
        EpisodeKind.Dispute => e.Level >= 5 || e.Fatality > 0,
        EpisodeKind.Sanction => (e.LastYear ?? evidence.UntilYear) - e.FirstYear >= LastingSanctions && !e.Label.Contains("of the E", StringComparison.Ordinal),
        _ => false,
    });

    // By how much log-odds must move for their probabilities to add up to a number: by halving, since the sum rises with it.
    private static double Move(double[] scores, double wanted)
    {
        double low = -8, high = 8;
        for (int i = 0; i < 40; i++)
        {
            double middle = (low + high) / 2;
            if (scores.Sum(s => Probability(s + middle)) > wanted) high = middle;
            else low = middle;
        }
        return Math.Clamp((low + high) / 2, -8, 6);
    }

    private static IEnumerable<(BreakYear Year, double Score)> StandOut(IEnumerable<BreakYear> years, TurnWeights weights)
    {
        var taken = new List<int>();
        foreach (var (year, score) in years.Where(y => y.IsHeard(weights)).Select(y => (Year: y, Score: y.Score(weights))).OrderByDescending(y => y.Score).ThenBy(y => y.Year.Year))
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
