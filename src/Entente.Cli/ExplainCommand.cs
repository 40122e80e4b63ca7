using System.CommandLine;
using Entente.Reading;

namespace Entente.Cli;

/// <summary><c>entente explain</c>: where an observation comes from, and whether reading its document again gives it again.</summary>
internal static class ExplainCommand
{
    public static Command Create()
    {
        var id = new Argument<string>("id") { Description = "Observation id, or the start of one." };
        Option<string> store = StorePath.Option();
        var command = new Command("explain", "Shows rule, quoted text and bytes of an observation, and reads its document again.") { id, store };
        command.SetAction((result, _) => Task.FromResult(StoreCommand.With(result.GetValue(store)!, s =>
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
            Console.Out.WriteLine(ObservationJson.Write(o));
            Observation? again = ReadingOptions.Coder().Code(coded.Document).Observations.FirstOrDefault(x => string.Equals(x.Id, o.Id, StringComparison.Ordinal));
            bool same = again is not null && string.Equals(ObservationJson.Write(again), ObservationJson.Write(o), StringComparison.Ordinal);
            Console.Out.WriteLine(same ? "Read again: the same." : again is null ? "Read again: this version does not find it." : "Read again: this version reads it otherwise: " + ObservationJson.Write(again));
            return same ? ExitCodes.Ok : ExitCodes.Partial;
        })));
        return command;
    }
}
