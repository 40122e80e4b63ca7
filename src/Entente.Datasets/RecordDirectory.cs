using System.Security.Cryptography;
using System.Text.Json;
using Entente.Record;

namespace Entente.Datasets;

/// <summary>What an import did.</summary>
/// <param name="Dataset">The dataset as it now is in the record.</param>
/// <param name="Malformed">Rows passed over.</param>
/// <param name="Problems">The first of them, named.</param>
/// <param name="AlreadyThere">Whether the very same file had been imported before.</param>
public sealed record ImportResult(DatasetInfo Dataset, long Malformed, IReadOnlyList<string> Problems, bool AlreadyThere);

/// <summary>The directory of imported datasets: each in its folder, the file as published beside a description with its hash.</summary>
/// <param name="path">The directory; made at the first import.</param>
public sealed class RecordDirectory(string path)
{
    private const string DescriptionName = "dataset.json";
    private static readonly JsonSerializerOptions Json = new(JsonSerializerDefaults.Web) { WriteIndented = true };

    /// <summary>Where the record is kept when nobody says: <c>$ENTENTE_HOME/record</c>, else <c>~/.entente/record</c>.</summary>
    public static string DefaultPath => Path.Combine(Environment.GetEnvironmentVariable("ENTENTE_HOME") is { Length: > 0 } home
        ? home
        : Path.Combine(Environment.GetFolderPath(Environment.SpecialFolder.UserProfile), ".entente"), "record");

    /// <summary>The datasets imported, in the catalogue's order.</summary>
    public IReadOnlyList<DatasetInfo> Datasets => [.. DatasetCatalogue.All.Select(d => Describe(d.About.Id)).OfType<DatasetInfo>()];

    /// <summary>Validates a file and copies it into the record. Importing the same file again changes nothing.</summary>
    /// <exception cref="InvalidDataException">The file is not of that dataset.</exception>
    /// <exception cref="IOException">It cannot be read, or the record cannot be written.</exception>
    public ImportResult Import(DatasetDefinition definition, string file)
    {
        ArgumentNullException.ThrowIfNull(definition);
        string hash = Hash(file);
        string folder = Path.Combine(path, definition.About.Id);
        if (Describe(definition.About.Id) is { } before && string.Equals(before.Sha256, hash, StringComparison.Ordinal) && FileOf(definition) is not null)
            return new ImportResult(before, 0, [], true);
        using var table = new DatasetTable(definition, file);
        while (table.Read()) { }
        if (table.Rows == 0) throw new InvalidDataException($"{Path.GetFileName(file)} has no row that can be read as '{definition.About.Id}'.");
        DatasetInfo info = definition.About with { Rows = table.Rows, Sha256 = hash };
        if (Directory.Exists(folder)) Directory.Delete(folder, recursive: true);
        Directory.CreateDirectory(folder);
        bool zipped = file.EndsWith(".gz", StringComparison.Ordinal);
        File.WriteAllBytes(Path.Combine(folder, definition.FileName + (zipped ? ".gz" : "")), File.ReadAllBytes(file));
        File.WriteAllText(Path.Combine(folder, DescriptionName), JsonSerializer.Serialize(info, Json));
        return new ImportResult(info, table.Malformed, table.Problems, false);
    }

    /// <summary>The imported file of a dataset, or null.</summary>
    public string? FileOf(DatasetDefinition definition)
    {
        ArgumentNullException.ThrowIfNull(definition);
        string plain = Path.Combine(path, definition.About.Id, definition.FileName);
        return new[] { plain, plain + ".gz" }.FirstOrDefault(File.Exists);
    }

    private DatasetInfo? Describe(string id)
    {
        string file = Path.Combine(path, id, DescriptionName);
        return File.Exists(file) ? JsonSerializer.Deserialize<DatasetInfo>(File.ReadAllText(file), Json) : null;
    }

    private static string Hash(string file)
    {
        using FileStream stream = File.OpenRead(file);
        return Convert.ToHexStringLower(SHA256.HashData(stream));
    }
}
