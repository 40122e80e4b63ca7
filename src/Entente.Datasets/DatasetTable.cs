using System.Globalization;
using System.IO.Compression;

namespace Entente.Datasets;

/// <summary>Reads a dataset's CSV file row by row; gzip is seen through. A malformed row is passed over, counted and named.</summary>
public sealed class DatasetTable : IDisposable
{
    private const int NamedAtMost = 20;

    private readonly CsvRows _parser;
    private readonly Dictionary<string, int> _columns = new(StringComparer.Ordinal);
    private readonly int[] _whole;
    private readonly List<string> _problems = [];

    /// <summary>Opens the file of a dataset.</summary>
    /// <exception cref="InvalidDataException">The header lacks a column of the definition; the message names it.</exception>
    /// <exception cref="IOException">The file cannot be read.</exception>
    public DatasetTable(DatasetDefinition definition, string path)
    {
        ArgumentNullException.ThrowIfNull(definition);
        Stream stream = File.OpenRead(path);
        if (path.EndsWith(".gz", StringComparison.Ordinal)) stream = new GZipStream(stream, CompressionMode.Decompress);
        _parser = new CsvRows(new StreamReader(stream));
        if (_parser.Read())
            for (int i = 0; i < _parser.Count; i++) _columns[_parser[i]] = i;
        Width = _columns.Count;
        string? lacking = definition.Columns.FirstOrDefault(c => !_columns.ContainsKey(c));
        if (lacking is not null)
        {
            _parser.Dispose();
            throw new InvalidDataException($"{Path.GetFileName(path)} is no '{definition.About.Id}': its header lacks the column '{lacking}'.");
        }
        _whole = [.. definition.WholeNumbers.Select(c => _columns[c])];
    }

    /// <summary>Fields of the header.</summary>
    public int Width { get; }

    /// <summary>Well-formed rows read so far.</summary>
    public long Rows { get; private set; }

    /// <summary>Malformed rows passed over so far.</summary>
    public long Malformed { get; private set; }

    /// <summary>The first malformed rows, each by its row number and what is wrong with it.</summary>
    public IReadOnlyList<string> Problems => _problems;

    /// <summary>Goes to the next well-formed row.</summary>
    public bool Read()
    {
        while (_parser.Read())
        {
            string? problem = Problem();
            if (problem is null)
            {
                Rows++;
                return true;
            }
            Malformed++;
            if (_problems.Count < NamedAtMost) _problems.Add(string.Create(CultureInfo.InvariantCulture, $"row {_parser.Row}: {problem}"));
        }
        return false;
    }

    /// <summary>A field of the row as written; empty when missing.</summary>
    public string Text(string column) => _parser[_columns[column]];

    /// <summary>A whole number, or null when the field is empty or none.</summary>
    public int? Whole(string column) => int.TryParse(Text(column), NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out int n) ? n : null;

    /// <summary>A number, or null when the field is empty or no finite number.</summary>
    public double? Number(string column) =>
        double.TryParse(Text(column), NumberStyles.Float, CultureInfo.InvariantCulture, out double n) && double.IsFinite(n) ? n : null;

    /// <summary>A whole number of a column whose every row has one.</summary>
    public int Key(string column) => Whole(column) ?? throw new InvalidDataException($"'{column}' is not a whole-number column of the definition.");

    /// <inheritdoc/>
    public void Dispose() => _parser.Dispose();

    private string? Problem()
    {
        if (_parser.Count != Width) return string.Create(CultureInfo.InvariantCulture, $"{_parser.Count} fields where the header has {Width}");
        foreach (int i in _whole)
            if (!int.TryParse(_parser[i], NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out _)) return $"'{_parser[i]}' is no whole number";
        return null;
    }
}
