using System.CommandLine;
using System.Globalization;
using System.Text.Json;
using Entente.Fleet;

namespace Entente.Cli.Fleet;

/// <summary><c>entente fleet</c>: how the work queue stands, and its dead letters.</summary>
internal static class FleetCommand
{
    private const int LettersShown = 1000;

    public static Command Create() => new("fleet", "Shows the work queue of 'dispatch' and 'worker', and its dead letters.") { Status(), Dead() };

    private static Command Status()
    {
        Option<string> queue = QueueOption.Create();
        var json = new Option<bool>("--json") { Description = "As JSON." };
        var command = new Command("status", "Counts work that waits, is being done, and is dead.") { queue, json };
        command.SetAction((result, cancellation) => QueueOption.WithAsync(result.GetValue(queue)!, async q =>
        {
            FleetState state = await q.StateAsync(cancellation);
            Console.Out.WriteLine(result.GetValue(json)
                ? JsonSerializer.Serialize(state, JsonSerializerOptions.Web)
                : string.Create(CultureInfo.InvariantCulture, $"waiting {state.Waiting}\nin work {state.InWork}, {state.Redelivered} of them given again\nkept {state.Kept} ({state.KeptBytes} bytes)\nidle requests of workers {state.IdleRequests}\ndead letters {state.Dead}"));
            return ExitCodes.Ok;
        }, cancellation));
        return command;
    }

    private static Command Dead()
    {
        Option<string> queue = QueueOption.Create();
        var requeue = new Option<bool>("--requeue") { Description = "Put them back into the work queue." };
        var command = new Command("dead", "Lists the reasons of dead letters, or puts the letters back to work.") { queue, requeue };
        command.SetAction((result, cancellation) => QueueOption.WithAsync(result.GetValue(queue)!, async q =>
        {
            if (result.GetValue(requeue))
            {
                int count = await q.RequeueDeadAsync(cancellation);
                Console.Error.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{count} letters are back in the work queue."));
                return ExitCodes.Ok;
            }
            foreach (string reason in await q.DeadReasonsAsync(LettersShown, cancellation)) Console.Out.WriteLine(reason);
            return ExitCodes.Ok;
        }, cancellation));
        return command;
    }
}
