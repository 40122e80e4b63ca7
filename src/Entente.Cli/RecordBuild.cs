using System.CommandLine;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using Entente.Datasets;
using Entente.Storage;

namespace Entente.Cli;

/// <summary><c>entente record build-panel</c>: the panel, the alignment and the turns; only what a changed dataset touches is computed anew, with the same bytes.</summary>
internal static class RecordBuild
{
    private const string AlignmentName = "alignment.json";
    private static readonly string[] s_outputs = ["alignment.json", "alignment.parquet", "breaks.parquet"];

    public static Command Create(Option<string> record)
    {
        var output = new Option<string>("--out") { Description = "Directory to write the panel to.", Required = true };
        var full = new Option<bool>("--full") { Description = "Compute everything anew, and leave nothing behind for the next time." };
        var alignmentOnly = new Option<bool>("--alignment-only") { Description = "Leave the panel that lies in --out as it is; learn the alignment and find the turns anew." };
        var command = new Command("build-panel", "Computes the panel of dyad-years from the imported datasets; what no changed dataset touches is taken over.") { output, full, alignmentOnly, record };
        command.SetAction(result => result.GetValue(alignmentOnly) ? Align(result.GetValue(output)!) : Run(result.GetValue(record)!, result.GetValue(output)!, result.GetValue(full)));
        return command;
    }

    private static int Align(string directory)
    {
        try
        {
            AlignmentWriter.Write(directory, Environment.ProcessorCount, Console.Error.WriteLine);
            return ExitCodes.Ok;
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            Console.Error.WriteLine(e.Message);
            return ExitCodes.Output;
        }
    }

    private static int Run(string recordPath, string directory, bool full)
    {
        var record = new RecordDirectory(recordPath);
        if (record.Datasets.Count == 0)
        {
            Console.Error.WriteLine("Nothing is imported: run 'entente record import' first.");
            return ExitCodes.Input;
        }
        string kept = Path.Combine(recordPath, ColumnCache.FolderName);
        try
        {
            BuiltPanel panel = PanelBuilder.Build(record, Console.Error.WriteLine, full ? null : new ColumnCache(kept));
            Console.Error.WriteLine("Writing the panel.");
            PanelWriter.Write(directory, panel.Datasets, panel.Rows, panel.Episodes);
            PanelWriter.WriteContext(directory, panel.States, panel.Proximities);
            string note = Path.Combine(kept, AlignmentName), key = Key(directory);
            if (!full && IsAsBefore(note, key, directory))
            {
                Console.Error.WriteLine("The alignment is as before: no value and no episode has changed.");
                return ExitCodes.Ok;
            }
            AlignmentWriter.Write(directory, Environment.ProcessorCount, Console.Error.WriteLine);
            if (!full)
            {
                Directory.CreateDirectory(kept);
                File.WriteAllText(note, JsonSerializer.Serialize(new Note(key, [.. s_outputs.Select(o => Hash(Path.Combine(directory, o)))])));
            }
            return ExitCodes.Ok;
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            Console.Error.WriteLine(e.Message);
            return ExitCodes.Output;
        }
    }

    // All that the alignment and the turns are computed from: the panel's files, and the code.
    private static string Key(string directory) => Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(string.Join('\n',
        Hash(Path.Combine(directory, "panel.parquet")), Hash(Path.Combine(directory, "episodes.parquet")),
        Hash(Path.Combine(directory, "states.parquet")), Hash(Path.Combine(directory, "proximity.parquet")),
        typeof(Measures.AlignmentModel).Module.ModuleVersionId, typeof(AlignmentWriter).Module.ModuleVersionId))));

    private static bool IsAsBefore(string note, string key, string directory)
    {
        try
        {
            return File.Exists(note) && JsonSerializer.Deserialize<Note>(File.ReadAllText(note)) is { } before && before.Key == key
                && s_outputs.Select(o => Path.Combine(directory, o)).All(File.Exists) && s_outputs.Select(o => Hash(Path.Combine(directory, o))).SequenceEqual(before.Outputs, StringComparer.Ordinal);
        }
        catch (JsonException)
        {
            return false;
        }
    }

    private static string Hash(string file)
    {
        using FileStream stream = File.OpenRead(file);
        return Convert.ToHexStringLower(SHA256.HashData(stream));
    }

    private sealed record Note(string Key, string[] Outputs);
}
