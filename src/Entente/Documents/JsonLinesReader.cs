using System.Collections.Immutable;
using System.Text.Json;
using Entente.Text;

namespace Entente.Documents;

/// <summary>One JSON object a line, each a document. Streams: never holds more than one line.</summary>
internal static class JsonLinesReader
{
    public static IEnumerable<DocumentResult> Read(RawInput input, Stream stream, DocumentReaderOptions options)
    {
        int number = 0;
        foreach ((long start, byte[]? line) in ByteLines.Read(stream, options.MaxBytes))
        {
            number++;
            if (line is null)
                yield return DocumentBuilder.Skip(input.Location, $"line {number}", "too-large", $"The line is longer than {options.MaxBytes} bytes.");
            else if (line.AsSpan().TrimStart((ReadOnlySpan<byte>)[0xEF, 0xBB, 0xBF]).ContainsAnyExcept((ReadOnlySpan<byte>)" \t\r\n"u8))
                yield return ReadLine(input, line, start, $"line {number}", options);
        }
    }

    private static DocumentResult ReadLine(RawInput input, byte[] line, long start, string member, DocumentReaderOptions options)
    {
        int bom = line.AsSpan().StartsWith((ReadOnlySpan<byte>)[0xEF, 0xBB, 0xBF]) ? 3 : 0;
        var fields = new Dictionary<string, (string Text, OffsetMap Map)>(StringComparer.OrdinalIgnoreCase);
        try
        {
            var reader = new Utf8JsonReader(line.AsSpan(bom));
            if (!reader.Read() || reader.TokenType != JsonTokenType.StartObject)
                return DocumentBuilder.Skip(input.Location, member, "malformed", "The line is not a JSON object.");
            while (reader.Read() && reader.TokenType == JsonTokenType.PropertyName)
            {
                string name = reader.GetString() ?? "";
                reader.Read();
                if (reader.TokenType == JsonTokenType.String)
                    fields.TryAdd(name, JsonTextMap.Unescape(reader.ValueSpan, start + bom + reader.TokenStartIndex + 1));
                else
                    reader.Skip();
            }
            reader.Read();
        }
        catch (Exception e) when (e is JsonException or InvalidOperationException)
        {
            return DocumentBuilder.Skip(input.Location, member, "malformed", $"Not valid JSON: {e.Message}");
        }
        (string Text, OffsetMap Map)? body = First(fields, options.TextFields);
        if (body is not { } found)
            return DocumentBuilder.Skip(input.Location, member, "no-text", $"None of the fields {string.Join(", ", options.TextFields)} is there.");
        var metadata = new FoundMetadata(
            First(fields, options.TitleFields)?.Text, First(fields, options.BylineFields)?.Text, First(fields, options.OutletFields)?.Text,
            First(fields, options.UrlFields)?.Text, First(fields, options.DateFields)?.Text);
        var origin = new DocumentOrigin(input.Location, member, "application/jsonl", "utf-8 (format)");
        return DocumentBuilder.Build(line, found.Text, found.Map, origin, metadata, options);
    }

    private static (string Text, OffsetMap Map)? First(Dictionary<string, (string Text, OffsetMap Map)> fields, ImmutableArray<string> names)
    {
        foreach (string name in names)
            if (fields.TryGetValue(name, out (string Text, OffsetMap Map) value) && value.Text.Length > 0) return value;
        return null;
    }
}
