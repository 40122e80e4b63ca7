using System.Globalization;
using DuckDB.NET.Data;
using Entente.Reading;
using Entente.Record.Streams;

namespace Entente.Storage.Streams;

public sealed partial class StreamStore
{
    /// <summary>
    /// Counts events between states. Reports are not events: rows of the same day, direction and type are one event, however many files and streams
    /// have it. A publisher is the one a row names, or the host of its address; mentions add theirs.
    /// </summary>
    /// <exception cref="StoreException">It cannot be read.</exception>
    public IReadOnlyList<StreamCount> Count(StreamQuery query)
    {
        ArgumentNullException.ThrowIfNull(query);
        string period = query.By switch { StreamPeriod.Day => "day", StreamPeriod.Month => "date_trunc('month', day)::DATE", _ => "date_trunc('year', day)::DATE" };
        string rows = $"""
            SELECT event_id, day, source_state AS s, target_state AS t, type, intensity, file IN (SELECT id FROM stream_files WHERE format = 'Gdelt2') AS mentioned,
                coalesce(publishers, nullif(lower(regexp_extract(url, '^[A-Za-z]+://(?:www\.)?([^/:?#]+)', 1)), ''), url) AS publisher
            FROM stream_events WHERE {Condition(query)}
            """;
        return Guard(() =>
        {
            bool mentions = Convert.ToInt64(Scalar("SELECT count(*) FROM (SELECT 1 FROM stream_mentions LIMIT 1)"), CultureInfo.InvariantCulture) > 0;
            string more = !mentions ? "" : """
                UNION ALL SELECT r.day, r.s, r.t, r.type, NULL, lower(m.publishers), 0
                FROM rows r JOIN (SELECT DISTINCT event_id, publishers FROM stream_mentions WHERE publishers IS NOT NULL) m ON r.mentioned AND m.event_id = r.event_id
                """;
            return Query($"""
                WITH rows AS ({rows}),
                named AS (
                    SELECT day, s, t, type, intensity, publisher, 1 AS w FROM rows WHERE publisher IS NULL OR NOT contains(publisher, ';')
                    UNION ALL SELECT day, s, t, type, CASE WHEN nth = 1 THEN intensity END, list[nth], CASE WHEN nth = 1 THEN 1 ELSE 0 END
                    FROM (SELECT day, s, t, type, intensity, list, unnest(range(1, len(list) + 1)) AS nth FROM (SELECT *, string_split(publisher, ';') AS list FROM rows WHERE contains(publisher, ';')))
                    {more}
                ),
                by_publisher AS (SELECT day, s, t, type, publisher, sum(w) AS n, sum(intensity) AS total, count(intensity) AS valued FROM named GROUP BY ALL),
                by_day AS (SELECT day, s, t, type, count(publisher) AS publishers, sum(n) AS n, sum(total) AS total, sum(valued) AS valued FROM by_publisher GROUP BY ALL),
                by_period AS (SELECT {period} AS period, s, t, type, count(*) AS events, count(*) FILTER (publishers > 1) AS corroborated, count(*) FILTER (publishers = 0) AS unnamed,
                    sum(n)::BIGINT AS n, sum(total) / nullif(sum(valued), 0) AS intensity FROM by_day GROUP BY ALL),
                sources AS (SELECT {period} AS period, s, t, type, count(DISTINCT publisher) AS sources FROM by_publisher GROUP BY ALL)
                SELECT CAST(p.period AS VARCHAR), p.s, p.t, p.type, p.events, p.corroborated, p.unnamed, p.n, c.sources, p.intensity
                FROM by_period p JOIN sources c ON c.period = p.period AND c.s = p.s AND c.t = p.t AND c.type IS NOT DISTINCT FROM p.type
                ORDER BY p.period, p.s, p.t, p.type
                """, ReadCount);
        });
    }

    private static string Condition(StreamQuery query)
    {
        List<string> all = ["source_state IS NOT NULL", "target_state IS NOT NULL", "source_state <> target_state"];
        if (query.Dyad is { } dyad)
        {
            string a = Lineage(dyad.First), b = Lineage(dyad.Second);
            all.Add($"((source_state IN ({a}) AND target_state IN ({b})) OR (source_state IN ({b}) AND target_state IN ({a})))");
        }
        if (query.Format is { } format) all.Add($"file IN (SELECT id FROM stream_files WHERE format = '{format}')");
        if (query.From is { } from) all.Add(string.Create(CultureInfo.InvariantCulture, $"day >= DATE '{from:yyyy-MM-dd}'"));
        if (query.To is { } to) all.Add(string.Create(CultureInfo.InvariantCulture, $"day <= DATE '{to:yyyy-MM-dd}'"));
        return string.Join(" AND ", all);
    }

    // Codes are three capital letters by type, so they may stand in SQL.
    private static string Lineage(StateId id) =>
        string.Join(", ", StateRegistry.Default.Lineage(id).Select(s => s.Id).Append(id).Distinct().Select(s => $"'{s.Code}'"));

    private static StreamCount ReadCount(DuckDBDataReader r) => new(
        DateOnly.ParseExact(r.GetString(0), "yyyy-MM-dd", CultureInfo.InvariantCulture), new StateId(r.GetString(1)), new StateId(r.GetString(2)),
        r.IsDBNull(3) ? null : Enum.Parse<PloverType>(r.GetString(3), ignoreCase: true),
        r.GetInt64(4), r.GetInt64(5), r.GetInt64(6), r.GetInt64(7), r.GetInt64(8), r.IsDBNull(9) ? null : r.GetDouble(9));
}
