using System.Text;

namespace Entente.Datasets.Streams;

/// <summary>
/// Splits bytes into records and fields, with quoting (RFC 4180, line breaks in cells) or without. Holds one record at a time. A record that breaks
/// the rules ends with its first line, and reading goes on with the next, so that one stray quotation mark never swallows a file.
/// </summary>
internal sealed class DelimitedRecords(Stream stream, byte delimiter, bool quoted)
{
    /// <summary>Longest record, in bytes.</summary>
    public const int Longest = 1 << 20;

    private readonly List<(int Start, int End, bool Escaped)> _fields = [];
    private byte[] _buffer = new byte[1 << 16];
    private int _start, _end, _next, _length, _breaks;
    private long _lines;
    private bool _ended, _begun;

    /// <summary>Line the record begins on, from 1.</summary>
    public long Line { get; private set; }

    /// <summary>What is wrong with the record, or null.</summary>
    public string? Fault { get; private set; }

    /// <summary>Fields of the record; 0 when it has a fault.</summary>
    public int Count => _fields.Count;

    /// <summary>The record's bytes, without its line break; of one too long, the first.</summary>
    public ReadOnlySpan<byte> Raw => _buffer.AsSpan(_start, _length);

    /// <summary>A field as text; what is no UTF-8 becomes U+FFFD. Empty when the record has no such field.</summary>
    public string Text(int field)
    {
        if (field < 0 || field >= _fields.Count) return "";
        (int start, int end, bool escaped) = _fields[field];
        string text = Encoding.UTF8.GetString(_buffer, start, end - start);
        return escaped ? text.Replace("\"\"", "\"", StringComparison.Ordinal) : text;
    }

    /// <summary>Goes to the next record that is not empty.</summary>
    public bool Read()
    {
        while (Next())
            if (_length > 0) return true;
        return false;
    }

    private bool Next()
    {
        _fields.Clear();
        Fault = null;
        // Only here, where no position in it is held, is the buffer's content moved to its front.
        if (_next > _buffer.Length / 2)
        {
            _buffer.AsSpan(_next, _end - _next).CopyTo(_buffer);
            (_end, _next) = (_end - _next, 0);
        }
        _start = _next;
        if (_start == _end && !Fill()) return false;
        if (!_begun)
        {
            _begun = true;
            while (_end - _start < 3 && Fill()) { }
            if (_buffer.AsSpan(_start, _end - _start).StartsWith((ReadOnlySpan<byte>)[0xEF, 0xBB, 0xBF])) _start += 3;
        }
        Line = _lines + 1;
        if (quoted) ReadQuoted();
        else ReadPlain();
        return true;
    }

    private void ReadPlain()
    {
        int end = LineEnd(_start);
        if (end < 0) return;
        EndRecord(end);
        int at = _start, past = _start + _length;
        while (true)
        {
            int cut = _buffer.AsSpan(at, past - at).IndexOf(delimiter);
            _fields.Add((at, cut < 0 ? past : at + cut, false));
            if (cut < 0) return;
            at += cut + 1;
        }
    }

    private void ReadQuoted()
    {
        int at = _start;
        while (true)
        {
            // A field begins at 'at'.
            bool inQuotes = Byte(at) == '"';
            int start = inQuotes ? at + 1 : at;
            bool escaped = false;
            at = start;
            if (inQuotes)
            {
                while (true)
                {
                    int b = Byte(at);
                    if (b < 0 || at - _start > Longest)
                    {
                        Break("a quotation mark is never closed");
                        return;
                    }
                    if (b == '\n') _breaks++;
                    if (b != '"')
                    {
                        at++;
                        continue;
                    }
                    if (Byte(at + 1) != '"') break;
                    escaped = true;
                    at += 2;
                }
                _fields.Add((start, at, escaped));
                at++;
            }
            else
            {
                while (Byte(at) is >= 0 and var b && b != delimiter && b != '\n')
                {
                    if (at - _start > Longest)
                    {
                        TooLong();
                        return;
                    }
                    at++;
                }
                bool carriage = at > start && Byte(at) != delimiter && _buffer[at - 1] == '\r';
                _fields.Add((start, carriage ? at - 1 : at, false));
            }
            int next = Byte(at);
            if (inQuotes && next == '\r' && Byte(at + 1) is '\n' or -1) next = Byte(++at);
            if (next == delimiter)
            {
                at++;
                continue;
            }
            if (next is '\n' or -1)
            {
                EndRecord(at);
                _lines += _breaks;
                _breaks = 0;
                return;
            }
            Break("text after a closing quotation mark");
            return;
        }
    }

    private int Byte(int at)
    {
        while (at >= _end)
        {
            if (!Fill()) return -1;
        }
        return _buffer[at];
    }

    private void Break(string fault)
    {
        _breaks = 0;
        _fields.Clear();
        int end = LineEnd(_start);
        if (end < 0) return;
        EndRecord(end);
        Fault = fault;
    }

    private void EndRecord(int end)
    {
        _next = Math.Min(end + 1, _end);
        _length = end - _start;
        if (_length > 0 && _buffer[end - 1] == '\r') _length--;
        _lines++;
    }

    private int LineEnd(int from)
    {
        int at = from;
        while (true)
        {
            int feed = _buffer.AsSpan(at, _end - at).IndexOf((byte)'\n');
            if (feed >= 0) return at + feed;
            at = _end;
            if (at - _start > Longest)
            {
                TooLong();
                return -1;
            }
            if (!Fill()) return _end;
        }
    }

    private void TooLong()
    {
        _breaks = 0;
        _fields.Clear();
        byte[] first = _buffer.AsSpan(_start, 1024).ToArray();
        int feed;
        while ((feed = _buffer.AsSpan(_start, _end - _start).IndexOf((byte)'\n')) < 0)
        {
            _start = _end = 0;
            if (!Fill()) break;
        }
        _next = feed < 0 ? _end : _start + feed + 1;
        // The first bytes are put where the record's are looked for: before what is read next.
        byte[] rest = _buffer.AsSpan(_next, _end - _next).ToArray();
        if (_buffer.Length < first.Length + rest.Length) _buffer = new byte[(first.Length + rest.Length) * 2];
        first.CopyTo(_buffer, 0);
        rest.CopyTo(_buffer, first.Length);
        (_start, _length, _next, _end) = (0, first.Length, first.Length, first.Length + rest.Length);
        _lines++;
        Fault = string.Create(System.Globalization.CultureInfo.InvariantCulture, $"longer than {Longest} bytes");
    }

    private bool Fill()
    {
        if (_ended) return false;
        if (_end == _buffer.Length) Array.Resize(ref _buffer, _buffer.Length * 2);
        int read = stream.Read(_buffer, _end, _buffer.Length - _end);
        _ended = read == 0;
        _end += read;
        return read > 0;
    }
}
