using System.Globalization;
using System.Text.Json;
using DuckDB.NET.Data;
using Entente.Record;

namespace Entente.Storage;

/// <summary>Writes a computed panel as Parquet files and a description. The same rows give the same bytes.</summary>
public static class PanelWriter
{
    internal const string PanelName = "panel.parquet";
    internal const string EpisodesName = "episodes.parquet";
    internal const string StatesName = "states.parquet";
    internal const string ProximityName = "proximity.parquet";
    internal const string DatasetsName = "datasets.json";
    internal static readonly JsonSerializerOptions Json = new(JsonSerializerDefaults.Web) { WriteIndented = true };

    /// <summary>Writes <c>panel.parquet</c>, <c>episodes.parquet</c> and <c>datasets.json</c>.</summary>
    /// <param name="directory">Made when it is not there.</param>
    /// <param name="datasets">What the panel was computed from.</param>
    /// <param name="rows">Dyad-years, by year and numbers.</param>
    /// <param name="episodes">Episodes, by numbers.</param>
    /// <exception cref="IOException">The directory cannot be written.</exception>
    public static void Write(string directory, IReadOnlyList<DatasetInfo> datasets, IEnumerable<PanelRow> rows, IEnumerable<PanelEpisode> episodes)
    {
        ArgumentNullException.ThrowIfNull(rows);
        ArgumentNullException.ThrowIfNull(episodes);
        Directory.CreateDirectory(directory);
        using var connection = new DuckDBConnection("DataSource=:memory:");
        connection.Open();
        Run(connection, "SET threads = 1; SET preserve_insertion_order = true");
        Run(connection, "CREATE TABLE panel (cow_a SMALLINT, cow_b SMALLINT, year SMALLINT, " + string.Join(", ", PanelColumns.All.Select(c => c.Name + " FLOAT")) + ")");
        Run(connection, "CREATE TABLE episodes (cow_a SMALLINT, cow_b SMALLINT, kind VARCHAR, first_year SMALLINT, last_year SMALLINT, level FLOAT, label VARCHAR, dataset VARCHAR, row_key VARCHAR, fatality TINYINT)");
        using (DuckDBAppender appender = connection.CreateAppender("panel"))
            foreach (PanelRow r in rows)
            {
                IDuckDBAppenderRow row = appender.CreateRow().AppendValue((short)r.CowA).AppendValue((short)r.CowB).AppendValue((short)r.Year);
                foreach (double? value in r.Values) row = value is { } v ? row.AppendValue((float)v) : row.AppendNullValue();
                row.EndRow();
            }
        using (DuckDBAppender appender = connection.CreateAppender("episodes"))
            foreach (PanelEpisode e in episodes)
            {
                IDuckDBAppenderRow row = appender.CreateRow().AppendValue((short)e.CowA).AppendValue((short)e.CowB)
                    .AppendValue(e.Episode.Kind.ToString()).AppendValue((short)e.Episode.FirstYear);
                row = e.Episode.LastYear is { } last ? row.AppendValue((short)last) : row.AppendNullValue();
                row.AppendValue((float)e.Episode.Level).AppendValue(e.Episode.Label).AppendValue(e.Episode.DatasetId).AppendValue(e.Episode.RowKey);
                (e.Episode.Fatality is { } dead ? row.AppendValue((sbyte)dead) : row.AppendNullValue()).EndRow();
            }
        Copy(connection, "SELECT * FROM panel ORDER BY year, cow_a, cow_b", Path.Combine(directory, PanelName));
        Copy(connection, "SELECT * FROM episodes ORDER BY cow_a, cow_b, kind, first_year, row_key, label", Path.Combine(directory, EpisodesName));
        File.WriteAllText(Path.Combine(directory, DatasetsName), JsonSerializer.Serialize(datasets, Json) + "\n");
    }

    /// <summary>Writes <c>states.parquet</c> and <c>proximity.parquet</c>: the context of states and dyads.</summary>
    /// <param name="directory">A directory written by <see cref="Write"/>.</param>
    /// <param name="states">State-years.</param>
    /// <param name="proximities">Spells of nearness.</param>
    /// <exception cref="IOException">The directory cannot be written.</exception>
    public static void WriteContext(string directory, IEnumerable<PanelStateYear> states, IEnumerable<PanelProximity> proximities)
    {
        ArgumentNullException.ThrowIfNull(states);
        ArgumentNullException.ThrowIfNull(proximities);
        using var connection = new DuckDBConnection("DataSource=:memory:");
        connection.Open();
        Run(connection, "SET threads = 1; SET preserve_insertion_order = true");
        Run(connection, "CREATE TABLE states (cow SMALLINT, year SMALLINT, capabilities FLOAT, democracy FLOAT, polity FLOAT, new_leader FLOAT, new_regime FLOAT)");
        Run(connection, "CREATE TABLE proximity (cow_a SMALLINT, cow_b SMALLINT, first_year SMALLINT, last_year SMALLINT, distance FLOAT, contiguity TINYINT)");
        using (DuckDBAppender appender = connection.CreateAppender("states"))
            foreach (PanelStateYear s in states)
            {
                IDuckDBAppenderRow row = appender.CreateRow().AppendValue((short)s.Cow).AppendValue((short)s.Year);
                foreach (double? value in s.Values) row = value is { } v ? row.AppendValue((float)v) : row.AppendNullValue();
                row.EndRow();
            }
        using (DuckDBAppender appender = connection.CreateAppender("proximity"))
            foreach (PanelProximity p in proximities)
            {
                IDuckDBAppenderRow row = appender.CreateRow().AppendValue((short)p.CowA).AppendValue((short)p.CowB).AppendValue((short)p.FirstYear).AppendValue((short)p.LastYear);
                row = p.Distance is { } d ? row.AppendValue((float)d) : row.AppendNullValue();
                (p.Contiguity is { } c ? row.AppendValue((sbyte)c) : row.AppendNullValue()).EndRow();
            }
        Copy(connection, "SELECT * FROM states ORDER BY cow, year", Path.Combine(directory, StatesName));
        Copy(connection, "SELECT * FROM proximity ORDER BY cow_a, cow_b, first_year", Path.Combine(directory, ProximityName));
    }

    internal static string Quote(string path) => "'" + path.Replace("'", "''", StringComparison.Ordinal) + "'";

    /// <exception cref="IOException">The file cannot be written: a full disk, a folder without rights.</exception>
    internal static void Copy(DuckDBConnection connection, string query, string path)
    {
        try
        {
            Run(connection, string.Create(CultureInfo.InvariantCulture, $"COPY ({query}) TO {Quote(path)} (FORMAT parquet, COMPRESSION zstd, COMPRESSION_LEVEL 15, ROW_GROUP_SIZE 61440)"));
        }
        catch (DuckDBException e)
        {
            throw new IOException(e.Message, e);
        }
    }

    internal static void Run(DuckDBConnection connection, string sql)
    {
        using DuckDBCommand command = connection.CreateCommand();
        command.CommandText = sql;
        command.ExecuteNonQuery();
    }
}
