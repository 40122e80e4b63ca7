using System.Text;

namespace Entente.Datasets;

/// <summary>Splits comma-separated text (RFC 4180) into rows; a field that is never closed ends with the file.</summary>
/// <param name="reader">The text; disposed with this.</param>
internal sealed class CsvRows(TextReader reader) : IDisposable
{
    private readonly List<string> _fields = [];
    private readonly StringBuilder _field = new();

    /// <summary>Rows read, the header being the first.</summary>
    public int Row { get; private set; }

    public int Count => _fields.Count;

    public string this[int index] => _fields[index];

    public bool Read()
    {
        string? line = reader.ReadLine();
        if (line is null) return false;
        Row++;
        _fields.Clear();
        if (!line.Contains('"', StringComparison.Ordinal))
        {
            _fields.AddRange(line.Split(','));
            return true;
        }
        ReadQuoted(line);
        return true;
    }

    public void Dispose() => reader.Dispose();

    private void ReadQuoted(string line)
    {
        bool quoted = false;
        _field.Clear();
        for (int i = 0; ; i++)
        {
            if (i == line.Length)
            {
                string? next = quoted ? reader.ReadLine() : null;
                if (next is null) break;
                _field.Append('\n');
                line = next;
                i = -1;
                continue;
            }
            char c = line[i];
            if (quoted && c == '"' && i + 1 < line.Length && line[i + 1] == '"')
            {
                _field.Append('"');
                i++;
            }
            else if (c == '"')
            {
                quoted = !quoted;
            }
            else if (c == ',' && !quoted)
            {
                EndField();
            }
            else
            {
                _field.Append(c);
            }
        }
        EndField();
    }

    private void EndField()
    {
        _fields.Add(_field.ToString());
        _field.Clear();
    }
}
