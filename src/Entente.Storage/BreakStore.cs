using DuckDB.NET.Data;
using Entente.Measures.Breaks;

namespace Entente.Storage;

/// <summary>The rifts and rapprochements of every dyad, computed with the panel and kept in <c>breaks.parquet</c>.</summary>
public static class BreakStore
{
    internal const string FileName = "breaks.parquet";

    /// <summary>Writes them; the same turns give the same bytes.</summary>
    public static void Write(string directory, IEnumerable<Break> breaks)
    {
        ArgumentNullException.ThrowIfNull(breaks);
        using var connection = new DuckDBConnection("DataSource=:memory:");
        connection.Open();
        PanelWriter.Run(connection, "SET threads = 1; SET preserve_insertion_order = true");
        PanelWriter.Run(connection, "CREATE TABLE breaks (a VARCHAR, b VARCHAR, year SMALLINT, direction VARCHAR, probability FLOAT)");
        using (DuckDBAppender appender = connection.CreateAppender("breaks"))
            foreach (Break b in breaks)
                appender.CreateRow().AppendValue(b.Dyad.First.Code).AppendValue(b.Dyad.Second.Code).AppendValue((short)b.Year)
                    .AppendValue(NameOf(b.Turn)).AppendValue((float)b.Probability).EndRow();
        PanelWriter.Copy(connection, "SELECT * FROM breaks ORDER BY a, b, year, direction", Path.Combine(directory, FileName));
    }

    /// <summary>All of them, without what they rest on.</summary>
    /// <exception cref="FileNotFoundException">The panel directory holds none; the message says how to make them.</exception>
    public static IReadOnlyList<Break> Read(string directory)
    {
        string path = Path.Combine(directory, FileName);
        if (!File.Exists(path)) throw new FileNotFoundException($"{directory} holds no breaks: {FileName} is missing. `entente record build-panel` makes it.", path);
        using var connection = new DuckDBConnection("DataSource=:memory:");
        connection.Open();
        using DuckDBCommand command = connection.CreateCommand();
        command.CommandText = $"SELECT a, b, year, direction, probability FROM {PanelWriter.Quote(path)}";
        using DuckDBDataReader reader = command.ExecuteReader();
        var breaks = new List<Break>();
        while (reader.Read())
            breaks.Add(new Break(new UndirectedDyad(new StateId(reader.GetString(0)), new StateId(reader.GetString(1))), reader.GetInt16(2),
                string.Equals(reader.GetString(3), NameOf(Turn.Rift), StringComparison.Ordinal) ? Turn.Rift : Turn.Rapprochement, Math.Round(reader.GetFloat(4), 3), []));
        return breaks;
    }

    /// <summary><c>rift</c> or <c>rapprochement</c>.</summary>
    public static string NameOf(Turn turn) => turn == Turn.Rift ? "rift" : "rapprochement";
}
