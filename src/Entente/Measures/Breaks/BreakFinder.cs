using System.Collections.Immutable;
using System.Globalization;
using Entente.Record;

namespace Entente.Measures.Breaks;

/// <summary>
/// Dates rifts and rapprochements: the posterior probability that latent alignment jumped, joined with what the dated episodes of the year
/// speak for. Signals of one direction in a year and the next are taken as independent chances of one turn (noisy or).
/// </summary>
public static class BreakFinder
{
    /// <summary>Rule and version.</summary>
    public const string Rule = "breaks@2";

    /// <summary>Least probability at which a turn is said to have happened.</summary>
    public const double Asserted = 0.5;

    /// <summary>Least jump of latent alignment that is a turn, in latent units.</summary>
    public const double LeastJump = 0.4;

    /// <summary>Most that a jump alone can say: it may be one indicator's.</summary>
    public const double JumpWeight = 0.6;

    /// <summary>Turns of a dyad, oldest first.</summary>
    /// <param name="dyad">The dyad.</param>
    /// <param name="episodes">Its episodes.</param>
    /// <param name="warYears">Years in which the two were at war (<see cref="WarYears(DyadPanel)"/>).</param>
    /// <param name="jumps">The jumps of its latent alignment by year (<see cref="AlignmentHistory.Jumps"/>); may be empty.</param>
    /// <param name="fromYear">First year.</param>
    /// <param name="untilYear">Last year; nothing later is used.</param>
    /// <param name="least">Least probability to report.</param>
    public static ImmutableArray<Break> Find(UndirectedDyad dyad, IReadOnlyList<Episode> episodes, IReadOnlyList<int> warYears, IEnumerable<AlignmentJump> jumps, int fromYear, int untilYear, double least = Asserted)
    {
        ArgumentNullException.ThrowIfNull(episodes);
        ArgumentNullException.ThrowIfNull(warYears);
        ArgumentNullException.ThrowIfNull(jumps);
        BreakSignal[] signals = [.. Signals(episodes, warYears, jumps, untilYear).Where(s => s.Year >= fromYear && s.Year <= untilYear)];
        var found = new List<Break>();
        foreach (Turn turn in Enum.GetValues<Turn>())
        {
            var own = signals.Where(s => s.Turn == turn).GroupBy(s => s.Year).OrderBy(g => g.Key).ToDictionary(g => g.Key, g => g.ToArray());
            var candidates = own.Keys.Select(year => Candidate(dyad, year, turn, own)).ToList();
            // One turn is one year: the likeliest of those that touch.
            foreach (Break b in candidates.OrderByDescending(b => b.Probability).ThenByDescending(b => b.Signals.Where(s => s.Year == b.Year).Sum(s => s.Weight)).ThenBy(b => b.Year))
                if (b.Probability >= least && !found.Any(o => o.Turn == turn && Math.Abs(o.Year - b.Year) <= 1)) found.Add(b);
        }
        return [.. found.OrderBy(b => b.Year).ThenBy(b => b.Turn)];
    }

    /// <summary>Years of war of a dyad: hostility 5 of a dispute, or intensity 2 of an armed conflict.</summary>
    public static ImmutableArray<int> WarYears(DyadPanel panel)
    {
        ArgumentNullException.ThrowIfNull(panel);
        return [.. Enumerable.Range(panel.FirstYear, panel.LastYear - panel.FirstYear + 1)
            .Where(y => panel[Indicators.DisputeHostility, y].ValueOrNull >= 5 || panel[Indicators.ArmedConflict, y].ValueOrNull >= 2)];
    }

    /// <summary>Years of war from the transformed values of the model's items.</summary>
    public static ImmutableArray<int> WarYears(ReadOnlySpan<float> transformed, int firstYear)
    {
        int items = AlignmentItems.All.Length, dispute = Indicators.All.IndexOf(Indicators.DisputeHostility), conflict = Indicators.All.IndexOf(Indicators.ArmedConflict);
        var years = ImmutableArray.CreateBuilder<int>();
        for (int t = 0; t * items < transformed.Length; t++)
            if (transformed[(t * items) + dispute] >= 3 || transformed[(t * items) + conflict] >= 2) years.Add(firstYear + t);
        return years.ToImmutable();
    }

    /// <summary>Everything that speaks for a turn, each alone.</summary>
    public static IEnumerable<BreakSignal> Signals(IReadOnlyList<Episode> episodes, IReadOnlyList<int> warYears, IEnumerable<AlignmentJump> jumps, int untilYear)
    {
        ArgumentNullException.ThrowIfNull(episodes);
        ArgumentNullException.ThrowIfNull(jumps);
        return EpisodeSignals.Of(episodes, warYears, untilYear).Concat(Jumps(jumps));
    }

    private static Break Candidate(UndirectedDyad dyad, int year, Turn turn, Dictionary<int, BreakSignal[]> own)
    {
        // The strongest of each kind speaks once; a neighbouring year speaks for the same turn, less.
        double not = 1;
        var heard = new List<BreakSignal>();
        foreach (var kind in Enumerable.Range(year - 1, 3).SelectMany(y => own.GetValueOrDefault(y) ?? []).GroupBy(s => s.Kind))
        {
            BreakSignal best = kind.MaxBy(s => s.Weight * (s.Year == year ? 1 : 0.6))!;
            not *= 1 - (best.Weight * (best.Year == year ? 1 : 0.6));
            heard.Add(best);
        }
        return new Break(dyad, year, turn, Math.Round(1 - not, 3), [.. heard.OrderByDescending(s => s.Weight)]);
    }

    private static IEnumerable<BreakSignal> Jumps(IEnumerable<AlignmentJump> jumps)
    {
        foreach ((int year, double mean, double deviation) in jumps)
        {
            double size = Math.Abs(mean), probability = Above((size - LeastJump) / Math.Max(deviation, 0.05));
            if (probability < 0.05) continue;
            yield return new BreakSignal(year, mean < 0 ? Turn.Rift : Turn.Rapprochement, SignalKind.Jump, JumpWeight * probability,
                string.Create(CultureInfo.InvariantCulture, $"alignment {(mean < 0 ? "falls" : "rises")} by {size:0.0} latent units"), null);
        }
    }

    // The standard normal distribution function through the logistic one: off by less than .01 (Bowling et al. 2009).
    private static double Above(double z) => 1 / (1 + Math.Exp(-((0.07056 * z * z * z) + (1.5976 * z))));
}
