using System.CommandLine;
using System.Globalization;
using System.Text.Json;
using Entente.Measures.Stages;
using Entente.Record;
using Entente.Storage;

namespace Entente.Cli;

/// <summary><c>entente stages A B</c>: how far two states' military alignment has gone, by which criteria, and what is missing for the next stage.</summary>
internal static class StagesCommand
{
    private static readonly JsonSerializerOptions Json = new(JsonSerializerDefaults.Web) { WriteIndented = true };

    /// <summary>Facts printed of a criterion, the latest first.</summary>
    private const int Shown = 3;

    public static Command Create()
    {
        var a = DyadArguments.StateArgument("A");
        var b = DyadArguments.StateArgument("B");
        var asOf = DyadArguments.AsOf();
        var json = new Option<bool>("--json") { Description = "As JSON, with every fact." };
        var panel = DyadArguments.Panel();
        var command = new Command("stages", "The stage of two states' military alignment (early, moderate, advanced; Korolev), its evidence, and what is missing for the next.") { a, b, asOf, json, panel };
        command.SetAction(result => DyadArguments.Dyad(result.GetValue(a)!, result.GetValue(b)!) is not { } dyad ? ExitCodes.Usage : DyadArguments.With(result.GetValue(panel), directory =>
        {
            PanelRecordStore record = PanelRecordStore.Open(directory);
            StageReport report = StageFinder.Find(record.ReadDyad(dyad), DyadArguments.LastYear(result.GetValue(asOf), record.LastYear));
            if (result.GetValue(json)) Console.Out.WriteLine(JsonSerializer.Serialize(Form(report), Json));
            else Write(report);
            return ExitCodes.Ok;
        }));
        return command;
    }

    private static void Write(StageReport r)
    {
        TextWriter o = Console.Out;
        o.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{r.Dyad}, stage of military alignment as of {r.Year} ({StageFinder.Rule}): {Name(r.Reached)}{(r.Since is { } since ? $" since {since}" : "")}{(r.KnownTo < r.Year ? $", by what is known to {r.KnownTo}" : "")}"));
        foreach (AlignmentStage stage in r.Criteria.Select(c => c.Stage).Distinct())
        {
            o.WriteLine();
            o.WriteLine(Name(stage));
            foreach (StageCriterion c in r.Criteria.Where(c => c.Stage == stage))
            {
                string state = c.State switch { CriterionState.Met => string.Create(CultureInfo.InvariantCulture, $"met since {c.Since}"), CriterionState.NotMet => "not met", _ => "not known" };
                o.WriteLine($"  {(c.State == CriterionState.Met ? "+" : c.State == CriterionState.NotMet ? "-" : "?")} {c.Name}: {state}");
                o.WriteLine($"      {c.Reason}");
                foreach (Episode e in c.Evidence.OrderByDescending(e => e.FirstYear).Take(Shown)) o.WriteLine(string.Create(CultureInfo.InvariantCulture, $"      {e.FirstYear}  {e.Label} [{e.DatasetId}, {e.RowKey}]"));
                if (c.Evidence.Length > Shown) o.WriteLine(string.Create(CultureInfo.InvariantCulture, $"      and {c.Evidence.Length - Shown} more"));
            }
        }
        o.WriteLine();
        o.WriteLine(r.Next is not { } next ? "There is no stage after it." : $"Missing for {Name(next)}: {string.Join("; ", r.Missing.Select(c => c.Name + (c.State == CriterionState.NotKnown ? " (not known)" : "")))}.");
    }

    private static object Form(StageReport r) => new
    {
        dyad = r.Dyad.ToString(),
        year = r.Year,
        rule = StageFinder.Rule,
        reached = Name(r.Reached),
        since = r.Since,
        known_to = r.KnownTo,
        next = r.Next is { } next ? Name(next) : null,
        missing = r.Missing.Select(c => c.Id),
        criteria = r.Criteria.Select(c => new
        {
            stage = Name(c.Stage),
            id = c.Id,
            name = c.Name,
            state = c.State switch { CriterionState.Met => "met", CriterionState.NotMet => "not met", _ => "not known" },
            since = c.Since,
            known_to = c.Known,
            reason = c.Reason,
            evidence = c.Evidence.Select(e => new { first_year = e.FirstYear, last_year = e.LastYear, label = e.Label, dataset = e.DatasetId, row = e.RowKey }),
        }),
    };

    private static string Name(AlignmentStage stage) => stage.ToString().ToLowerInvariant();
}
