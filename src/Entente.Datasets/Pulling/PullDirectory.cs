using System.Text.Json;

namespace Entente.Datasets.Pulling;

/// <summary>A file as it was pulled.</summary>
/// <param name="Address">Where it was asked for.</param>
/// <param name="From">Where it came from at the end of the redirects.</param>
/// <param name="File">Its name in the dataset's folder.</param>
/// <param name="Bytes">Its length.</param>
/// <param name="Sha256">Its hash.</param>
/// <param name="IsCopy">Whether it is the file as it is read here, not the publisher's own.</param>
/// <param name="Checked">Whether the hash was known beforehand; else it is the one seen at this pull, to which later pulls are held.</param>
public sealed record PulledFile(Uri Address, Uri From, string File, long Bytes, string Sha256, bool IsCopy, bool Checked);

/// <summary>The folder of pulled files: each dataset in its own, the file as the publisher sent it beside a note of where it came from.</summary>
/// <param name="path">The folder; made at the first pull.</param>
public sealed class PullDirectory(string path)
{
    private const string NoteName = "pulled.json";
    private static readonly JsonSerializerOptions Json = new(JsonSerializerDefaults.Web) { WriteIndented = true };

    /// <summary>Where pulled files are kept when nobody says: beside the record.</summary>
    public static string DefaultPath => Path.Combine(Path.GetDirectoryName(RecordDirectory.DefaultPath)!, "pulled");

    /// <summary>Where a file of a dataset is or will be.</summary>
    public string PathOf(string dataset, string file)
    {
        // A name from an address must not lead out of the folder.
        string name = Path.GetFileName(file.Replace('\\', '/'));
        if (name is "" or "." or "..") throw new InvalidDataException($"'{file}' is no name of a file.");
        return Path.Combine(path, dataset, name);
    }

    /// <summary>What was pulled of a dataset, if its file is still there; else null.</summary>
    public PulledFile? Find(string dataset)
    {
        string note = Path.Combine(path, dataset, NoteName);
        if (!File.Exists(note)) return null;
        try
        {
            return JsonSerializer.Deserialize<PulledFile>(File.ReadAllText(note), Json);
        }
        catch (JsonException)
        {
            return null;
        }
    }

    /// <summary>Writes down what was pulled.</summary>
    public void Note(string dataset, PulledFile pulled)
    {
        string note = Path.Combine(path, dataset, NoteName), fresh = note + ".new";
        File.WriteAllText(fresh, JsonSerializer.Serialize(pulled, Json) + "\n");
        File.Move(fresh, note, overwrite: true);
    }
}
