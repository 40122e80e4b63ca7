using System.Collections.Immutable;
using System.Globalization;
using Entente.Briefings;
using Entente.Measures;
using Entente.Order.Pressure;
using Entente.Reading;
using Entente.Record;

namespace Entente.Questions;

/// <summary>Gathers from panel and store what a briefing is composed of.</summary>
public static class BriefingAnswer
{
    // A briefing shows the strongest only: smaller third states would cost their time and not be seen.
    private const double LeastThirdState = 0.1;

    /// <summary>Composes the briefing.</summary>
    /// <param name="reference">The panel.</param>
    /// <param name="question">What is asked.</param>
    /// <param name="stored">Asks the store; not called before the day is settled.</param>
    /// <exception cref="FileNotFoundException">The panel directory holds no alignment.</exception>
    public static Briefing Compose(ReferencePanel reference, BriefingQuestion question, StoredObservations stored)
    {
        ArgumentNullException.ThrowIfNull(reference);
        return Compose(reference, question, reference.Record.ReadDyad(question.Dyad), stored);
    }

    /// <summary>Composes the briefing from a dyad's record already read.</summary>
    /// <param name="reference">The panel.</param>
    /// <param name="question">What is asked.</param>
    /// <param name="whole">The record of the dyad, to its end.</param>
    /// <param name="stored">Asks the store; not called before the day is settled.</param>
    /// <exception cref="FileNotFoundException">The panel directory holds no alignment.</exception>
    public static Briefing Compose(ReferencePanel reference, BriefingQuestion question, DyadPanel whole, StoredObservations stored)
    {
        ArgumentNullException.ThrowIfNull(reference);
        ArgumentNullException.ThrowIfNull(question);
        ArgumentNullException.ThrowIfNull(whole);
        ArgumentNullException.ThrowIfNull(stored);
        UndirectedDyad dyad = question.Dyad;
        DateOnly day = question.AsOf ?? LastDay(whole, question.Documents);
        // A year's record is complete only when the year is over.
        int lastYear = ReferencePanel.LastYear(day, whole.LastYear);
        DyadPanel cut = whole.Until(lastYear), panel = DyadScores.AsOf(whole, day, question.Vintage, reference.Record.Datasets);
        AlignmentHistory? history = DyadScores.History(panel, day, reference.Model, question.Weights);
        int year = history?.LastYear ?? lastYear;
        // The scores of other dyads as shipped rest on the whole record: beside an earlier day's they would tell of the future.
        AlignmentRank? rank = history is null || question.Weights is not null || question.Vintage == Vintage.Strict || lastYear < whole.LastYear ? null : AlignmentRank.Find(reference.Year(year, null), dyad, year);
        var already = question.Documents.Select(d => d.Document.Id).ToHashSet(StringComparer.Ordinal);
        ImmutableArray<StoredObservation> observations = [.. Read(question.Documents, dyad, day), .. stored(dyad, day).Where(o => !already.Contains(o.Document.Id))];
        PressureInput? pressure = PressureAnswer.Input(reference, question.A, question.B, panel, day, observations, LeastThirdState);
        return BriefingComposer.Compose(new BriefingInput
        {
            A = StateRegistry.Default[question.A],
            B = StateRegistry.Default[question.B],
            AsOf = day,
            Alignments = DyadScores.Of(history, panel, day),
            History = history?.Overall ?? [],
            Trend = history is null ? null : Trend(history, year),
            Rank = rank is not null ? string.Create(CultureInfo.InvariantCulture, $"rank {rank.Rank:N0} of {rank.Of:N0} dyads in {rank.Year}") : null,
            Robustness = history is null ? [] : Robustness(history, year, question.Weights),
            Phases = PhaseFinder.Find(panel, 1946, lastYear),
            Panel = panel,
            Datasets = reference.Record.Datasets,
            Vintage = VintageReport.Of(cut, reference.Record.Datasets, day, question.Vintage),
            Observations = observations,
            Pressure = pressure is null ? [] : [.. PressureFinder.Find(pressure).Where(p => question.Vintage != Vintage.Strict || OfTheDyadAlone(p))],
        });
    }

    // What rests on the record of other states, on arms of all, or on roll calls is not sifted by vintage.
    private static bool OfTheDyadAlone(PressurePoint point) => point.Kind is PressureKind.OldRift or PressureKind.OpenClaim or PressureKind.WordsAgainstDeeds || point.Id == PressureFinder.Trade;

    private static DateOnly LastDay(DyadPanel whole, IReadOnlyList<CodedDocument> documents)
    {
        DateOnly lastText = documents.Where(d => d.Document.Published is not null).Select(d => d.Document.Published!.Day).DefaultIfEmpty(DateOnly.MinValue).Max();
        DateOnly lastRecord = new(whole.LastYear, 12, 31);
        return lastText > lastRecord ? lastText : lastRecord;
    }

    private static string? Trend(AlignmentHistory history, int year)
    {
        const int Years = 10;
        if (!history.Covers(year - Years)) return null;
        double change = history.Score(year, null).Mean - history.Score(year - Years, null).Mean;
        ScorePart[] most = [.. history.Change(year - Years, year, null).Where(p => Math.Abs(p.Points) >= 0.5).OrderByDescending(p => Math.Abs(p.Points)).Take(2)];
        string by = most.Length == 0 ? "" : " (most by " + string.Join(" and ", most.Select(p => string.Create(CultureInfo.InvariantCulture, $"{p.Indicator!.Label} {p.Points:+0;−0}"))) + ")";
        return string.Create(CultureInfo.InvariantCulture, $"{change:+0;−0;±0} points from {year - Years} to {year}{by}");
    }

    private static ImmutableArray<string> Robustness(AlignmentHistory history, int year, IReadOnlyDictionary<string, double>? weights)
    {
        var lines = ImmutableArray.CreateBuilder<string>();
        if (weights is not null) lines.Add("Weights set by the user: " + string.Join(", ", weights.Select(w => string.Create(CultureInfo.InvariantCulture, $"{w.Key} {w.Value:0.##}"))) + ".");
        ImmutableArray<WeightShift> shifts = WeightSensitivity.OfSign(history, year);
        lines.Add(shifts.Length == 0
            ? string.Create(CultureInfo.InvariantCulture, $"No weight of a single indicator between 0 and {WeightSensitivity.Most:0} puts the score on the other side of 50.")
            : "The score crosses 50 when " + string.Join(", or ", shifts.Select(s => string.Create(CultureInfo.InvariantCulture, $"{s.Indicator.Label} counts {s.Weight:0.##} times as much"))) + ".");
        return lines.ToImmutable();
    }

    private static List<StoredObservation> Read(IReadOnlyList<CodedDocument> documents, UndirectedDyad dyad, DateOnly day) =>
    [
        .. documents.Where(d => d.Document.Published is { } p && p.Day <= day)
            .OrderByDescending(d => d.Document.Published!.Day)
            .SelectMany(d => d.Observations.Where(o => Concerns(o, dyad)).Select(o => new StoredObservation(o, Header(d)))),
    ];

    private static bool Concerns(Observation observation, UndirectedDyad dyad) => observation switch
    {
        EventObservation { Source.State: { } s, Target.State: { } t } => Of(s) != Of(t) && dyad.Contains(Of(s)) && dyad.Contains(Of(t)),
        ConditionalObservation c => c.Dyad == dyad,
        QuotationObservation { About: { } about } => about.Dyad == dyad,
        _ => false,
    };

    // A predecessor's events belong to the state that continues it.
    private static StateId Of(StateId state)
    {
        while (StateRegistry.Default.Find(state)?.ContinuedBy is { } next) state = next;
        return state;
    }

    private static DocumentHeader Header(CodedDocument d) => new(d.Document.Id, d.Document.Title, d.Document.Byline, d.Document.Outlet, d.Document.Url,
        d.Document.Published?.Day, d.Document.Origin.Location, d.Document.Origin.Member);
}
