using System.CommandLine;
using System.Globalization;
using System.Text.Json;
using Entente.Datasets;
using Entente.Datasets.Pulling;
using Entente.Intake;
using Entente.Intake.Downloads;

namespace Entente.Cli;

/// <summary><c>entente record pull</c>: fetches datasets from their publishers or a mirror, and imports what came.</summary>
internal static class RecordPull
{
    private static readonly JsonSerializerOptions Json = new(JsonSerializerDefaults.Web) { WriteIndented = true };

    public static Command Create(Option<string> record)
    {
        var names = new Argument<string[]>("dataset") { Description = "Dataset ids, as 'record list' prints them.", Arity = ArgumentArity.ZeroOrMore };
        var all = new Option<bool>("--all") { Description = "Every dataset that can be fetched." };
        var list = new Option<bool>("--list") { Description = "Say where each lies, what comes from there and what is there already; fetch nothing." };
        var json = new Option<bool>("--json") { Description = "With --list: as JSON." };
        var mirror = new Option<string?>("--mirror") { Description = "A folder or an address to fetch from instead of the publishers." };
        var into = new Option<string>("--into") { Description = "Where to keep what is pulled.", DefaultValueFactory = _ => PullDirectory.DefaultPath };
        var keep = new Option<bool>("--no-import") { Description = "Only fetch and keep." };
        var again = new Option<bool>("--again") { Description = "Fetch what is there already." };
        var changed = new Option<bool>("--accept-changed") { Description = "Take a file whose checksum is not the one known." };
        var allowPrivate = new Option<bool>("--allow-private") { Description = "Fetch from this machine and its network too." };
        var command = new Command("pull", "Fetches datasets from their publishers, or from a mirror, and imports them. What breaks off is gone on with.")
        {
            names, all, list, json, mirror, into, keep, again, changed, allowPrivate, record,
        };
        command.SetAction((result, cancellation) =>
        {
            string[] given = result.GetValue(names) ?? [];
            if (given.FirstOrDefault(n => DatasetCatalogue.Find(n) is null) is { } unknown)
                return Fail($"No dataset is called '{unknown}'; there are {string.Join(", ", DatasetCatalogue.All.Select(d => d.About.Id))}.");
            var directory = new PullDirectory(result.GetValue(into)!);
            DatasetDefinition[] asked = [.. given.Length > 0 ? given.Distinct(StringComparer.Ordinal).Select(n => DatasetCatalogue.Find(n)!) : DatasetCatalogue.All];
            if (result.GetValue(list)) return Task.FromResult(List(asked, directory, result.GetValue(json)));
            if (given.Length == 0 && !result.GetValue(all)) return Fail("Name datasets, or --all; --list says what there is.");
            (bool ok, Uri? from) = MirrorOf(result.GetValue(mirror));
            if (!ok) return Fail($"'{result.GetValue(mirror)}' is no folder and no http(s) address.");
            // The publishers of a dataset that no address leads to are passed over by --all, and named.
            if (given.Length == 0 && from is null) asked = [.. asked.Where(d => d.Publisher.Address is not null)];
            var line = new DownloadLine(Console.Error, Console.IsErrorRedirected ? 0 : Math.Max(40, Console.WindowWidth), TimeProvider.System);
            var pull = new DatasetPull(directory, new WebOptions { AllowPrivate = result.GetValue(allowPrivate), SilenceLimit = TimeSpan.FromSeconds(30) }, TimeProvider.System, line.Advanced)
            {
                Mirror = from,
                Again = result.GetValue(again),
                AcceptsChange = result.GetValue(changed),
            };
            return RunAsync(pull, asked, line, result.GetValue(keep) ? null : new RecordDirectory(result.GetValue(record)!), cancellation);
        });
        return command;
    }

    private static async Task<int> RunAsync(DatasetPull pull, DatasetDefinition[] asked, DownloadLine line, RecordDirectory? record, CancellationToken cancellation)
    {
        int done = 0, failed = 0;
        foreach (DatasetDefinition definition in asked)
        {
            string id = definition.About.Id;
            line.Begin(id);
            try
            {
                PullResult result = await pull.PullAsync(definition, cancellation);
                (PulledFile file, bool alreadyThere) = result;
                done++;
                line.Say(string.Create(CultureInfo.InvariantCulture,
                    $"{id}: {(alreadyThere ? "already there" : "pulled")}, {file.File}, {file.Bytes:N0} bytes, sha256 {file.Sha256}{(file.Checked || alreadyThere ? "" : " (seen now for the first time; no checksum of the publisher's is known)")}"));
                if (!result.IsWhole) line.Say($"{id}: the server did not say how long the file is: whether it is whole is not known.");
                if (record is null) continue;
                if (pull.Importable(definition, file) is not { } table) line.Say($"{id}: kept as published, not imported: {definition.Publisher.Note}.");
                else if (RecordCommand.Import(record, definition, table) == ExitCodes.Input) failed++;
            }
            catch (OperationCanceledException)
            {
                line.Say($"{id}: stopped; what came stays, and the same command goes on from there.");
                return ExitCodes.Interrupted;
            }
            catch (DownloadException e)
            {
                failed++;
                line.Say($"{id}: not pulled: {e.Reason}: {e.Message}");
            }
            catch (Exception e) when (e is IOException or UnauthorizedAccessException or InvalidDataException)
            {
                failed++;
                line.Say($"{id}: {e.Message}");
            }
        }
        return failed == 0 ? ExitCodes.Ok : done == 0 ? ExitCodes.Input : ExitCodes.Partial;
    }

    private static int List(DatasetDefinition[] asked, PullDirectory directory, bool json)
    {
        var lines = asked.Select(d => (Definition: d, Pulled: directory.Find(d.About.Id))).ToList();
        if (json)
        {
            Console.Out.WriteLine(JsonSerializer.Serialize(lines.Select(l => new
            {
                id = l.Definition.About.Id,
                l.Definition.About.Version,
                l.Definition.Publisher.Address,
                l.Definition.Publisher.Page,
                l.Definition.Publisher.Form,
                l.Definition.Publisher.Imports,
                l.Definition.Publisher.Sha256,
                l.Definition.Publisher.Bytes,
                l.Definition.Publisher.Note,
                l.Definition.Copy,
                licence = l.Definition.About.Licence,
                pulled = l.Pulled,
            }), Json));
            return ExitCodes.Ok;
        }
        foreach ((DatasetDefinition d, PulledFile? pulled) in lines)
        {
            string there = d.Publisher.Address is { } address ? $"{address}" : $"no address: {d.Publisher.Page}";
            string what = d.Publisher.Imports ? "imports" : d.Publisher.Note ?? "";
            Console.Out.WriteLine($"{d.About.Id}\t{d.About.Version}\t{there}\t{what}\tsha256 {d.Publisher.Sha256 ?? "not known"}\t{(pulled is null ? "not pulled" : $"pulled {pulled.Sha256}")}\t{d.About.Licence}");
        }
        return ExitCodes.Ok;
    }

    private static (bool Ok, Uri? From) MirrorOf(string? given)
    {
        if (given is null) return (true, null);
        if (WebFetcher.IsAddress(given)) return (true, new Uri(given));
        return Directory.Exists(given) ? (true, new Uri(Path.GetFullPath(given) + Path.DirectorySeparatorChar)) : (false, null);
    }

    private static Task<int> Fail(string message)
    {
        Console.Error.WriteLine(message);
        return Task.FromResult(ExitCodes.Usage);
    }
}
