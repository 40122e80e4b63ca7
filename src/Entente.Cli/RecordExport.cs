using System.CommandLine;
using Entente.Datasets;
using Entente.Record;

namespace Entente.Cli;

/// <summary><c>entente record export</c>: passes on the files of datasets whose terms allow it, and of no other.</summary>
internal static class RecordExport
{
    public static Command Create(Option<string> record)
    {
        var names = new Argument<string[]>("dataset") { Description = "Dataset ids; none: every imported one that may be passed on.", Arity = ArgumentArity.ZeroOrMore };
        var output = new Option<string>("--out") { Description = "Folder to write to.", Required = true };
        var command = new Command("export", "Copies imported files with their terms and citation, for others; what may not be passed on is refused.") { names, output, record };
        command.SetAction(result => Run(new RecordDirectory(result.GetValue(record)!), result.GetValue(names) ?? [], result.GetValue(output)!));
        return command;
    }

    private static int Run(RecordDirectory record, string[] names, string folder)
    {
        if (names.FirstOrDefault(n => DatasetCatalogue.Find(n) is null) is { } unknown)
        {
            Console.Error.WriteLine($"No dataset is called '{unknown}'; there are {string.Join(", ", DatasetCatalogue.All.Select(d => d.About.Id))}.");
            return ExitCodes.Usage;
        }
        int worst = ExitCodes.Ok;
        try
        {
            foreach (DatasetInfo info in record.Datasets.Where(d => names.Length == 0 || names.Contains(d.Id, StringComparer.Ordinal)))
            {
                DatasetDefinition definition = DatasetCatalogue.Find(info.Id)!;
                // What the catalogue says counts, not what a record made elsewhere says of itself.
                if (!definition.About.Redistributable || record.FileOf(definition) is not { } file)
                {
                    Console.Error.WriteLine($"{info.Id}: not exported: {definition.About.Licence}");
                    if (names.Length > 0) worst = ExitCodes.Partial;
                    continue;
                }
                Directory.CreateDirectory(folder);
                File.Copy(file, Path.Combine(folder, Path.GetFileName(file)), overwrite: true);
                File.WriteAllText(Path.Combine(folder, definition.FileName + ".txt"), $"{info.Name}, version {info.Version}\nTerms: {info.Licence}\nCite: {info.Citation}\nsha256 {info.Sha256}\n");
                Console.Error.WriteLine($"{info.Id}: {Path.GetFileName(file)}, {info.Licence}");
            }
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            Console.Error.WriteLine(e.Message);
            return ExitCodes.Output;
        }
        foreach (string missing in names.Except(record.Datasets.Select(d => d.Id), StringComparer.Ordinal))
        {
            Console.Error.WriteLine($"{missing}: not imported.");
            worst = ExitCodes.Partial;
        }
        return worst;
    }
}
