using System.CommandLine;
using System.Globalization;
using Entente.Record.Streams;
using Entente.Storage.Streams;

namespace Entente.Cli.Streams;

/// <summary><c>entente stream count A B</c>: events of two states, or of every pair, as CSV.</summary>
internal static class StreamCountCommand
{
    public static Command Create()
    {
        var states = new Argument<string[]>("state") { Description = "Two states; none for every pair.", Arity = ArgumentArity.ZeroOrMore };
        Option<string> store = StorePath.Option();
        var by = new Option<StreamPeriod>("--by") { Description = "day, month or year.", DefaultValueFactory = _ => StreamPeriod.Month };
        var stream = new Option<StreamFormat?>("--stream") { Description = "Only this stream." };
        Option<DateOnly?> from = DayOption.Create("--from", "First day."), to = DayOption.Create("--to", "Last day.");
        var command = new Command("count", "Counts events between states: reports of one day, direction and type are one event. CSV on standard output.") { states, store, by, stream, from, to };
        command.SetAction((result, _) => Task.FromResult(Run(result.GetValue(states)!, result.GetValue(store)!, new StreamQuery
        {
            By = result.GetValue(by),
            Format = result.GetValue(stream),
            From = result.GetValue(from),
            To = result.GetValue(to),
        })));
        return command;
    }

    private static int Run(string[] states, string store, StreamQuery query)
    {
        if (states.Length is not (0 or 2))
        {
            Console.Error.WriteLine("Name two states, or none for every pair.");
            return ExitCodes.Usage;
        }
        if (states.Length == 2)
        {
            if (DyadArguments.Dyad(states[0], states[1]) is not { } dyad) return ExitCodes.Usage;
            query = query with { Dyad = dyad };
        }
        return StreamCommand.With(store, readOnly: true, s =>
        {
            IReadOnlyList<StreamCount> counts = s.Count(query);
            Console.Out.WriteLine("from,source,target,type,events,corroborated,unnamed,reports,sources,intensity");
            foreach (StreamCount c in counts)
                Console.Out.WriteLine(string.Create(CultureInfo.InvariantCulture,
                    $"{c.From:yyyy-MM-dd},{c.Source},{c.Target},{c.Type?.ToString().ToUpperInvariant()},{c.Events},{c.Corroborated},{c.Unnamed},{c.Reports},{c.Sources},{c.Intensity:0.###}"));
            if (counts.Count == 0) Console.Error.WriteLine("The streams imported have no such event.");
            return counts.Count == 0 ? ExitCodes.Partial : ExitCodes.Ok;
        });
    }
}
