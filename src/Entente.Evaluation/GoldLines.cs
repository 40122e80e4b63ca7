using System.IO.Compression;

namespace Entente.Evaluation;

/// <summary>Reads gold files line by line, gzipped or not.</summary>
public static class GoldLines
{
    /// <summary>The lines that are not blank.</summary>
    /// <exception cref="IOException">The file cannot be read.</exception>
    /// <exception cref="InvalidDataException">A <c>.gz</c> file is no gzip.</exception>
    public static IEnumerable<string> Read(FileInfo file)
    {
        ArgumentNullException.ThrowIfNull(file);
        using FileStream raw = file.OpenRead();
        using Stream plain = file.Name.EndsWith(".gz", StringComparison.OrdinalIgnoreCase) ? new GZipStream(raw, CompressionMode.Decompress) : raw;
        using var reader = new StreamReader(plain);
        while (reader.ReadLine() is { } line)
            if (!string.IsNullOrWhiteSpace(line)) yield return line;
    }
}
