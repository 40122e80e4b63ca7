using System.CommandLine;
using System.Globalization;
using Entente.Reading;

namespace Entente.Cli;

/// <summary><c>entente show</c>: a stored document and what was read in it.</summary>
internal static class ShowCommand
{
    public static Command Create()
    {
        var id = new Argument<string>("id") { Description = "Document id, or the start of one." };
        var json = new Option<bool>("--json") { Description = "Observations as JSON Lines." };
        Option<string> store = StorePath.Option();
        var command = new Command("show", "Shows a document and its observations.") { id, json, store };
        command.SetAction((result, _) => Task.FromResult(StoreCommand.With(result.GetValue(store)!, s =>
        {
            if (s.Find(result.GetValue(id)!) is not { } coded)
            {
                Console.Error.WriteLine($"No one document has an id that starts with '{result.GetValue(id)}'.");
                return ExitCodes.Partial;
            }
            if (result.GetValue(json))
                foreach (Observation o in coded.Observations) Console.Out.WriteLine(ObservationJson.Write(o));
            else
                Print(coded);
            return ExitCodes.Ok;
        })));
        return command;
    }

    private static void Print(CodedDocument coded)
    {
        Documents.Document d = coded.Document;
        Console.Out.WriteLine($"{d.Id}  {d.Title ?? "(no title)"}");
        Console.Out.WriteLine($"{d.Origin.Location}{(d.Origin.Member is null ? "" : ", " + d.Origin.Member)}; {d.Origin.MediaType}; {d.Origin.Charset}");
        Console.Out.WriteLine(d.Published is { } p ? string.Create(CultureInfo.InvariantCulture, $"published {p.Day:yyyy-MM-dd} ({p.Basis})") : "day of publication unknown");
        Console.Out.WriteLine();
        Console.Out.WriteLine(MarkedText.Mark(d.Body.Text, coded.Observations));
        Console.Out.WriteLine();
        for (int i = 0; i < coded.Observations.Count; i++)
        {
            Observation o = coded.Observations[i];
            Console.Out.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{i + 1,3}  {o.Id}  {o.Kind} {o.Evidence.Rule}  {o.Grade ?? Grader.Of(o, d.Outlet, d.Url)}"));
        }
    }
}
