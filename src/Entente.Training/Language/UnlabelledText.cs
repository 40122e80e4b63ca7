using System.IO.Compression;
using System.Text.Json;
using Entente.Language;
using Entente.Text;

namespace Entente.Training.Language;

/// <summary>Sentences of plain text: files of JSON lines with a <c>text</c> field, or of text; gzip is seen through.</summary>
internal static class UnlabelledText
{
    // Shorter sentences teach little; longer ones are lists and tables.
    private const int Shortest = 4, Longest = 80;

    /// <summary>The words of each sentence, in order; a file after the other.</summary>
    /// <exception cref="InvalidDataException">A line of a JSON file is no record with a text.</exception>
    public static IEnumerable<string[]> Read(IEnumerable<string> paths)
    {
        var parser = new RuleSentenceParser();
        foreach (string path in paths)
            foreach (string text in Texts(path))
                foreach (ParsedSentence sentence in parser.Parse(SourceText.FromString(text)))
                    if (sentence.Tokens.Length is >= Shortest and <= Longest)
                        yield return [.. sentence.Tokens.Select(t => string.Intern(t.Text))];
    }

    private static IEnumerable<string> Texts(string path)
    {
        using FileStream raw = File.OpenRead(path);
        bool packed = path.EndsWith(".gz", StringComparison.Ordinal);
        using Stream stream = packed ? new GZipStream(raw, CompressionMode.Decompress) : raw;
        using var reader = new StreamReader(stream);
        bool records = Path.GetExtension(packed ? path[..^3] : path) == ".jsonl";
        while (reader.ReadLine() is { } line)
        {
            if (!records || line.Length == 0)
            {
                yield return line;
                continue;
            }
            string? text;
            try
            {
                using JsonDocument record = JsonDocument.Parse(line);
                text = record.RootElement.GetProperty("text").GetString();
            }
            catch (Exception e) when (e is JsonException or KeyNotFoundException or InvalidOperationException)
            {
                throw new InvalidDataException($"{path} has a line that is no JSON record with a field 'text'.", e);
            }
            if (text is not null) yield return text;
        }
    }
}
