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
            reading.EventPipeline(result), reading.Web(result), result.GetValue(reading.Paths) ?? [], result.GetValue(output)!, DyadArguments.DirectoryOf(result.GetValue(panel)), result.GetValue(reading.Jobs), cancellation), CancellationToken.None));
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
                // Parsing is what takes the time, and a text that names no two states reports nothing between them.
                bool[] worth = [.. batch.AsParallel().AsOrdered().WithDegreeOfParallelism(jobs).Select(NamesTwoStates)];
                foreach (Document document in batch.Where((_, i) => !worth[i])) counter.Add(new CodedDocument(document, []), "");
                IReadOnlyList<CodedDocument> coded = pipeline.Code([.. batch.Where((_, i) => worth[i])], jobs, progress.Skipped, cancellation);
                foreach (CodedDocument document in coded)
                {
                    progress.Coded(document);
                    counter.Add(document, Corpus(document.Document.Origin.Location));
                }
                progress.Committed(batch.Count, 0, 0);
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

    private static bool NamesTwoStates(Document document) =>
        ActorReader.Read(document.Body.Text, document.Published?.Day).Select(a => a.State).OfType<StateId>().Distinct().Take(2).Count() == 2;

    private static int Learn(string directory, string panel)
    {
        try
        {
            IReadOnlyList<NewsCount> counts = NewsStore.ReadCounts(directory);
            NewsModel model = NewsModelBuilder.Learn(counts);
            NewsStore.WriteModel(directory, NewsModelBuilder.Rounded(NewsModelBuilder.Bridge(model, [.. Pairs(Histories(model, counts), panel).Select(p => (p.Level, p.Score))])));
            Console.Error.WriteLine($"Learned from {counts.Select(c => c.Dyad).Distinct().Count()} dyads, {model.FirstMonth} to {model.LastMonth}.");
            return ExitCodes.Ok;
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException or InvalidDataException or ArgumentException)
        {
            Console.Error.WriteLine(e.Message);
            return ExitCodes.Store;
        }
    }

    /// <summary>The series of every dyad.</summary>
    public static IEnumerable<NewsHistory> Histories(NewsModel model, IReadOnlyList<NewsCount> counts) =>
        counts.GroupBy(c => c.Dyad).Select(g => NewsHistory.Of(model, g.Key, [.. g], model.LastMonth)).OfType<NewsHistory>();

    /// <summary>Reports, level of news and score of the record, of every dyad-year with enough reports and a score.</summary>
    public static List<(UndirectedDyad Dyad, int Year, int Reports, double Level, double Score)> Pairs(IEnumerable<NewsHistory> histories, string panel)
    {
        AlignmentStore record = AlignmentStore.Open(panel);
        var years = new Dictionary<int, Dictionary<UndirectedDyad, double>>();
        var pairs = new List<(UndirectedDyad, int, int, double, double)>();
        foreach (NewsHistory news in histories)
            for (int year = news.FirstMonth.Year; year <= news.LastMonth.Year; year++)
            {
                int reports = news.ReportsOf(year);
                if (reports < NewsDisagreement.FewestReports || news.YearLevel(year) is not var (level, _)) continue;
                if (!years.TryGetValue(year, out var scores)) years[year] = scores = record.ReadYear(year, null).ToDictionary(r => r.Dyad, r => record.Model.Scale.Score(r.Mean));
                if (scores.TryGetValue(news.Dyad, out double score)) pairs.Add((news.Dyad, year, reports, level, score));
            }
        return pairs;
    }

    // A file's name up to its kind: what the collection is called.
    private static string Corpus(string location) => Path.GetFileName(location).Split('.')[0];
}
