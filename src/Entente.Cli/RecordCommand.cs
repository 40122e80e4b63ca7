using System.CommandLine;
using System.Text.Json;
using Entente.Datasets;
using Entente.Record;
using Entente.Storage;

namespace Entente.Cli;

/// <summary><c>entente record</c>: imports published datasets, lists them, and builds the panel from them.</summary>
internal static class RecordCommand
{
    private static readonly JsonSerializerOptions Json = new(JsonSerializerDefaults.Web) { WriteIndented = true };
    private static readonly Option<string> RecordOption = new("--record") { Description = "Directory of imported datasets.", DefaultValueFactory = _ => RecordDirectory.DefaultPath };

    public static Command Create() => new("record", "Imports published datasets and builds the panel of dyad-years.")
    {
        RecordPull.Create(RecordOption), CreateImport(), CreateList(), RecordDatasets.CreateShow(RecordOption), RecordDatasets.CreateVerify(RecordOption), RecordDatasets.CreateCite(), RecordExport.Create(RecordOption), RecordBuild.Create(RecordOption), RecordNews.Create(), RecordWarVotes.Create(RecordOption),
    };

    private static Command CreateImport()
    {
        var dataset = new Argument<string?>("dataset") { Description = "Dataset id, as 'record list' prints it.", Arity = ArgumentArity.ZeroOrOne };
        var file = new Argument<string?>("file") { Description = "Its CSV file; .gz is seen through.", Arity = ArgumentArity.ZeroOrOne };
        var all = new Option<string?>("--all") { Description = "Import every dataset whose file is in this directory." };
        var command = new Command("import", "Validates a dataset's file and copies it into the record.") { dataset, file, all, RecordOption };
        command.SetAction((parseResult, _) =>
        {
            var record = new RecordDirectory(parseResult.GetValue(RecordOption)!);
            if (parseResult.GetValue(all) is { } directory) return Task.FromResult(ImportAll(record, directory));
            if (parseResult.GetValue(dataset) is not { } id) return Fail("Name a dataset and its file, or --all DIR.", ExitCodes.Usage);
            return DatasetCatalogue.Find(id) is { } definition
                ? parseResult.GetValue(file) is { } path ? Task.FromResult(Import(record, definition, path)) : Fail($"Give the file of '{id}', or fetch it: entente record pull {id}", ExitCodes.Usage)
                : Fail($"No dataset is called '{id}'; there are {string.Join(", ", DatasetCatalogue.All.Select(d => d.About.Id))}.", ExitCodes.Usage);
        });
        return command;
    }

    private static Command CreateList()
    {
        var json = new Option<bool>("--json") { Description = "As JSON." };
        var command = new Command("list", "Lists the datasets: version, years, rows, terms, citation.") { json, RecordOption };
        command.SetAction((parseResult, _) =>
        {
            var imported = new RecordDirectory(parseResult.GetValue(RecordOption)!).Datasets.ToDictionary(d => d.Id, StringComparer.Ordinal);
            string shippedPath = Path.Combine(AppContext.BaseDirectory, "data", "panel");
            var shipped = File.Exists(Path.Combine(shippedPath, "datasets.json"))
                ? PanelRecordStore.Open(shippedPath).Datasets.ToDictionary(d => d.Id, StringComparer.Ordinal)
                : [];
            var lines = DatasetCatalogue.All.Select(d => d.About.Id).Select(id => (
                Info: imported.GetValueOrDefault(id) ?? shipped.GetValueOrDefault(id) ?? DatasetCatalogue.Find(id)!.About,
                State: imported.ContainsKey(id) ? "imported" : shipped.ContainsKey(id) ? "in the shipped panel" : "not imported")).ToList();
            if (parseResult.GetValue(json))
                Console.Out.WriteLine(JsonSerializer.Serialize(lines.Select(l => new { state = l.State, inPanel = PanelBuilder.Uses(l.Info.Id), dataset = l.Info }), Json));
            else
                foreach ((DatasetInfo info, string state) in lines)
                    Console.Out.WriteLine(FormattableString.Invariant(
                        $"{info.Id}\t{info.Version}\t{info.FirstYear}-{info.LastYear}\t{info.Rows} rows\t{state}\t{(PanelBuilder.Uses(info.Id) ? "part of the panel" : "no part of the panel")}\treleased {DatasetCatalogue.Find(info.Id)!.About.Released?.ToString() ?? "not known"}\t{info.Licence}\t{info.Citation}"));
            return Task.FromResult(ExitCodes.Ok);
        });
        return command;
    }

    private static int ImportAll(RecordDirectory record, string directory)
    {
        int worst = ExitCodes.Ok;
        foreach (DatasetDefinition definition in DatasetCatalogue.All)
        {
            string plain = Path.Combine(directory, definition.FileName);
            string? path = File.Exists(plain) ? plain : File.Exists(plain + ".gz") ? plain + ".gz" : null;
            if (path is null) Console.Error.WriteLine($"{definition.About.Id}: no {definition.FileName} in {directory}");
            worst = Math.Max(worst, path is null ? ExitCodes.Partial : Import(record, definition, path));
        }
        return worst;
    }

    internal static int Import(RecordDirectory record, DatasetDefinition definition, string path)
    {
        try
        {
            ImportResult result = record.Import(definition, path);
            Console.Error.WriteLine(FormattableString.Invariant(
                $"{result.Dataset.Id}: {(result.AlreadyThere ? "already there" : "imported")}, {result.Dataset.Rows} rows, {result.Malformed} malformed"));
            foreach (string problem in result.Problems) Console.Error.WriteLine("  " + problem);
            return result.Malformed > 0 ? ExitCodes.Partial : ExitCodes.Ok;
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException or InvalidDataException)
        {
            Console.Error.WriteLine($"{definition.About.Id}: {e.Message}");
            return ExitCodes.Input;
        }
    }

    private static Task<int> Fail(string message, int code)
    {
        Console.Error.WriteLine(message);
        return Task.FromResult(code);
    }
}
