using System.Runtime.InteropServices;
using Entente.Training.Networks;

namespace Entente.Training.Language;

/// <summary>Everything a later run needs to go on as if it had never stopped, but the data and options.</summary>
internal static class Checkpoint
{
    private const uint Magic = 0x31434C45; // "ELC1"

    /// <summary>Writes beside and renames, so that a kill leaves the old one.</summary>
    public static void Save(string path, int epoch, double best, IReadOnlyList<Parameter> parameters, AdamOptimizer optimizer)
    {
        string part = path + ".part";
        using (FileStream stream = File.Create(part))
        using (var writer = new BinaryWriter(stream))
        {
            writer.Write(Magic);
            writer.Write(epoch);
            writer.Write(best);
            writer.Write(optimizer.Steps);
            foreach (float[] array in Arrays(parameters, optimizer))
            {
                writer.Write(array.Length);
                writer.Write(MemoryMarshal.AsBytes(array.AsSpan()));
            }
        }
        File.Move(part, path, overwrite: true);
    }

    /// <summary>Reads it back; gives the epochs done and the best score so far.</summary>
    /// <exception cref="InvalidDataException">It is of another network.</exception>
    public static (int Epoch, double Best) Load(string path, IReadOnlyList<Parameter> parameters, AdamOptimizer optimizer)
    {
        using FileStream stream = File.OpenRead(path);
        using var reader = new BinaryReader(stream);
        if (reader.ReadUInt32() != Magic) throw new InvalidDataException($"{path} is no checkpoint of this version; delete it to train from the beginning.");
        int epoch = reader.ReadInt32();
        double best = reader.ReadDouble();
        optimizer.Steps = reader.ReadInt32();
        foreach (float[] array in Arrays(parameters, optimizer))
        {
            if (reader.ReadInt32() != array.Length)
                throw new InvalidDataException($"{path} is of another network or other treebanks; give the options it was made with, or delete it to train from the beginning.");
            stream.ReadExactly(MemoryMarshal.AsBytes(array.AsSpan()));
        }
        return (epoch, best);
    }

    private static IEnumerable<float[]> Arrays(IReadOnlyList<Parameter> parameters, AdamOptimizer optimizer) =>
        [.. parameters.Select(p => p.Value), .. optimizer.First, .. optimizer.Second, .. optimizer.Average];
}
