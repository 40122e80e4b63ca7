using Entente.Measures;
using Entente.Measures.Factors;

namespace Entente.Storage;

/// <summary>Every dyad's alignment as it could be known at the end of an earlier year.</summary>
public static class AlignmentVintages
{
    /// <summary>Overall alignment in a year, from nothing later than another: what <c>--as-of</c> the end of that one gives, for all dyads.</summary>
    /// <param name="record">The record.</param>
    /// <param name="model">The model; its parameters were learned from all years.</param>
    /// <param name="year">The year asked about.</param>
    /// <param name="known">The last year used.</param>
    /// <param name="threads">Threads; the result does not depend on it.</param>
    public static IReadOnlyList<AlignmentRow> Of(PanelRecordStore record, AlignmentModel model, int year, int known, int threads)
    {
        ArgumentNullException.ThrowIfNull(record);
        ArgumentNullException.ThrowIfNull(model);
        int last = Math.Min(known, model.LastYear), items = model.Standards.Length;
        var dyads = AlignmentWriter.Collect(record, model.FirstYear, last);
        var rows = new AlignmentRow?[dyads.Count];
        Parallel.For(0, dyads.Count, new ParallelOptions { MaxDegreeOfParallelism = threads }, () => new FactorSmoother(model.Factors), (d, _, smoother) =>
        {
            if (AlignmentModel.Standardise(dyads[d].Values, model.FirstYear, model.Standards) is not { } series) return smoother;
            int t = year - series.FirstYear;
            if (t < 0 || t >= series.Years) return smoother;
            smoother.Smooth(series, AlignmentModel.Passes);
            (double mean, double variance) = smoother.Alignment(t, null);
            int present = 0;
            for (int j = 0; j < items; j++)
                if (!float.IsNaN(series.Values[(t * items) + j])) present++;
            rows[d] = new AlignmentRow(dyads[d].Dyad, year, mean, Math.Sqrt(variance), present);
            return smoother;
        }, _ => { });
        return [.. rows.OfType<AlignmentRow>()];
    }
}
