using NATS.Client.Core;
using NATS.Client.JetStream;
using NATS.Client.JetStream.Models;

namespace Entente.Fleet;

/// <summary>The work queue and the queue of dead letters on a NATS server with JetStream. Thread-safe.</summary>
public sealed class FleetQueue : IAsyncDisposable
{
    internal const string ReasonHeader = "Entente-Reason";

    private readonly NatsConnection _connection;

    private FleetQueue(NatsConnection connection, FleetOptions options)
    {
        (_connection, Options, Context) = (connection, options, new NatsJSContext(connection));
    }

    internal FleetOptions Options { get; }

    internal NatsJSContext Context { get; }

    internal string Work => Options.Name + "-work";

    internal string Dead => Options.Name + "-dead";

    internal string WorkSubject => Options.Name + ".work";

    internal string DeadSubject => Options.Name + ".dead";

    /// <summary>Connects, and makes the streams when they are not there.</summary>
    /// <exception cref="FleetException">The server cannot be reached or has no JetStream; no message repeats the address's user or password.</exception>
    public static async Task<FleetQueue> OpenAsync(FleetOptions options, CancellationToken cancellation)
    {
        ArgumentNullException.ThrowIfNull(options);
        if (!Uri.TryCreate(options.Address, UriKind.Absolute, out Uri? address) || address.Scheme is not ("nats" or "tls" or "ws" or "wss"))
            throw new FleetException("The address of the queue is not of the form nats://host:4222.");
        var connection = new NatsConnection(new NatsOpts { Url = options.Address, Name = "entente", MaxReconnectRetry = -1, ConnectTimeout = TimeSpan.FromSeconds(10) });
        try
        {
            await ConnectAsync(connection);
            var queue = new FleetQueue(connection, options);
            // A piece of work goes away when it is acknowledged; the same piece sent again within the hour is not taken twice.
            await queue.Context.CreateOrUpdateStreamAsync(new StreamConfig(queue.Work, [queue.WorkSubject]) { Retention = StreamConfigRetention.Workqueue, DuplicateWindow = TimeSpan.FromHours(1) }, cancellation);
            await queue.Context.CreateOrUpdateStreamAsync(new StreamConfig(queue.Dead, [queue.DeadSubject]), cancellation);
            return queue;
        }
        catch (NatsException e)
        {
            await connection.DisposeAsync();
            throw new FleetException(e is NatsJSApiException or NatsNoRespondersException
                ? $"The server at {address.Host}:{address.Port} keeps no streams ({e.Message}): start it with JetStream, 'nats-server -js'."
                : $"The queue at {address.Host}:{address.Port} does not answer ({e.Message}): is nats-server running, and may this machine reach it?", e);
        }
    }

    /// <summary>What waits, what is being worked on, and what is dead.</summary>
    /// <exception cref="FleetException">The server does not answer.</exception>
    public Task<FleetState> StateAsync(CancellationToken cancellation) => GuardAsync(async () =>
    {
        StreamInfo work = (await Context.GetStreamAsync(Work, cancellationToken: cancellation)).Info, dead = (await Context.GetStreamAsync(Dead, cancellationToken: cancellation)).Info;
        ConsumerInfo consumer = (await ConsumerAsync(cancellation)).Info;
        return new FleetState((long)consumer.NumPending, consumer.NumAckPending, consumer.NumRedelivered, consumer.NumWaiting, (long)work.State.Messages, (long)work.State.Bytes, (long)dead.State.Messages);
    });

    /// <summary>The dead letters, oldest first, with why each is one; they stay.</summary>
    /// <param name="limit">At most so many.</param>
    /// <param name="cancellation">Ends it early.</param>
    /// <exception cref="FleetException">The server does not answer.</exception>
    public Task<IReadOnlyList<string>> DeadReasonsAsync(int limit, CancellationToken cancellation) => GuardAsync(async () =>
    {
        INatsJSConsumer reader = await Context.CreateOrUpdateConsumerAsync(Dead, new ConsumerConfig { AckPolicy = ConsumerConfigAckPolicy.None, InactiveThreshold = TimeSpan.FromSeconds(30), HeadersOnly = true }, cancellation);
        var reasons = new List<string>();
        await foreach (INatsJSMsg<byte[]> message in reader.FetchNoWaitAsync<byte[]>(new NatsJSFetchOpts { MaxMsgs = limit }, cancellationToken: cancellation))
            reasons.Add(message.Headers?[ReasonHeader].ToString() ?? "no reason given");
        return (IReadOnlyList<string>)reasons;
    });

    /// <summary>Puts every dead letter back into the work queue.</summary>
    /// <returns>How many.</returns>
    /// <exception cref="FleetException">The server does not answer.</exception>
    public Task<int> RequeueDeadAsync(CancellationToken cancellation) => GuardAsync(async () =>
    {
        INatsJSConsumer reader = await Context.CreateOrUpdateConsumerAsync(Dead, new ConsumerConfig("requeue") { AckPolicy = ConsumerConfigAckPolicy.Explicit, AckWait = Options.AckWait }, cancellation);
        int count = 0, some;
        do
        {
            some = 0;
            await foreach (INatsJSMsg<byte[]> message in reader.FetchNoWaitAsync<byte[]>(new NatsJSFetchOpts { MaxMsgs = 100 }, cancellationToken: cancellation))
            {
                (await Context.PublishAsync(WorkSubject, message.Data, cancellationToken: cancellation)).EnsureSuccess();
                await message.AckAsync(cancellationToken: cancellation);
                if (message.Metadata is { } at) await Context.DeleteMessageAsync(Dead, new StreamMsgDeleteRequest { Seq = at.Sequence.Stream }, cancellation);
                some++;
            }
            count += some;
        } while (some > 0);
        return count;
    });

    /// <inheritdoc/>
    public ValueTask DisposeAsync() => _connection.DisposeAsync();

    internal async Task<INatsJSConsumer> ConsumerAsync(CancellationToken cancellation) => await Context.CreateOrUpdateConsumerAsync(
        Work, new ConsumerConfig("workers") { AckPolicy = ConsumerConfigAckPolicy.Explicit, AckWait = Options.AckWait, MaxDeliver = -1, MaxAckPending = 10_000 }, cancellation);

    internal async Task BuryAsync(byte[] letter, string reason, CancellationToken cancellation)
    {
        string line = string.Concat(reason.Select(c => char.IsControl(c) ? ' ' : c));
        (await Context.PublishAsync(DeadSubject, letter, headers: new NatsHeaders { [ReasonHeader] = line }, cancellationToken: cancellation)).EnsureSuccess();
    }

    // A server that starts, or a machine that is busy, may not answer at once.
    private static async Task ConnectAsync(NatsConnection connection)
    {
        const int Trials = 3;
        for (int trial = 1; ; trial++)
        {
            try
            {
                await connection.ConnectAsync();
                return;
            }
            catch (NatsException) when (trial < Trials)
            {
                await Task.Delay(TimeSpan.FromSeconds(1));
            }
        }
    }

    private static async Task<T> GuardAsync<T>(Func<Task<T>> ask)
    {
        try
        {
            return await ask();
        }
        catch (NatsException e)
        {
            throw new FleetException($"The queue does not answer: {e.Message}", e);
        }
    }
}

/// <summary>How the queue stands.</summary>
/// <param name="Waiting">Pieces of work nobody has yet.</param>
/// <param name="InWork">Pieces given to a worker and not done.</param>
/// <param name="Redelivered">Of these, those given more than once.</param>
/// <param name="IdleRequests">Requests of workers that wait for work.</param>
/// <param name="Kept">Pieces on the server's disk, done ones excepted.</param>
/// <param name="KeptBytes">Their bytes.</param>
/// <param name="Dead">Dead letters.</param>
public sealed record FleetState(long Waiting, long InWork, long Redelivered, long IdleRequests, long Kept, long KeptBytes, long Dead);
