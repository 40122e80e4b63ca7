using System.Globalization;
using Entente.Reading;
using Npgsql;
using NpgsqlTypes;

namespace Entente.Storage.PostgreSql;

public sealed partial class PostgresEvidenceStore
{
    // The last word on each observation.
    private const string Overruled = "(SELECT observation_id FROM (SELECT DISTINCT ON (observation_id) observation_id, verdict FROM corrections ORDER BY observation_id, number DESC) w WHERE verdict = 'Wrong')";

    /// <inheritdoc/>
    public EvidenceFound Search(EvidenceQuery query)
    {
        ArgumentNullException.ThrowIfNull(query);
        var parameters = new List<object>();
        string from = $"FROM observations o JOIN documents d ON d.id = o.document_id WHERE {Where(query, parameters)}";
        return Guard(c => new EvidenceFound(
            Query(c, $"SELECT o.kind, o.payload, {PostgresRows.HeaderColumns} {from} ORDER BY d.published DESC NULLS LAST, o.document_id, o.ordinal"
                + string.Create(CultureInfo.InvariantCulture, $" LIMIT {Math.Max(0, query.Limit)} OFFSET {Math.Max(0, query.Skip)}"), PostgresRows.ReadStored, [.. parameters]),
            Query(c, $"SELECT count(*) {from}", r => r.GetInt64(0), [.. parameters])[0]));
    }

    /// <inheritdoc/>
    public (IReadOnlyList<DocumentFound> Documents, long Total) Documents(string? words, int skip, int limit)
    {
        object[] parameters = string.IsNullOrWhiteSpace(words) ? [] : [PostgresRows.Holdable(words.Trim())];
        string where = parameters.Length == 0 ? "true" : $"({Contains("d.body", "$1")} OR {Contains("d.title", "$1")})";
        return Guard(c => ((IReadOnlyList<DocumentFound>)Query(c,
            $"SELECT {PostgresRows.HeaderColumns}, (SELECT count(*) FROM observations o WHERE o.document_id = d.id) FROM documents d WHERE {where} ORDER BY d.published DESC NULLS LAST, d.id"
            + string.Create(CultureInfo.InvariantCulture, $" LIMIT {Math.Max(0, limit)} OFFSET {Math.Max(0, skip)}"),
            r => new DocumentFound(PostgresRows.ReadHeader(r, 0), r.GetInt64(8)), parameters),
            Query(c, $"SELECT count(*) FROM documents d WHERE {where}", r => r.GetInt64(0), parameters)[0]));
    }

    /// <inheritdoc/>
    public bool Correct(Correction correction)
    {
        ArgumentNullException.ThrowIfNull(correction);
        return Guard(c =>
        {
            using var command = new NpgsqlCommand("INSERT INTO corrections (observation_id, verdict, reason, made_by, made_at) SELECT $1, $2, $3, $4, $5 WHERE EXISTS (SELECT 1 FROM observations WHERE id = $1)", c);
            foreach (string value in (string[])[correction.ObservationId, correction.Verdict.ToString(), correction.Reason, correction.By])
                command.Parameters.Add(new NpgsqlParameter { Value = PostgresRows.Holdable(value), NpgsqlDbType = NpgsqlDbType.Text });
            command.Parameters.Add(new NpgsqlParameter { Value = correction.At.UtcDateTime, NpgsqlDbType = NpgsqlDbType.TimestampTz });
            return command.ExecuteNonQuery() == 1;
        }, again: false);
    }

    /// <inheritdoc/>
    public IReadOnlyList<Correction> Corrections(IReadOnlyCollection<string>? observationIds)
    {
        object[] ids = observationIds is null ? [] : [observationIds.Where(IsPrefix).ToArray()];
        return Guard(c => Query(c, $"SELECT observation_id, verdict, reason, made_by, made_at FROM corrections{(ids.Length == 0 ? "" : " WHERE observation_id = ANY($1)")} ORDER BY number",
            r => new Correction(r.GetString(0), Enum.Parse<Verdict>(r.GetString(1)), r.GetString(2), r.GetString(3), new DateTimeOffset(r.GetDateTime(4))), ids));
    }

    /// <inheritdoc/>
    public void KeepOriginal(string documentId, byte[] bytes)
    {
        ArgumentNullException.ThrowIfNull(bytes);
        Guard(c =>
        {
            using var command = new NpgsqlCommand("INSERT INTO originals VALUES ($1, $2) ON CONFLICT DO NOTHING", c);
            command.Parameters.Add(new NpgsqlParameter { Value = documentId });
            command.Parameters.Add(new NpgsqlParameter { Value = bytes });
            return command.ExecuteNonQuery();
        });
    }

    /// <inheritdoc/>
    public byte[]? Original(string documentId) =>
        Guard(c => Query(c, "SELECT bytes FROM originals WHERE document_id = $1", r => r.GetFieldValue<byte[]>(0), documentId)) is [var bytes] ? bytes : null;

    private static string Where(EvidenceQuery q, List<object> parameters)
    {
        var all = new List<string> { "true" };
        string Of(object value)
        {
            parameters.Add(value is string text ? PostgresRows.Holdable(text) : value);
            return string.Create(CultureInfo.InvariantCulture, $"${parameters.Count}");
        }
        if (q is { State: { } a, Other: { } b })
        {
            string first = Of(Lineage(a)), second = Of(Lineage(b));
            all.Add($"((o.state_a = ANY({first}) AND o.state_b = ANY({second})) OR (o.state_a = ANY({second}) AND o.state_b = ANY({first})))");
        }
        else if (q.State is { } one)
        {
            string state = Of(Lineage(one));
            all.Add($"(o.state_a = ANY({state}) OR o.state_b = ANY({state}))");
        }
        if (q.Kind is { } kind) all.Add($"o.kind = {Of(kind)}");
        if (q.Type is { } type) all.Add($"o.type = {Of(type.ToString())}");
        if (q.Modality is { } modality) all.Add($"o.modality = {Of(modality.ToString())}");
        if (q.Speaker is { Length: > 0 } speaker) all.Add(Contains("o.speaker", Of(speaker)));
        if (q.Words is { Length: > 0 } words) all.Add(Contains("d.body", Of(words)));
        if (q.From is { } from) all.Add($"d.published >= {Of(from)}");
        if (q.To is { } to) all.Add($"d.published <= {Of(to)}");
        if (q.Overruled is { } overruled) all.Add($"o.id {(overruled ? "" : "NOT ")}IN {Overruled}");
        return string.Join(" AND ", all);
    }

    // The database's own rules of upper and lower case may know ASCII only.
    private static string Contains(string column, string parameter) => $"position(lower({parameter} COLLATE \"und-x-icu\") IN lower({column} COLLATE \"und-x-icu\")) > 0";
}
