using System.Globalization;
using System.Text;
using Entente.Documents;
using Entente.Language;
using Entente.Reading;
using Entente.Storage;
using Entente.Text;
using NATS.Client.Core;
using NATS.Client.JetStream;

namespace Entente.Fleet.Tests;

/// <summary>The fleet on a real server: every document coded and stored once, whatever dies on the way.</summary>
public sealed class FleetTests : IDisposable
{
    private readonly NatsServer _server = new();
    private readonly string _folder = Directory.CreateTempSubdirectory("entente-fleet-").FullName;
    private readonly IMaintainedStore _store;
    private readonly List<string> _said = [];

    public FleetTests() => _store = EvidenceStores.Open(Path.Combine(_folder, "s.duckdb"));

    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    public void Dispose()
    {
        _store.Dispose();
        _server.Dispose();
        Directory.Delete(_folder, recursive: true);
    }

    [Fact]
    public async Task DispatchAndWork_TwoWorkers_StoreEachDocumentOnceAndEmptyTheQueue()
    {
        await using FleetQueue queue = await OpenAsync();
        Document[] documents = [.. Enumerable.Range(0, 530).Select(Text)];
        await DispatchAsync(queue, documents);
        FleetWorker first = Worker(queue), second = Worker(queue);
        await Task.WhenAll(first.RunAsync(2, true, Stop), second.RunAsync(2, true, Stop));
        Assert.Equal(530, first.Documents + second.Documents);
        Assert.Equal(530, _store.Info().Documents);
        Assert.Empty(_store.Check());
        FleetState state = await queue.StateAsync(Stop);
        Assert.Equal((0L, 0L, 0L, 0L), (state.Waiting, state.InWork, state.Kept, state.Dead));
        CodedDocument found = _store.Find(documents[7].Id)!;
        Assert.Equal(documents[7].Body.ToBytes.Segments.AsEnumerable(), found.Document.Body.ToBytes.Segments.AsEnumerable());
        Assert.Equal(documents[7].Published, found.Document.Published);
    }

    [Fact]
    public async Task Dispatch_SameDocumentsAgain_QueuesAndStoresNothingTwice()
    {
        await using FleetQueue queue = await OpenAsync();
        Document[] documents = [.. Enumerable.Range(0, 60).Select(Text)];
        await DispatchAsync(queue, documents);
        long kept = (await queue.StateAsync(Stop)).Kept;
        await DispatchAsync(queue, documents);
        Assert.Equal(kept, (await queue.StateAsync(Stop)).Kept);
        await Worker(queue).RunAsync(1, true, Stop);
        // In other pieces it is queued, and found to be known.
        await DispatchAsync(queue, documents[3..20]);
        FleetWorker again = Worker(queue);
        await again.RunAsync(1, true, Stop);
        Assert.Equal((0L, 17L, 60L), (again.Documents, again.Known, _store.Info().Documents));
    }

    [Fact]
    public async Task Worker_DiesWithItsPiece_AnotherGetsIt()
    {
        await using FleetQueue queue = await OpenAsync(TimeSpan.FromSeconds(1));
        await DispatchAsync(queue, [.. Enumerable.Range(0, 120).Select(Text)]);
        // Takes a piece and is never heard of again.
        await foreach (INatsJSMsg<byte[]> _ in (await ConsumerAsync(queue)).FetchAsync<byte[]>(new NatsJSFetchOpts { MaxMsgs = 1, Expires = TimeSpan.FromSeconds(5) }, cancellationToken: Stop)) { }
        await Worker(queue).RunAsync(2, true, Stop);
        Assert.Equal(120, _store.Info().Documents);
    }

    [Fact]
    public async Task Worker_LongPiece_KeepsItByItsSigns()
    {
        await using FleetQueue queue = await OpenAsync(TimeSpan.FromSeconds(1));
        await DispatchAsync(queue, [Text(1)]);
        var slow = new SlowStore(_store, TimeSpan.FromSeconds(3), failures: 0);
        FleetWorker one = Worker(queue, slow), other = Worker(queue, slow);
        await Task.WhenAll(one.RunAsync(1, true, Stop), other.RunAsync(1, true, Stop));
        Assert.Equal(1, slow.Adds);
    }

    [Fact]
    public async Task Worker_StoreDoesNotAnswer_WaitsAndLosesNothing()
    {
        await using FleetQueue queue = await OpenAsync();
        await DispatchAsync(queue, [.. Enumerable.Range(0, 60).Select(Text)]);
        await Worker(queue, new SlowStore(_store, TimeSpan.Zero, failures: 4)).RunAsync(1, true, Stop);
        Assert.Equal(60, _store.Info().Documents);
        Assert.Contains(_said, s => s.Contains("Trying again", StringComparison.Ordinal));
        Assert.Equal(0, (await queue.StateAsync(Stop)).Dead);
    }

    [Fact]
    public async Task Worker_PoisonousPieces_AreBuriedWithTheirReasonAndMayComeBack()
    {
        await using FleetQueue queue = await OpenAsync(TimeSpan.FromMilliseconds(300));
        await using (var connection = new NatsConnection(new NatsOpts { Url = _server.Address }))
        {
            var context = new NatsJSContext(connection);
            foreach (byte[] rubbish in (byte[][])[[], [1, 2, 3], Encoding.UTF8.GetBytes("{\"a\":1}")])
                (await context.PublishAsync("entente.work", rubbish, cancellationToken: Stop)).EnsureSuccess();
        }
        Document good = Text(1), poison = Text(2) with { Body = SourceText.FromString("poison") };
        await DispatchAsync(queue, [good, poison]);
        FleetWorker worker = Worker(queue);
        await worker.RunAsync(1, true, Stop);
        Assert.Equal((4L, 1L), (worker.Dead, _store.Info().Documents));
        IReadOnlyList<string> reasons = await queue.DeadReasonsAsync(10, Stop);
        Assert.Equal(4, reasons.Count);
        Assert.Contains(reasons, r => r.Contains(poison.Id, StringComparison.Ordinal) && r.Contains("fault", StringComparison.Ordinal));
        Assert.Equal(3, reasons.Count(r => r.StartsWith("no piece of work", StringComparison.Ordinal)));
        Assert.Equal(4, await queue.RequeueDeadAsync(Stop));
        Assert.Equal((4L, 0L), ((await queue.StateAsync(Stop)).Kept, (await queue.StateAsync(Stop)).Dead));
    }

    [Fact]
    public async Task Worker_PieceThatBringsDownItsWorkers_IsBuriedInTheEnd()
    {
        await using FleetQueue queue = await OpenAsync(TimeSpan.FromMilliseconds(200));
        await DispatchAsync(queue, [Text(1)]);
        INatsJSConsumer consumer = await ConsumerAsync(queue);
        for (int death = 0; death < 5; death++)
            await foreach (INatsJSMsg<byte[]> _ in consumer.FetchAsync<byte[]>(new NatsJSFetchOpts { MaxMsgs = 1, Expires = TimeSpan.FromSeconds(5) }, cancellationToken: Stop)) { }
        FleetWorker worker = Worker(queue);
        await worker.RunAsync(1, true, Stop);
        Assert.Equal((1L, 0L), (worker.Dead, _store.Info().Documents));
        Assert.Contains("5 times", Assert.Single(await queue.DeadReasonsAsync(10, Stop)), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Server_KilledAndStartedAgainAmidTheWork_NothingIsLost()
    {
        await using FleetQueue queue = await OpenAsync(TimeSpan.FromSeconds(2));
        await DispatchAsync(queue, [.. Enumerable.Range(0, 1500).Select(Text)]);
        FleetWorker worker = Worker(queue, new SlowStore(_store, TimeSpan.FromMilliseconds(100), failures: 0));
        Task work = worker.RunAsync(2, true, Stop);
        while (worker.Pieces < 5) await Task.Delay(20, Stop);
        _server.Kill();
        await Task.Delay(500, Stop);
        _server.Start();
        await work.WaitAsync(TimeSpan.FromMinutes(2), Stop);
        Assert.Equal(1500, _store.Info().Documents);
        Assert.Empty(_store.Check());
    }

    [Fact]
    public async Task Open_NoServerOrNoAddress_SaysSoWithoutSecrets()
    {
        FleetException none = await Assert.ThrowsAsync<FleetException>(() => FleetQueue.OpenAsync(new FleetOptions { Address = "nats://ana:s3cret@127.0.0.1:1" }, Stop));
        Assert.Contains("nats-server", none.Message, StringComparison.Ordinal);
        Assert.DoesNotContain("s3cret", none.Message, StringComparison.Ordinal);
        await Assert.ThrowsAsync<FleetException>(() => FleetQueue.OpenAsync(new FleetOptions { Address = "rubbish" }, Stop));
    }

    private Task<FleetQueue> OpenAsync(TimeSpan? wait = null) =>
        FleetQueue.OpenAsync(new FleetOptions { Address = _server.Address, AckWait = wait ?? TimeSpan.FromSeconds(60), StoreRest = TimeSpan.FromMilliseconds(50) }, Stop);

    private static async Task DispatchAsync(FleetQueue queue, Document[] documents)
    {
        var dispatcher = new FleetDispatcher(queue, TimeProvider.System);
        foreach (Document document in documents) Assert.Null(await dispatcher.AddAsync(document, Stop));
        await dispatcher.FlushAsync(Stop);
        Assert.Equal(documents.Length, dispatcher.Documents);
    }

    private async Task<INatsJSConsumer> ConsumerAsync(FleetQueue queue)
    {
        await queue.StateAsync(Stop);
        return await new NatsJSContext(new NatsConnection(new NatsOpts { Url = _server.Address })).GetConsumerAsync("entente-work", "workers", Stop);
    }

    private FleetWorker Worker(FleetQueue queue, IEvidenceStore? store = null) =>
        new(queue, new EntentePipeline(new DocumentReaderOptions(), new DocumentCoder(new PoisonableParser(), [])), store ?? _store, TimeProvider.System, line => { lock (_said) _said.Add(line); });

    private static Document Text(int number) => new()
    {
        Id = number.ToString("x16", CultureInfo.InvariantCulture),
        Origin = new DocumentOrigin("a.txt", $"line {number}", "text/plain", "utf-8 (valid)"),
        Body = SourceText.FromString($"Café talks {number}: China hosted the other side on Friday."),
        Title = number % 2 == 0 ? null : "Talks",
        Published = number % 3 == 0 ? null : new PublicationDate(new DateOnly(2020, 1 + number % 12, 1), DateBasis.Metadata),
    };

    /// <summary>Finds no sentence in any text, and breaks on one.</summary>
    private sealed class PoisonableParser : ISentenceParser
    {
        public string Version => "none@1";

        public IReadOnlyList<ParsedSentence> Parse(SourceText text) => text.Text == "poison" ? throw new InvalidOperationException("poisoned") : [];
    }

    /// <summary>A store that takes its time, or does not answer at first.</summary>
    private sealed class SlowStore(IMaintainedStore inner, TimeSpan rest, int failures) : IEvidenceStore
    {
        private int _left = failures, _adds;

        public int Adds => _adds;

        public int Add(IReadOnlyList<CodedDocument> batch)
        {
            if (Interlocked.Decrement(ref _left) >= 0) throw new StoreException("The store does not answer.");
            Interlocked.Increment(ref _adds);
            Task.Delay(rest).Wait();
            return inner.Add(batch);
        }

        public IReadOnlySet<string> Known(IReadOnlyCollection<string> documentIds) => inner.Known(documentIds);

        public CodedDocument? Find(string documentId) => inner.Find(documentId);

        public IReadOnlyList<StoredObservation> About(UndirectedDyad dyad, DateOnly asOf, int limit) => inner.About(dyad, asOf, limit);

        public StoredObservation? FindObservation(string observationId) => inner.FindObservation(observationId);

        public EvidenceFound Search(EvidenceQuery query) => inner.Search(query);

        public (IReadOnlyList<DocumentFound> Documents, long Total) Documents(string? words, int skip, int limit) => inner.Documents(words, skip, limit);

        public bool Correct(Correction correction) => inner.Correct(correction);

        public IReadOnlyList<Correction> Corrections(IReadOnlyCollection<string>? observationIds) => inner.Corrections(observationIds);

        public void KeepOriginal(string documentId, byte[] bytes) => inner.KeepOriginal(documentId, bytes);

        public byte[]? Original(string documentId) => inner.Original(documentId);

        public void Dispose() { }
    }
}
