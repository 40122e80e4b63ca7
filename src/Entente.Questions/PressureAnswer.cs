using Entente.Measures;
using Entente.Order;
using Entente.Order.Pressure;
using Entente.Reading;
using Entente.Record;
using Entente.Storage;

namespace Entente.Questions;

/// <summary>Gathers from panel and store what the pressure points of a dyad are found in.</summary>
public static class PressureAnswer
{
    private const int TrendYears = 10, ArmsYears = 10;

    /// <summary>Gathers it; null when the record knows nothing of the two.</summary>
    /// <param name="reference">The panel.</param>
    /// <param name="a">One state.</param>
    /// <param name="b">The other.</param>
    /// <param name="day">Nothing later is used.</param>
    /// <param name="observations">Observations about the two, of no later day.</param>
    /// <exception cref="FileNotFoundException">The panel directory holds no alignment.</exception>
    public static PressureInput? Input(ReferencePanel reference, StateId a, StateId b, DateOnly day, IReadOnlyList<StoredObservation> observations)
    {
        ArgumentNullException.ThrowIfNull(reference);
        DyadPanel whole = reference.Record.ReadDyad(new UndirectedDyad(a, b));
        return Input(reference, a, b, whole.Until(ReferencePanel.LastYear(day, whole.LastYear)), day, observations);
    }

    /// <summary>Gathers it around a dyad's record already read and cut; null when it knows nothing of the two.</summary>
    /// <param name="reference">The panel.</param>
    /// <param name="a">One state.</param>
    /// <param name="b">The other.</param>
    /// <param name="panel">Their record, of no later day.</param>
    /// <param name="day">Nothing later is used.</param>
    /// <param name="observations">Observations about the two, of no later day.</param>
    /// <param name="leastWeight">On an earlier day, third states with fewer capabilities than this share of the weaker of the two are passed over: none can be stronger than 100 times it.</param>
    public static PressureInput? Input(ReferencePanel reference, StateId a, StateId b, DyadPanel panel, DateOnly day, IReadOnlyList<StoredObservation> observations, double leastWeight = 0)
    {
        ArgumentNullException.ThrowIfNull(reference);
        ArgumentNullException.ThrowIfNull(panel);
        int known = panel.LastYear;
        if (reference.Model.Series(panel, known) is not { } series) return null;
        int year = series.FirstYear + series.Years - 1, before = year - TrendYears;
        IReadOnlyDictionary<StateId, double> capabilities = reference.Capabilities(year);
        // As shipped, alignments rest on the whole record; of an earlier day they are computed anew.
        IReadOnlyList<IReadOnlyList<AlignmentRow>> rows = known >= reference.Record.LastYear
            ? [reference.Year(year, null), reference.Year(before, null)]
            : AlignmentVintages.Of(reference.Record, reference.Model, [year, before], known, Environment.ProcessorCount, [a, b], Large(capabilities, a, b, leastWeight));
        var own = new Lazy<double?>(() => Score(reference.Model, panel, year));
        return new PressureInput
        {
            A = a,
            B = b,
            Network = Network(reference, year, rows[0].Where(r => r.Dyad.Contains(a) || r.Dyad.Contains(b))),
            Before = rows[1].Count == 0 ? null : Network(reference, before, rows[1].Where(r => r.Dyad.Contains(a) || r.Dyad.Contains(b))),
            Score = record => record == panel ? own.Value : Score(reference.Model, record, year),
            Panel = panel,
            Phases = PhaseFinder.Find(panel, AlignmentModel.Beginning, known),
            Capabilities = capabilities,
            Arms = ArmsReader.Read(reference.Directory, a, b, year - ArmsYears + 1, year),
            Wars = [.. WarResolution.Shipped.Where(w => w.Date <= day)],
            Observations = observations,
        };
    }

    // Null where weights are unknown, or all are asked for.
    private static StateId[]? Large(IReadOnlyDictionary<StateId, double> capabilities, StateId a, StateId b, double least) =>
        least > 0 && capabilities.TryGetValue(a, out double one) && capabilities.TryGetValue(b, out double other)
            ? [.. capabilities.Where(c => c.Value >= least * Math.Min(one, other)).Select(c => c.Key)]
            : null;

    private static double? Score(AlignmentModel model, DyadPanel panel, int year) =>
        AlignmentHistory.Of(model, panel, year) is { } history && history.Covers(year) ? history.Score(year, null).Mean : null;

    private static StateNetwork Network(ReferencePanel reference, int year, IEnumerable<AlignmentRow> rows) =>
        StateNetwork.OfAlignment(year, [.. rows], reference.Model.Scale, TieRule.OfAlignment);
}
