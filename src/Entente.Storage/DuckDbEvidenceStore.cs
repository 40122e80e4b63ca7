using System.Globalization;
using DuckDB.NET.Data;
using Entente.Reading;

namespace Entente.Storage;

/// <summary>Evidence in one DuckDB file. Thread-safe; one process writes at a time.</summary>
public sealed partial class DuckDbEvidenceStore : IMaintainedStore
{
    private readonly Lock _gate = new();
    private readonly DuckDBConnection _connection;

    private DuckDbEvidenceStore(DuckDBConnection connection) => _connection = connection;

    /// <summary>Opens a store, making it (and its folder) when it is not there and may be written.</summary>
    /// <param name="path">The file.</param>
    /// <param name="readOnly">Several processes may hold it at once, and nothing can be changed.</param>
    /// <exception cref="StoreBusyException">Another process holds it.</exception>
    /// <exception cref="StoreException">It cannot be opened, is no store, or is of a later version.</exception>
    public static DuckDbEvidenceStore Open(string path, bool readOnly = false) => new(DuckDbFile.Open(path, readOnly));

    /// <inheritdoc/>
    public int Add(IReadOnlyList<CodedDocument> batch)
    {
        ArgumentNullException.ThrowIfNull(batch);
        lock (_gate)
            return Guard(() =>
            {
                using DuckDBTransaction transaction = _connection.BeginTransaction();
                var there = new HashSet<string>(KnownIds(batch.Select(d => d.Document.Id)), StringComparer.Ordinal);
                CodedDocument[] fresh = [.. batch.Where(d => there.Add(d.Document.Id))];
                using (DuckDBAppender appender = _connection.CreateAppender("documents"))
                    foreach (CodedDocument d in fresh) StoreRows.Append(appender, d.Document);
                using (DuckDBAppender appender = _connection.CreateAppender("observations"))
                    foreach (CodedDocument d in fresh)
                        foreach (Observation o in d.Observations.DistinctBy(o => o.Id, StringComparer.Ordinal))
                            StoreRows.Append(appender, o);
                transaction.Commit();
                return fresh.Length;
            });
    }

    /// <inheritdoc/>
    public IReadOnlySet<string> Known(IReadOnlyCollection<string> documentIds)
    {
        ArgumentNullException.ThrowIfNull(documentIds);
        lock (_gate) return Guard(() => KnownIds(documentIds).ToHashSet(StringComparer.Ordinal));
    }

    /// <inheritdoc/>
    public CodedDocument? Find(string documentId)
    {
        if (!IsPrefix(documentId)) return null;
        lock (_gate)
            return Guard(() =>
            {
                List<Documents.Document> found = Query($"SELECT {StoreRows.DocumentColumns} FROM documents d WHERE starts_with(d.id, $1) LIMIT 2", StoreRows.ReadDocument, documentId);
                if (found is not [var document]) return null;
                return new CodedDocument(document, Query("SELECT kind, payload FROM observations WHERE document_id = $1 ORDER BY rowid", StoreRows.ReadObservation, document.Id));
            });
    }

    /// <inheritdoc/>
    public IReadOnlyList<StoredObservation> About(UndirectedDyad dyad, DateOnly asOf, int limit)
    {
        string a = Lineage(dyad.First), b = Lineage(dyad.Second);
        lock (_gate)
            return Guard(() => Query(
                $"SELECT o.kind, o.payload, {StoreRows.HeaderColumns} FROM observations o JOIN documents d ON d.id = o.document_id"
                + $" WHERE ((o.state_a IN ({a}) AND o.state_b IN ({b})) OR (o.state_a IN ({b}) AND o.state_b IN ({a})))"
                + " AND d.published <= CAST($1 AS DATE) ORDER BY d.published DESC, o.document_id, o.id LIMIT $2",
                StoreRows.ReadStored, asOf.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture), limit));
    }

    /// <inheritdoc/>
    public StoredObservation? FindObservation(string observationId)
    {
        if (!IsPrefix(observationId)) return null;
        lock (_gate)
            return Guard(() => Query(
                $"SELECT o.kind, o.payload, {StoreRows.HeaderColumns} FROM observations o JOIN documents d ON d.id = o.document_id WHERE starts_with(o.id, $1) LIMIT 2",
                StoreRows.ReadStored, observationId)) is [var one] ? one : null;
    }

    /// <inheritdoc/>
    public void Dispose() => _connection.Dispose();

    // Codes are three capital letters by type, so they may stand in SQL.
    private static string Lineage(StateId id) =>
        string.Join(", ", StateRegistry.Default.Lineage(id).Select(s => s.Id).Append(id).Distinct().Select(s => $"'{s.Code}'"));

    private static bool IsPrefix(string? id) => id is { Length: > 0 and <= 64 } && id.All(char.IsAsciiHexDigitLower);

    private List<string> KnownIds(IEnumerable<string> ids)
    {
        string list = string.Join(", ", ids.Where(IsPrefix).Select(id => $"'{id}'"));
        return list.Length == 0 ? [] : Query($"SELECT id FROM documents WHERE id IN ({list})", r => r.GetString(0));
    }

    private List<T> Query<T>(string sql, Func<DuckDBDataReader, T> read, params object[] values)
    {
        using DuckDBCommand command = _connection.CreateCommand();
        command.CommandText = sql;
        foreach (object value in values) command.Parameters.Add(new DuckDBParameter(value));
        using DuckDBDataReader reader = command.ExecuteReader();
        var rows = new List<T>();
        while (reader.Read()) rows.Add(read(reader));
        return rows;
    }

    private T Guard<T>(Func<T> work)
    {
        try
        {
            return work();
        }
        catch (DuckDBException e)
        {
            throw DuckDbFile.Explain(e, _connection.DataSource);
        }
    }
}
