using System.CommandLine;
using Entente.Documents;
using Entente.Intake;
using Entente.Storage;

namespace Entente.Cli;

/// <summary><c>entente read</c>: reads texts into the store, a committed batch at a time.</summary>
internal static class ReadCommand
{
    private const int BatchSize = 500;

    public static Command Create()
    {
        var reading = new ReadingOptions();
        Option<string> store = StorePath.Option();
        var command = new Command("read", "Reads texts and stores what they say. Reading again stores nothing twice.") { store };
        reading.AddTo(command);
        command.SetAction((result, cancellation) => Task.Run(() => Run(
            reading.Pipeline(result), result.GetValue(reading.Paths)!, result.GetValue(store)!, result.GetValue(reading.Jobs), cancellation), CancellationToken.None));
        return command;
    }

    private static int Run(EntentePipeline pipeline, string[] paths, string storePath, int jobs, CancellationToken cancellation)
    {
        using var progress = new ReadProgress(TimeProvider.System, Console.Error, !Console.IsErrorRedirected);
        try
        {
            using DuckDbEvidenceStore store = DuckDbEvidenceStore.Open(storePath);
            foreach (Document[] batch in Documents(pipeline, paths, progress, cancellation).Chunk(BatchSize))
            {
                IReadOnlySet<string> known = store.Known([.. batch.Select(d => d.Id)]);
                Document[] fresh = [.. batch.Where(d => !known.Contains(d.Id))];
                int stored = store.Add(pipeline.Code(fresh, jobs, cancellation));
                progress.Committed(stored, batch.Length - stored);
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
        return progress.Skips > 0 ? ExitCodes.Partial : ExitCodes.Ok;
    }

    private static IEnumerable<Document> Documents(EntentePipeline pipeline, string[] paths, ReadProgress progress, CancellationToken cancellation)
    {
        foreach (IntakeResult opened in IntakeReader.Open(paths))
        {
            if (opened.Skipped is { } closed) progress.Skipped(closed);
            if (opened.Input is not { } input) continue;
            foreach (DocumentResult read in pipeline.Read(input))
            {
                cancellation.ThrowIfCancellationRequested();
                if (read.Skipped is { } skipped) progress.Skipped(skipped);
                if (read.Document is { } document) yield return document;
            }
        }
    }
}
