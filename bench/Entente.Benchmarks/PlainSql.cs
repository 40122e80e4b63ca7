using System.Globalization;
using DuckDB.NET.Data;

namespace Entente.Benchmarks;

/// <summary>What somebody would write in DuckDB's own SQL: GDELT events into a table of a file, and grouped by pair of states and month. The peer of <c>bench/streams.py</c>.</summary>
internal static class PlainSql
{
    public static void Run(string events, string store, bool allColumns)
    {
        using var connection = new DuckDBConnection($"DataSource={store}");
        connection.Open();
        using DuckDBCommand command = connection.CreateCommand();
        string columns = string.Join(", ", Enumerable.Range(0, 61).Select(i => string.Create(CultureInfo.InvariantCulture, $"'c{i}': '{i switch { 0 => "BIGINT", 30 => "DOUBLE", 33 => "INTEGER", _ => "VARCHAR" }}'")));
        string kept = allColumns ? "*" : "c0, c5, c7, c15, c17, c26, c30, c33, c60";
        command.CommandText = $"CREATE TABLE events AS SELECT strptime(c1, '%Y%m%d')::DATE AS day, {kept} FROM read_csv('{events}', columns = {{{columns}}}, delim = '\t', quote = '', escape = '', header = false, auto_detect = false)";
        command.ExecuteNonQuery();
        command.CommandText = "SELECT CAST(date_trunc('month', day) AS VARCHAR), c7, c17, count(*), avg(c30) FROM events WHERE c7 <> c17 GROUP BY ALL ORDER BY ALL";
        using DuckDBDataReader reader = command.ExecuteReader();
        while (reader.Read()) Console.Out.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{reader.GetString(0)},{reader.GetString(1)},{reader.GetString(2)},{reader.GetInt64(3)},{(reader.IsDBNull(4) ? null : reader.GetDouble(4))}"));
    }
}
