using System.Globalization;
using Entente.Documents;
using Entente.Reading;

namespace Entente.Storage.PostgreSql;

public sealed partial class PostgresEvidenceStore
{
    /// <inheritdoc/>
    public StoreInfo Info() => Guard(c => Query(c,
        "SELECT (SELECT count(*) FROM documents), (SELECT count(*) FROM observations), min(published), max(published) FROM documents",
        r => new StoreInfo(PostgresSchema.Latest, r.GetInt64(0), r.GetInt64(1), r.IsDBNull(2) ? null : r.GetFieldValue<DateOnly>(2), r.IsDBNull(3) ? null : r.GetFieldValue<DateOnly>(3)))[0]);

    /// <inheritdoc/>
    public IReadOnlyList<string> Check()
    {
        (string What, string Sql)[] checks =
        [
            ("document ids stored twice", "SELECT count(*) - count(DISTINCT id) FROM documents"),
            ("observation ids stored twice", "SELECT count(*) - count(DISTINCT id) FROM observations"),
            ("observations without their document", "SELECT count(*) FROM observations o WHERE NOT EXISTS (SELECT 1 FROM documents d WHERE d.id = o.document_id)"),
            ("documents that are not in the list of ids, or in it but not there", "SELECT count(*) FROM documents d FULL JOIN document_ids i ON i.id = d.id WHERE d.id IS NULL OR i.id IS NULL"),
        ];
        return Guard(c => (IReadOnlyList<string>)[.. checks
            .Select(k => (k.What, Count: Query(c, k.Sql, r => r.GetInt64(0))[0]))
            .Where(k => k.Count != 0)
            .Select(k => string.Create(CultureInfo.InvariantCulture, $"{k.Count} {k.What}"))]);
    }

    /// <inheritdoc/>
    public IReadOnlyList<CodedDocument> Page(string afterId, int limit) => Guard(c =>
    {
        List<Document> documents = Query(c, $"SELECT {PostgresRows.DocumentColumns} FROM (SELECT id, month FROM document_ids WHERE id > $1 ORDER BY id LIMIT $2) i JOIN documents d ON d.id = i.id ORDER BY d.id", PostgresRows.ReadDocument, afterId, limit);
        ILookup<string, Observation> observations = Query(c, "SELECT kind, payload, document_id FROM observations WHERE document_id = ANY($1) ORDER BY document_id, ordinal",
            r => (Id: r.GetString(2), Observation: PostgresRows.ReadObservation(r)), (object)documents.Select(d => d.Id).ToArray()).ToLookup(p => p.Id, p => p.Observation, StringComparer.Ordinal);
        return (IReadOnlyList<CodedDocument>)[.. documents.Select(d => new CodedDocument(d, [.. observations[d.Id]]))];
    });

    /// <inheritdoc/>
    public long CountObservations(IReadOnlyCollection<string> documentIds) =>
        Guard(c => Query(c, "SELECT count(*) FROM observations WHERE document_id = ANY($1)", r => r.GetInt64(0), (object)documentIds.ToArray())[0]);

    /// <inheritdoc/>
    public IReadOnlyList<string> KeptOriginals() => Guard(c => Query(c, "SELECT document_id FROM originals ORDER BY document_id", r => r.GetString(0)));

    /// <inheritdoc/>
    /// <remarks>By way of a DuckDB file that is deleted afterwards: both stores write the same files.</remarks>
    public void Export(string directory, string format)
    {
        string work = Directory.CreateTempSubdirectory("entente-export-").FullName;
        try
        {
            using DuckDbEvidenceStore copy = DuckDbEvidenceStore.Open(Path.Combine(work, "copy.duckdb"));
            StoreMigration.Run(this, copy, (_, _) => { }, CancellationToken.None);
            copy.Export(directory, format);
        }
        finally
        {
            Directory.Delete(work, recursive: true);
        }
    }
}
