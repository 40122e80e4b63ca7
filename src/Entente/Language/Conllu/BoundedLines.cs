namespace Entente.Language.Conllu;

/// <summary>The lines of a text, one at a time, none longer than the bound: a file without line ends must not fill the memory.</summary>
internal sealed class BoundedLines(TextReader reader)
{
    private readonly char[] _buffer = new char[1 << 16];
    private char[] _line = new char[1 << 10];
    private int _at, _filled, _length;
    private bool _ended;

    /// <summary>The line read last, without its end (<c>\n</c> or <c>\r\n</c>). Valid until the next call.</summary>
    public ReadOnlySpan<char> Line => _line.AsSpan(0, _length);

    /// <summary>Its number, from 1.</summary>
    public long Number { get; private set; }

    /// <summary>Reads the next line; false at the end.</summary>
    /// <exception cref="ConlluException">The line is longer than <see cref="ConlluReader.LongestLine"/>.</exception>
    public bool Next()
    {
        if (_ended) return false;
        _length = 0;
        Number++;
        while (true)
        {
            if (_at == _filled)
            {
                _filled = reader.Read(_buffer, 0, _buffer.Length);
                _at = 0;
                if (_filled <= 0)
                {
                    _ended = true;
                    return _length > 0;
                }
            }
            ReadOnlySpan<char> rest = _buffer.AsSpan(_at, _filled - _at);
            int end = rest.IndexOf('\n');
            Append(end < 0 ? rest : rest[..end]);
            _at += end < 0 ? rest.Length : end + 1;
            if (end < 0) continue;
            if (_length > 0 && _line[_length - 1] == '\r') _length--;
            return true;
        }
    }

    private void Append(ReadOnlySpan<char> part)
    {
        if (_length + part.Length > ConlluReader.LongestLine)
            throw new ConlluException(Number, $"longer than {ConlluReader.LongestLine} characters; this is no CoNLL-U");
        if (_length + part.Length > _line.Length) Array.Resize(ref _line, Math.Max(_line.Length * 2, _length + part.Length));
        part.CopyTo(_line.AsSpan(_length));
        _length += part.Length;
    }
}
