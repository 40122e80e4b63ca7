using System.CommandLine;
using System.Security.Cryptography;
using Entente.Datasets;
using Entente.Measures;
using Entente.Record;
using Entente.Storage;

namespace Entente.Cli;

/// <summary><c>entente record show|verify|cite</c>: what a dataset is, whether its file is still the one imported, and how to cite what a briefing used.</summary>
internal static class RecordDatasets
{
    public static Command CreateShow(Option<string> recordOption)
    {
        var dataset = new Argument<string>("dataset") { Description = "Dataset id, as 'record list' prints it." };
        var command = new Command("show", "Describes a dataset: what it is, its years, terms, file and columns.") { dataset, recordOption };
        command.SetAction(result =>
        {
            if (DatasetCatalogue.Find(result.GetValue(dataset)!) is not { } definition) return NoSuch(result.GetValue(dataset)!);
            DatasetInfo info = new RecordDirectory(result.GetValue(recordOption)!).Datasets.FirstOrDefault(d => d.Id == definition.About.Id)
                ?? Shipped().FirstOrDefault(d => d.Id == definition.About.Id) ?? definition.About;
            TextWriter o = Console.Out;
            o.WriteLine($"{info.Id}: {info.Name}");
            o.WriteLine($"version   {info.Version}");
            o.WriteLine($"released  {(definition.About.Released is { } released ? released.ToString() : "not known")} ({definition.ReleasedBasis})");
            o.WriteLine(FormattableString.Invariant($"years     {info.FirstYear}–{info.LastYear}"));
            o.WriteLine(info.Sha256 is null ? "rows      not imported" : FormattableString.Invariant($"rows      {info.Rows}"));
            o.WriteLine($"terms     {info.Licence}");
            o.WriteLine($"exported  {(info.Redistributable ? "may be" : "never")}");
            o.WriteLine($"cite      {info.Citation}");
            o.WriteLine($"file      {definition.FileName}{(info.Sha256 is null ? "" : ", sha256 " + info.Sha256)}");
            o.WriteLine($"columns   {string.Join(", ", definition.Columns)}");
            o.WriteLine($"publisher {definition.Publisher.Address ?? definition.Publisher.Page}{(definition.Publisher.Note is { } note ? $" ({note})" : "")}");
            string[] indicators = [.. Indicators.All.Where(i => Uses(i, info.Id)).Select(i => i.Id)];
            o.WriteLine($"used for  {(indicators.Length == 0 ? "no score; see its folder or the panel's episodes and context" : string.Join(", ", indicators))}");
            return ExitCodes.Ok;
        });
        return command;
    }

    public static Command CreateVerify(Option<string> recordOption)
    {
        var panel = DyadArguments.Panel();
        var command = new Command("verify", "Hashes every imported file again, and compares it with what the panel was computed from.") { recordOption, panel };
        command.SetAction(result => DyadArguments.With(result.GetValue(panel), directory =>
        {
            var record = new RecordDirectory(result.GetValue(recordOption)!);
            var built = PanelRecordStore.Open(directory).Datasets.ToDictionary(d => d.Id, StringComparer.Ordinal);
            bool sound = true;
            foreach (DatasetInfo imported in record.Datasets)
            {
                string? file = record.FileOf(DatasetCatalogue.Find(imported.Id)!);
                string? hash = file is null ? null : Hash(file);
                string state = hash is null ? "its file is gone" : hash != imported.Sha256 ? "changed since it was imported"
                    : !built.TryGetValue(imported.Id, out DatasetInfo? then) ? "sound; not in the panel" : then.Sha256 == hash ? "sound; the panel's" : "sound; the panel was computed from another file";
                sound &= hash == imported.Sha256;
                Console.Out.WriteLine($"{imported.Id}\t{state}");
            }
            if (record.Datasets.Count == 0) Console.Error.WriteLine("Nothing is imported: run 'entente record import' first.");
            return sound ? ExitCodes.Ok : ExitCodes.Partial;
        }));
        return command;
    }

    public static Command CreateCite()
    {
        var states = new Argument<string[]>("states") { Description = "Two states: cites what a briefing on them rests on. None: every dataset of the panel.", Arity = new ArgumentArity(0, 2) };
        var asOf = DyadArguments.AsOf();
        var vintage = DyadArguments.VintageOption();
        var panel = DyadArguments.Panel();
        var command = new Command("cite", "BibTeX of the datasets a briefing on two states rests on.") { states, asOf, vintage, panel };
        command.SetAction(result =>
        {
            string[] names = result.GetValue(states) ?? [];
            UndirectedDyad? dyad = names.Length == 2 ? DyadArguments.Dyad(names[0], names[1]) : null;
            if (names.Length == 1 || (names.Length == 2 && dyad is null)) return ExitCodes.Usage;
            return DyadArguments.With(result.GetValue(panel), directory =>
            {
                PanelRecordStore store = PanelRecordStore.Open(directory);
                IEnumerable<DatasetInfo> cited = dyad is not { } d ? store.Datasets : Used(store, DyadArguments.Record(store, d, result.GetValue(asOf), result.GetValue(vintage)));
                foreach (DatasetInfo info in cited) Console.Out.Write(BibTex.Of(info));
                return ExitCodes.Ok;
            });
        });
        return command;
    }

    /// <summary>Datasets with a value or an episode of the dyad.</summary>
    private static IEnumerable<DatasetInfo> Used(PanelRecordStore store, DyadPanel panel)
    {
        var episodes = panel.Episodes.Select(e => e.DatasetId).ToHashSet(StringComparer.Ordinal);
        int first = Math.Max(panel.FirstYear, AlignmentModel.Beginning);
        var indicators = AlignmentItems.All.Where(i => Enumerable.Range(first, Math.Max(0, panel.LastYear - first + 1)).Any(y => i.Raw(panel, y).IsKnown)).Select(i => i.Indicator).ToList();
        return store.Datasets.Where(d => episodes.Contains(d.Id) || indicators.Exists(i => Uses(i, d.Id)));
    }

    // Wars are read through the table of state numbers, which is cited too.
    private static bool Uses(Indicator indicator, string dataset) =>
        IndicatorDatasets.Of(indicator).Contains(dataset, StringComparer.Ordinal) || (indicator == Indicators.ArmedConflict && dataset == "state-codes");

    private static IReadOnlyList<DatasetInfo> Shipped()
    {
        string path = DyadArguments.DirectoryOf(null);
        return File.Exists(Path.Combine(path, "datasets.json")) ? PanelRecordStore.Open(path).Datasets : [];
    }

    private static string Hash(string file)
    {
        using FileStream stream = File.OpenRead(file);
        return Convert.ToHexStringLower(SHA256.HashData(stream));
    }

    private static int NoSuch(string id)
    {
        Console.Error.WriteLine($"No dataset is called '{id}'; there are {string.Join(", ", DatasetCatalogue.All.Select(d => d.About.Id))}.");
        return ExitCodes.Usage;
    }
}
