using System.Globalization;
using System.IO.Compression;

namespace Entente.Datasets;

/// <summary>A CSV file with a header; gzip is seen through; rows shorter than the header read as empty fields.</summary>
internal sealed class CsvFile : IDisposable
{
    private readonly CsvRows _rows;
    private readonly List<string> _header = [];
    private readonly string _name;

    private CsvFile(CsvRows rows, string name)
    {
        (_rows, _name) = (rows, name);
        if (!rows.Read()) return;
        for (int i = 0; i < rows.Count; i++) _header.Add(rows[i].Trim('\uFEFF', ' ', '"'));
    }

    public static CsvFile Open(string path)
    {
        Stream stream = File.OpenRead(path);
        if (path.EndsWith(".gz", StringComparison.Ordinal)) stream = new GZipStream(stream, CompressionMode.Decompress);
        return new CsvFile(new CsvRows(new StreamReader(stream)), Path.GetFileName(path));
    }

    public bool Has(string column) => _header.Contains(column, StringComparer.Ordinal);

    /// <exception cref="InvalidDataException">The header lacks it.</exception>
    public int Column(string name) => _header.IndexOf(name) is >= 0 and int at
        ? at
        : throw new InvalidDataException($"{_name} lacks the column '{name}'; its header has {string.Join(", ", _header.Take(20))}.");

    public bool Read() => _rows.Read();

    public string Text(int column) => column < _rows.Count ? _rows[column] : "";

    public int? Whole(int column) => int.TryParse(Text(column), NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out int n) ? n : null;

    public DateOnly? Date(int column) => DateOnly.TryParseExact(Text(column), "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out DateOnly day) ? day : null;

    public void Dispose() => _rows.Dispose();
}
