using System.Globalization;
using Entente.Record;

namespace Entente.Measures.Breaks;

/// <summary>What the dated episodes of a dyad speak for. No dyad is named here: only what kind of thing began or ended, and after how long.</summary>
internal static class EpisodeSignals
{
    private const int QuietBeforeForce = 5, QuietBeforeVisit = 10, QuietBeforeSanctions = 3, LastingPeace = 7;

    /// <summary>Deliveries over a whole run, in million TIV, that count as a tie: some, and large ones.</summary>
    private const double SomeArms = 50, LargeArms = 300;

    /// <summary>All of them, as known by the end of a year.</summary>
    public static IEnumerable<BreakSignal> Of(IReadOnlyList<Episode> episodes, int untilYear)
    {
        Episode[] known = [.. episodes.Where(e => e.FirstYear <= untilYear).Select(e => e.LastYear >= untilYear ? e with { LastYear = null } : e).OrderBy(e => e.FirstYear)];
        return [.. Rivalries(known), .. Force(known, untilYear), .. Pacts(known), .. Organizations(known), .. Sanctions(known), .. Visits(known, untilYear), .. Arms(known), .. Firsts(known)];
    }

    private static IEnumerable<BreakSignal> Rivalries(Episode[] known)
    {
        Episode[] all = [.. known.Where(e => e.Kind == EpisodeKind.Rivalry)];
        foreach (Episode e in all)
        {
            yield return Signal(e, e.FirstYear, Turn.Rift, "rivalry-begins", 1, "a strategic rivalry begins");
            if (e.LastYear is { } end && !all.Any(o => o != e && o.FirstYear <= end + 1 && (o.LastYear ?? int.MaxValue) > end))
                yield return Signal(e, end, Turn.Rapprochement, "rivalry-ends", 1, "a strategic rivalry ends");
        }
    }

    private static IEnumerable<BreakSignal> Force(Episode[] known, int untilYear)
    {
        Episode[] all = [.. known.Where(e => e is { Kind: EpisodeKind.Dispute, Level: >= 4 } or { Kind: EpisodeKind.ArmedConflict })];
        foreach (Episode e in all)
        {
            if (!all.Any(o => o != e && o.FirstYear < e.FirstYear && (o.LastYear ?? int.MaxValue) >= e.FirstYear - QuietBeforeForce))
                yield return Signal(e, e.FirstYear, Turn.Rift, "force-after-quiet", 1, string.Create(CultureInfo.InvariantCulture, $"force is used after {QuietBeforeForce} years or more without"));
            if (e.Fatality is { } dead and > 0 && !all.Any(o => o != e && o.Fatality >= dead && o.FirstYear < e.FirstYear && (o.LastYear ?? int.MaxValue) >= e.FirstYear - 3))
                yield return Signal(e, e.FirstYear, Turn.Rift, "deaths", Math.Min(2, dead / 3.0), "more die than in the years before");
        }
        Episode[] disputes = [.. known.Where(e => e is { Kind: EpisodeKind.Dispute, Level: >= 3 })];
        for (int i = 0; i < disputes.Length; i++)
        {
            int year = disputes[i].FirstYear, since = disputes.Count(o => o.FirstYear >= year && o.FirstYear <= year + 2), before = disputes.Count(o => o.FirstYear < year && o.FirstYear >= year - 3);
            if (since > before) yield return Signal(disputes[i], year, Turn.Rift, "disputes-rise", Math.Min(3, since - before) / 2.0, "disputes multiply");
            // A peace is told from the years after it: none of these is as yet known near the end.
            if (disputes[i].LastYear is not { } end || end + LastingPeace > untilYear) continue;
            if (disputes.Any(o => o != disputes[i] && (o.LastYear ?? int.MaxValue) > end && o.FirstYear <= end + LastingPeace)) continue;
            int earlier = disputes.Count(o => (o.LastYear ?? int.MaxValue) >= end - 10);
            if (earlier >= 2 || disputes[i].Level >= 4) yield return Signal(disputes[i], end, Turn.Rapprochement, "disputes-cease", Math.Min(4, earlier) / 2.0, string.Create(CultureInfo.InvariantCulture, $"the last dispute for {LastingPeace} years or more"));
        }
    }

    private static IEnumerable<BreakSignal> Pacts(Episode[] known)
    {
        Episode[] all = [.. known.Where(e => e.Kind == EpisodeKind.Alliance)];
        foreach (Episode e in all)
        {
            bool stronger = all.Any(o => o != e && o.FirstYear < e.FirstYear && (o.LastYear ?? int.MaxValue) >= e.FirstYear - 1 && o.Level >= e.Level);
            yield return Signal(e, e.FirstYear, Turn.Rapprochement, stronger ? "pact-more" : e.Level >= 3 ? "pact-defence" : e.Level >= 2 ? "pact-consultation" : "pact-peace", 1, "a pact begins");
            if (e.LastYear is not { } end) continue;
            bool others = all.Any(o => o != e && o.FirstYear <= end + 1 && (o.LastYear ?? int.MaxValue) > end);
            yield return Signal(e, end, Turn.Rift, others ? "pact-lost" : "pact-ends", 1, others ? "one of several pacts ends" : "the last pact ends");
        }
    }

    private static IEnumerable<BreakSignal> Organizations(Episode[] known)
    {
        Episode[] all = [.. known.Where(e => e.Kind == EpisodeKind.SecurityOrganization)];
        foreach (Episode e in all)
        {
            if (!all.Any(o => o != e && o.FirstYear < e.FirstYear && (o.LastYear ?? int.MaxValue) >= e.FirstYear - 1))
                yield return Signal(e, e.FirstYear, Turn.Rapprochement, "organization-begins", 1, "a security organisation in common");
            if (e.LastYear is { } end && !all.Any(o => o != e && o.FirstYear <= end + 1 && (o.LastYear ?? int.MaxValue) > end))
                yield return Signal(e, end, Turn.Rift, "organization-ends", 1, "no security organisation in common any more");
        }
    }

    private static IEnumerable<BreakSignal> Sanctions(Episode[] known)
    {
        // Those of a union bind its members whatever their own relations are.
        Episode[] all = [.. known.Where(e => e.Kind == EpisodeKind.Sanction)];
        foreach (Episode e in all)
        {
            bool union = e.Label.Contains("of the E", StringComparison.Ordinal);
            bool more = all.Any(o => o != e && o.FirstYear < e.FirstYear && (o.LastYear ?? int.MaxValue) >= e.FirstYear - QuietBeforeSanctions);
            yield return Signal(e, e.FirstYear, Turn.Rift, union ? "sanctions-union" : more ? "sanctions-more" : "sanctions-begin", 1, more ? "more sanctions" : "sanctions begin");
            if (e.LastYear is not { } end || union) continue;
            bool others = all.Any(o => o != e && o.FirstYear <= end + 1 && (o.LastYear ?? int.MaxValue) > end);
            yield return Signal(e, end, Turn.Rapprochement, others ? "sanctions-fewer" : "sanctions-end", 1, others ? "some sanctions end" : "the last sanctions end");
        }
    }

    private static IEnumerable<BreakSignal> Visits(Episode[] known, int untilYear)
    {
        Episode[] all = [.. known.Where(e => e.Kind == EpisodeKind.Visit && !string.Equals(e.DatasetId, "visits-us-state", StringComparison.Ordinal))];
        for (int i = 0; i < all.Length; i++)
        {
            int year = all[i].FirstYear;
            if (i == 0 || all[i - 1].FirstYear < year - QuietBeforeVisit)
                yield return Signal(all[i], year, Turn.Rapprochement, i == 0 ? "visit-first" : "visit-after-quiet", 1, i == 0 ? "the first visit of a leader on record" : string.Create(CultureInfo.InvariantCulture, $"a leader visits after {year - all[i - 1].FirstYear} years"));
            else if (all[i - 1].FirstYear < year) yield return Signal(all[i], year, Turn.Rapprochement, "visit", 1, "a leader visits");
            bool last = i + 1 == all.Length ? year + 5 <= untilYear : all[i + 1].FirstYear > year + 5;
            int before = all.Count(o => o.FirstYear <= year && o.FirstYear > year - 5);
            if (last && before >= 2) yield return Signal(all[i], year + 1, Turn.Rift, "visits-cease", Math.Min(4, before) / 2.0, "no leader visits for five years after");
        }
    }

    private static IEnumerable<BreakSignal> Arms(Episode[] known)
    {
        foreach (Episode e in known.Where(e => e is { Kind: EpisodeKind.ArmsDeliveries, Level: >= SomeArms }))
        {
            string which = e.Level >= LargeArms ? "large" : "some";
            yield return Signal(e, e.FirstYear, Turn.Rapprochement, "arms-begin-" + which, 1, "deliveries of arms begin");
            if (e.LastYear is { } end && end - e.FirstYear >= 3) yield return Signal(e, end, Turn.Rift, "arms-end-" + which, 1, "deliveries of arms end");
        }
    }

    private static IEnumerable<BreakSignal> Firsts(Episode[] known)
    {
        foreach ((EpisodeKind kind, string id, string what) in new[]
            { (EpisodeKind.Exercise, "exercise-first", "the first joint exercise on record"), (EpisodeKind.TradeAgreement, "trade-agreement-first", "the first trade agreement on record") })
            if (Array.Find(known, e => e.Kind == kind) is { } e) yield return Signal(e, e.FirstYear, Turn.Rapprochement, id, 1, what);
    }

    private static BreakSignal Signal(Episode e, int year, Turn turn, string id, double size, string what) => new(year, turn, id, size, $"{what}: {e.Label}", e);
}
