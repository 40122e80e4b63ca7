using System.CommandLine;
using Entente.Briefings;
using Entente.Reading;

namespace Entente.Cli;

/// <summary><c>entente explain</c>: where an observation or a number comes from, and whether it comes out again.</summary>
internal static class ExplainCommand
{
    public static Command Create()
    {
        var id = new Argument<string>("id") { Description = "Observation id, or the start of one; or a number's name, as score:CHN-RUS:overall:2021@2022-09-20." };
        var panel = new Option<DirectoryInfo?>("--panel") { Description = "A panel built by `entente record build-panel`. Default: the one that ships." };
        Option<string> store = StorePath.Option();
        var command = new Command("explain", "Shows inputs, rule and data of a number, or rule, quoted text and bytes of an observation, and computes or reads it again.") { id, store, panel };
        command.SetAction((result, _) => Task.FromResult(NumberId.IsNumber(result.GetValue(id)!)
            ? Number(result.GetValue(id)!, result.GetValue(panel)?.FullName ?? Path.Combine(AppContext.BaseDirectory, "data", "panel"))
            : StoreCommand.With(result.GetValue(store)!, s =>
        {
            if (s.FindObservation(result.GetValue(id)!) is not { } found || s.Find(found.Document.Id) is not { } coded)
            {
                Console.Error.WriteLine($"No one observation has an id that starts with '{result.GetValue(id)}'.");
                return ExitCodes.Partial;
            }
            Observation o = found.Observation;
            Console.Out.WriteLine($"{o.Kind} {o.Id}");
            Console.Out.WriteLine($"rule: {o.Evidence.Rule}");
            Console.Out.WriteLine($"quoted: {o.Evidence.Quoted}");
            Console.Out.WriteLine($"at: {o.Evidence.Span} of the cleaned text, {o.Evidence.Bytes} of the original");
            Console.Out.WriteLine($"document: {found.Document.Id} {found.Document.Title}; {found.Document.Location}{(found.Document.Member is null ? "" : ", " + found.Document.Member)}");
            Grade grade = o.Grade ?? Grader.Of(found);
            Console.Out.WriteLine($"grade: {grade} ({grade.Why})");
            if (o is EventObservation told) ExplainEvent.Run(told, coded.Document, s);
            Console.Out.WriteLine(ObservationJson.Write(o));
            Observation? again = ReadingOptions.Coder().Code(coded.Document).Observations.FirstOrDefault(x => string.Equals(x.Id, o.Id, StringComparison.Ordinal));
            bool same = again is not null && string.Equals(ObservationJson.Write(again), ObservationJson.Write(o), StringComparison.Ordinal);
            Console.Out.WriteLine(same ? "Read again: the same." : again is null ? "Read again: this version does not find it." : "Read again: this version reads it otherwise: " + ObservationJson.Write(again));
            return same ? ExitCodes.Ok : ExitCodes.Partial;
        })));
        return command;
    }

    private static int Number(string text, string panelDirectory)
    {
        if (NumberId.TryParse(text) is { } id) return ExplainNumber.Run(id, panelDirectory);
        Console.Error.WriteLine($"'{text}' names no number: write it as score:CHN-RUS:overall:2021@2022-09-20 or panel:vote_agreement:CHN-RUS:2019.");
        return ExitCodes.Usage;
    }
}
