using System.CommandLine;
using Entente.Alerts;
using Entente.Documents;
using Entente.Intake;
using Entente.Reading;
using Entente.Storage;

namespace Entente.Cli;

/// <summary><c>entente watch PATH…</c>: reads feeds and folders again and again, and says what new answers saved questions have.</summary>
internal static class WatchCommand
{
    public static Command Create()
    {
        var reading = new ReadingOptions();
        Option<string> store = StorePath.Option();
        var questions = new Option<FileInfo>("--questions") { Description = "File of saved questions and where their alerts go (docs/watch.md).", Required = true };
        var outbox = new Option<FileInfo>("--outbox") { Description = "Where alerts are kept until they are taken.", DefaultValueFactory = _ => new FileInfo("entente-alerts.jsonl") };
        var every = new Option<int>("--every") { Description = "Minutes between two rounds.", DefaultValueFactory = _ => 15 };
        var once = new Option<bool>("--once") { Description = "One round, for a timer that starts it; exit code 1 when something was skipped or not taken." };
        every.Validators.Add(r =>
        {
            if (r.GetValueOrDefault<int>() is < 1 or > 10_080) r.AddError("--every is 1 to 10,080 minutes.");
        });
        var command = new Command("watch", "Reads feeds and folders again and again, stores what is new, and sends alerts for saved questions, each once.") { store, questions, outbox, every, once };
        reading.AddTo(command);
        command.SetAction(async (result, cancellation) =>
        {
            WatchFile file;
            Outbox box;
            try
            {
                file = WatchFile.Read(await File.ReadAllTextAsync(result.GetValue(questions)!.FullName, cancellation));
                box = Outbox.Open(result.GetValue(outbox)!.FullName);
            }
            catch (Exception e) when (e is FormatException or IOException or UnauthorizedAccessException or InvalidDataException)
            {
                await Console.Error.WriteLineAsync(e.Message);
                return ExitCodes.Usage;
            }
            using (box)
            using (var client = new HttpClient(new SocketsHttpHandler { AllowAutoRedirect = false }))
            {
                var delivery = new Delivery(client, TimeProvider.System, Environment.GetEnvironmentVariable);
                EntentePipeline pipeline = reading.Pipeline(result);
                while (true)
                {
                    int exit = await RoundAsync(pipeline, reading.Web(result), result.GetValue(reading.Paths)!, result.GetValue(reading.Jobs), result.GetValue(store)!, file, box, delivery, cancellation);
                    if (cancellation.IsCancellationRequested) return ExitCodes.Interrupted;
                    if (result.GetValue(once) || exit == ExitCodes.Store) return exit;
                    try
                    {
                        await Task.Delay(TimeSpan.FromMinutes(result.GetValue(every)), cancellation);
                    }
                    catch (OperationCanceledException)
                    {
                        return ExitCodes.Interrupted;
                    }
                }
            }
        });
        return command;
    }

    private static async Task<int> RoundAsync(EntentePipeline pipeline, WebOptions web, string[] paths, int jobs, string storePath, WatchFile file, Outbox box, Delivery delivery, CancellationToken cancellation)
    {
        int documents = 0, alerts = 0, skips = 0;
        void Skip(SkippedInput skipped)
        {
            Interlocked.Increment(ref skips);
            Console.Error.WriteLine(TextInputs.Describe(skipped));
        }
        try
        {
            using IMaintainedStore store = EvidenceStores.Open(storePath);
            foreach (IReadOnlyList<Document> batch in new TextInputs(pipeline, web, Skip, _ => { }, jobs).Batches(paths, cancellation))
            {
                IReadOnlySet<string> known = store.Known([.. batch.Select(d => d.Id)]);
                IReadOnlyList<CodedDocument> coded = pipeline.Code([.. batch.Where(d => !known.Contains(d.Id))], jobs, Skip, cancellation);
                // Alerts first: a kill between the two finds the documents still unread, and the same alerts known.
                alerts += box.Add(Alert.Of(file.Questions, coded, TimeProvider.System.GetUtcNow()), name => file.Questions.First(q => q.Name == name).Targets);
                documents += store.Add(coded);
            }
        }
        catch (OperationCanceledException)
        {
            return ExitCodes.Interrupted;
        }
        catch (StoreException e)
        {
            await Console.Error.WriteLineAsync(e.Message);
            return ExitCodes.Store;
        }
        (int delivered, IReadOnlyList<string> faults) = await delivery.SendAsync(box, file.Targets, cancellation);
        foreach (string fault in faults) await Console.Error.WriteLineAsync($"Not taken, tried again later: {fault}");
        await Console.Error.WriteLineAsync(FormattableString.Invariant($"{documents} new documents, {alerts} new alerts, {delivered} delivered, {box.Waiting.Count} waiting"));
        return skips > 0 || faults.Count > 0 ? ExitCodes.Partial : ExitCodes.Ok;
    }
}
