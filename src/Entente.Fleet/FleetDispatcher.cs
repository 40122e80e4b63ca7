using System.Security.Cryptography;
using Entente.Documents;
using Entente.Storage;
using NATS.Client.Core;
using NATS.Client.JetStream;

namespace Entente.Fleet;

/// <summary>Puts documents on the work queue, some at a time. Not thread-safe.</summary>
/// <param name="queue">The queue.</param>
/// <param name="time">Clock of waiting while the queue is full.</param>
public sealed class FleetDispatcher(FleetQueue queue, TimeProvider time)
{
    private const int PieceDocuments = 50;
    private const int PieceCharacters = 400_000;
    private const int LongestPiece = 1_000_000;
    private const int InFlight = 32;
    private readonly List<Document> _piece = [];
    private readonly Queue<Task> _sent = [];
    private long _characters, _pieces;

    /// <summary>Documents put on the queue.</summary>
    public long Documents { get; private set; }

    /// <summary>Adds a document to the piece being made; sends it when it is full.</summary>
    /// <returns>Why the document cannot travel, or null.</returns>
    /// <exception cref="FleetException">The server does not answer.</exception>
    public async Task<SkippedInput?> AddAsync(Document document, CancellationToken cancellation)
    {
        ArgumentNullException.ThrowIfNull(document);
        if (document.Body.Text.Length > PieceCharacters && DocumentPacket.Pack([document]).Length > LongestPiece)
            return new SkippedInput(document.Origin.Location, document.Origin.Member, "too-large", "It is over a million bytes packed, more than the queue takes: 'entente read' reads it.");
        if (_piece.Count > 0 && _characters + document.Body.Text.Length > PieceCharacters) await SendAsync(cancellation);
        _piece.Add(document);
        _characters += document.Body.Text.Length;
        if (_piece.Count >= PieceDocuments) await SendAsync(cancellation);
        return null;
    }

    /// <summary>Sends what is left, and waits until the server has all of it on disk.</summary>
    /// <exception cref="FleetException">The server does not answer.</exception>
    public async Task FlushAsync(CancellationToken cancellation)
    {
        if (_piece.Count > 0) await SendAsync(cancellation);
        while (_sent.TryDequeue(out Task? sent)) await Guard(sent);
    }

    private async Task SendAsync(CancellationToken cancellation)
    {
        if (_pieces++ % 256 == 0)
            while ((await queue.StateAsync(cancellation)).Kept > queue.Options.MostWaiting) await Task.Delay(TimeSpan.FromSeconds(1), time, cancellation);
        byte[] bytes = DocumentPacket.Pack(_piece);
        // The same documents are the same piece: dispatched again within the hour, they are not queued twice.
        string id = Convert.ToHexStringLower(SHA256.HashData(bytes))[..32];
        _sent.Enqueue(PublishAsync(bytes, id, cancellation));
        Documents += _piece.Count;
        _piece.Clear();
        _characters = 0;
        if (_sent.Count >= InFlight) await Guard(_sent.Dequeue());
    }

    private async Task PublishAsync(byte[] bytes, string id, CancellationToken cancellation)
    {
        var ack = await queue.Context.PublishAsync(queue.WorkSubject, bytes, opts: new NatsJSPubOpts { MsgId = id, RetryAttempts = 10, RetryWaitBetweenAttempts = TimeSpan.FromSeconds(1) }, cancellationToken: cancellation);
        if (!ack.Duplicate) ack.EnsureSuccess();
    }

    private static async Task Guard(Task sent)
    {
        try
        {
            await sent;
        }
        catch (NatsException e)
        {
            throw new FleetException($"The queue does not take work: {e.Message}. What was taken stays; dispatch again, nothing is coded twice.", e);
        }
    }
}
