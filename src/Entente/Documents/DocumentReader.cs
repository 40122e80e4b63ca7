using Entente.Text;

namespace Entente.Documents;

/// <summary>Reads any supported format into documents. Pure but for the stream it is given; bad input is skipped with a reason.</summary>
public static class DocumentReader
{
    /// <summary>The documents of one input, streamed.</summary>
    /// <param name="input">The bytes and what is known of them.</param>
    /// <param name="options">Limits and the user's own statements.</param>
    public static IEnumerable<DocumentResult> Read(RawInput input, DocumentReaderOptions options)
    {
        ArgumentNullException.ThrowIfNull(input);
        ArgumentNullException.ThrowIfNull(options);
        return Guarded(input, ReadFormat(input, options));
    }

    private static IEnumerable<DocumentResult> Guarded(RawInput input, IEnumerable<DocumentResult> results)
    {
        using IEnumerator<DocumentResult> each = results.GetEnumerator();
        while (true)
        {
            DocumentResult? failed = null;
            bool more = false;
            try
            {
                more = each.MoveNext();
            }
            catch (UnpackingStream.BombException)
            {
                failed = DocumentBuilder.Skip(input.Location, null, "bomb", "It unpacks to far more than it holds; unpack it yourself if you trust it.");
            }
            catch (TimeoutException e)
            {
                failed = DocumentBuilder.Skip(input.Location, null, "timeout", e.Message);
            }
            catch (InvalidDataException e)
            {
                failed = DocumentBuilder.Skip(input.Location, null, "truncated", e.Message);
            }
            catch (Exception e) when (e is IOException or UnauthorizedAccessException)
            {
                failed = DocumentBuilder.Skip(input.Location, null, "access", e.Message);
            }
            if (failed is { } skip)
            {
                yield return skip;
                yield break;
            }
            if (!more) yield break;
            yield return each.Current;
        }
    }

    private static IEnumerable<DocumentResult> ReadFormat(RawInput input, DocumentReaderOptions options)
    {
        Stream raw = input.Open();
        var head = new HeadedStream(raw);
        using Stream stream = head.Head.StartsWith((ReadOnlySpan<byte>)[0x1F, 0x8B]) ? new HeadedStream(new UnpackingStream(head, options)) : head;
        var headed = (HeadedStream)stream;
        if (headed.Head.IsEmpty)
        {
            yield return DocumentBuilder.Skip(input.Location, null, "empty", "There is nothing in it.");
            yield break;
        }
        InputFormat format = InputFormats.Sniff(headed.Head, input);
        if (format == InputFormat.JsonLines)
        {
            foreach (DocumentResult result in JsonLinesReader.Read(input, stream, options)) yield return result;
            yield break;
        }
        if (format == InputFormat.Warc)
        {
            foreach (DocumentResult result in WarcReader.Read(input, stream, options, page => Read(page, options with { Jobs = 1 }))) yield return result;
            yield break;
        }
        if (format == InputFormat.Binary)
        {
            yield return DocumentBuilder.Skip(input.Location, null, "binary", headed.Head.StartsWith("PK\u0003\u0004"u8)
                ? "It is a zip archive, or an office file, which is one: unpack it, or save its text."
                : "It is not text, and not a format that can be read.");
            yield break;
        }
        byte[]? bytes = ReadAll(stream, options.MaxBytes);
        if (bytes is null)
        {
            yield return DocumentBuilder.Skip(input.Location, null, "too-large", $"It is larger than {options.MaxBytes} bytes.");
            yield break;
        }
        if (format is InputFormat.Csv or InputFormat.Feed)
        {
            foreach (DocumentResult result in format == InputFormat.Csv ? CsvRecordReader.Read(input, bytes, options) : FeedReader.Read(input, bytes, options))
                yield return result;
            yield break;
        }
        yield return format switch
        {
            InputFormat.Html => TimeBound.Run(() => HtmlReader.Read(input, bytes, options), options.TimeLimit),
            InputFormat.Pdf => TimeBound.Run(() => PdfReader.Read(input, bytes, options), options.TimeLimit),
            _ => ReadText(input, bytes, options),
        };
    }

    private static DocumentResult ReadText(RawInput input, byte[] bytes, DocumentReaderOptions options)
    {
        (string text, OffsetMap map, string charset) = CharsetDecoder.Decode(bytes, input.Charset);
        return DocumentBuilder.Build(bytes, text, map, new DocumentOrigin(input.Location, null, "text/plain", charset), new FoundMetadata(), options);
    }

    private static byte[]? ReadAll(Stream stream, int most)
    {
        using var all = new MemoryStream();
        byte[] buffer = new byte[64 * 1024];
        int count;
        while ((count = stream.Read(buffer, 0, buffer.Length)) > 0)
        {
            if (all.Length + count > most) return null;
            all.Write(buffer, 0, count);
        }
        return all.ToArray();
    }
}
