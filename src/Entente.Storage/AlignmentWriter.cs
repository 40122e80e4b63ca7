using DuckDB.NET.Data;
using Entente.Measures;
using Entente.Measures.Breaks;
using Entente.Measures.Factors;
using Entente.Record;

namespace Entente.Storage;

/// <summary>Learns the alignment model from a panel directory and writes it beside it, with the posterior of every dyad-year and every dyad's turns. The same panel gives the same bytes.</summary>
public static class AlignmentWriter
{
    internal const string ModelName = "alignment.json";
    internal const string SeriesName = "alignment.parquet";

    /// <summary>Latent values are kept in hundredths.</summary>
    internal const double Grain = 100;

    private static readonly string[] Columns = ["overall", "worldview", "economic", "military", "diplomatic"];

    internal static string ColumnOf(Dimension dimension) => Columns[1 + (int)dimension];

    /// <summary>Writes <c>alignment.json</c>, <c>alignment.parquet</c> and <c>breaks.parquet</c> into a panel directory.</summary>
    /// <param name="directory">A directory written by <see cref="PanelWriter"/>.</param>
    /// <param name="threads">Threads; the bytes do not depend on it.</param>
    /// <param name="say">Told of progress.</param>
    /// <exception cref="FileNotFoundException">The directory is no panel directory.</exception>
    public static void Write(string directory, int threads, Action<string>? say = null)
    {
        PanelRecordStore store = PanelRecordStore.Open(directory);
        int first = Math.Max(store.FirstYear, AlignmentModel.Beginning), last = store.LastYear;
        IReadOnlyList<(UndirectedDyad Dyad, float[] Values)> dyads = Collect(store, first, last);
        say?.Invoke($"{dyads.Count} dyads; learning the alignment model.");
        AlignmentModel model = AlignmentLearner.Learn(dyads, first, last, threads, say);
        // What is shipped is what the written parameters give.
        model = AlignmentModelJson.Read(AlignmentModelJson.Write(model));
        Row[][] rows = Smooth(model, dyads, threads, store, BreakModel.Default, out Break[][] breaks);
        say?.Invoke($"{rows.Sum(r => r.Length)} dyad-years; writing the alignment.");
        Write(directory, dyads, rows);
        File.WriteAllText(Path.Combine(directory, ModelName), AlignmentModelJson.Write(model));
        BreakStore.Write(directory, breaks.SelectMany(b => b));
    }

    /// <summary>Computes the turns of every dyad anew and writes <c>breaks.parquet</c>; the alignment stays.</summary>
    /// <param name="directory">A directory written by <see cref="Write(string, int, Action{string}?)"/>.</param>
    /// <param name="turns">The finder.</param>
    /// <param name="threads">Threads; the bytes do not depend on it.</param>
    public static void WriteBreaks(string directory, BreakModel turns, int threads)
    {
        PanelRecordStore store = PanelRecordStore.Open(directory);
        AlignmentModel model = AlignmentStore.OpenModel(directory);
        Smooth(model, Collect(store, model.FirstYear, model.LastYear), threads, store, turns, out Break[][] breaks);
        BreakStore.Write(directory, breaks.SelectMany(b => b));
    }

    /// <summary>Transformed values of every dyad, by code.</summary>
    public static IReadOnlyList<(UndirectedDyad Dyad, float[] Values)> Collect(PanelRecordStore store, int firstYear, int lastYear)
    {
        ArgumentNullException.ThrowIfNull(store);
        var all = new Dictionary<UndirectedDyad, float[]>();
        int items = AlignmentItems.All.Length;
        for (int year = firstYear; year <= lastYear; year++)
            foreach (DyadPanel panel in store.ReadYear(year))
            {
                if (!all.TryGetValue(panel.Dyad, out float[]? values))
                {
                    all[panel.Dyad] = values = new float[(lastYear - firstYear + 1) * items];
                    Array.Fill(values, float.NaN);
                }
                AlignmentModel.Transformed(panel, year, year).CopyTo(values, (year - firstYear) * items);
            }
        return [.. all.OrderBy(d => d.Key.First).ThenBy(d => d.Key.Second).Select(d => (d.Key, d.Value))];
    }

    private static Row[][] Smooth(AlignmentModel model, IReadOnlyList<(UndirectedDyad Dyad, float[] Values)> dyads, int threads, PanelRecordStore store, BreakModel finder, out Break[][] breaks)
    {
        var episodes = store.ReadEpisodes();
        var states = store.ReadStates();
        var proximities = store.ReadProximities();
        var turns = breaks = new Break[dyads.Count][];
        var rows = new Row[dyads.Count][];
        Parallel.For(0, dyads.Count, new ParallelOptions { MaxDegreeOfParallelism = threads }, () => new FactorSmoother(model.Factors), (d, _, smoother) =>
        {
            (rows[d], turns[d]) = ([], []);
            if (AlignmentModel.Standardise(dyads[d].Values, model.FirstYear, model.Standards) is not { } series) return smoother;
            smoother.Smooth(series, AlignmentModel.Passes);
            UndirectedDyad dyad = dyads[d].Dyad;
            turns[d] = [.. BreakFinder.Find(finder, new BreakEvidence(dyad, episodes.GetValueOrDefault(dyad) ?? [], new BreakSeries(smoother, series),
                DyadContext.Of(dyad, states, proximities), model.LastYear), model.FirstYear)];
            rows[d] = new Row[series.Years];
            int items = model.Standards.Length;
            for (int t = 0; t < series.Years; t++)
            {
                var means = new short[Columns.Length];
                var deviations = new short[Columns.Length];
                for (int c = 0; c < Columns.Length; c++)
                {
                    (double mean, double variance) = smoother.Alignment(t, c == 0 ? null : c - 1);
                    means[c] = (short)Math.Clamp(Math.Round(mean * Grain), short.MinValue, short.MaxValue);
                    deviations[c] = (short)Math.Clamp(Math.Round(Math.Sqrt(variance) * Grain), 0, short.MaxValue);
                }
                int present = 0;
                for (int j = 0; j < items; j++)
                    if (!float.IsNaN(series.Values[(t * items) + j])) present++;
                rows[d][t] = new Row(series.FirstYear + t, means, deviations, (byte)present);
            }
            return smoother;
        }, _ => { });
        return rows;
    }

    private static void Write(string directory, IReadOnlyList<(UndirectedDyad Dyad, float[] Values)> dyads, Row[][] rows)
    {
        using var connection = new DuckDBConnection("DataSource=:memory:");
        connection.Open();
        PanelWriter.Run(connection, "SET threads = 1; SET preserve_insertion_order = true");
        PanelWriter.Run(connection, "CREATE TABLE alignment (a VARCHAR, b VARCHAR, year SMALLINT, " + string.Join(", ", Columns.Select(c => $"{c} SMALLINT, {c}_sd SMALLINT")) + ", inputs UTINYINT)");
        using (DuckDBAppender appender = connection.CreateAppender("alignment"))
            for (int d = 0; d < rows.Length; d++)
                foreach (Row r in rows[d])
                {
                    IDuckDBAppenderRow row = appender.CreateRow().AppendValue(dyads[d].Dyad.First.Code).AppendValue(dyads[d].Dyad.Second.Code).AppendValue((short)r.Year);
                    for (int c = 0; c < Columns.Length; c++) row = row.AppendValue(r.Means[c]).AppendValue(r.Deviations[c]);
                    row.AppendValue(r.Inputs).EndRow();
                }
        PanelWriter.Copy(connection, "SELECT * FROM alignment ORDER BY year, a, b", Path.Combine(directory, SeriesName));
    }

    private sealed record Row(int Year, short[] Means, short[] Deviations, byte Inputs);
}
