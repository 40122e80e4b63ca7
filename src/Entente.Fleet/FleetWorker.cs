using Entente.Documents;
using Entente.Reading;
using Entente.Storage;
using NATS.Client.Core;
using NATS.Client.JetStream;

namespace Entente.Fleet;

/// <summary>
/// Takes pieces of work, codes their documents and stores them; a piece is acknowledged after it is committed. A worker that dies leaves its pieces to
/// others, and a document that comes twice is stored once. Safe to run any number of, on any number of machines.
/// </summary>
/// <param name="queue">The queue.</param>
/// <param name="pipeline">Codes.</param>
/// <param name="store">Where to; thread-safe.</param>
/// <param name="time">Clock.</param>
/// <param name="said">Told what goes wrong, for people; from any thread.</param>
public sealed class FleetWorker(FleetQueue queue, EntentePipeline pipeline, IEvidenceStore store, TimeProvider time, Action<string> said)
{
    // How long an answer of the queue is waited for.
    private static readonly TimeSpan s_patience = TimeSpan.FromSeconds(10);

    private long _documents, _words, _known, _pieces, _dead;

    /// <summary>Documents stored.</summary>
    public long Documents => Interlocked.Read(ref _documents);

    /// <summary>Documents that were there.</summary>
    public long Known => Interlocked.Read(ref _known);

    /// <summary>Words of the documents coded.</summary>
    public long Words => Interlocked.Read(ref _words);

    /// <summary>Pieces of work done.</summary>
    public long Pieces => Interlocked.Read(ref _pieces);

    /// <summary>Dead letters made.</summary>
    public long Dead => Interlocked.Read(ref _dead);

    /// <summary>Works until it is stopped, or, when asked to, until nothing waits and nothing is in anybody's hands.</summary>
    /// <param name="jobs">Pieces worked on at the same time.</param>
    /// <param name="untilEmpty">Whether to end with the work.</param>
    /// <param name="cancellation">Stops it; pieces begun and not committed go to others.</param>
    public Task RunAsync(int jobs, bool untilEmpty, CancellationToken cancellation) =>
        Task.WhenAll(Enumerable.Range(0, jobs).Select(_ => Task.Run(() => LoopAsync(untilEmpty, cancellation), CancellationToken.None)));

    private async Task LoopAsync(bool untilEmpty, CancellationToken cancellation)
    {
        INatsJSConsumer? consumer = null;
        TimeSpan wait = TimeSpan.FromSeconds(untilEmpty ? 1 : 5);
        while (!cancellation.IsCancellationRequested)
        {
            // What is asked of a server that goes away may never be answered, not even with a fault.
            using var patience = CancellationTokenSource.CreateLinkedTokenSource(cancellation);
            patience.CancelAfter(wait + s_patience);
            try
            {
                consumer ??= await queue.ConsumerAsync(patience.Token);
                // A request that ends by itself, asked again and again: an endless one may hang when the consumer goes away.
                bool any = false;
                await foreach (INatsJSMsg<byte[]> message in consumer.FetchAsync<byte[]>(new NatsJSFetchOpts { MaxMsgs = 1, Expires = wait }, cancellationToken: patience.Token))
                {
                    any = true;
                    patience.CancelAfter(Timeout.InfiniteTimeSpan);
                    await WorkAsync(message, cancellation);
                    patience.CancelAfter(wait + s_patience);
                }
                // What the consumer still owes decides: a server that was killed may keep on its disk pieces that were acknowledged.
                if (untilEmpty && !any && await queue.StateAsync(patience.Token) is { Waiting: 0, InWork: 0 }) return;
            }
            catch (OperationCanceledException) when (cancellation.IsCancellationRequested)
            {
                return;
            }
            catch (Exception e) when (e is NatsException or FleetException or OperationCanceledException or TimeoutException)
            {
                said($"The queue does not answer ({e.Message}); trying again.");
                consumer = null;
                await RestAsync(TimeSpan.FromSeconds(1), cancellation);
            }
        }
    }

    private async Task WorkAsync(INatsJSMsg<byte[]> message, CancellationToken cancellation)
    {
        byte[] bytes = message.Data ?? [];
        if (message.Metadata is { NumDelivered: var times } && times > (ulong)queue.Options.MostDeliveries && !(await HasKnownAsync(bytes)))
        {
            await BuryAsync(message, bytes, FormattableString.Invariant($"delivered {queue.Options.MostDeliveries} times without an end: it may bring down its worker"), cancellation);
            return;
        }
        using var working = CancellationTokenSource.CreateLinkedTokenSource(cancellation);
        Task signs = SignAsync(message, working.Token);
        try
        {
            IReadOnlyList<Document> documents;
            try
            {
                documents = DocumentPacket.Unpack(bytes);
            }
            catch (InvalidDataException e)
            {
                await BuryAsync(message, bytes, $"no piece of work: {e.Message}", cancellation);
                return;
            }
            IReadOnlySet<string> known = await PatientlyAsync(() => store.Known([.. documents.Select(d => d.Id)]), cancellation);
            Document[] fresh = [.. documents.Where(d => !known.Contains(d.Id))];
            var failed = new List<SkippedInput>();
            IReadOnlyList<CodedDocument> coded = pipeline.Code(fresh, 1, failed.Add, cancellation);
            int stored = await PatientlyAsync(() => store.Add(coded), cancellation);
            foreach (Document lost in fresh.ExceptBy(coded.Select(c => c.Document.Id), d => d.Id, StringComparer.Ordinal))
            {
                SkippedInput? why = failed.FirstOrDefault(f => f.Location == lost.Origin.Location && f.Member == lost.Origin.Member);
                await queue.BuryAsync(DocumentPacket.Pack([lost]), $"{lost.Id}: {why?.Reason ?? "fault"}: {why?.Detail}", cancellation);
                Interlocked.Increment(ref _dead);
            }
            using (var patience = CancellationTokenSource.CreateLinkedTokenSource(cancellation))
            {
                patience.CancelAfter(s_patience);
                await message.AckAsync(new AckOpts { DoubleAck = true }, patience.Token);
            }
            Interlocked.Add(ref _documents, stored);
            Interlocked.Add(ref _known, documents.Count - stored);
            Interlocked.Add(ref _words, fresh.Sum(d => Spaces(d.Body.Text)));
            Interlocked.Increment(ref _pieces);
        }
        catch (StoreException e)
        {
            // Even after much patience; perhaps another worker's store takes it.
            said(e.Message);
            await message.NakAsync(new AckOpts { NakDelay = queue.Options.StoreRest }, cancellation);
        }
        finally
        {
            await working.CancelAsync();
            await signs;
        }
    }

    // While a store is restarted its workers wait, and keep their pieces.
    private async Task<T> PatientlyAsync<T>(Func<T> ask, CancellationToken cancellation)
    {
        for (int trial = 1; ; trial++)
        {
            try
            {
                return ask();
            }
            catch (StoreException e) when (trial < queue.Options.StoreTrials)
            {
                said($"{e.Message} Trying again.");
                await Task.Delay(queue.Options.StoreRest, time, cancellation);
            }
        }
    }

    // A piece whose documents are stored is never dead.
    private Task<bool> HasKnownAsync(byte[] bytes)
    {
        try
        {
            string[] ids = [.. DocumentPacket.Unpack(bytes).Select(d => d.Id)];
            return Task.FromResult(store.Known(ids).Count == ids.Length);
        }
        catch (Exception e) when (e is InvalidDataException or StoreException)
        {
            return Task.FromResult(false);
        }
    }

    private async Task BuryAsync(INatsJSMsg<byte[]> message, byte[] bytes, string reason, CancellationToken cancellation)
    {
        await queue.BuryAsync(bytes, reason, cancellation);
        await message.AckTerminateAsync(cancellationToken: cancellation);
        Interlocked.Increment(ref _dead);
        said($"A piece of work is dead: {reason}");
    }

    // Tells the queue that the work goes on, so that a long piece is not given to another.
    private async Task SignAsync(INatsJSMsg<byte[]> message, CancellationToken cancellation)
    {
        try
        {
            while (true)
            {
                await Task.Delay(queue.Options.AckWait / 3, time, cancellation);
                await message.AckProgressAsync(cancellationToken: cancellation);
            }
        }
        catch (Exception e) when (e is OperationCanceledException or NatsException)
        {
        }
    }

    private async Task RestAsync(TimeSpan rest, CancellationToken cancellation)
    {
        try
        {
            await Task.Delay(rest, time, cancellation);
        }
        catch (OperationCanceledException)
        {
        }
    }

    private static long Spaces(string text) => text.AsSpan().Count(' ') + 1;
}
