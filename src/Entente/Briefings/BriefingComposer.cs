using System.Collections.Immutable;
using System.Globalization;
using Entente.Measures;
using Entente.Measures.Stages;
using Entente.Order.Pressure;
using Entente.Reading;
using Entente.Record;

namespace Entente.Briefings;

/// <summary>Composes a briefing in the order of the newspaper analysis it is modelled on: worldviews, ties, pressure points, what lies ahead.</summary>
public static class BriefingComposer
{
    private const int PressurePointsShown = 6, PressurePointsOfAKind = 2;

    /// <summary>Composes the briefing.</summary>
    public static Briefing Compose(BriefingInput input)
    {
        ArgumentNullException.ThrowIfNull(input);
        var sources = new SourceList(input.Datasets);
        Alignment? overall = input.Alignments.FirstOrDefault(a => a.Dimension is null);
        ImmutableArray<ScoreLine> scores = [.. input.Alignments.OrderBy(a => a.Dimension is null ? -1 : (int)a.Dimension).Select(a => Line(a, input, sources) with
        {
            Id = a.Score.IsKnown ? new ScoreId(input.Panel.Dyad, a.Dimension, a.Year, input.AsOf, a.Score.Value) { Vintage = input.Vintage?.Vintage ?? Vintage.Cut }.ToString() : null,
        })];
        ImmutableArray<PhaseLine> phases = [.. input.Phases.OrderBy(p => p.FirstYear).Select(p => new PhaseLine(p.Name, p.Kind, p.FirstYear, p.LastYear,
            [.. p.Episodes.OrderByDescending(e => e.Level).Take(6).OrderBy(e => e.FirstYear).Select(sources.Episode)]))];
        ImmutableArray<BriefingSection> sections =
        [
            Section("Shared worldviews", Dimension.Worldview, input, sources),
            Section("Increasingly interconnected: the economy", Dimension.Economic, input, sources),
            Section("Increasingly interconnected: the military", Dimension.Military, input, sources),
            Section("Increasingly interconnected: diplomacy", Dimension.Diplomatic, input, sources),
            PressurePoints(input, sources),
            LookingAhead(input, sources),
        ];
        return new Briefing
        {
            Dyad = input.Panel.Dyad,
            NameA = input.A.Name,
            NameB = input.B.Name,
            AsOf = input.AsOf,
            Headline = Headline(input, overall),
            Scores = scores,
            History = History(input),
            Phases = phases,
            Sections = [.. sections.Select(s => s with { Heading = Retitle(s.Heading, overall) })],
            Sources = sources.ToArray(),
            Limits = Limits(input, overall),
            Method = overall?.Method ?? "no score",
        };
    }

    private static string Headline(BriefingInput input, Alignment? overall)
    {
        string pair = $"{input.A.Name} and {input.B.Name}";
        // A peace within a rivalry opens no phase of its own: the rift goes on, and says so.
        Phase? rift = input.Phases.LastOrDefault(p => p.Kind is PhaseKind.Rift && p.LastYear is null);
        Phase? peace = rift is null ? null : input.Phases.LastOrDefault(p => p.Kind is PhaseKind.Normalization && p.FirstYear > rift.FirstYear);
        string phase = input.Phases.Where(p => p.LastYear is null || p.LastYear >= input.AsOf.Year - 5).OrderByDescending(p => p.FirstYear).FirstOrDefault() is { } now
            ? now.Kind switch
            {
                PhaseKind.Rift => now.LastYear is null ? $", and have been in a rift since {now.FirstYear}{(peace is null ? "" : $", eased by the peace of {peace.FirstYear}")}" : $", at the end of a rift since {now.FirstYear}",
                PhaseKind.Normalization => $", {Years(input.AsOf.Year - now.FirstYear)} after they made it up",
                PhaseKind.Alliance => $", and have been allies since {now.FirstYear}",
                _ => $", and have been partners since {now.FirstYear}",
            }
            : "";
        if (overall is not { Score.IsKnown: true }) return $"{pair}: the record does not suffice for a score{phase.Replace(", and have", "; they have", StringComparison.Ordinal)}.";
        string level = overall.Score.Value switch { >= 75 => "closely aligned", >= 60 => "aligned", >= 45 => "neither close nor hostile", >= 30 => "at odds", _ => "hostile" };
        string sure = overall.High - overall.Low > 40 ? ", though the record leaves much open" : "";
        return string.Create(CultureInfo.InvariantCulture,
            $"{pair} were {level} in {overall.Year}{phase}: {overall.Score.Value:0} of 100 (90 % interval {overall.Low:0}–{overall.High:0}){sure}.");
    }

    private static string Years(int count) => count <= 1 ? "a year" : string.Create(CultureInfo.InvariantCulture, $"{count} years");

    // "Increasingly" is a finding, not a heading: without a rising score the section is called "Ties".
    private static string Retitle(string heading, Alignment? overall) => overall is { Score: { IsKnown: true, Value: >= 50 } }
        ? heading
        : heading.Replace("Increasingly interconnected: ", "Ties: ", StringComparison.Ordinal).Replace("Shared worldviews", "Worldviews", StringComparison.Ordinal);

    private static ScoreLine Line(Alignment a, BriefingInput input, SourceList sources)
    {
        string note = a.Score.IsKnown
            ? a.Dimension is null ? string.Join("; ", new[] { input.Trend, input.Rank }.Where(s => s is not null)) : ""
            : $"unknown: {Reason(a.Score.Reason)}";
        int stale = a.Inputs.Count(i => !i.Raw.IsKnown && i.SourceYear is not null);
        if (a.Dimension is not null && stale > 0) note += $"{(note.Length > 0 ? "; " : "")}{stale} known only earlier";
        return new ScoreLine(a.Dimension?.ToString() ?? "Overall", a.Year, a.Score.ValueOrNull, a.Low, a.High, a.Inputs.Count(i => i.Raw.IsKnown), a.Inputs.Length,
            note, a.Dimension is null ? [] : [.. a.Inputs.Where(i => i.SourceYear is not null).Select(i => sources.Datasets(i.Indicator)).Distinct()]);
    }

    private static ScoreSeries History(BriefingInput input)
    {
        if (input.History.IsEmpty) return new ScoreSeries(input.AsOf.Year, []);
        int first = input.History.Min(a => a.Year), last = input.History.Max(a => a.Year);
        var byYear = input.History.ToDictionary(a => a.Year, a => a.Score.ValueOrNull);
        var bounds = input.History.ToDictionary(a => a.Year, a => (a.Low, a.High));
        int[] years = [.. Enumerable.Range(first, last - first + 1)];
        return new ScoreSeries(first, [.. years.Select(y => byYear.GetValueOrDefault(y))])
        {
            Low = [.. years.Select(y => bounds.GetValueOrDefault(y).Low)],
            High = [.. years.Select(y => bounds.GetValueOrDefault(y).High)],
        };
    }

    private static BriefingSection Section(string heading, Dimension dimension, BriefingInput input, SourceList sources)
    {
        var statements = ImmutableArray.CreateBuilder<BriefingStatement>();
        var series = ImmutableArray.CreateBuilder<IndicatorSeries>();
        foreach (Indicator indicator in Indicators.All.Where(i => i.Dimension == dimension))
            foreach (IndicatorSeries one in SeriesOf(indicator, input, sources)) series.Add(one);
        if (dimension == Dimension.Military && StageFinder.Find(input.Panel, Math.Min(input.AsOf.Year, input.Panel.LastYear)) is var stage
            && stage.Criteria.Any(c => c.State == CriterionState.Met && c.Evidence.Any(e => e.Kind != EpisodeKind.Deployment))) statements.Add(Stage(stage, sources));
        int fromRecord = statements.Count;
        statements.AddRange(EventStatements.Of(input, sources, o => o.Dimension == dimension && o.Intensity >= 0));
        return new BriefingSection(heading, statements.ToImmutable(), series.ToImmutable()) { Silence = statements.Count > fromRecord ? null : Silence(input, "act of cooperation along this line") };
    }

    private static BriefingStatement Stage(StageReport stage, SourceList sources)
    {
        string reached = stage.Reached == AlignmentStage.None ? "not at the early one yet" : string.Create(CultureInfo.InvariantCulture, $"the {stage.Reached} one since {stage.Since}").ToLowerInvariant();
        string missing = stage.Next is null ? "" : "; for the next: " + string.Join(", ", stage.Missing.Select(c => char.ToLowerInvariant(c.Name[0]) + c.Name[1..] + (c.State == CriterionState.NotKnown ? " (not known)" : "")));
        string known = stage.KnownTo < stage.Year ? string.Create(CultureInfo.InvariantCulture, $", by what is known to {stage.KnownTo}") : "";
        return new BriefingStatement($"Stage of military alignment (early, moderate, advanced; Korolev): {reached}{known}{missing}.",
            [.. stage.Criteria.Where(c => c.State == CriterionState.Met).SelectMany(c => c.Evidence.OrderByDescending(e => e.FirstYear).Where(e => e.Kind != EpisodeKind.Deployment).Take(2)).Select(sources.Episode).Distinct()]);
    }

    private static IEnumerable<IndicatorSeries> SeriesOf(Indicator indicator, BriefingInput input, SourceList sources)
    {
        int first = Math.Max(1946, input.Panel.FirstYear), last = Math.Min(input.AsOf.Year, input.Panel.LastYear);
        (string Label, StateId Source, Func<int, Measurement> At)[] directions = indicator.Directed
            ? [($"{indicator.Label}, {input.A.Name} → {input.B.Name}", input.A.Id, y => input.Panel[indicator, input.A.Id, y]),
               ($"{indicator.Label}, {input.B.Name} → {input.A.Name}", input.B.Id, y => input.Panel[indicator, input.B.Id, y])]
            : [(indicator.Label, input.Panel.Dyad.First, y => input.Panel[indicator, y])];
        foreach ((string label, StateId source, Func<int, Measurement> at) in directions)
        {
            ImmutableArray<double?> values = [.. Enumerable.Range(first, Math.Max(0, last - first + 1)).Select(y => at(y).ValueOrNull)];
            int known = last;
            while (known >= first && values[known - first] is null) known--;
            if (known < first) continue;
            yield return new IndicatorSeries(label, indicator.Unit, first, values, known, sources.Datasets(indicator))
            {
                Indicator = indicator.Id,
                Id = new PanelId(indicator, input.Panel.Dyad, source, known, values[known - first]).ToString(),
            };
        }
    }

    // Nothing found is a finding only where something was read.
    private static string Silence(BriefingInput input, string what) => input.Observations.Count == 0
        ? "No text about the two states has been read up to this day."
        : $"The texts read name no {what}.";

    private static BriefingSection PressurePoints(BriefingInput input, SourceList sources)
    {
        var statements = ImmutableArray.CreateBuilder<BriefingStatement>();
        // Two of a kind at most, so that one kind does not push the others out.
        PressurePoint[] shown = [.. input.Pressure.Where(p => input.Pressure.TakeWhile(q => q != p).Count(q => q.Kind == p.Kind) < PressurePointsOfAKind).Take(PressurePointsShown)];
        foreach (PressurePoint p in shown)
            statements.Add(new BriefingStatement(string.Create(CultureInfo.InvariantCulture, $"{p.Title} (strength {p.Strength:0} of 100). {p.Text}"), [.. p.Evidence.Select(e => sources.Pressure(e, input.AsOf)).Distinct()]));
        if (input.Pressure.Length > shown.Length)
            statements.Add(new BriefingStatement(string.Create(CultureInfo.InvariantCulture, $"… and more: entente pressure {input.A.Id} {input.B.Id}."), []));
        statements.AddRange(EventStatements.Of(input, sources, o => o.Intensity < 0));
        return new BriefingSection("Pressure points", statements.ToImmutable(), []) { Silence = statements.Count > 0 ? null : Silence(input, "quarrel between the two, and the record no weak place") };
    }

    private static BriefingSection LookingAhead(BriefingInput input, SourceList sources)
    {
        var statements = ImmutableArray.CreateBuilder<BriefingStatement>();
        foreach (StoredObservation o in input.Observations.Where(o => o.Observation is ConditionalObservation).Take(12))
        {
            var c = (ConditionalObservation)o.Observation;
            string way = c.Direction switch { Direction.Closer => "Closer", Direction.Apart => "Apart", _ => "Either way" };
            string who = c.Speaker ?? $"the author of {o.Document.Title ?? o.Document.Location}";
            statements.Add(new BriefingStatement($"{way}{(c.Necessary ? ", and only if" : "")}, according to {who}:", [sources.Observation(o)]) { Quoted = EventStatements.Flat(c.Evidence.Quoted) });
        }
        return new BriefingSection("Looking ahead", statements.ToImmutable(), []) { Silence = statements.Count > 0 ? null : Silence(input, "condition on which the two would come closer or apart") };
    }

    private static ImmutableArray<string> Limits(BriefingInput input, Alignment? overall)
    {
        var limits = ImmutableArray.CreateBuilder<string>();
        if (overall is not null)
        {
            if (overall.Year < input.AsOf.Year)
                limits.Add($"The record ends in {overall.Year}; the score says nothing of {overall.Year + 1} to {input.AsOf.Year}.");
            foreach (AlignmentInput i in overall.Inputs.Where(i => !i.Raw.IsKnown))
                limits.Add(i.SourceYear is { } known ? $"{i.Indicator.Label}: {Reason(i.Raw.Reason)} in {overall.Year}, last known {known}." : $"{i.Indicator.Label}: {Reason(i.Raw.Reason)}.");
            limits.AddRange(input.Robustness);
        }
        if (input.Vintage is { } vintage) limits.Add(Published(vintage));
        if (input.Observations.Count == 0) limits.Add("No document about the two states has been read: give some with --read, or fill the store with `entente read`.");
        limits.Add("Events are what texts say, coded by rules; official statements are one side's view.");
        return limits.ToImmutable();
    }

    /// <summary>How many indicators rest on what was out on the day, and what was done with the others.</summary>
    private static string Published(VintageReport v)
    {
        int all = v.InTime.Length + v.Later.Length + v.NotKnown.Length, others = v.Later.Length + v.NotKnown.Length;
        string day = v.Day.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);
        if (others == 0) return string.Create(CultureInfo.InvariantCulture, $"All {all} indicators rest on versions of datasets that were out on {day}.");
        string which = string.Join(", ", v.Later.Concat(v.NotKnown).Select(i => i.Label));
        string when = v.NotKnown.Length == 0 ? $"published only after {day}"
            : string.Create(CultureInfo.InvariantCulture, $"published only after {day} ({v.Later.Length}) or at a time not known ({v.NotKnown.Length})");
        return v.Vintage == Vintage.Strict
            ? string.Create(CultureInfo.InvariantCulture, $"Left out (--vintage strict): {others} of {all} indicators, whose datasets were {when}: {which}.")
            : string.Create(CultureInfo.InvariantCulture, $"A reconstruction: {others} of {all} indicators come from versions of datasets {when}: {which}. --vintage strict leaves them out.");
    }

    private static string Reason(Unknown? reason) => reason switch
    {
        Unknown.NotReported => "not reported",
        Unknown.TooFew => "too few in common to tell",
        Unknown.NotYetPublished => "not yet published on that day",
        Unknown.OutsideCoverage => "outside the dataset's years",
        Unknown.StateNotCovered => "the dataset does not cover these states",
        Unknown.NotAState => "one of the two was not a state",
        Unknown.NotImported => "the dataset has not been imported",
        _ => "not defined on these inputs",
    };
}
