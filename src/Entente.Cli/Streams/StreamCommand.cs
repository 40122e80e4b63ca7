using System.CommandLine;
using System.Globalization;
using System.Text.Json;
using Entente.Datasets.Streams;
using Entente.Record.Streams;
using Entente.Storage;
using Entente.Storage.Streams;

namespace Entente.Cli.Streams;

/// <summary><c>entente stream</c>: event streams of others into the store, and counts of their events.</summary>
internal static class StreamCommand
{
    private static readonly JsonSerializerOptions s_json = new(JsonSerializerDefaults.Web) { Converters = { new System.Text.Json.Serialization.JsonStringEnumConverter() } };

    public static Command Create() => new("stream", "Imports event streams (GDELT, ICEWS, Phoenix, KEDS, UCDP, POLECAT, ACLED) and counts their events.") { Import(), List(), StreamCountCommand.Create() };

    /// <summary>Runs something with the store of streams and turns its troubles into a message and an exit code.</summary>
    public static int With(string path, bool readOnly, Func<StreamStore, int> use)
    {
        if (EvidenceStores.IsServer(path))
        {
            Console.Error.WriteLine("Streams are kept in a DuckDB file: give one with --store.");
            return ExitCodes.Usage;
        }
        try
        {
            using StreamStore store = StreamStore.Open(path, readOnly);
            return use(store);
        }
        catch (StoreException e)
        {
            Console.Error.WriteLine(e.Message);
            return ExitCodes.Store;
        }
    }

    private static Command Import()
    {
        var paths = new Argument<string[]>("path") { Description = "Files and folders; gzip and zip are seen through.", Arity = ArgumentArity.OneOrMore };
        Option<string> store = StorePath.Option();
        var format = new Option<StreamFormat?>("--format") { Description = "What the files are, where their content leaves it open (KedsCameo or KedsWeis)." };
        var rejects = new Option<string?>("--rejects") { Description = "Folder for rows that could not be read; beside the store by default." };
        var command = new Command("import", "Reads files of event streams into the store. Importing again stores nothing twice.") { paths, store, format, rejects };
        command.SetAction((result, cancellation) => Task.Run(() =>
        {
            string path = result.GetValue(store)!;
            return With(path, readOnly: false, s => ImportAll(new StreamImport(s, result.GetValue(rejects) ?? path + ".rejects", result.GetValue(format)), result.GetValue(paths)!, cancellation));
        }, CancellationToken.None));
        return command;
    }

    private static int ImportAll(StreamImport import, string[] paths, CancellationToken cancellation)
    {
        int done = 0, skipped = 0;
        long rows = 0, malformed = 0;
        foreach (string path in paths.SelectMany(Files))
        {
            if (cancellation.IsCancellationRequested) break;
            try
            {
                foreach (StreamMember member in StreamArchive.Members(path))
                {
                    (StreamFile file, bool known) = import.Run(member, cancellation);
                    done++;
                    rows += known ? 0 : file.Rows;
                    malformed += file.Malformed;
                    Console.Error.WriteLine(string.Create(CultureInfo.InvariantCulture,
                        $"{member.Name}: {(known ? "already there, " : "")}{file.Format}, {file.Rows:N0} rows{(file.Known > 0 ? $", {file.Known:N0} known" : "")}{(file.Malformed > 0 ? $", {file.Malformed:N0} malformed" : "")}{Days(file)}"));
                }
            }
            catch (OperationCanceledException)
            {
                break;
            }
            catch (Exception e) when (e is StreamFormatException or IOException or UnauthorizedAccessException)
            {
                skipped++;
                Console.Error.WriteLine($"skipped {path}: {e.Message}");
            }
        }
        if (cancellation.IsCancellationRequested)
        {
            Console.Error.WriteLine("Stopped; whole files that were read stay, and importing again goes on from there.");
            return ExitCodes.Interrupted;
        }
        Console.Error.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{done:N0} files, {rows:N0} new rows, {malformed:N0} malformed, {skipped:N0} skipped"));
        return done == 0 ? ExitCodes.Input : skipped > 0 || malformed > 0 ? ExitCodes.Partial : ExitCodes.Ok;
    }

    private static Command List()
    {
        Option<string> store = StorePath.Option();
        var json = new Option<bool>("--json") { Description = "One JSON object a line." };
        var command = new Command("list", "Lists the files imported: format, grade, rows, days, hash.") { store, json };
        command.SetAction((result, _) => Task.FromResult(With(result.GetValue(store)!, readOnly: true, s =>
        {
            foreach (StreamFile f in s.Files())
                Console.Out.WriteLine(result.GetValue(json)
                    ? JsonSerializer.Serialize(new { file = f, reliability = StreamGrade.Reliability(f.Format).ToString() }, s_json)
                    : FormattableString.Invariant($"{f.Name}\t{f.Format}\t{StreamGrade.Reliability(f.Format)}\t{f.Rows} rows\t{f.Known} known\t{f.Malformed} malformed\t{Day(f.FirstDay)}\t{Day(f.LastDay)}\t{f.Sha256[..16]}"));
            return ExitCodes.Ok;
        })));
        return command;
    }

    private static IEnumerable<string> Files(string path) => Directory.Exists(path)
        ? Directory.EnumerateFiles(path, "*", new EnumerationOptions { RecurseSubdirectories = true, IgnoreInaccessible = true }).Order(StringComparer.Ordinal)
        : [path];

    private static string Days(StreamFile file) => file.FirstDay is { } first && file.LastDay is { } last ? $", {Day(first)} to {Day(last)}" : "";

    private static string Day(DateOnly? day) => day?.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture) ?? "";
}
