using System.Globalization;
using DuckDB.NET.Data;

namespace Entente.Storage;

/// <summary>What a store holds.</summary>
/// <param name="SchemaVersion">Number of its last migration.</param>
/// <param name="Documents">Documents.</param>
/// <param name="Observations">Observations.</param>
/// <param name="FirstDay">First day of publication, or null.</param>
/// <param name="LastDay">Last day of publication, or null.</param>
public sealed record StoreInfo(int SchemaVersion, long Documents, long Observations, DateOnly? FirstDay, DateOnly? LastDay);

public sealed partial class DuckDbEvidenceStore
{
    /// <summary>Counts what the store holds.</summary>
    /// <exception cref="StoreException">It cannot be read.</exception>
    public StoreInfo Info()
    {
        lock (_gate)
            return Guard(() => Query(
                "SELECT (SELECT count(*) FROM documents), (SELECT count(*) FROM observations), CAST(min(published) AS VARCHAR), CAST(max(published) AS VARCHAR) FROM documents",
                r => new StoreInfo(StoreSchema.Latest, r.GetInt64(0), r.GetInt64(1), Day(r, 2), Day(r, 3)))[0]);
    }

    /// <summary>Looks for what must never be: ids stored twice, and observations whose document is not there or which leave its text.</summary>
    /// <returns>What was found, for people; empty when all is well.</returns>
    /// <exception cref="StoreException">It cannot be read.</exception>
    public IReadOnlyList<string> Check()
    {
        (string What, string Sql)[] checks =
        [
            ("document ids stored twice", "SELECT count(*) - count(DISTINCT id) FROM documents"),
            ("observation ids stored twice", "SELECT count(*) - count(DISTINCT id) FROM observations"),
            ("observations without their document", "SELECT count(*) FROM observations o ANTI JOIN documents d ON d.id = o.document_id"),
        ];
        lock (_gate)
            return Guard(() => (IReadOnlyList<string>)[.. checks
                .Select(c => (c.What, Count: Query(c.Sql, r => r.GetInt64(0))[0]))
                .Where(c => c.Count != 0)
                .Select(c => string.Create(CultureInfo.InvariantCulture, $"{c.Count} {c.What}"))]);
    }

    /// <summary>Writes <c>documents</c> and <c>observations</c> as files; offset maps are left out.</summary>
    /// <param name="directory">Made when it is not there.</param>
    /// <param name="format"><c>parquet</c> or <c>csv</c>.</param>
    /// <exception cref="StoreException">They cannot be written.</exception>
    public void Export(string directory, string format)
    {
        if (format is not ("parquet" or "csv")) throw new ArgumentException("The format is parquet or csv.", nameof(format));
        Directory.CreateDirectory(directory);
        string options = format == "csv" ? "FORMAT csv, HEADER" : "FORMAT parquet, COMPRESSION zstd";
        lock (_gate)
            Guard(() =>
            {
                foreach ((string name, string query) in new[] { ("documents", "SELECT * EXCLUDE (offsets) FROM documents ORDER BY id"), ("observations", "SELECT * FROM observations ORDER BY document_id, id") })
                {
                    using DuckDBCommand command = _connection.CreateCommand();
                    command.CommandText = $"COPY ({query}) TO {PanelWriter.Quote(Path.Combine(directory, $"{name}.{format}"))} ({options})";
                    command.ExecuteNonQuery();
                }
                return true;
            });
    }

    private static DateOnly? Day(DuckDBDataReader row, int column) =>
        row.IsDBNull(column) ? null : DateOnly.ParseExact(row.GetString(column), "yyyy-MM-dd", CultureInfo.InvariantCulture);
}
