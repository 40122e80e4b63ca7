using System.Globalization;
using Entente.Record;

namespace Entente.Measures.Breaks;

/// <summary>What the yearly series of a dyad, and changes within its two states, speak for.</summary>
internal static class SeriesSignals
{
    /// <summary>Years before and from the year on whose means are compared.</summary>
    private const int Window = 3;

    /// <summary>Years without war after which one is a turn, though a dispute or conflict may have gone on.</summary>
    private const int QuietBeforeWar = 2;

    /// <summary>Least jump of latent alignment that is a turn, in latent units.</summary>
    private const double LeastJump = 0.25;

    private static readonly (string Id, Dimension? Dimension, string Name, double Unit)[] Lines =
    [
        ("alignment", null, "alignment", 0.5), ("worldview", Dimension.Worldview, "alignment of worldview", 0.5), ("economic", Dimension.Economic, "economic alignment", 0.5),
        ("military", Dimension.Military, "military alignment", 0.5), ("diplomatic", Dimension.Diplomatic, "diplomatic alignment", 0.5),
    ];

    private static readonly (string Id, Indicator Indicator, string Name, double Unit)[] Values =
    [
        ("votes", Indicators.VoteAgreement, "agreement of votes", 0.5), ("trade", Indicators.TradeDependence, "trade", 0.5),
        ("regimes", Indicators.RegimeSimilarity, "likeness of regimes", 0.5), ("arms", Indicators.ArmsTransfers, "volume of arms deliveries", 1),
        ("organizations", Indicators.SharedOrganizations, "number of shared organisations", 0.3), ("agreements", Indicators.TradeAgreement, "number of trade agreements", 0.5),
        ("nuclear", Indicators.NuclearCooperation, "nuclear cooperation", 1), ("exercises", Indicators.JointExercises, "number of joint exercises", 1),
    ];

    /// <summary>All of them.</summary>
    public static IEnumerable<BreakSignal> Of(BreakEvidence e) => e.Series is null ? Within(e) : [.. Wars(e), .. Jumps(e.Series), .. Shifts(e.Series), .. Within(e)];

    // By years, not by episodes: a dispute of twenty years may hold one year of war.
    private static IEnumerable<BreakSignal> Wars(BreakEvidence e)
    {
        BreakSeries s = e.Series!;
        int[] years = [.. Enumerable.Range(s.FirstYear, s.LastYear - s.FirstYear + 1).Where(s.IsWar)];
        for (int i = 0; i < years.Length; i++)
        {
            if (i > 0 && years[i] <= years[i - 1] + QuietBeforeWar) continue;
            int end = i;
            while (end + 1 < years.Length && years[end + 1] <= years[end] + QuietBeforeWar) end++;
            yield return new BreakSignal(years[i], Turn.Rift, "war-begins", 1, string.Create(CultureInfo.InvariantCulture, $"war in {years[i]}"), null);
            if (years[end] >= s.LastYear - QuietBeforeWar) continue;
            bool isLong = years[end] - years[i] >= 2;
            yield return new BreakSignal(years[end], Turn.Rapprochement, isLong ? "war-ends-long" : "war-ends-short", 1, string.Create(CultureInfo.InvariantCulture, $"the war of {years[i]} ends"), null);
            // Most wars of two states are a coalition's: those of rivals are their own.
            if (e.Episodes.FirstOrDefault(r => r.Kind == EpisodeKind.Rivalry && r.FirstYear <= years[end] && (r.LastYear ?? int.MaxValue) >= years[end] - 1) is { } rivalry)
                yield return new BreakSignal(years[end], Turn.Rapprochement, "war-of-rivals-ends", 1, string.Create(CultureInfo.InvariantCulture, $"the war of {years[i]} between rivals ends"), rivalry);
        }
    }

    private static IEnumerable<BreakSignal> Jumps(BreakSeries s)
    {
        foreach ((int year, double mean, double deviation) in s.Jumps)
        {
            double size = Math.Abs(mean), probability = Above((size - LeastJump) / Math.Max(deviation, 0.05));
            if (probability < 0.05) continue;
            yield return new BreakSignal(year, mean < 0 ? Turn.Rift : Turn.Rapprochement, "jump", probability,
                string.Create(CultureInfo.InvariantCulture, $"alignment {(mean < 0 ? "falls" : "rises")} by {size:0.0} latent units"), null);
        }
    }

    // Means of the years from the year on less means of those before: what lasts counts, and what is undone the next year does not.
    private static IEnumerable<BreakSignal> Shifts(BreakSeries s)
    {
        for (int year = s.FirstYear + 1; year <= s.LastYear; year++)
        {
            foreach ((string id, Dimension? dimension, string name, double unit) in Lines)
                if (Signal(id, name, unit, y => s.Mean(y, dimension)) is { } signal) yield return signal;
            foreach ((string id, Indicator indicator, string name, double unit) in Values)
                if (Signal(id, name, unit, y => s.Value(y, indicator)) is { } signal) yield return signal;

            BreakSignal? Signal(string id, string name, double unit, Func<int, double> at)
            {
                double change = (Mean(year, year + Window - 1, at) - Mean(year - Window, year - 1, at)) / unit;
                if (double.IsNaN(change) || Math.Abs(change) < 0.1) return null;
                string way = change < 0 ? "falls" : "rises";
                return new BreakSignal(year, change < 0 ? Turn.Rift : Turn.Rapprochement, id + "-shift", Math.Min(3, Math.Abs(change)), string.Create(CultureInfo.InvariantCulture, $"{name} {way} from the three years before {year}"), null);
            }
        }
    }

    // What changes within the two may turn them either way: which, the level of alignment says.
    private static IEnumerable<BreakSignal> Within(BreakEvidence e)
    {
        foreach (int year in e.Context.States.Count == 0 ? [] : Enumerable.Range(AlignmentModel.Beginning, Math.Max(0, e.UntilYear - AlignmentModel.Beginning + 1)))
            foreach (StateYear s in e.Context.Of(e.Dyad, year))
                foreach (Turn turn in Enum.GetValues<Turn>())
                {
                    double before = e.Series?.Mean(year - 1, null) ?? double.NaN;
                    bool against = turn == Turn.Rift ? before > 0 : before < -0.5;
                    string name = StateRegistry.Default[s.State].Name;
                    if (s.NewRegime == true) yield return new BreakSignal(year, turn, against ? "new-regime-against" : "new-regime", 1, $"another regime in {name}", null);
                    if (s.NewLeader == true) yield return new BreakSignal(year, turn, against ? "new-leader-against" : "new-leader", 1, $"another leader in {name}", null);
                    if (s.Democracy is { } now && e.Context.States.GetValueOrDefault((s.State, year - 2))?.Democracy is { } then && Math.Abs(now - then) >= 0.1)
                        yield return new BreakSignal(year, turn, "democracy-changes", Math.Min(1, 2 * Math.Abs(now - then)), $"{name} becomes {(now > then ? "more" : "less")} of a democracy", null);
                }
    }

    private static double Mean(int from, int to, Func<int, double> at)
    {
        double sum = 0;
        int n = 0;
        for (int y = from; y <= to; y++)
            if (at(y) is var v && !double.IsNaN(v)) (sum, n) = (sum + v, n + 1);
        return n == 0 ? double.NaN : sum / n;
    }

    // The standard normal distribution function through the logistic one: off by less than .01 (Bowling et al. 2009).
    private static double Above(double z) => 1 / (1 + Math.Exp(-((0.07056 * z * z * z) + (1.5976 * z))));
}
