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
        phases.AddRange(Runs(known.Where(e => e is { Kind: EpisodeKind.Alliance, Level: >= 3 }), PactGap, PhaseKind.Alliance, "Alliance (defence pact)"));
        phases.AddRange(Runs(known.Where(e => e is { Kind: EpisodeKind.Alliance, Level: >= 2 and < 3 } or { Kind: EpisodeKind.SecurityOrganization }), PactGap,
            PhaseKind.Partnership, "Partnership (pacts of consultation, security organisations)"));
        return [.. phases.Where(p => (p.LastYear ?? int.MaxValue) >= fromYear).OrderBy(p => p.FirstYear).ThenBy(p => p.Kind)];
    }

    private static IEnumerable<Phase> Rifts(Episode[] known, int untilYear)
    {
        Episode[] force = [.. known.Where(e => e is { Kind: EpisodeKind.Dispute, Level: >= 4 })];
        var rivalries = Runs(known.Where(e => e.Kind == EpisodeKind.Rivalry), PactGap, PhaseKind.Rift, "Rift").ToList();
        foreach (Phase rivalry in rivalries)
            yield return rivalry with { Episodes = [.. rivalry.Episodes, .. force.Where(d => d.FirstYear >= rivalry.FirstYear && d.FirstYear <= (rivalry.LastYear ?? untilYear))] };
        Episode[] outside = [.. force.Where(d => !rivalries.Any(r => d.FirstYear >= r.FirstYear && d.FirstYear <= (r.LastYear ?? untilYear)))];
        foreach (Phase run in Runs(outside, DisputeGap, PhaseKind.Rift, "Rift (disputes with use of force)").Where(r => r.Episodes.Length >= 2)) yield return run;
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
