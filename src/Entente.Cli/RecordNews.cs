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
        var panel = DyadArguments.Panel();
        var command = new Command("build-news", "Counts what dated texts report between states, by month and type, and learns the series from the counts.") { output, panel };
        reading.AddTo(command);
        reading.Paths.Arity = ArgumentArity.ZeroOrMore;
        reading.Paths.Description += " None: learn again from the counts that are there.";
        command.SetAction((result, cancellation) => Task.Run(() => Run(
            reading.Pipeline(result), reading.Web(result), result.GetValue(reading.Paths) ?? [], result.GetValue(output)!, DyadArguments.DirectoryOf(result.GetValue(panel)), result.GetValue(reading.Jobs), cancellation), CancellationToken.None));
        return command;
    }

    private static int Run(EntentePipeline pipeline, WebOptions web, string[] paths, string directory, string panel, int jobs, CancellationToken cancellation)
    {
        if (paths.Length == 0) return Learn(directory, panel);
        int width = Console.IsErrorRedirected ? 0 : Math.Max(40, Console.WindowWidth);
        using var progress = new ReadProgress(TimeProvider.System, Console.Error, width, Task.Run(() => IntakeReader.Measure(paths), cancellation));
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
        int learned = Learn(directory, panel);
        return learned == ExitCodes.Ok ? ExitCodes.OfReading(progress.Documents, progress.Skips) : learned;
    }

    private static int Learn(string directory, string panel)
    {
        try
        {
            IReadOnlyList<NewsCount> counts = NewsStore.ReadCounts(directory);
            NewsModel model = NewsModelBuilder.Learn(counts);
            NewsStore.WriteModel(directory, NewsModelBuilder.Rounded(NewsModelBuilder.Bridge(model, Pairs(model, counts, panel))));
            Console.Error.WriteLine($"Learned from {counts.Select(c => c.Dyad).Distinct().Count()} dyads, {model.FirstMonth} to {model.LastMonth}.");
            return ExitCodes.Ok;
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException or InvalidDataException or ArgumentException)
        {
            Console.Error.WriteLine(e.Message);
            return ExitCodes.Store;
        }
    }

    /// <summary>Level of news and score of the record, of every dyad-year with enough reports.</summary>
    public static List<(double Level, double Score)> Pairs(NewsModel model, IReadOnlyList<NewsCount> counts, string panel)
    {
        AlignmentStore record = AlignmentStore.Open(panel);
        var scores = Enumerable.Range(model.FirstMonth.Year, model.LastMonth.Year - model.FirstMonth.Year + 1)
            .SelectMany(y => record.ReadYear(y, null)).ToDictionary(r => (r.Dyad, r.Year), r => record.Model.Scale.Score(r.Mean));
        var pairs = new List<(double, double)>();
        foreach (var dyad in counts.GroupBy(c => c.Dyad))
        {
            if (NewsHistory.Of(model, dyad.Key, [.. dyad], model.LastMonth) is not { } news) continue;
            for (int year = news.FirstMonth.Year; year <= news.LastMonth.Year; year++)
                if (news.ReportsOf(year) >= NewsDisagreement.FewestReports && scores.TryGetValue((dyad.Key, year), out double score) && news.YearLevel(year) is var (level, _))
                    pairs.Add((level, score));
        }
        return pairs;
    }

    // A file's name up to its kind: what the collection is called.
    private static string Corpus(string location) => Path.GetFileName(location).Split('.')[0];
}
