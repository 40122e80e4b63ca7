using System.Collections.Immutable;
using System.Globalization;
using Entente.Record;

namespace Entente.Measures.Stages;

/// <summary>Tells the stage of military alignment of a dyad from its dated facts. What the record does not cover is said to be unknown, not missing.</summary>
public static class StageFinder
{
    /// <summary>Rule and version.</summary>
    public const string Rule = "stages@1";

    /// <summary>What is regular happens in so many of the last <see cref="Window"/> years.</summary>
    public const int Regular = 3;

    /// <summary>Years looked back on.</summary>
    public const int Window = 5;

    /// <summary>Least troops that are a deployment.</summary>
    public const int LeastTroops = 100;

    private static readonly string[] CommonCommands = ["nato", "wpact"];

    /// <summary>The stage as of a year; nothing later is used.</summary>
    public static StageReport Find(DyadPanel panel, int year)
    {
        ArgumentNullException.ThrowIfNull(panel);
        DyadPanel known = panel.Until(year);
        ImmutableArray<StageCriterion> criteria = [.. Rules.Select(rule => Judge(rule, known, year))];
        AlignmentStage reached = AlignmentStage.None;
        foreach (AlignmentStage stage in new[] { AlignmentStage.Early, AlignmentStage.Moderate, AlignmentStage.Advanced })
        {
            if (criteria.Any(c => c.Stage == stage && c.State != CriterionState.Met)) break;
            reached = stage;
        }
        return new StageReport(panel.Dyad, year, reached, reached == AlignmentStage.None ? null : criteria.Where(c => c.Stage <= reached).Max(c => c.Since), criteria);
    }

    private static IReadOnlyList<CriterionRule> Rules { get; } =
    [
        new(AlignmentStage.Early, "confidence", "Confidence-building measures", "a pact of non-aggression, neutrality, consultation or defence in force, or a security organisation in common (ATOP, COW IGO)",
            (p, y) => Covers(p, Indicators.Alliance, y) || Of(p, EpisodeKind.SecurityOrganization, y).Any(), (p, y) => [.. Of(p, EpisodeKind.Alliance, y), .. Of(p, EpisodeKind.SecurityOrganization, y)]),
        new(AlignmentStage.Early, "consultations", "Regular consultations", "a pact that binds to consult or to defend, or leaders' visits in three of five years (ATOP; visits of leaders of the five great powers)",
            (p, y) => Covers(p, Indicators.Alliance, y) || VisitsAreKnown(p, y), (p, y) => [.. Of(p, EpisodeKind.Alliance, y).Where(e => e.Level >= 2), .. Often(p, EpisodeKind.Visit, y)]),
        new(AlignmentStage.Moderate, "technology", "Military-technical cooperation", "deliveries of arms either way in three of five years, from a run of 50 million TIV or more (SIPRI)",
            (p, y) => Covers(p, Indicators.ArmsTransfers, y), (p, y) => [.. Of(p, EpisodeKind.ArmsDeliveries, y).Where(e => e.Level >= 50 && Delivered(p, y))]),
        new(AlignmentStage.Moderate, "exercises", "Regular joint exercises", "exercises together in three of five years (MME)",
            (p, y) => Covers(p, Indicators.JointExercises, y), (p, y) => Often(p, EpisodeKind.Exercise, y)),
        new(AlignmentStage.Advanced, "command", "Joint command or interoperability", "both in an organisation with a standing common command: NATO or the Warsaw Treaty Organisation (COW IGO)",
            (p, y) => y <= OrganizationsEnd, (p, y) => [.. Of(p, EpisodeKind.SecurityOrganization, y).Where(e => CommonCommands.Any(c => e.RowKey.StartsWith("ioname " + c, StringComparison.Ordinal)))]),
        new(AlignmentStage.Advanced, "deployment", "Joint deployment or bases", "100 troops or more of one stationed with the other in three of five years (only American troops are counted)",
            (p, y) => Covers(p, Indicators.Troops, y), (p, y) => Stationed(p, y)),
        new(AlignmentStage.Advanced, "defence", "Common defence policy", "a pact of defence in force (ATOP)",
            (p, y) => Covers(p, Indicators.Alliance, y), (p, y) => [.. Of(p, EpisodeKind.Alliance, y).Where(e => e.Level >= 3)]),
    ];

    /// <summary>Last year of the membership file; a membership that lasted then is taken to last.</summary>
    private const int OrganizationsEnd = 2014;

    private static StageCriterion Judge(CriterionRule rule, DyadPanel panel, int year)
    {
        int? last = null;
        for (int y = Math.Min(year, panel.LastYear); y >= AlignmentModel.Beginning && last is null; y--)
            if (rule.Covered(panel, y)) last = y;
        if (last is not { } at) return new(rule.Stage, rule.Id, rule.Name, CriterionState.NotKnown, null, null, rule.Measure + "; the record does not cover these two states", []);
        string stale = at < year ? string.Create(CultureInfo.InvariantCulture, $"; the record knows no later year than {at}") : "";
        ImmutableArray<Episode> evidence = [.. rule.Evidence(panel, at)];
        if (evidence.IsEmpty) return new(rule.Stage, rule.Id, rule.Name, CriterionState.NotMet, null, at, rule.Measure + "; not so in " + at.ToString(CultureInfo.InvariantCulture) + stale, []);
        int since = at;
        while (since > AlignmentModel.Beginning && rule.Evidence(panel, since - 1).Any()) since--;
        return new(rule.Stage, rule.Id, rule.Name, CriterionState.Met, since, at, rule.Measure + stale, evidence);
    }

    private static bool Covers(DyadPanel panel, Indicator indicator, int year) => indicator.Directed
        ? panel[indicator, panel.Dyad.First, year].IsKnown || panel[indicator, panel.Dyad.Second, year].IsKnown
        : panel[indicator, year].IsKnown;

    private static bool VisitsAreKnown(DyadPanel panel, int year) => Covers(panel, Indicators.LeaderVisits, year) || panel.Episodes.Any(e => e.Kind == EpisodeKind.Visit && e.FirstYear == year);

    private static IEnumerable<Episode> Of(DyadPanel panel, EpisodeKind kind, int year) => panel.Episodes.Where(e => e.Kind == kind && e.FirstYear <= year && (e.LastYear ?? int.MaxValue) >= year);

    private static Episode[] Often(DyadPanel panel, EpisodeKind kind, int year)
    {
        Episode[] recent = [.. panel.Episodes.Where(e => e.Kind == kind && e.FirstYear > year - Window && e.FirstYear <= year)];
        return recent.Select(e => e.FirstYear).Distinct().Count() >= Regular ? recent : [];
    }

    private static bool Delivered(DyadPanel panel, int year) => Enumerable.Range(year - Window + 1, Window).Count(y =>
        panel[Indicators.ArmsTransfers, panel.Dyad.First, y].ValueOrNull > 0 || panel[Indicators.ArmsTransfers, panel.Dyad.Second, y].ValueOrNull > 0) >= Regular;

    private static IEnumerable<Episode> Stationed(DyadPanel panel, int year)
    {
        foreach (StateId source in new[] { panel.Dyad.First, panel.Dyad.Second })
        {
            (int Year, double Troops)[] years = [.. Enumerable.Range(year - Window + 1, Window).Select(y => (y, panel[Indicators.Troops, source, y].ValueOrNull ?? 0)).Where(y => y.Item2 >= LeastTroops)];
            if (years.Length >= Regular)
                yield return new Episode(EpisodeKind.Deployment, years[0].Year, years[^1].Year, years[^1].Troops,
                    string.Create(CultureInfo.InvariantCulture, $"{years[^1].Troops:0} troops of {StateRegistry.Default[source].Name} in {years[^1].Year}"), "troops", string.Create(CultureInfo.InvariantCulture, $"year {years[^1].Year}"));
        }
    }

    private sealed record CriterionRule(AlignmentStage Stage, string Id, string Name, string Measure, Func<DyadPanel, int, bool> Covered, Func<DyadPanel, int, IEnumerable<Episode>> Evidence);
}
