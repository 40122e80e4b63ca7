using System.Collections.Concurrent;
using System.Globalization;
using Entente.Documents;
using Entente.Reading;
using Npgsql;
using NpgsqlTypes;

namespace Entente.Storage.PostgreSql;

/// <summary>Evidence in a PostgreSQL database, for many readers and writers at once. Thread-safe: each call takes a connection of its own.</summary>
public sealed partial class PostgresEvidenceStore : IMaintainedStore
{
    private const int Trials = 4;
    private readonly NpgsqlDataSource _source;
    private readonly ConcurrentDictionary<DateOnly, bool> _months = [];

    private PostgresEvidenceStore(NpgsqlDataSource source, string location) => (_source, Location) = (source, location);

    /// <inheritdoc/>
    public string Location { get; }

    /// <summary>Opens a store, making its tables when they are not there and may be made.</summary>
    /// <param name="address"><c>postgres://user:password@host:5432/database</c>.</param>
    /// <param name="readOnly">Nothing can be changed.</param>
    /// <exception cref="StoreException">It cannot be reached, is no store, or is of a later version; no message names user or password.</exception>
    public static PostgresEvidenceStore Open(string address, bool readOnly = false)
    {
        ArgumentException.ThrowIfNullOrEmpty(address);
        PostgresAddress where = PostgresAddress.Parse(address, readOnly);
        NpgsqlDataSource? source = null;
        try
        {
            source = NpgsqlDataSource.Create(where.ConnectionString);
            using NpgsqlConnection connection = source.OpenConnection();
            if (!readOnly) PostgresSchema.Migrate(connection);
            int version = PostgresSchema.VersionOf(connection);
            if (version == 0) throw new StoreException($"There is no store at {where.Shown}: 'entente read --store' with that address makes one.");
            if (version != PostgresSchema.Latest)
                throw new StoreException(string.Create(CultureInfo.InvariantCulture, $"{where.Shown} has schema {version}; this version reads {PostgresSchema.Latest}. {(version > PostgresSchema.Latest ? "Update entente, or use another store." : "Any verb that writes to it brings it up to date.")}"));
            return new PostgresEvidenceStore(source, where.Shown);
        }
        catch (Exception e) when (e is NpgsqlException or TimeoutException or StoreException or ArgumentException)
        {
            source?.Dispose();
            throw e as StoreException ?? Explain(e, where.Shown);
        }
    }

    /// <inheritdoc/>
    public int Add(IReadOnlyList<CodedDocument> batch)
    {
        ArgumentNullException.ThrowIfNull(batch);
        if (batch.Count == 0) return 0;
        return Guard(connection =>
        {
            DateOnly[] missing = [.. batch.Select(d => PostgresRows.Month(d.Document)).OfType<DateOnly>().Distinct().Where(m => !_months.ContainsKey(m)).Order()];
            PostgresSchema.MakeMonths(connection, missing);
            foreach (DateOnly month in missing) _months[month] = true;
            using NpgsqlTransaction transaction = connection.BeginTransaction();
            HashSet<string> won = Claim(connection, batch);
            CodedDocument[] fresh = [.. batch.Where(d => won.Remove(d.Document.Id))];
            using (NpgsqlBinaryImporter copy = connection.BeginBinaryImport(PostgresRows.CopyDocuments))
            {
                foreach (CodedDocument d in fresh) PostgresRows.Write(copy, d.Document);
                copy.Complete();
            }
            using (NpgsqlBinaryImporter copy = connection.BeginBinaryImport(PostgresRows.CopyObservations))
            {
                foreach (CodedDocument d in fresh)
                {
                    int ordinal = 0;
                    foreach (Observation o in d.Observations.DistinctBy(o => o.Id, StringComparer.Ordinal)) PostgresRows.Write(copy, d.Document, ordinal++, o);
                }
                copy.Complete();
            }
            transaction.Commit();
            return fresh.Length;
        });
    }

    /// <inheritdoc/>
    public IReadOnlySet<string> Known(IReadOnlyCollection<string> documentIds)
    {
        ArgumentNullException.ThrowIfNull(documentIds);
        string[] ids = [.. documentIds.Where(IsPrefix)];
        return Guard(c => Query(c, "SELECT id FROM document_ids WHERE id = ANY($1)", r => r.GetString(0), (object)ids).ToHashSet(StringComparer.Ordinal));
    }

    /// <inheritdoc/>
    public CodedDocument? Find(string documentId)
    {
        if (!IsPrefix(documentId)) return null;
        return Guard(c =>
        {
            // The ids' own table says in which month to look.
            List<(string Id, DateOnly? Month)> found = Query(c, "SELECT id, month FROM document_ids WHERE id LIKE $1 || '%' LIMIT 2", r => (r.GetString(0), r.IsDBNull(1) ? (DateOnly?)null : r.GetFieldValue<DateOnly>(1)), documentId);
            if (found is not [var one]) return null;
            string month = one.Month is { } m ? string.Create(CultureInfo.InvariantCulture, $"= '{m:yyyy-MM-dd}'") : "IS NULL";
            Document document = Query(c, $"SELECT {PostgresRows.DocumentColumns} FROM documents d WHERE d.id = $1 AND d.month {month}", PostgresRows.ReadDocument, one.Id)[0];
            return new CodedDocument(document, Query(c, $"SELECT kind, payload FROM observations WHERE document_id = $1 AND month {month} ORDER BY ordinal", PostgresRows.ReadObservation, one.Id));
        });
    }

    /// <inheritdoc/>
    public IReadOnlyList<StoredObservation> About(UndirectedDyad dyad, DateOnly asOf, int limit)
    {
        string[] a = Lineage(dyad.First), b = Lineage(dyad.Second);
        return Guard(c => Query(c,
            $"SELECT o.kind, o.payload, {PostgresRows.HeaderColumns} FROM observations o JOIN documents d ON d.id = o.document_id AND d.month = o.month"
            + " WHERE ((o.state_a = ANY($1) AND o.state_b = ANY($2)) OR (o.state_a = ANY($2) AND o.state_b = ANY($1)))"
            + " AND o.published <= $3 AND o.month <= $3 ORDER BY o.published DESC, o.document_id, o.id LIMIT $4",
            PostgresRows.ReadStored, a, b, asOf, limit));
    }

    /// <inheritdoc/>
    public StoredObservation? FindObservation(string observationId)
    {
        if (!IsPrefix(observationId)) return null;
        return Guard(c => Query(c,
            $"SELECT o.kind, o.payload, {PostgresRows.HeaderColumns} FROM observations o JOIN documents d ON d.id = o.document_id WHERE o.id LIKE $1 || '%' LIMIT 2",
            PostgresRows.ReadStored, observationId)) is [var one] ? one : null;
    }

    /// <inheritdoc/>
    public void Dispose() => _source.Dispose();

    // In order of their ids, so that two writers of the same documents wait for each other and never both; the second is left with none.
    private static HashSet<string> Claim(NpgsqlConnection connection, IReadOnlyList<CodedDocument> batch)
    {
        (string Id, DateOnly? Month)[] wanted = [.. batch.Select(d => (d.Document.Id, PostgresRows.Month(d.Document))).DistinctBy(d => d.Id, StringComparer.Ordinal).OrderBy(d => d.Id, StringComparer.Ordinal)];
        using var command = new NpgsqlCommand("INSERT INTO document_ids (id, month) SELECT * FROM unnest($1, $2) ON CONFLICT DO NOTHING RETURNING id", connection);
        command.Parameters.Add(new NpgsqlParameter { Value = wanted.Select(w => w.Id).ToArray(), NpgsqlDbType = NpgsqlDbType.Array | NpgsqlDbType.Text });
        command.Parameters.Add(new NpgsqlParameter { Value = wanted.Select(w => w.Month).ToArray(), NpgsqlDbType = NpgsqlDbType.Array | NpgsqlDbType.Date });
        using NpgsqlDataReader reader = command.ExecuteReader();
        var won = new HashSet<string>(StringComparer.Ordinal);
        while (reader.Read()) won.Add(reader.GetString(0));
        return won;
    }

    private static string[] Lineage(StateId id) => [.. StateRegistry.Default.Lineage(id).Select(s => s.Id.Code).Append(id.Code).Distinct(StringComparer.Ordinal)];

    private static bool IsPrefix(string? id) => id is { Length: > 0 and <= 64 } && id.All(char.IsAsciiHexDigitLower);

    private static List<T> Query<T>(NpgsqlConnection connection, string sql, Func<NpgsqlDataReader, T> read, params object[] values)
    {
        using var command = new NpgsqlCommand(sql, connection);
        foreach (object value in values) command.Parameters.Add(new NpgsqlParameter { Value = value });
        using NpgsqlDataReader reader = command.ExecuteReader();
        var rows = new List<T>();
        while (reader.Read()) rows.Add(read(reader));
        return rows;
    }

    // A server that is restarted breaks every connection; what is safe to do twice is tried again on a new one, a few seconds long.
    private T Guard<T>(Func<NpgsqlConnection, T> work, bool again = true)
    {
        for (int trial = 1; ; trial++)
        {
            try
            {
                using NpgsqlConnection connection = _source.OpenConnection();
                return work(connection);
            }
            catch (NpgsqlException e) when (again && trial < Trials && e.IsTransient)
            {
                _source.Clear();
                Task.Delay(TimeSpan.FromSeconds(trial)).Wait();
            }
            catch (Exception e) when (e is NpgsqlException or TimeoutException)
            {
                throw Explain(e, Location);
            }
        }
    }

    private static StoreException Explain(Exception e, string shown) => e is PostgresException p
        ? new StoreException(p.SqlState switch
        {
            "28P01" or "28000" => $"{shown} does not let this user in: check user and password.",
            "3D000" => $"{shown}: there is no such database; 'createdb' makes one.",
            "42501" or "25006" => $"{shown}: this user may not write there.",
            "53100" => $"The disk of {shown} is full: free space and run again; what was committed is kept.",
            "53300" => $"{shown} has no connection left: try again, or raise max_connections.",
            _ => $"{shown}: {p.MessageText} ({p.SqlState})",
        }, e)
        : new StoreException($"{shown} does not answer ({e.Message}): is the server running, and may this machine reach it? What was committed is kept.", e);
}
