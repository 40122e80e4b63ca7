using System.Globalization;
using DuckDB.NET.Data;
using Entente.Reading;
using Entente.Record.Streams;

namespace Entente.Storage.Streams;

/// <summary>Event streams in the store's DuckDB file. Not thread-safe.</summary>
public sealed partial class StreamStore : IDisposable
{
    private readonly DuckDBConnection _connection;

    private StreamStore(DuckDBConnection connection) => _connection = connection;

    /// <summary>Opens the store, making it when it is not there and may be written.</summary>
    /// <exception cref="StoreBusyException">Another process holds it.</exception>
    /// <exception cref="StoreException">It cannot be opened.</exception>
    public static StreamStore Open(string path, bool readOnly = false) => new(DuckDbFile.Open(path, readOnly));

    /// <summary>The files imported, in the order they were.</summary>
    /// <exception cref="StoreException">It cannot be read.</exception>
    public IReadOnlyList<StreamFile> Files() => Guard(() => Query(
        "SELECT name, sha256, format, row_count, known, malformed, CAST(first_day AS VARCHAR), CAST(last_day AS VARCHAR) FROM stream_files ORDER BY id",
        r => new StreamFile(r.GetString(0), r.GetString(1), Enum.Parse<StreamFormat>(r.GetString(2)), r.GetInt64(3), r.GetInt64(4), r.GetInt64(5), Day(r, 6), Day(r, 7))));

    /// <summary>The file with that content, or null.</summary>
    /// <exception cref="StoreException">It cannot be read.</exception>
    public StreamFile? Find(string sha256) => Files().FirstOrDefault(f => string.Equals(f.Sha256, sha256, StringComparison.Ordinal));

    /// <summary>Stores the rows of a file, all or nothing.</summary>
    /// <param name="name">Name of the file.</param>
    /// <param name="sha256">Hash of its content.</param>
    /// <param name="format">What it is.</param>
    /// <param name="rows">Its rows; read once.</param>
    /// <param name="malformed">Told of each row that is none.</param>
    /// <returns>What was stored.</returns>
    /// <exception cref="StoreException">It cannot be written.</exception>
    public StreamFile Add(string name, string sha256, StreamFormat format, IEnumerable<StreamRow> rows, Action<MalformedRow> malformed)
    {
        ArgumentNullException.ThrowIfNull(rows);
        ArgumentNullException.ThrowIfNull(malformed);
        return Guard(() =>
        {
            using DuckDBTransaction transaction = _connection.BeginTransaction();
            int file = NextFile();
            long bad = 0;
            using (DuckDBAppender events = _connection.CreateAppender("stream_events"))
            using (DuckDBAppender mentions = _connection.CreateAppender("stream_mentions"))
            using (DuckDBAppender articles = _connection.CreateAppender("stream_articles"))
                foreach (StreamRow row in rows)
                {
                    if (row.Malformed is { } none)
                    {
                        bad++;
                        malformed(none);
                    }
                    else if (row.Item is StreamEvent e) Append(events, file, e);
                    else if (row.Item is StreamMention m) Append(mentions, file, m);
                    else if (row.Item is StreamArticle a) Append(articles, file, a);
                }
            StreamFile stored = Finish(file, name, sha256, format, bad);
            transaction.Commit();
            return stored;
        });
    }

    /// <inheritdoc/>
    public void Dispose() => _connection.Dispose();

    private int NextFile() => Convert.ToInt32(Scalar("SELECT coalesce(max(id), 0) + 1 FROM stream_files"), CultureInfo.InvariantCulture);

    // Takes out what an earlier file, or an earlier row of this one, already has, and writes the file's own row.
    private StreamFile Finish(int file, string name, string sha256, StreamFormat format, long malformed)
    {
        string table = format switch { StreamFormat.GdeltMentions => "stream_mentions", StreamFormat.GdeltGkg1 or StreamFormat.GdeltGkg2 or StreamFormat.GdeltCounts => "stream_articles", _ => "stream_events" };
        string id = file.ToString(CultureInfo.InvariantCulture);
        long known = 0;
        if (table == "stream_events" && format is not (StreamFormat.KedsCameo or StreamFormat.KedsWeis)) known = DropKnown(id, format);
        Execute($"INSERT INTO stream_files SELECT {id}, $1, $2, '{format}', count(*), {known.ToString(CultureInfo.InvariantCulture)}, {malformed.ToString(CultureInfo.InvariantCulture)}, min(day), max(day) FROM {table} WHERE file = {id}", name, sha256);
        return Files()[^1];
    }

    private long DropKnown(string id, StreamFormat format)
    {
        bool twice = Convert.ToInt64(Scalar($"SELECT count(*) - count(DISTINCT event_id) FROM stream_events WHERE file = {id}"), CultureInfo.InvariantCulture) > 0;
        bool others = Convert.ToInt64(Scalar($"SELECT count(*) FROM stream_files WHERE format = '{format}'"), CultureInfo.InvariantCulture) > 0;
        long known = 0;
        if (twice)
            known += Execute($"DELETE FROM stream_events WHERE file = {id} AND rowid NOT IN (SELECT min(rowid) FROM stream_events WHERE file = {id} GROUP BY event_id)");
        if (others)
            known += Execute($"DELETE FROM stream_events WHERE file = {id} AND event_id IN (SELECT event_id FROM stream_events WHERE file IN (SELECT id FROM stream_files WHERE format = '{format}'))");
        return known;
    }

    private static void Append(DuckDBAppender appender, int file, StreamEvent e)
    {
        IDuckDBAppenderRow row = appender.CreateRow().AppendValue(file).AppendValue(e.Id).AppendValue((DateOnly?)e.Day);
        Text(row, e.SourceCode);
        Text(row, e.TargetCode);
        Text(row, e.Source?.Code);
        Text(row, e.Target?.Code);
        row.AppendValue(e.Code);
        Text(row, e.Type is { } type ? Name(type) : null);
        Value(row, e.Intensity);
        if (e.Reports is { } reports) row.AppendValue((int?)reports);
        else row.AppendNullValue();
        Text(row, e.Publishers);
        Text(row, e.Url);
        row.EndRow();
    }

    private static void Append(DuckDBAppender appender, int file, StreamMention m)
    {
        IDuckDBAppenderRow row = appender.CreateRow().AppendValue(file).AppendValue(m.Id).AppendValue((DateOnly?)m.Day);
        Text(row, m.Publishers);
        Text(row, m.Url);
        if (m.Confidence is { } confidence) row.AppendValue((int?)confidence);
        else row.AppendNullValue();
        row.EndRow();
    }

    private static void Append(DuckDBAppender appender, int file, StreamArticle a)
    {
        IDuckDBAppenderRow row = appender.CreateRow().AppendValue(file).AppendValue(a.Id).AppendValue((DateOnly?)a.Day);
        Text(row, a.Publishers);
        Text(row, a.Url);
        row.AppendValue(a.States);
        Value(row, a.Tone);
        row.EndRow();
    }

    internal static string Name(PloverType type) => type.ToString().ToUpperInvariant();

    private static void Text(IDuckDBAppenderRow row, string? value)
    {
        if (value is null) row.AppendNullValue();
        else row.AppendValue(value);
    }

    private static void Value(IDuckDBAppenderRow row, double? value)
    {
        if (value is null) row.AppendNullValue();
        else row.AppendValue(value);
    }

    private static DateOnly? Day(DuckDBDataReader row, int column) =>
        row.IsDBNull(column) ? null : DateOnly.ParseExact(row.GetString(column), "yyyy-MM-dd", CultureInfo.InvariantCulture);

    private object? Scalar(string sql)
    {
        using DuckDBCommand command = _connection.CreateCommand();
        command.CommandText = sql;
        return command.ExecuteScalar();
    }

    private int Execute(string sql, params object[] values)
    {
        using DuckDBCommand command = _connection.CreateCommand();
        command.CommandText = sql;
        foreach (object value in values) command.Parameters.Add(new DuckDBParameter(value));
        return command.ExecuteNonQuery();
    }

    private List<T> Query<T>(string sql, Func<DuckDBDataReader, T> read)
    {
        using DuckDBCommand command = _connection.CreateCommand();
        command.CommandText = sql;
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
