using System.Globalization;
using System.IO.Compression;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using Entente.Reading;

namespace Entente.Evaluation.Events;

/// <summary>An event that annotators found in a sentence.</summary>
/// <param name="Source">State code.</param>
/// <param name="Types">PLOVER types that fit its words, the best first.</param>
/// <param name="Target">State code.</param>
/// <param name="Reciprocal">Whether the order of the parties does not matter.</param>
/// <param name="Apart">Why it counts neither for nor against a coder (<c>intended</c>, <c>background</c>, …); null when it counts.</param>
public sealed record GoldEvent(string Source, IReadOnlyList<PloverType> Types, string Target, bool Reciprocal, string? Apart)
{
    /// <summary>Whether an event read is this one.</summary>
    public bool Is(EventObservation read)
    {
        ArgumentNullException.ThrowIfNull(read);
        string? source = read.Source.State?.Code, target = read.Target?.State?.Code;
        return Types.Contains(read.Type)
            && (string.Equals(source, Source, StringComparison.Ordinal) && string.Equals(target, Target, StringComparison.Ordinal)
                || Reciprocal && string.Equals(source, Target, StringComparison.Ordinal) && string.Equals(target, Source, StringComparison.Ordinal));
    }
}

/// <summary>A sentence with its events.</summary>
/// <param name="Text">The sentence.</param>
/// <param name="Published">Day of publication, or null.</param>
/// <param name="Events">Its events, none where it tells of none.</param>
public sealed record GoldSentence(string Text, DateOnly? Published, IReadOnlyList<GoldEvent> Events);

/// <summary>Reads gold of whole events as JSON Lines; <c>docs/codebook.md</c> gives the format.</summary>
public static class WholeEventGold
{
    /// <summary>Reads gold whose lines carry the text, or name a record of a JSON Lines file in a folder.</summary>
    /// <param name="lines">One JSON object each.</param>
    /// <param name="texts">The folder of the files named; may be null when every line carries its text.</param>
    /// <exception cref="InvalidDataException">A line cannot be read, or the sentence it names is not there or not the same.</exception>
    public static IReadOnlyList<GoldSentence> Read(IEnumerable<string> lines, string? texts)
    {
        ArgumentNullException.ThrowIfNull(lines);
        List<JsonElement> rows = [.. lines.Where(l => l.Trim().Length > 0).Select(Parse)];
        Dictionary<(string File, string Id), JsonElement> records = Records(rows, texts);
        return [.. rows.Select(r => Sentence(r, records))];
    }

    private static JsonElement Parse(string line, int index)
    {
        try
        {
            return JsonSerializer.Deserialize<JsonElement>(line);
        }
        catch (JsonException e)
        {
            throw new InvalidDataException($"Line {index + 1} of the gold is no JSON: {e.Message}", e);
        }
    }

    private static GoldSentence Sentence(JsonElement row, Dictionary<(string, string), JsonElement> records)
    {
        try
        {
            GoldEvent[] events = [.. row.GetProperty("events").EnumerateArray().Select(Event)];
            if (row.TryGetProperty("text", out JsonElement own)) return new GoldSentence(own.GetString()!, Day(row), events);
            string file = row.GetProperty("file").GetString()!, id = row.GetProperty("id").GetString()!;
            if (!records.TryGetValue((file, id), out JsonElement record)) throw new InvalidDataException($"{file} has no record '{id}'.");
            string text = Cut(record.GetProperty("text").GetString()!, row.GetProperty("begin").GetInt32(), row.GetProperty("end").GetInt32());
            string hash = Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(text)).AsSpan(0, 8));
            if (!string.Equals(hash, row.GetProperty("sha256").GetString(), StringComparison.Ordinal))
                throw new InvalidDataException($"The sentence of '{id}' in {file} is not the one that was annotated.");
            return new GoldSentence(text, Day(record), events);
        }
        catch (Exception e) when (e is KeyNotFoundException or InvalidOperationException or ArgumentException)
        {
            throw new InvalidDataException($"A line of the gold cannot be used: {e.Message}", e);
        }
    }

    private static GoldEvent Event(JsonElement e)
    {
        List<PloverType> types = [Type(e.GetProperty("type"))];
        if (e.TryGetProperty("also", out JsonElement also)) types.AddRange(also.EnumerateArray().Select(Type));
        return new GoldEvent(e.GetProperty("source").GetString()!, types, e.GetProperty("target").GetString()!,
            e.TryGetProperty("reciprocal", out JsonElement r) && r.GetBoolean(), e.TryGetProperty("apart", out JsonElement a) ? a.GetString() : null);
    }

    private static PloverType Type(JsonElement e) => Enum.Parse<PloverType>(e.GetString()!, ignoreCase: true);

    private static DateOnly? Day(JsonElement e) => e.TryGetProperty("date", out JsonElement d) && d.ValueKind == JsonValueKind.String
        && DateOnly.TryParseExact(d.GetString(), "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out DateOnly day) ? day : null;

    // Spans are in code points.
    private static string Cut(string text, int begin, int end)
    {
        int at = 0, from = 0, i = 0;
        for (; i < text.Length && at < end; i += char.IsSurrogatePair(text, i) ? 2 : 1, at++)
            if (at == begin) from = i;
        return text[from..i];
    }

    private static Dictionary<(string File, string Id), JsonElement> Records(List<JsonElement> rows, string? texts)
    {
        var wanted = rows.Where(r => r.TryGetProperty("file", out _)).Select(r => (r.GetProperty("file").GetString()!, r.GetProperty("id").GetString()!)).ToHashSet();
        var found = new Dictionary<(string, string), JsonElement>();
        if (wanted.Count == 0) return found;
        if (texts is null) throw new InvalidDataException("The gold names sentences of other files: say with --texts where these files are.");
        foreach (string file in wanted.Select(w => w.Item1).Distinct(StringComparer.Ordinal))
        {
            using Stream raw = File.OpenRead(Path.Combine(texts, Path.GetFileName(file)));
            using var reader = new StreamReader(file.EndsWith(".gz", StringComparison.Ordinal) ? new GZipStream(raw, CompressionMode.Decompress) : raw);
            while (reader.ReadLine() is { } line)
            {
                JsonElement record = JsonSerializer.Deserialize<JsonElement>(line);
                if (record.TryGetProperty("id", out JsonElement id) && wanted.Contains((file, id.ToString()))) found[(file, id.ToString())] = record;
            }
        }
        return found;
    }
}
