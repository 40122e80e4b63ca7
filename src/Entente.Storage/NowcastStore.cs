using System.Security.Cryptography;
using System.Text.Json;
using DuckDB.NET.Data;
using Entente.Measures;
using Entente.Measures.Factors;
using Entente.Scenarios;

namespace Entente.Storage;

/// <summary>The nowcasts of every dyad (<c>nowcasts.parquet</c>): made from a panel directory, and read.</summary>
public static class NowcastStore
{
    internal const string FileName = "nowcasts.parquet";
    private const string ModelName = "nowcasts.json";
    private static readonly JsonSerializerOptions Json = new(JsonSerializerDefaults.Web) { WriteIndented = true };

    /// <summary>Latent values are kept in thousandths.</summary>
    internal const double Grain = 1000;

    /// <summary>The scale of the alignment model they were computed with, and whether that model is the panel's.</summary>
    /// <exception cref="FileNotFoundException">They are not there; the message says how to make them.</exception>
    public static (AlignmentScale Scale, bool IsOfPanel) ReadModel(string panelDirectory, string directory)
    {
        string path = Path.Combine(directory, ModelName);
        if (!File.Exists(path)) throw new FileNotFoundException($"{directory} holds no nowcasts: {ModelName} is missing. `entente forecast build` makes it.", path);
        NowcastModel model = JsonSerializer.Deserialize<NowcastModel>(File.ReadAllText(path), Json) ?? throw new InvalidDataException($"{path} is empty; `entente forecast build` makes it.");
        return (new AlignmentScale(model.Zero, model.Below, model.Above), string.Equals(model.Alignment, HashOf(panelDirectory), StringComparison.Ordinal));
    }

    /// <summary>Computes and writes them. The same panel gives the same bytes.</summary>
    /// <param name="panelDirectory">A panel directory with its alignment.</param>
    /// <param name="directory">Where to write; made when it is not there.</param>
    /// <param name="threads">Threads; the bytes do not depend on it.</param>
    /// <param name="say">Told of progress.</param>
    public static void Write(string panelDirectory, string directory, int threads, Action<string>? say = null)
    {
        AlignmentModel model = AlignmentStore.OpenModel(panelDirectory);
        var dyads = AlignmentWriter.Collect(PanelRecordStore.Open(panelDirectory), model.FirstYear, model.LastYear);
        var rows = new IReadOnlyList<Nowcast>[dyads.Count];
        int done = 0;
        Parallel.For(0, dyads.Count, new ParallelOptions { MaxDegreeOfParallelism = threads }, () => new FactorSmoother(model.Factors), (d, _, smoother) =>
        {
            rows[d] = Nowcast.Of(model, dyads[d].Values, smoother);
            if (Interlocked.Increment(ref done) % 1000 == 0) say?.Invoke(FormattableString.Invariant($"{done} of {dyads.Count} dyads."));
            return smoother;
        }, _ => { });
        Directory.CreateDirectory(directory);
        using var connection = new DuckDBConnection("DataSource=:memory:");
        connection.Open();
        PanelWriter.Run(connection, "SET threads = 1; SET preserve_insertion_order = true");
        PanelWriter.Run(connection, "CREATE TABLE nowcasts (a VARCHAR, b VARCHAR, year SMALLINT, mean SMALLINT, sd SMALLINT)");
        using (DuckDBAppender appender = connection.CreateAppender("nowcasts"))
            for (int d = 0; d < rows.Length; d++)
                foreach (Nowcast v in rows[d])
                    appender.CreateRow().AppendValue(dyads[d].Dyad.First.Code).AppendValue(dyads[d].Dyad.Second.Code).AppendValue((short)v.Year)
                        .AppendValue(Whole(v.Mean, short.MinValue)).AppendValue(Whole(v.Deviation, 0)).EndRow();
        File.WriteAllText(Path.Combine(directory, ModelName), JsonSerializer.Serialize(new NowcastModel(HashOf(panelDirectory), model.Scale.Zero, model.Scale.Below, model.Scale.Above), Json) + "\n");
        PanelWriter.Copy(connection, "SELECT * FROM nowcasts ORDER BY a, b, year", Path.Combine(directory, FileName));
    }

    private static string HashOf(string panelDirectory) => Convert.ToHexStringLower(SHA256.HashData(File.ReadAllBytes(Path.Combine(panelDirectory, AlignmentWriter.ModelName))));

    private static short Whole(double value, short least) => (short)Math.Clamp(Math.Round(value * Grain), least, short.MaxValue);

    private sealed record NowcastModel(string Alignment, double Zero, double Below, double Above);
}
