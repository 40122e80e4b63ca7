using Entente.Measures;
using Entente.Measures.Factors;
using Entente.Record;

namespace Entente.Storage;

/// <summary>Alignments of an earlier day: what <c>--as-of</c> gives, for many dyads.</summary>
public static class AlignmentVintages
{
    /// <summary>Overall alignment in some years, from nothing later than another.</summary>
    /// <param name="record">The record.</param>
    /// <param name="model">The model; its parameters were learned from all years.</param>
    /// <param name="years">The years asked about.</param>
    /// <param name="known">The last year used.</param>
    /// <param name="threads">Threads; the result does not depend on it.</param>
    /// <param name="with">Only dyads with one of these states; every dyad when null.</param>
    /// <param name="others">Of those, only dyads with these and with one another; with every state when null.</param>
    /// <returns>For each year its dyads.</returns>
    public static IReadOnlyList<IReadOnlyList<AlignmentRow>> Of(PanelRecordStore record, AlignmentModel model, IReadOnlyList<int> years, int known, int threads,
        IReadOnlyCollection<StateId>? with = null, IReadOnlyCollection<StateId>? others = null)
    {
        ArgumentNullException.ThrowIfNull(record);
        ArgumentNullException.ThrowIfNull(model);
        ArgumentNullException.ThrowIfNull(years);
        int last = Math.Min(known, model.LastYear), items = model.Standards.Length;
        var dyads = with is null ? AlignmentWriter.Collect(record, model.FirstYear, last) : Collect(record.ReadYears(with, model.FirstYear, last, others), model.FirstYear, last);
        var rows = new AlignmentRow?[dyads.Count, years.Count];
        Parallel.For(0, dyads.Count, new ParallelOptions { MaxDegreeOfParallelism = threads }, () => new FactorSmoother(model.Factors), (d, _, smoother) =>
        {
            if (AlignmentModel.Standardise(dyads[d].Values, model.FirstYear, model.Standards) is not { } series) return smoother;
            smoother.Smooth(series, AlignmentModel.Passes);
            for (int y = 0; y < years.Count; y++)
            {
                int t = years[y] - series.FirstYear, present = 0;
                if (t < 0 || t >= series.Years) continue;
                (double mean, double variance) = smoother.Alignment(t, null);
                for (int j = 0; j < items; j++)
                    if (!float.IsNaN(series.Values[(t * items) + j])) present++;
                rows[d, y] = new AlignmentRow(dyads[d].Dyad, years[y], mean, Math.Sqrt(variance), present);
            }
            return smoother;
        }, _ => { });
        return [.. years.Select((_, y) => (IReadOnlyList<AlignmentRow>)[.. Enumerable.Range(0, dyads.Count).Select(d => rows[d, y]).OfType<AlignmentRow>()])];
    }

    private static List<(UndirectedDyad Dyad, float[] Values)> Collect(IEnumerable<DyadPanel> panels, int firstYear, int lastYear)
    {
        int items = AlignmentItems.All.Length;
        var all = new Dictionary<UndirectedDyad, float[]>();
        foreach (DyadPanel panel in panels)
        {
            if (!all.TryGetValue(panel.Dyad, out float[]? values))
            {
                all[panel.Dyad] = values = new float[(lastYear - firstYear + 1) * items];
                Array.Fill(values, float.NaN);
            }
            AlignmentModel.Transformed(panel, panel.FirstYear, panel.FirstYear).CopyTo(values, (panel.FirstYear - firstYear) * items);
        }
        return [.. all.OrderBy(d => d.Key.First).ThenBy(d => d.Key.Second).Select(d => (d.Key, d.Value))];
    }
}
