using System.CommandLine;
using System.Globalization;
using System.Text.Json;
using Entente.Storage;

namespace Entente.Cli;

/// <summary><c>entente store</c>: what the store holds, whether it is sound, and its contents as files.</summary>
internal static class StoreCommand
{
    public static Command Create() => new("store", "Describes, checks, exports or copies the evidence store.") { Info(), Check(), Export(), StoreMigrateCommand.Create() };

    /// <summary>Opens the store for reading and turns its troubles into a message and an exit code.</summary>
    public static int With(string path, Func<IMaintainedStore, int> use)
    {
        try
        {
            using IMaintainedStore store = EvidenceStores.Open(path, readOnly: true);
            return use(store);
        }
        catch (StoreException e)
        {
            Console.Error.WriteLine(e.Message);
            return ExitCodes.Store;
        }
    }

    private static Command Info()
    {
        Option<string> store = StorePath.Option();
        var json = new Option<bool>("--json") { Description = "As JSON." };
        var command = new Command("info", "Counts documents and observations.") { store, json };
        command.SetAction((result, _) => Task.FromResult(With(result.GetValue(store)!, s =>
        {
            StoreInfo info = s.Info();
            if (result.GetValue(json)) Console.Out.WriteLine(JsonSerializer.Serialize(info, JsonSerializerOptions.Web));
            else Console.Out.WriteLine(string.Create(CultureInfo.InvariantCulture,
                $"schema {info.SchemaVersion}\n{info.Documents} documents\n{info.Observations} observations\npublished {Day(info.FirstDay)} to {Day(info.LastDay)}"));
            return ExitCodes.Ok;
        })));
        return command;
    }

    private static Command Check()
    {
        Option<string> store = StorePath.Option();
        var command = new Command("check", "Looks for what must never be in a store.") { store };
        command.SetAction((result, _) => Task.FromResult(With(result.GetValue(store)!, s =>
        {
            IReadOnlyList<string> found = s.Check();
            foreach (string problem in found) Console.Out.WriteLine(problem);
            if (found.Count == 0) Console.Error.WriteLine("The store is sound.");
            return found.Count == 0 ? ExitCodes.Ok : ExitCodes.Store;
        })));
        return command;
    }

    private static Command Export()
    {
        Option<string> store = StorePath.Option();
        var format = new Option<string>("--format") { Description = "parquet or csv.", DefaultValueFactory = _ => "parquet" };
        format.AcceptOnlyFromAmong("parquet", "csv");
        var output = new Option<string>("--out") { Description = "Folder to write to.", Required = true };
        var command = new Command("export", "Writes documents and observations as files.") { store, format, output };
        command.SetAction((result, _) => Task.FromResult(With(result.GetValue(store)!, s =>
        {
            try
            {
                s.Export(result.GetValue(output)!, result.GetValue(format)!);
                return ExitCodes.Ok;
            }
            catch (Exception e) when (e is IOException or UnauthorizedAccessException)
            {
                Console.Error.WriteLine($"The store could not be written to {result.GetValue(output)}: {e.Message}");
                return ExitCodes.Output;
            }
        })));
        return command;
    }

    private static string Day(DateOnly? day) => day?.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture) ?? "unknown";
}
