using System.Collections.Immutable;
using System.Globalization;
using System.Text.Json;
using DuckDB.NET.Data;
using Entente.Measures.News;
using Entente.Reading;

namespace Entente.Storage;

/// <summary>Counts of news and what was learned from them, as a news directory keeps them. The same counts give the same bytes.</summary>
public static class NewsStore
{
    internal const string CountsName = "counts.parquet";
    internal const string ModelName = "model.json";
    private static readonly JsonSerializerOptions Json = new(JsonSerializerDefaults.Web) { WriteIndented = true };

    /// <summary>Writes <c>model.json</c>.</summary>
    /// <exception cref="IOException">The directory cannot be written.</exception>
    public static void WriteModel(string directory, NewsModel model)
    {
        ArgumentNullException.ThrowIfNull(model);
        Dimension[] dimensions = Enum.GetValues<Dimension>();
        File.WriteAllText(Path.Combine(directory, ModelName), JsonSerializer.Serialize(new ModelFile(NewsModel.Method, model.FirstMonth.ToString(), model.LastMonth.ToString(),
            [.. model.Lines.Select((l, i) => new LineFile(i == 0 ? "overall" : dimensions[i - 1].ToString().ToLowerInvariant(), l.Mean, l.Spread, l.Drift, l.Month, l.Report))], model.Bridge), Json) + "\n");
    }

    /// <summary>The model of a news directory.</summary>
    /// <exception cref="FileNotFoundException">It is not there; the message says how to make it.</exception>
    /// <exception cref="InvalidDataException">It is of another version.</exception>
    public static NewsModel ReadModel(string directory)
    {
        string path = Path.Combine(directory, ModelName);
        if (!File.Exists(path)) throw new FileNotFoundException($"{directory} holds no model of news: {ModelName} is missing. `entente record build-news` makes it.", path);
        ModelFile? file = JsonSerializer.Deserialize<ModelFile>(File.ReadAllText(path), Json);
        return file is { Method: NewsModel.Method } && CalendarMonth.TryParse(file.FirstMonth) is { } first && CalendarMonth.TryParse(file.LastMonth) is { } last && file.Lines.Length == 1 + Enum.GetValues<Dimension>().Length
            ? new NewsModel(first, last, [.. file.Lines.Select(l => new NewsLine(l.Mean, l.Spread, l.Drift, l.Month, l.Report))], file.Bridge)
            : throw new InvalidDataException($"{path} is of another version ({file?.Method}); `entente record build-news` makes it again.");
    }

    private sealed record ModelFile(string Method, string FirstMonth, string LastMonth, ImmutableArray<LineFile> Lines, NewsBridge? Bridge);

    private sealed record LineFile(string Line, double Mean, double Spread, double Drift, double Month, double Report);

    /// <summary>Writes <c>counts.parquet</c>.</summary>
    /// <exception cref="IOException">The directory cannot be written.</exception>
    public static void WriteCounts(string directory, IEnumerable<NewsCount> counts)
    {
        ArgumentNullException.ThrowIfNull(counts);
        Directory.CreateDirectory(directory);
        using var connection = new DuckDBConnection("DataSource=:memory:");
        connection.Open();
        PanelWriter.Run(connection, "SET threads = 1; SET preserve_insertion_order = true");
        PanelWriter.Run(connection, "CREATE TABLE counts (a VARCHAR, b VARCHAR, month VARCHAR, corpus VARCHAR, type VARCHAR, dimension VARCHAR, reports SMALLINT, ab SMALLINT, ba SMALLINT, intensity FLOAT)");
        using (DuckDBAppender appender = connection.CreateAppender("counts"))
            foreach (NewsCount c in counts)
                appender.CreateRow().AppendValue(c.Dyad.First.Code).AppendValue(c.Dyad.Second.Code).AppendValue(c.Month.ToString()).AppendValue(c.Corpus)
                    .AppendValue(c.Type.ToString().ToUpperInvariant()).AppendValue(c.Dimension.ToString().ToLowerInvariant())
                    .AppendValue((short)c.Reports).AppendValue((short)c.Forth).AppendValue((short)c.Back).AppendValue((float)c.Intensity).EndRow();
        PanelWriter.Copy(connection, "SELECT * FROM counts ORDER BY a, b, month, corpus, type, dimension", Path.Combine(directory, CountsName));
    }

    /// <summary>The counts of one dyad, or of all, by dyad, month, corpus, type and dimension.</summary>
    /// <exception cref="FileNotFoundException">The directory holds none; the message says how to make them.</exception>
    public static IReadOnlyList<NewsCount> ReadCounts(string directory, UndirectedDyad? dyad = null)
    {
        string path = Path.Combine(directory, CountsName);
        if (!File.Exists(path)) throw new FileNotFoundException($"{directory} holds no counts of news: {CountsName} is missing. `entente record build-news` makes it.", path);
        using var connection = new DuckDBConnection("DataSource=:memory:");
        connection.Open();
        using DuckDBCommand command = connection.CreateCommand();
        string where = dyad is { } d ? string.Create(CultureInfo.InvariantCulture, $" WHERE a = '{d.First.Code}' AND b = '{d.Second.Code}'") : "";
        command.CommandText = $"SELECT a, b, month, corpus, type, dimension, reports, ab, ba, intensity FROM {PanelWriter.Quote(path)}{where} ORDER BY a, b, month, corpus, type, dimension";
        using DuckDBDataReader reader = command.ExecuteReader();
        var counts = new List<NewsCount>();
        while (reader.Read())
            counts.Add(new NewsCount(new UndirectedDyad(new StateId(reader.GetString(0)), new StateId(reader.GetString(1))),
                CalendarMonth.TryParse(reader.GetString(2)) ?? throw new InvalidDataException($"{path}: '{reader.GetString(2)}' is no month."), reader.GetString(3),
                Enum.Parse<PloverType>(reader.GetString(4), ignoreCase: true), Enum.Parse<Dimension>(reader.GetString(5), ignoreCase: true),
                reader.GetInt16(6), reader.GetInt16(7), reader.GetInt16(8), Math.Round(reader.GetFloat(9), 3)));
        return counts;
    }
}
