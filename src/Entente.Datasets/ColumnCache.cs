using System.IO.Compression;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using Entente.Record;

namespace Entente.Datasets;

/// <summary>
/// Columns of the panel as computed before, each under the hash of all that it depends on: the files of its datasets, what the catalogue says of them, and the
/// code. A file that is lacking or broken is computed anew. One process at a time.
/// </summary>
/// <param name="path">The folder; made when something is kept.</param>
public sealed class ColumnCache(string path)
{
    /// <summary>Name of the folder within a record.</summary>
    public const string FolderName = ".columns";

    private readonly HashSet<string> _asked = new(StringComparer.Ordinal);

    internal static string Key(PanelStep step, IEnumerable<DatasetInfo> datasets)
    {
        var text = new StringBuilder().Append(step.Name).Append('\n')
            .Append(typeof(ColumnCache).Module.ModuleVersionId).Append('\n').Append(typeof(DatasetInfo).Module.ModuleVersionId).Append('\n');
        foreach (DatasetInfo dataset in datasets.Where(d => step.Datasets.Contains(d.Id, StringComparer.Ordinal))) text.Append(JsonSerializer.Serialize(dataset)).Append('\n');
        return Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(text.ToString())))[..32];
    }

    internal PanelPart? Find(string key)
    {
        _asked.Add(key);
        string file = FileOf(key);
        if (!File.Exists(file)) return null;
        try
        {
            using var reader = new BinaryReader(new BrotliStream(new BufferedStream(File.OpenRead(file), 1 << 16), CompressionMode.Decompress));
            long dropped = reader.ReadInt64();
            var cells = new PanelCells[reader.ReadInt32()];
            for (int c = 0; c < cells.Length; c++)
            {
                string column = reader.ReadString();
                var slots = new int[reader.ReadInt32()];
                var values = new double[slots.Length];
                for (int i = 0, at = 0; i < slots.Length; i++) slots[i] = at += reader.Read7BitEncodedInt();
                for (int i = 0; i < values.Length; i++) values[i] = reader.ReadDouble();
                cells[c] = new PanelCells(column, slots, values);
            }
            var part = new PanelPart(cells, dropped, Read<PanelEpisode>(), Read<PanelStateYear>(), Read<PanelProximity>());
            return reader.ReadString() == key ? part : null;

            T[] Read<T>() => JsonSerializer.Deserialize<T[]>(reader.ReadString()) ?? [];
        }
        catch (Exception e) when (e is IOException or InvalidOperationException or JsonException or FormatException or OverflowException or ArgumentException)
        {
            return null;
        }
    }

    internal void Keep(string key, PanelPart part)
    {
        Directory.CreateDirectory(path);
        string fresh = FileOf(key) + ".new";
        using (var writer = new BinaryWriter(new BrotliStream(File.Create(fresh), CompressionLevel.Fastest)))
        {
            writer.Write(part.Dropped);
            writer.Write(part.Cells.Count);
            foreach (PanelCells cells in part.Cells)
            {
                writer.Write(cells.Column);
                writer.Write(cells.Slots.Length);
                for (int i = 0, at = 0; i < cells.Slots.Length; at = cells.Slots[i++]) writer.Write7BitEncodedInt(cells.Slots[i] - at);
                foreach (double value in cells.Values) writer.Write(value);
            }
            writer.Write(JsonSerializer.Serialize(part.Episodes));
            writer.Write(JsonSerializer.Serialize(part.States));
            writer.Write(JsonSerializer.Serialize(part.Proximities));
            writer.Write(key);
        }
        File.Move(fresh, FileOf(key), overwrite: true);
    }

    /// <summary>Deletes what the last build did not ask for.</summary>
    internal void Forget()
    {
        if (!Directory.Exists(path)) return;
        foreach (string file in Directory.GetFiles(path))
            if (file.EndsWith(".part.new", StringComparison.Ordinal) || (file.EndsWith(".part", StringComparison.Ordinal) && !_asked.Contains(Path.GetFileNameWithoutExtension(file)))) File.Delete(file);
    }

    private string FileOf(string key) => Path.Combine(path, key + ".part");
}
