using System.Globalization;
using System.IO.Compression;
using System.Text;

namespace Entente.Documents;

/// <summary>
/// Reads a WARC file (ISO 28500; also the text files of Common Crawl): each answered page is a document. Streams, and holds a few records at most.
/// Requests, redirects, pictures and other records that are no text of a page are passed over in silence; what cannot be read is skipped with its reason.
/// </summary>
internal static class WarcReader
{
    private const int LongestLine = 64 * 1024;
    private const int MostHeaders = 1000;

    /// <summary>The documents, in order.</summary>
    /// <param name="input">The file.</param>
    /// <param name="stream">Its unpacked bytes.</param>
    /// <param name="options">Limits.</param>
    /// <param name="read">Reads one page.</param>
    public static IEnumerable<DocumentResult> Read(RawInput input, Stream stream, DocumentReaderOptions options, Func<RawInput, IEnumerable<DocumentResult>> read) =>
        OrderedParallel.Map(Records(input, stream, options), options.Jobs, record => record.Skipped is { } skipped ? [new DocumentResult(null, skipped)] : Page(input, record, options, read))
            .SelectMany(results => results);

    private static IEnumerable<WarcRecord> Records(RawInput input, Stream stream, DocumentReaderOptions options)
    {
        var source = new BufferedSource(stream);
        int number = 0;
        bool lost = false;
        while (true)
        {
            string? line = source.ReadLine(LongestLine);
            if (line is null) yield break;
            if (line.Length == 0) continue;
            if (!line.StartsWith("WARC/", StringComparison.Ordinal))
            {
                // Told once; then the next record is looked for.
                if (!lost) yield return Bad(input, number + 1, "malformed", "No record begins where one should.");
                lost = true;
                continue;
            }
            lost = false;
            number++;
            Dictionary<string, string>? headers = Headers(() => source.ReadLine(LongestLine));
            if (headers is null || !long.TryParse(headers.GetValueOrDefault("content-length"), NumberStyles.None, CultureInfo.InvariantCulture, out long length))
            {
                yield return Bad(input, number, "malformed", "The record does not say how long it is.");
                lost = true;
                continue;
            }
            string type = headers.GetValueOrDefault("warc-type", "");
            if (type is not ("response" or "resource" or "conversion"))
            {
                if (!source.Skip(length)) yield return Bad(input, number, "truncated", "The file ends inside a record.");
                continue;
            }
            if (length > options.MaxBytes)
            {
                yield return source.Skip(length)
                    ? Bad(input, number, "too-large", string.Create(CultureInfo.InvariantCulture, $"The record is larger than {options.MaxBytes} bytes."))
                    : Bad(input, number, "truncated", "The file ends inside a record.");
                continue;
            }
            byte[]? content = source.ReadBytes((int)length);
            if (content is null)
            {
                yield return Bad(input, number, "truncated", "The file ends inside a record.");
                yield break;
            }
            yield return new WarcRecord(number, type, headers.GetValueOrDefault("warc-target-uri")?.Trim('<', '>'), headers.GetValueOrDefault("content-type"), content, null);
        }
    }

    private static List<DocumentResult> Page(RawInput input, WarcRecord record, DocumentReaderOptions options, Func<RawInput, IEnumerable<DocumentResult>> read)
    {
        (byte[]? Body, string? MediaType, string? Encoding) page = record.Type == "response" ? Answer(record.Content, options) : (record.Content, record.MediaType, null);
        if (page.Body is not { Length: > 0 } body || !IsText(page.MediaType)) return [];
        string member = string.Create(CultureInfo.InvariantCulture, $"record {record.Number}");
        if (page.Encoding is { } encoding)
        {
            body = Unpack(body, encoding, options.MaxBytes) ?? [];
            if (body.Length == 0) return [DocumentBuilder.Skip(input.Location, member, "malformed", $"Its content is not packed as it says ({encoding}), or too large.")];
        }
        string[] type = (page.MediaType ?? "").Split(';', StringSplitOptions.TrimEntries);
        string? charset = type.Skip(1).FirstOrDefault(t => t.StartsWith("charset=", StringComparison.OrdinalIgnoreCase))?[8..].Trim('"', '\'', ' ');
        var raw = RawInput.FromBytes(record.Address ?? input.Location, body, type[0].Length == 0 ? null : type[0], charset is { Length: > 0 } ? charset : null);
        return
        [
            .. read(raw).Select(r => r.Document is { } document
                ? new DocumentResult(document with { Origin = document.Origin with { Location = input.Location, Member = Inside(member, document.Origin.Member) }, Url = document.Url ?? record.Address }, null)
                : new DocumentResult(null, r.Skipped! with { Location = input.Location, Member = Inside(member, r.Skipped.Member) })),
        ];
    }

    // An answer other than 200 is no page; its body is what follows the first empty line.
    private static (byte[]?, string?, string?) Answer(byte[] content, DocumentReaderOptions options)
    {
        var source = new BufferedSource(new MemoryStream(content, writable: false));
        if (source.ReadLine(LongestLine) is not { } status || !status.StartsWith("HTTP/", StringComparison.Ordinal) || status.Split(' ') is not [_, "200", ..]) return default;
        if (Headers(() => source.ReadLine(LongestLine)) is not { } headers) return default;
        byte[] body = content[(int)Math.Min(source.Position, content.Length)..];
        if (headers.GetValueOrDefault("transfer-encoding", "").Contains("chunked", StringComparison.OrdinalIgnoreCase)) body = Whole(body, options.MaxBytes) ?? body;
        string? encoding = headers.GetValueOrDefault("content-encoding")?.Trim().ToLowerInvariant();
        return (body, headers.GetValueOrDefault("content-type"), encoding is "br" or "deflate" ? encoding : null);
    }

    // Some crawlers keep the answer as it was sent, in chunks, some put it together and keep the header.
    private static byte[]? Whole(byte[] body, int most)
    {
        var source = new BufferedSource(new MemoryStream(body, writable: false));
        using var whole = new MemoryStream();
        while (source.ReadLine(1024) is { } line)
        {
            if (!int.TryParse(line.Split(';')[0].Trim(), NumberStyles.AllowHexSpecifier, CultureInfo.InvariantCulture, out int size) || size < 0 || whole.Length + size > most) return null;
            if (size == 0) return whole.ToArray();
            if (source.ReadBytes(size) is not { } chunk) return null;
            whole.Write(chunk);
            source.ReadLine(1024);
        }
        return null;
    }

    private static byte[]? Unpack(byte[] body, string encoding, int most)
    {
        try
        {
            using var packed = new MemoryStream(body, writable: false);
            using Stream unpacking = encoding == "br" ? new BrotliStream(packed, CompressionMode.Decompress) : new ZLibStream(packed, CompressionMode.Decompress);
            using var whole = new MemoryStream();
            byte[] buffer = new byte[64 * 1024];
            int count;
            while ((count = unpacking.Read(buffer, 0, buffer.Length)) > 0)
            {
                if (whole.Length + count > most) return null;
                whole.Write(buffer, 0, count);
            }
            return whole.ToArray();
        }
        catch (Exception e) when (e is InvalidDataException or InvalidOperationException or IOException)
        {
            return null;
        }
    }

    private static Dictionary<string, string>? Headers(Func<string?> next)
    {
        var headers = new Dictionary<string, string>(StringComparer.OrdinalIgnoreCase);
        for (int i = 0; i < MostHeaders; i++)
        {
            if (next() is not { } line) return null;
            if (line.Length == 0) return headers;
            int colon = line.IndexOf(':', StringComparison.Ordinal);
            if (colon > 0) headers.TryAdd(line[..colon].Trim(), line[(colon + 1)..].Trim());
        }
        return null;
    }

    private static bool IsText(string? mediaType) => mediaType is null || mediaType.Contains("html", StringComparison.OrdinalIgnoreCase) || mediaType.StartsWith("text/plain", StringComparison.OrdinalIgnoreCase)
        || mediaType.Contains("rss", StringComparison.OrdinalIgnoreCase) || mediaType.Contains("atom", StringComparison.OrdinalIgnoreCase) || mediaType.Contains("pdf", StringComparison.OrdinalIgnoreCase);

    private static string Inside(string member, string? inner) => inner is null ? member : $"{member}, {inner}";

    private static WarcRecord Bad(RawInput input, int number, string reason, string detail) =>
        new(number, "", null, null, [], new SkippedInput(input.Location, string.Create(CultureInfo.InvariantCulture, $"record {number}"), reason, detail));

    /// <summary>A record whose content may be a page, or why it could not be read.</summary>
    private sealed record WarcRecord(int Number, string Type, string? Address, string? MediaType, byte[] Content, SkippedInput? Skipped);

    /// <summary>Lines and blocks of a stream, with a buffer of its own.</summary>
    private sealed class BufferedSource(Stream stream)
    {
        private readonly byte[] _buffer = new byte[64 * 1024];
        private int _at, _end;

        public long Position { get; private set; }

        /// <summary>A line without its break, as Latin-1; null at the end. What is longer than allowed is cut.</summary>
        public string? ReadLine(int longest)
        {
            StringBuilder? line = null;
            while (_at < _end || Fill())
            {
                ReadOnlySpan<byte> rest = _buffer.AsSpan(_at, _end - _at);
                int feed = rest.IndexOf((byte)'\n');
                ReadOnlySpan<byte> part = feed < 0 ? rest : rest[..feed];
                line ??= new StringBuilder();
                line.Append(Encoding.Latin1.GetString(part[..Math.Min(part.Length, Math.Max(0, longest - line.Length))]));
                Take(feed < 0 ? rest.Length : feed + 1);
                if (feed < 0) continue;
                return line.ToString().TrimEnd('\r');
            }
            return line?.ToString().TrimEnd('\r');
        }

        /// <summary>So many bytes; null when the stream ends before.</summary>
        public byte[]? ReadBytes(int count)
        {
            // What is said to be long is only held once it comes.
            using var bytes = new MemoryStream(Math.Min(count, 1 << 20));
            while (bytes.Length < count && (_at < _end || Fill()))
            {
                int some = (int)Math.Min(count - bytes.Length, _end - _at);
                bytes.Write(_buffer, _at, some);
                Take(some);
            }
            return bytes.Length == count ? bytes.ToArray() : null;
        }

        public bool Skip(long count)
        {
            while (count > 0 && (_at < _end || Fill()))
            {
                int some = (int)Math.Min(count, _end - _at);
                Take(some);
                count -= some;
            }
            return count == 0;
        }

        private void Take(int count)
        {
            _at += count;
            Position += count;
        }

        private bool Fill()
        {
            _at = 0;
            _end = stream.Read(_buffer, 0, _buffer.Length);
            return _end > 0;
        }
    }
}
