using System.Globalization;
using DuckDB.NET.Data;
using Entente.Record.Streams;

namespace Entente.Storage.Streams;

public sealed partial class StreamStore
{
    /// <summary>Lets the database itself read a file of GDELT events as GDELT ships it, unpacked: many times as fast as row by row, and the same rows.</summary>
    /// <param name="name">Name of the file.</param>
    /// <param name="sha256">Hash of its content.</param>
    /// <param name="format"><see cref="StreamFormat.Gdelt1"/> or <see cref="StreamFormat.Gdelt2"/>.</param>
    /// <param name="path">The unpacked file.</param>
    /// <param name="lines">Its lines.</param>
    /// <returns>What was stored; null, and nothing changed, when a single line is not as it should be: then it must be read row by row, which names the line.</returns>
    /// <exception cref="StoreException">It cannot be written.</exception>
    public StreamFile? AddGdelt(string name, string sha256, StreamFormat format, string path, long lines)
    {
        int columns = format switch { StreamFormat.Gdelt2 => 61, StreamFormat.Gdelt1 => 58, _ => throw new ArgumentOutOfRangeException(nameof(format), format, "Only GDELT's events can be read in bulk.") };
        return Guard(() =>
        {
            FillLookups();
            using DuckDBTransaction transaction = _connection.BeginTransaction();
            int file = NextFile();
            long stored;
            try
            {
                stored = Execute(Insert(file, columns, path));
            }
            catch (DuckDBException)
            {
                // A full disk and the like come again, and are told, when the rows are read one by one.
                transaction.Rollback();
                return null;
            }
            if (stored != lines)
            {
                transaction.Rollback();
                return null;
            }
            StreamFile done = Finish(file, name, sha256, format, 0);
            transaction.Commit();
            return done;
        });
    }

    private static string Insert(int file, int columns, string path)
    {
        string names = "{" + string.Join(", ", Enumerable.Range(0, columns).Select(i => string.Create(CultureInfo.InvariantCulture, $"'c{i}': 'VARCHAR'"))) + "}";
        string id = file.ToString(CultureInfo.InvariantCulture), url = string.Create(CultureInfo.InvariantCulture, $"c{columns - 1}");
        // The conditions are those of the row reader, one by one; casting there and back keeps out what a cast is too kind to.
        return $"""
            INSERT INTO stream_events
            SELECT {id}, e.id, e.day, e.actor1, e.actor2, s.state, t.state, e.code, k.type, e.intensity, e.reports, NULL, e.url
            FROM (
                SELECT c0 AS id, try_strptime(c1, '%Y%m%d')::DATE AS day, c1 AS written, c5 AS actor1, c15 AS actor2, c7 AS country1, c17 AS country2,
                    CASE WHEN length(c28) = 1 THEN '0' || c26 ELSE c26 END AS code, c30 AS goldstein, TRY_CAST(c30 AS DOUBLE) AS intensity,
                    c33 AS articles, TRY_CAST(c33 AS INTEGER) AS reports, {url} AS url
                FROM read_csv({PanelWriter.Quote(path)}, columns = {names}, delim = '\t', quote = '', escape = '', header = false, auto_detect = false, nullstr = '', new_line = '\n', max_line_size = 1048576)
            ) e
            LEFT JOIN stream_actor_codes s ON s.code = e.country1 AND e.day BETWEEN s.first AND s.last
            LEFT JOIN stream_actor_codes t ON t.code = e.country2 AND e.day BETWEEN t.first AND t.last
            LEFT JOIN stream_type_codes k ON k.code = e.code
            WHERE TRY_CAST(e.id AS BIGINT)::VARCHAR = e.id AND TRY_CAST(e.id AS BIGINT) >= 0
                AND strftime(e.day, '%Y%m%d') = e.written AND e.code IS NOT NULL
                AND (e.goldstein IS NULL OR (e.intensity BETWEEN -10 AND 10 AND NOT contains(e.goldstein, '_')))
                AND (e.articles IS NULL OR (e.reports::VARCHAR = e.articles AND e.reports >= 0))
            """;
    }

    private void FillLookups()
    {
        if (Convert.ToInt64(Scalar("SELECT count(*) FROM information_schema.tables WHERE table_name = 'stream_type_codes'"), CultureInfo.InvariantCulture) > 0) return;
        Execute("CREATE TEMP TABLE stream_actor_codes (code VARCHAR, first DATE, last DATE, state VARCHAR)");
        Execute("CREATE TEMP TABLE stream_type_codes (code VARCHAR, type VARCHAR)");
        Execute("INSERT INTO stream_actor_codes VALUES " + string.Join(", ", StreamActors.Cameo.All.Select(a =>
            string.Create(CultureInfo.InvariantCulture, $"('{a.Code}', DATE '{a.From:yyyy-MM-dd}', DATE '{a.To:yyyy-MM-dd}', '{a.State.Code}')"))));
        Execute("INSERT INTO stream_type_codes VALUES " + string.Join(", ", StreamTypes.Cameo.All.Select(t => $"('{t.Code}', '{Name(t.Type)}')")));
    }
}
