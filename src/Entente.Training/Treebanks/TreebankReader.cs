using System.Globalization;
using System.IO.Compression;

namespace Entente.Training.Treebanks;

/// <summary>Reads CoNLL-U for training: words only, without multi-word ranges, empty nodes and comments.</summary>
internal static class TreebankReader
{
    /// <summary>The sentences of the files in a directory whose names end in <c>-PART.conllu</c> or <c>-PART.conllu.gz</c>, in order of name.</summary>
    public static IReadOnlyList<GoldSentence> ReadPart(string directory, string part) =>
    [
        .. Directory.EnumerateFiles(directory)
            .Where(f => f.EndsWith($"-{part}.conllu", StringComparison.Ordinal) || f.EndsWith($"-{part}.conllu.gz", StringComparison.Ordinal))
            .Order(StringComparer.Ordinal).SelectMany(ReadFile),
    ];

    /// <summary>The sentences of a file; gzip is seen through.</summary>
    /// <exception cref="InvalidDataException">A line is no CoNLL-U.</exception>
    public static IEnumerable<GoldSentence> ReadFile(string path)
    {
        using FileStream raw = File.OpenRead(path);
        using Stream stream = path.EndsWith(".gz", StringComparison.Ordinal) ? new GZipStream(raw, CompressionMode.Decompress) : raw;
        using var reader = new StreamReader(stream);
        foreach (GoldSentence sentence in Read(reader, path)) yield return sentence;
    }

    /// <summary>The sentences of a text.</summary>
    public static IEnumerable<GoldSentence> Read(TextReader reader, string name)
    {
        var rows = new List<string[]>();
        int number = 0;
        while (true)
        {
            string? line = reader.ReadLine();
            number++;
            if (string.IsNullOrEmpty(line))
            {
                if (rows.Count > 0) yield return Build(rows, name, number);
                rows.Clear();
                if (line is null) yield break;
                continue;
            }
            if (line[0] == '#') continue;
            string[] fields = line.Split('\t');
            if (fields.Length != 10) throw new InvalidDataException($"{name}, line {number.ToString(CultureInfo.InvariantCulture)}: {fields.Length.ToString(CultureInfo.InvariantCulture)} fields where CoNLL-U has 10.");
            if (fields[0].AsSpan().IndexOfAny('-', '.') < 0) rows.Add(fields);
        }
    }

    private static GoldSentence Build(List<string[]> rows, string name, int line)
    {
        var heads = new int[rows.Count];
        for (int i = 0; i < heads.Length; i++)
        {
            if (!int.TryParse(rows[i][6], NumberStyles.None, CultureInfo.InvariantCulture, out int head) || head > rows.Count)
                throw new InvalidDataException($"{name}, sentence before line {line.ToString(CultureInfo.InvariantCulture)}: word {(i + 1).ToString(CultureInfo.InvariantCulture)} has no head in the sentence ('{rows[i][6]}').");
            heads[i] = head - 1;
        }
        return new GoldSentence([.. rows.Select(r => r[1])], [.. rows.Select(r => $"{r[3]}\t{r[4]}\t{r[5]}")], heads, [.. rows.Select(r => r[7])]);
    }
}
