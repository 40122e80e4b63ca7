using System.Globalization;
using Entente.Reading;

namespace Entente.Storage;

public sealed partial class DuckDbEvidenceStore
{
    // The last word on each observation.
    private const string Overruled = "(SELECT observation_id FROM corrections GROUP BY observation_id HAVING arg_max(verdict, number) = 'Wrong')";

    /// <inheritdoc/>
    public EvidenceFound Search(EvidenceQuery query)
    {
        ArgumentNullException.ThrowIfNull(query);
        var parameters = new List<object>();
        string from = $"FROM observations o JOIN documents d ON d.id = o.document_id WHERE {Where(query, parameters)}";
        lock (_gate)
            return Guard(() => new EvidenceFound(
                Query($"SELECT o.kind, o.payload, {StoreRows.HeaderColumns} {from} ORDER BY d.published DESC NULLS LAST, o.document_id, o.rowid"
                    + string.Create(CultureInfo.InvariantCulture, $" LIMIT {Math.Max(0, query.Limit)} OFFSET {Math.Max(0, query.Skip)}"), StoreRows.ReadStored, [.. parameters]),
                Query($"SELECT count(*) {from}", r => r.GetInt64(0), [.. parameters])[0]));
    }

    /// <inheritdoc/>
    public (IReadOnlyList<DocumentFound> Documents, long Total) Documents(string? words, int skip, int limit)
    {
        object[] parameters = string.IsNullOrWhiteSpace(words) ? [] : [words.Trim()];
        string where = parameters.Length == 0 ? "true" : "(contains(lower(d.body), lower($1)) OR contains(lower(d.title), lower($1)))";
        lock (_gate)
            return Guard(() => ((IReadOnlyList<DocumentFound>)Query(
                $"SELECT {StoreRows.HeaderColumns}, (SELECT count(*) FROM observations o WHERE o.document_id = d.id) FROM documents d WHERE {where} ORDER BY d.published DESC NULLS LAST, d.id"
                + string.Create(CultureInfo.InvariantCulture, $" LIMIT {Math.Max(0, limit)} OFFSET {Math.Max(0, skip)}"),
                r => new DocumentFound(StoreRows.ReadHeader(r, 0), r.GetInt64(8)), parameters),
                Query($"SELECT count(*) FROM documents d WHERE {where}", r => r.GetInt64(0), parameters)[0]));
    }

    private static string Where(EvidenceQuery q, List<object> parameters)
    {
        var all = new List<string> { "true" };
        string Of(object value)
        {
            parameters.Add(value);
            return string.Create(CultureInfo.InvariantCulture, $"${parameters.Count}");
        }
        if (q is { State: { } a, Other: { } b })
            all.Add($"((o.state_a IN ({Lineage(a)}) AND o.state_b IN ({Lineage(b)})) OR (o.state_a IN ({Lineage(b)}) AND o.state_b IN ({Lineage(a)})))");
        else if (q.State is { } one)
            all.Add($"(o.state_a IN ({Lineage(one)}) OR o.state_b IN ({Lineage(one)}))");
        if (q.Kind is { } kind) all.Add($"o.kind = {Of(kind)}");
        if (q.Type is { } type) all.Add($"o.type = {Of(type.ToString())}");
        if (q.Modality is { } modality) all.Add($"o.modality = {Of(modality.ToString())}");
        if (q.Speaker is { Length: > 0 } speaker) all.Add($"contains(lower(o.speaker), lower({Of(speaker)}))");
        if (q.Words is { Length: > 0 } words) all.Add($"contains(lower(d.body), lower({Of(words)}))");
        if (q.From is { } from) all.Add($"d.published >= CAST({Of(Iso(from))} AS DATE)");
        if (q.To is { } to) all.Add($"d.published <= CAST({Of(Iso(to))} AS DATE)");
        if (q.Overruled is { } overruled) all.Add($"o.id {(overruled ? "" : "NOT ")}IN {Overruled}");
        return string.Join(" AND ", all);
    }

    private static string Iso(DateOnly day) => day.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);
}
