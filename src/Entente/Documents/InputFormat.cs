namespace Entente.Documents;

/// <summary>What an input is read as.</summary>
internal enum InputFormat
{
    Text,
    JsonLines,
    Html,
    Csv,
    Feed,
    Pdf,
    Warc,
    Binary,
}

/// <summary>Tells the format from the first bytes, and from the name only where bytes leave it open.</summary>
internal static class InputFormats
{
    public static InputFormat Sniff(ReadOnlySpan<byte> head, RawInput input)
    {
        if (head.StartsWith("%PDF-"u8)) return InputFormat.Pdf;
        if (head.StartsWith("WARC/"u8)) return InputFormat.Warc;
        bool wide = head.StartsWith((ReadOnlySpan<byte>)[0xFF, 0xFE]) || head.StartsWith((ReadOnlySpan<byte>)[0xFE, 0xFF])
            || head.StartsWith((ReadOnlySpan<byte>)[0, 0, 0xFE, 0xFF]) || (input.Charset?.StartsWith("utf-", StringComparison.OrdinalIgnoreCase) ?? false);
        if (!wide && head.Contains((byte)0)) return InputFormat.Binary;
        ReadOnlySpan<byte> start = head.StartsWith((ReadOnlySpan<byte>)[0xEF, 0xBB, 0xBF]) ? head[3..] : head;
        start = start.TrimStart(" \t\r\n"u8);
        if (Named(input.Location, ".jsonl") || Named(input.Location, ".ndjson")
            || (start.Length > 1 && start[0] == '{' && start[1..].TrimStart(" \t"u8) is [(byte)'"', ..])) return InputFormat.JsonLines;
        string opening = System.Text.Encoding.Latin1.GetString(start);
        if (opening.StartsWith('<') && (opening.Contains("<rss", StringComparison.Ordinal) || opening.Contains("<feed", StringComparison.Ordinal))
            && !opening.Contains("<html", StringComparison.OrdinalIgnoreCase)) return InputFormat.Feed;
        if (Named(input.Location, ".csv") || (input.MediaType?.Contains("csv", StringComparison.OrdinalIgnoreCase) ?? false)) return InputFormat.Csv;
        if (opening.StartsWith("<!doctype html", StringComparison.OrdinalIgnoreCase) || opening.Contains("<html", StringComparison.OrdinalIgnoreCase)
            || (input.MediaType?.Contains("html", StringComparison.OrdinalIgnoreCase) ?? false)
            || Named(input.Location, ".html") || Named(input.Location, ".htm")) return InputFormat.Html;
        return InputFormat.Text;
    }

    private static bool Named(string location, string ending) =>
        location.EndsWith(ending, StringComparison.OrdinalIgnoreCase) || location.EndsWith(ending + ".gz", StringComparison.OrdinalIgnoreCase);
}
