using System.Collections.Immutable;
using System.Globalization;
using Entente.Record;

namespace Entente.Measures;

/// <summary>
/// Finds the named stretches of a dyad's past in its episodes alone. A rift is a strategic rivalry, or a run of disputes with use of
/// force; its end is a normalization; a partnership is a run of pacts of consultation or neutrality, or of common security
/// organisations; an alliance a run of defence pacts. Nothing is named that no episode supports.
/// </summary>
public static class PhaseFinder
{
    /// <summary>Rule and version.</summary>
    public const string Rule = "phases@1";

    /// <summary>Pacts that follow each other within so many years are one phase.</summary>
    public const int PactGap = 1;

    /// <summary>Disputes with use of force that follow each other within so many years are one rift.</summary>
    public const int DisputeGap = 10;

    /// <summary>Years from the first to the last dispute with use of force before they are a rift without a rivalry: a turn that lasts.</summary>
    public const int LastingYears = 5;

    /// <summary>Years before and after a pact that are compared to see whether it made peace.</summary>
    public const int PeaceYears = 10;

    /// <summary>Phases that reach into <paramref name="fromYear"/> or later, oldest first; episodes that begin after <paramref name="untilYear"/> are left out.</summary>
    public static ImmutableArray<Phase> Find(DyadPanel panel, int fromYear, int untilYear)
    {
        ArgumentNullException.ThrowIfNull(panel);
        // What is known as of a year: later episodes do not exist, and an end after it has not happened yet.
        Episode[] known = [.. panel.Episodes.Where(e => e.FirstYear <= untilYear).Select(e => e.LastYear > untilYear ? e with { LastYear = null } : e)];
        List<Phase> rifts = [.. Rifts(known, untilYear)];
        var phases = new List<Phase>(rifts);
        foreach (Phase rift in rifts.Where(r => r.LastYear is not null && !rifts.Any(o => o != r && o.FirstYear <= r.LastYear + 1 && (o.LastYear ?? int.MaxValue) > r.LastYear)))
            phases.Add(new Phase(PhaseKind.Normalization, rift.LastYear!.Value, rift.LastYear, string.Create(CultureInfo.InvariantCulture, $"Normalisation, {rift.LastYear}"), rift.Episodes, Rule));
        phases.AddRange(rifts.Select(r => Peace(known, r, untilYear)).OfType<Phase>());
        phases.AddRange(Runs(known.Where(e => e is { Kind: EpisodeKind.Alliance, Level: >= 3 }), PactGap, PhaseKind.Alliance, "Alliance (defence pact)"));
        // A pact signed and spent within a rift (a common seat, a guarantee of a third state) turns nothing.
        phases.AddRange(Runs(known.Where(e => e is { Kind: EpisodeKind.Alliance, Level: >= 2 and < 3 } or { Kind: EpisodeKind.SecurityOrganization })
                .Where(e => !rifts.Any(r => e.FirstYear > r.FirstYear && e.FirstYear < (r.LastYear ?? int.MaxValue) && (e.LastYear ?? int.MaxValue) <= (r.LastYear ?? int.MaxValue))), PactGap,
            PhaseKind.Partnership, "Partnership (pacts of consultation, security organisations)"));
        return [.. phases.Where(p => (p.LastYear ?? int.MaxValue) >= fromYear).OrderBy(p => p.FirstYear).ThenBy(p => p.Kind)];
    }

    // A peace within a rivalry: a pact after a war, kept without another, with at most half the uses of force. Known only ten years on.
    private static Phase? Peace(Episode[] known, Phase rift, int untilYear)
    {
        foreach (Episode pact in known.Where(e => e.Kind == EpisodeKind.Alliance && e.FirstYear > rift.FirstYear
            && e.FirstYear < (rift.LastYear ?? int.MaxValue) && e.FirstYear + PeaceYears <= untilYear && (e.LastYear ?? int.MaxValue) >= e.FirstYear + PeaceYears).OrderBy(e => e.FirstYear))
        {
            Episode[] before = [.. rift.Episodes.Where(e => e.Kind == EpisodeKind.Dispute && e.FirstYear < pact.FirstYear && e.LastYear >= pact.FirstYear - PeaceYears)];
            Episode[] after = [.. rift.Episodes.Where(e => e.Kind == EpisodeKind.Dispute && e.FirstYear > pact.FirstYear && e.FirstYear <= pact.FirstYear + PeaceYears)];
            if (before.Any(e => e.Level >= 5) && !after.Any(e => e.Level >= 5) && 2 * after.Length <= before.Length)
                return new Phase(PhaseKind.Normalization, pact.FirstYear, pact.FirstYear, string.Create(CultureInfo.InvariantCulture, $"Normalisation (peace within a rivalry), {pact.FirstYear}"), [.. before, pact], Rule);
        }
        return null;
    }

    private static IEnumerable<Phase> Rifts(Episode[] known, int untilYear)
    {
        Episode[] force = [.. known.Where(e => e is { Kind: EpisodeKind.Dispute, Level: >= 4 })];
        var rivalries = Runs(known.Where(e => e.Kind == EpisodeKind.Rivalry), PactGap, PhaseKind.Rift, "Rift").ToList();
        // A rivalry is often dated from the end of the dispute that opened it: the rift begins with that dispute.
        for (int i = 0; i < rivalries.Count; i++)
        {
            Phase rivalry = rivalries[i];
            Episode[] opening = [.. force.Where(d => d.FirstYear < rivalry.FirstYear && d.LastYear >= rivalry.FirstYear - PactGap)];
            if (opening.Length > 0) rivalry = rivalries[i] = Make([.. opening, .. rivalry.Episodes], rivalry.LastYear, PhaseKind.Rift, "Rift");
            yield return rivalry with { Episodes = [.. rivalry.Episodes, .. force.Where(d => !opening.Contains(d) && d.FirstYear >= rivalry.FirstYear && d.FirstYear <= (rivalry.LastYear ?? untilYear))] };
        }
        Episode[] outside = [.. force.Where(d => !rivalries.Any(r => d.FirstYear >= r.FirstYear && d.FirstYear <= (r.LastYear ?? untilYear)))];
        foreach (Phase run in Runs(outside, DisputeGap, PhaseKind.Rift, "Rift (disputes with use of force)")
            .Where(r => r.Episodes.Length >= 2 && (r.LastYear ?? untilYear) - r.FirstYear >= LastingYears))
            yield return run;
    }

    private static IEnumerable<Phase> Runs(IEnumerable<Episode> episodes, int gap, PhaseKind kind, string name)
    {
        var run = new List<Episode>();
        int? end = null;
        foreach (Episode e in episodes.OrderBy(e => e.FirstYear))
        {
            if (run.Count > 0 && end is { } last && e.FirstYear > last + gap)
            {
                yield return Make(run, end, kind, name);
                run = [];
            }
            end = run.Count == 0 ? e.LastYear : end is null || e.LastYear is null ? null : Math.Max(end.Value, e.LastYear.Value);
            run.Add(e);
        }
        if (run.Count > 0) yield return Make(run, end, kind, name);
    }

    private static Phase Make(List<Episode> run, int? end, PhaseKind kind, string name) => new(kind, run[0].FirstYear, end,
        end is null ? string.Create(CultureInfo.InvariantCulture, $"{name} since {run[0].FirstYear}") : string.Create(CultureInfo.InvariantCulture, $"{name}, {run[0].FirstYear}–{end}"),
        [.. run], Rule);
}
