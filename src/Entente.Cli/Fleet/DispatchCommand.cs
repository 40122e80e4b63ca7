using System.CommandLine;
using System.Globalization;
using Entente.Documents;
using Entente.Fleet;
using Entente.Intake;

namespace Entente.Cli.Fleet;

/// <summary><c>entente dispatch PATH…</c>: puts texts on the work queue, where workers on any machine take them.</summary>
internal static class DispatchCommand
{
    public static Command Create()
    {
        var reading = new ReadingOptions();
        Option<string> queue = QueueOption.Create();
        var command = new Command("dispatch", "Puts texts on the work queue for 'entente worker'. Dispatching again codes nothing twice.") { queue };
        reading.AddTo(command);
        command.SetAction((result, cancellation) => QueueOption.WithAsync(result.GetValue(queue)!, q =>
            Task.Run(() => RunAsync(q, reading.Pipeline(result), reading.Web(result), result.GetValue(reading.Paths)!, result.GetValue(reading.Jobs), cancellation), CancellationToken.None), cancellation));
        return command;
    }

    private static async Task<int> RunAsync(FleetQueue queue, EntentePipeline pipeline, WebOptions web, string[] paths, int jobs, CancellationToken cancellation)
    {
        int width = Console.IsErrorRedirected ? 0 : Math.Max(40, Console.WindowWidth);
        using var progress = new ReadProgress(TimeProvider.System, Console.Error, width, Task.Run(() => IntakeReader.Measure(paths), cancellation));
        var dispatcher = new FleetDispatcher(queue, TimeProvider.System);
        string? stopped = null;
        try
        {
            foreach (Document document in new TextInputs(pipeline, web, progress.Skipped, progress.Advanced, jobs).Documents(paths, cancellation))
                if (await dispatcher.AddAsync(document, cancellation) is { } skipped) progress.Skipped(skipped);
            await dispatcher.FlushAsync(cancellation);
        }
        catch (OperationCanceledException)
        {
            stopped = "Stopped; what was taken stays on the queue, and dispatching again codes nothing twice.";
        }
        progress.Told(string.Create(CultureInfo.InvariantCulture, $"{dispatcher.Documents:N0} documents on the queue, {progress.Skips:N0} skipped"));
        if (stopped is null) return ExitCodes.OfReading((int)Math.Min(int.MaxValue, dispatcher.Documents), progress.Skips);
        Console.Error.WriteLine(stopped);
        return ExitCodes.Interrupted;
    }
}
