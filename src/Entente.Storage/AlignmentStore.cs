using System.Globalization;
using DuckDB.NET.Data;
using Entente.Measures;

namespace Entente.Storage;

/// <summary>The learned alignment model and the posterior of every dyad-year, as a panel directory keeps them. Reads only.</summary>
public sealed class AlignmentStore
{
    private readonly string _series;

    private AlignmentStore(string directory, AlignmentModel model) => (_series, Model) = (PanelWriter.Quote(Path.Combine(directory, AlignmentWriter.SeriesName)), model);

    /// <summary>The model.</summary>
    public AlignmentModel Model { get; }

    /// <summary>Opens the alignment of a panel directory.</summary>
    /// <exception cref="FileNotFoundException">It is not there; the message says how to make it.</exception>
    /// <exception cref="InvalidDataException">It is of another version.</exception>
    public static AlignmentStore Open(string panelDirectory)
    {
        AlignmentModel model = OpenModel(panelDirectory);
        if (!File.Exists(Path.Combine(panelDirectory, AlignmentWriter.SeriesName)))
            throw new FileNotFoundException($"{panelDirectory} holds no alignment: {AlignmentWriter.SeriesName} is missing. `entente record build-panel` makes it.", AlignmentWriter.SeriesName);
        return new AlignmentStore(panelDirectory, model);
    }

    /// <summary>The model alone.</summary>
    /// <exception cref="FileNotFoundException">It is not there; the message says how to make it.</exception>
    /// <exception cref="InvalidDataException">It is of another version.</exception>
    public static AlignmentModel OpenModel(string panelDirectory)
    {
        string path = Path.Combine(panelDirectory, AlignmentWriter.ModelName);
        return File.Exists(path) ? AlignmentModelJson.Read(File.ReadAllText(path))
            : throw new FileNotFoundException($"{panelDirectory} holds no alignment: {AlignmentWriter.ModelName} is missing. `entente record build-panel` makes it.", path);
    }

    /// <summary>Every dyad of a year, overall (null) or of a dimension.</summary>
    public IReadOnlyList<AlignmentRow> ReadYear(int year, Dimension? dimension)
    {
        string column = dimension is { } d ? AlignmentWriter.ColumnOf(d) : "overall";
        using var connection = new DuckDBConnection("DataSource=:memory:");
        connection.Open();
        using DuckDBCommand command = connection.CreateCommand();
        command.CommandText = string.Create(CultureInfo.InvariantCulture, $"SELECT a, b, {column}, {column}_sd, inputs FROM {_series} WHERE year = {year}");
        using DuckDBDataReader reader = command.ExecuteReader();
        var rows = new List<AlignmentRow>();
        while (reader.Read())
            rows.Add(new AlignmentRow(new UndirectedDyad(new StateId(reader.GetString(0)), new StateId(reader.GetString(1))), year,
                reader.GetInt16(2) / AlignmentWriter.Grain, reader.GetInt16(3) / AlignmentWriter.Grain, reader.GetByte(4)));
        return rows;
    }
}
