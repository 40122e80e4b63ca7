using System.Globalization;
using DuckDB.NET.Data;
using Entente.Reading;

namespace Entente.Storage;

public sealed partial class DuckDbEvidenceStore
{
    /// <inheritdoc/>
    public bool Correct(Correction correction)
    {
        ArgumentNullException.ThrowIfNull(correction);
        lock (_gate)
            return Guard(() =>
            {
                using DuckDBTransaction transaction = _connection.BeginTransaction();
                if (Query("SELECT 1 FROM observations WHERE id = $1 LIMIT 1", r => r.GetInt32(0), correction.ObservationId).Count == 0) return false;
                using DuckDBCommand command = _connection.CreateCommand();
                command.CommandText = "INSERT INTO corrections SELECT coalesce(max(number), 0) + 1, $1, $2, $3, $4, CAST($5 AS TIMESTAMP) FROM corrections";
                foreach (string value in (string[])[correction.ObservationId, correction.Verdict.ToString(), correction.Reason, correction.By, Iso(correction.At)])
                    command.Parameters.Add(new DuckDBParameter(value));
                command.ExecuteNonQuery();
                transaction.Commit();
                return true;
            });
    }

    /// <inheritdoc/>
    public IReadOnlyList<Correction> Corrections(IReadOnlyCollection<string>? observationIds)
    {
        string? list = observationIds is null ? null : string.Join(", ", observationIds.Where(IsPrefix).Select(id => $"'{id}'"));
        if (list is { Length: 0 }) return [];
        lock (_gate)
            return Guard(() => Query(
                $"SELECT observation_id, verdict, reason, made_by, strftime(made_at, '%Y-%m-%dT%H:%M:%SZ') FROM corrections{(list is null ? "" : $" WHERE observation_id IN ({list})")} ORDER BY number",
                r => new Correction(r.GetString(0), Enum.Parse<Verdict>(r.GetString(1)), r.GetString(2), r.GetString(3),
                    DateTimeOffset.Parse(r.GetString(4), CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal))));
    }

    /// <inheritdoc/>
    public void KeepOriginal(string documentId, byte[] bytes)
    {
        ArgumentNullException.ThrowIfNull(bytes);
        lock (_gate)
            Guard(() =>
            {
                if (Query("SELECT 1 FROM originals WHERE document_id = $1", r => r.GetInt32(0), documentId).Count > 0) return false;
                using DuckDBCommand command = _connection.CreateCommand();
                command.CommandText = "INSERT INTO originals VALUES ($1, $2)";
                command.Parameters.Add(new DuckDBParameter(documentId));
                command.Parameters.Add(new DuckDBParameter(bytes));
                command.ExecuteNonQuery();
                return true;
            });
    }

    /// <inheritdoc/>
    public byte[]? Original(string documentId)
    {
        lock (_gate)
            return Guard(() => Query("SELECT bytes FROM originals WHERE document_id = $1", r =>
            {
                using Stream stream = r.GetStream(0);
                using var memory = new MemoryStream();
                stream.CopyTo(memory);
                return memory.ToArray();
            }, documentId)) is [var bytes] ? bytes : null;
    }

    private static string Iso(DateTimeOffset at) => at.UtcDateTime.ToString("yyyy-MM-dd HH:mm:ss", CultureInfo.InvariantCulture);
}
