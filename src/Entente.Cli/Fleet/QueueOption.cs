using System.CommandLine;
using Entente.Fleet;

namespace Entente.Cli.Fleet;

/// <summary>Where the work queue is: <c>--queue</c>, then <c>ENTENTE_QUEUE</c>, then this machine.</summary>
internal static class QueueOption
{
    public static Option<string> Create() => new("--queue")
    {
        Description = "Work queue, nats://user:password@host:4222 (ENTENTE_QUEUE, or this machine).",
        DefaultValueFactory = _ => Environment.GetEnvironmentVariable("ENTENTE_QUEUE") is { Length: > 0 } set ? set : "nats://127.0.0.1:4222",
    };

    /// <summary>Opens the queue and turns its troubles into a message and an exit code.</summary>
    public static async Task<int> WithAsync(string address, Func<FleetQueue, Task<int>> use, CancellationToken cancellation)
    {
        try
        {
            await using FleetQueue queue = await FleetQueue.OpenAsync(new FleetOptions { Address = address }, cancellation);
            return await use(queue);
        }
        catch (FleetException e)
        {
            Console.Error.WriteLine(e.Message);
            return ExitCodes.Store;
        }
    }
}
