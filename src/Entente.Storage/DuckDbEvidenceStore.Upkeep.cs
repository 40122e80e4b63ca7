using System.Globalization;
using DuckDB.NET.Data;
using Entente.Documents;
using Entente.Reading;

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
    /// <inheritdoc/>
    public StoreInfo Info()
    {
        lock (_gate)
            return Guard(() => Query(
                "SELECT (SELECT count(*) FROM documents), (SELECT count(*) FROM observations), CAST(min(published) AS VARCHAR), CAST(max(published) AS VARCHAR) FROM documents",
                r => new StoreInfo(StoreSchema.Latest, r.GetInt64(0), r.GetInt64(1), Day(r, 2), Day(r, 3)))[0]);
    }

    /// <inheritdoc/>
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

    /// <inheritdoc/>
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

    /// <inheritdoc/>
    public string Location => _connection.DataSource;

    /// <inheritdoc/>
    public IReadOnlyList<CodedDocument> Page(string afterId, int limit)
    {
        lock (_gate)
            return Guard(() =>
            {
                List<Document> documents = Query($"SELECT {StoreRows.DocumentColumns} FROM documents d WHERE d.id > $1 ORDER BY d.id LIMIT $2", StoreRows.ReadDocument, afterId, limit);
                if (documents.Count == 0) return [];
                ILookup<string, Observation> observations = Query($"SELECT kind, payload, document_id FROM observations WHERE document_id IN ({List(documents.Select(d => d.Id))}) ORDER BY rowid",
                    r => (Id: r.GetString(2), Observation: StoreRows.ReadObservation(r))).ToLookup(p => p.Id, p => p.Observation, StringComparer.Ordinal);
                return (IReadOnlyList<CodedDocument>)[.. documents.Select(d => new CodedDocument(d, [.. observations[d.Id]]))];
            });
    }

    /// <inheritdoc/>
    public long CountObservations(IReadOnlyCollection<string> documentIds)
    {
        ArgumentNullException.ThrowIfNull(documentIds);
        lock (_gate) return documentIds.Count == 0 ? 0 : Guard(() => Query($"SELECT count(*) FROM observations WHERE document_id IN ({List(documentIds)})", r => r.GetInt64(0))[0]);
    }

    /// <inheritdoc/>
    public IReadOnlyList<string> KeptOriginals()
    {
        lock (_gate) return Guard(() => Query("SELECT document_id FROM originals ORDER BY document_id", r => r.GetString(0)));
    }

    // Ids are hexadecimal, so they may stand in SQL.
    private static string List(IEnumerable<string> ids) => string.Join(", ", ids.Where(IsPrefix).Append("").Select(id => $"'{id}'"));

    private static DateOnly? Day(DuckDBDataReader row, int column) =>
        row.IsDBNull(column) ? null : DateOnly.ParseExact(row.GetString(column), "yyyy-MM-dd", CultureInfo.InvariantCulture);
}
