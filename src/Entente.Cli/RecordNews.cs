using System.CommandLine;
using Entente.Documents;
using Entente.Intake;
using Entente.Measures.News;
using Entente.Reading;
using Entente.Storage;

namespace Entente.Cli;

/// <summary><c>entente record build-news</c>: counts what dated texts report between states; keeps no text.</summary>
internal static class RecordNews
{
    public static Command Create()
    {
        var reading = new ReadingOptions();
        var output = new Option<string>("--out") { Description = "Directory to write the counts to.", Required = true };
        var command = new Command("build-news", "Counts what dated texts report between states, by month and type.") { output };
        reading.AddTo(command);
        command.SetAction((result, cancellation) => Task.Run(() => Run(
            reading.Pipeline(result), reading.Web(result), result.GetValue(reading.Paths)!, result.GetValue(output)!, result.GetValue(reading.Jobs), cancellation), CancellationToken.None));
        return command;
    }

    private static int Run(EntentePipeline pipeline, WebOptions web, string[] paths, string directory, int jobs, CancellationToken cancellation)
    {
        int width = Console.IsErrorRedirected ? 0 : Math.Max(40, Console.WindowWidth);
        using var progress = new ReadProgress(TimeProvider.System, Console.Error, width, IntakeReader.Measure(paths));
        var counter = new NewsCounter();
        try
        {
            foreach (IReadOnlyList<Document> batch in new TextInputs(pipeline, web, progress.Skipped, progress.Advanced).Batches(paths, cancellation))
            {
                IReadOnlyList<CodedDocument> coded = pipeline.Code(batch, jobs, progress.Skipped, cancellation);
                foreach (CodedDocument document in coded)
                {
                    progress.Coded(document);
                    counter.Add(document, Corpus(document.Document.Origin.Location));
                }
                progress.Committed(coded.Count, 0, 0);
            }
            IReadOnlyList<NewsCount> counts = counter.Counts();
            NewsStore.WriteCounts(directory, counts);
            progress.Summary(FormattableString.Invariant(
                $"{counter.Documents} texts counted, {counter.Undated} without a date passed over; {counts.Sum(c => (long)c.Reports)} reports of {counts.Select(c => c.Dyad).Distinct().Count()} dyads in {directory}."));
        }
        catch (OperationCanceledException)
        {
            progress.Summary("Stopped; nothing was written.");
            return ExitCodes.Interrupted;
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            progress.Summary(e.Message);
            return ExitCodes.Output;
        }
        return ExitCodes.OfReading(progress.Documents, progress.Skips);
    }

    // A file's name up to its kind: what the collection is called.
    private static string Corpus(string location) => Path.GetFileName(location).Split('.')[0];
}
