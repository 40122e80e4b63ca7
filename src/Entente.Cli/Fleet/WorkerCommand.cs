using System.CommandLine;
using System.Globalization;
using Entente.Documents;
using Entente.Fleet;
using Entente.Storage;

namespace Entente.Cli.Fleet;

/// <summary><c>entente worker</c>: codes what is on the work queue into a store, until it is stopped.</summary>
internal static class WorkerCommand
{
    private static readonly TimeSpan s_report = TimeSpan.FromSeconds(10);

    public static Command Create()
    {
        Option<string> queue = QueueOption.Create(), store = StorePath.Option();
        var jobs = new Option<int>("--jobs") { Description = "Pieces of work at the same time.", DefaultValueFactory = _ => Environment.ProcessorCount };
        jobs.Validators.Add(r =>
        {
            if (r.GetValueOrDefault<int>() < 1) r.AddError("--jobs is 1 or more.");
        });
        var untilEmpty = new Option<bool>("--until-empty") { Description = "End when no work is left." };
        var command = new Command("worker", "Codes texts from the work queue into a store. Any number may run, on any machines, into one PostgreSQL store.") { queue, store, jobs, untilEmpty };
        command.SetAction((result, cancellation) => QueueOption.WithAsync(result.GetValue(queue)!,
            q => RunAsync(q, result.GetValue(store)!, result.GetValue(jobs), result.GetValue(untilEmpty), cancellation), cancellation));
        return command;
    }

    private static async Task<int> RunAsync(FleetQueue queue, string storePath, int jobs, bool untilEmpty, CancellationToken cancellation)
    {
        try
        {
            using IMaintainedStore store = EvidenceStores.Open(storePath);
            var pipeline = new EntentePipeline(new DocumentReaderOptions { Today = DayOption.Today }, ReadingOptions.Coder());
            var worker = new FleetWorker(queue, pipeline, store, TimeProvider.System, Console.Error.WriteLine);
            long start = TimeProvider.System.GetTimestamp();
            Console.Error.WriteLine($"Working into {store.Location}, {jobs} at a time.");
            Task work = worker.RunAsync(jobs, untilEmpty, cancellation);
            long told = 0;
            while (await Task.WhenAny(work, Task.Delay(s_report, CancellationToken.None)) != work)
            {
                if (worker.Documents != told) Report(worker, start);
                told = worker.Documents;
            }
            await work;
            Report(worker, start);
            return cancellation.IsCancellationRequested ? ExitCodes.Interrupted : worker.Dead > 0 ? ExitCodes.Partial : ExitCodes.Ok;
        }
        catch (StoreException e)
        {
            Console.Error.WriteLine(e.Message);
            return ExitCodes.Store;
        }
    }

    private static void Report(FleetWorker worker, long start)
    {
        double seconds = Math.Max(0.001, TimeProvider.System.GetElapsedTime(start).TotalSeconds);
        Console.Error.WriteLine(string.Create(CultureInfo.InvariantCulture,
            $"{worker.Documents:N0} documents stored, {worker.Known:N0} known, {worker.Dead:N0} dead letters, {worker.Words / seconds:N0} words a second ({seconds:0.0} s)"));
    }
}
