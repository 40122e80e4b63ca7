using System.Globalization;
using Entente.Record;

namespace Entente.Measures.Breaks;

/// <summary>Turns that the dated episodes of a dyad speak for. No dyad is named here: only what kind of thing began or ended, and after how long.</summary>
internal static class EpisodeSignals
{
    /// <summary>Years without use of force after which a new one is a turn.</summary>
    public const int QuietBeforeForce = 5;

    /// <summary>Years without a leader's visit after which one is a turn.</summary>
    public const int QuietBeforeVisit = 10;

    /// <summary>Least deliveries, in million TIV over the whole run, that count as a tie.</summary>
    public const double LargeArms = 300;

    /// <summary>Years without war after which one is a turn, though a dispute or conflict may have gone on.</summary>
    public const int QuietBeforeWar = 2;

    /// <summary>Years of war from which its end is a turn.</summary>
    public const int LongWar = 3;

    /// <summary>All of them, as known by the end of a year.</summary>
    public static IEnumerable<BreakSignal> Of(IReadOnlyList<Episode> episodes, IReadOnlyList<int> warYears, int untilYear)
    {
        Episode[] known = [.. episodes.Where(e => e.FirstYear <= untilYear).Select(e => e.LastYear >= untilYear ? e with { LastYear = null } : e).OrderBy(e => e.FirstYear)];
        return [.. Rivalries(known), .. Force(known), .. Wars([.. warYears.Where(y => y <= untilYear).Distinct().Order()], untilYear), .. Pacts(known), .. Sanctions(known), .. Visits(known), .. Arms(known)];
    }

    private static IEnumerable<BreakSignal> Rivalries(Episode[] known)
    {
        Episode[] all = [.. known.Where(e => e.Kind == EpisodeKind.Rivalry)];
        foreach (Episode e in all)
        {
            yield return Signal(e, e.FirstYear, Turn.Rift, SignalKind.Rivalry, 0.75, "a strategic rivalry begins");
            if (e.LastYear is { } end && !all.Any(o => o != e && o.FirstYear <= end + 1 && (o.LastYear ?? int.MaxValue) > end))
                yield return Signal(e, end, Turn.Rapprochement, SignalKind.Rivalry, 0.75, "a strategic rivalry ends");
        }
    }

    private static IEnumerable<BreakSignal> Force(Episode[] known)
    {
        Episode[] all = [.. known.Where(e => e is { Kind: EpisodeKind.Dispute, Level: >= 4 } or { Kind: EpisodeKind.ArmedConflict })];
        foreach (Episode e in all)
            if (!all.Any(o => o != e && o.FirstYear < e.FirstYear && (o.LastYear ?? int.MaxValue) >= e.FirstYear - QuietBeforeForce))
                yield return Signal(e, e.FirstYear, Turn.Rift, SignalKind.Force, 0.4, string.Create(CultureInfo.InvariantCulture, $"force is used after {QuietBeforeForce} years or more without"));
    }

    // By years, not by episodes: a dispute of twenty years may hold one year of war.
    private static IEnumerable<BreakSignal> Wars(int[] years, int untilYear)
    {
        for (int i = 0; i < years.Length; i++)
        {
            if (i > 0 && years[i] <= years[i - 1] + QuietBeforeWar) continue;
            int end = i;
            while (end + 1 < years.Length && years[end + 1] <= years[end] + QuietBeforeWar) end++;
            yield return new BreakSignal(years[i], Turn.Rift, SignalKind.Force, 0.7, string.Create(CultureInfo.InvariantCulture, $"war in {years[i]}"), null);
            if (years[end] - years[i] + 1 >= LongWar && years[end] < untilYear)
                yield return new BreakSignal(years[end], Turn.Rapprochement, SignalKind.Force, 0.5, string.Create(CultureInfo.InvariantCulture, $"a war since {years[i]} ends"), null);
        }
    }

    private static IEnumerable<BreakSignal> Pacts(Episode[] known)
    {
        foreach (var kind in new[] { EpisodeKind.Alliance, EpisodeKind.SecurityOrganization })
        {
            Episode[] all = [.. known.Where(e => e.Kind == kind)];
            SignalKind signal = kind == EpisodeKind.Alliance ? SignalKind.Pact : SignalKind.SecurityOrganization;
            foreach (Episode e in all)
            {
                double weight = kind == EpisodeKind.SecurityOrganization ? 0.5 : 0.55;
                bool more = all.Any(o => o != e && o.FirstYear < e.FirstYear && (o.LastYear ?? int.MaxValue) >= e.FirstYear - 1 && o.Level >= e.Level);
                if (!more) yield return Signal(e, e.FirstYear, Turn.Rapprochement, signal, weight, "a pact begins");
                bool less = e.LastYear is { } end && !all.Any(o => o != e && o.FirstYear <= end + 1 && (o.LastYear ?? int.MaxValue) > end);
                if (less) yield return Signal(e, e.LastYear!.Value, Turn.Rift, signal, 0.3, "a pact ends");
            }
        }
    }

    private static IEnumerable<BreakSignal> Sanctions(Episode[] known)
    {
        Episode[] all = [.. known.Where(e => e.Kind == EpisodeKind.Sanction)];
        foreach (Episode e in all)
        {
            // Those of a union bind its members whatever their own relations are.
            double weight = e.Label.Contains("of the E", StringComparison.Ordinal) ? 0.15 : 0.55;
            if (!all.Any(o => o != e && o.FirstYear < e.FirstYear && (o.LastYear ?? int.MaxValue) >= e.FirstYear - 3))
                yield return Signal(e, e.FirstYear, Turn.Rift, SignalKind.Sanctions, weight, "sanctions begin");
            if (e.LastYear is { } end && end > e.FirstYear + 1 && !all.Any(o => o != e && o.FirstYear <= end + 1 && (o.LastYear ?? int.MaxValue) > end))
                yield return Signal(e, end, Turn.Rapprochement, SignalKind.Sanctions, weight * 0.91, "the last sanctions end");
        }
    }

    private static IEnumerable<BreakSignal> Visits(Episode[] known)
    {
        int? last = null;
        foreach (Episode e in known.Where(e => e.Kind == EpisodeKind.Visit))
        {
            if (last is { } before && e.FirstYear > before + QuietBeforeVisit && known[0].FirstYear <= e.FirstYear - QuietBeforeVisit)
                yield return Signal(e, e.FirstYear, Turn.Rapprochement, SignalKind.Visit, 0.5, string.Create(CultureInfo.InvariantCulture, $"a leader visits after {e.FirstYear - before} years"));
            last = e.FirstYear;
        }
    }

    private static IEnumerable<BreakSignal> Arms(Episode[] known)
    {
        foreach (Episode e in known.Where(e => e is { Kind: EpisodeKind.ArmsDeliveries, Level: >= LargeArms }))
        {
            yield return Signal(e, e.FirstYear, Turn.Rapprochement, SignalKind.Arms, 0.3, "large deliveries of arms begin");
            if (e.LastYear is { } end && end - e.FirstYear >= 4) yield return Signal(e, end, Turn.Rift, SignalKind.Arms, 0.25, "large deliveries of arms end");
        }
    }

    private static BreakSignal Signal(Episode e, int year, Turn turn, SignalKind kind, double weight, string what) =>
        new(year, turn, kind, weight, $"{what}: {e.Label}", e);
}
