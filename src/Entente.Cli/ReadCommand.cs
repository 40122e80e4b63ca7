using System.CommandLine;
using Entente.Documents;
using Entente.Intake;
using Entente.Reading;
using Entente.Storage;

namespace Entente.Cli;

/// <summary><c>entente read</c>: reads texts into the store, a committed batch at a time.</summary>
internal static class ReadCommand
{
    public static Command Create()
    {
        var reading = new ReadingOptions();
        Option<string> store = StorePath.Option();
        var command = new Command("read", "Reads texts and stores what they say. Reading again stores nothing twice.") { store };
        reading.AddTo(command);
        command.SetAction((result, cancellation) => Task.Run(() => Run(
            reading.Pipeline(result), reading.Web(result), result.GetValue(reading.Paths)!, result.GetValue(store)!, result.GetValue(reading.Jobs), cancellation), CancellationToken.None));
        return command;
    }

    private static int Run(EntentePipeline pipeline, WebOptions web, string[] paths, string storePath, int jobs, CancellationToken cancellation)
    {
        int width = Console.IsErrorRedirected ? 0 : Math.Max(40, Console.WindowWidth);
        using var progress = new ReadProgress(TimeProvider.System, Console.Error, width, Task.Run(() => IntakeReader.Measure(paths), cancellation));
        try
        {
            using IMaintainedStore store = EvidenceStores.Open(storePath);
            var inputs = new TextInputs(pipeline, web, progress.Skipped, progress.Advanced, jobs);
            foreach (IReadOnlyList<Document> batch in inputs.Batches(paths, cancellation))
            {
                IReadOnlySet<string> known = store.Known([.. batch.Select(d => d.Id)]);
                Document[] fresh = [.. batch.Where(d => !known.Contains(d.Id))];
                IReadOnlyList<CodedDocument> coded = pipeline.Code(fresh, jobs, progress.Skipped, cancellation);
                foreach (CodedDocument document in coded) progress.Coded(document);
                int stored = store.Add(coded);
                progress.Committed(stored, batch.Count - fresh.Length, fresh.Sum(d => Words(d.Body.Text)));
            }
        }
        catch (OperationCanceledException)
        {
            progress.Summary("Stopped; what was committed stays, and reading again goes on from there.");
            return ExitCodes.Interrupted;
        }
        catch (StoreException e)
        {
            progress.Summary(e.Message);
            return ExitCodes.Store;
        }
        progress.Summary(null);
        return ExitCodes.OfReading(progress.Documents, progress.Skips);
    }

    private static long Words(string text)
    {
        long words = 0;
        bool inside = false;
        foreach (char c in text)
        {
            bool space = char.IsWhiteSpace(c);
            if (!space && !inside) words++;
            inside = !space;
        }
        return words;
    }
}
