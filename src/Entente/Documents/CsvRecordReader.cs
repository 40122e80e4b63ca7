using System.Collections.Immutable;
using System.Text;
using Entente.Text;

namespace Entente.Documents;

/// <summary>Rows of an RFC 4180 file with a header, each a document; every character keeps its way back to its bytes.</summary>
internal static class CsvRecordReader
{
    public static IEnumerable<DocumentResult> Read(RawInput input, byte[] bytes, DocumentReaderOptions options)
    {
        (string text, OffsetMap map, string charset) = CharsetDecoder.Decode(bytes, input.Charset);
        List<string>? header = null;
        int number = 0;
        for (int at = 0; at < text.Length;)
        {
            (List<(string Value, OffsetMap Map)> fields, int end) = ReadRow(text, at);
            (long start, long length) = map.Map(at, end - at);
            at = end;
            if (fields is [{ Value: "" }]) continue;
            if (header is null)
            {
                header = [.. fields.Select(f => f.Value.Trim())];
                continue;
            }
            number++;
            string member = $"row {number}";
            if (Pick(header, fields, options.TextFields) is not { } body)
            {
                yield return DocumentBuilder.Skip(input.Location, member, "no-text", $"None of the columns {string.Join(", ", options.TextFields)} holds text.");
                continue;
            }
            var found = new FoundMetadata(
                Pick(header, fields, options.TitleFields)?.Value, Pick(header, fields, options.BylineFields)?.Value,
                Pick(header, fields, options.OutletFields)?.Value, Pick(header, fields, options.UrlFields)?.Value, Pick(header, fields, options.DateFields)?.Value);
            var origin = new DocumentOrigin(input.Location, member, "text/csv", charset);
            yield return DocumentBuilder.Build(bytes.AsSpan((int)start, (int)length), body.Value, body.Map.Then(map), origin, found, options);
        }
    }

    private static (string Value, OffsetMap Map)? Pick(List<string> header, List<(string Value, OffsetMap Map)> fields, ImmutableArray<string> names)
    {
        foreach (string name in names)
        {
            int at = header.FindIndex(h => h.Equals(name, StringComparison.OrdinalIgnoreCase));
            if (at >= 0 && at < fields.Count && fields[at].Value.Length > 0) return fields[at];
        }
        return null;
    }

    private static (List<(string Value, OffsetMap Map)> Fields, int End) ReadRow(string text, int at)
    {
        var fields = new List<(string, OffsetMap)>();
        var value = new StringBuilder();
        var map = new OffsetMap.Builder();
        bool quoted = false;
        for (; at < text.Length; at++)
        {
            char c = text[at];
            if (c == '"')
            {
                if (quoted && at + 1 < text.Length && text[at + 1] == '"')
                {
                    value.Append('"');
                    map.Replace(1, at, 2);
                    at++;
                }
                else if (quoted || value.Length == 0)
                {
                    quoted = !quoted;
                }
                else
                {
                    Add(c);
                }
            }
            else if (!quoted && (c is ',' or '\n'))
            {
                fields.Add((value.ToString(), map.ToMap()));
                value.Clear();
                map = new OffsetMap.Builder();
                if (c == '\n') return (fields, at + 1);
            }
            else if (quoted || c != '\r')
            {
                Add(c);
            }
        }
        fields.Add((value.ToString(), map.ToMap()));
        return (fields, at);

        void Add(char c)
        {
            value.Append(c);
            map.Copy(1, at);
        }
    }
}
