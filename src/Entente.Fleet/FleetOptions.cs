namespace Entente.Fleet;

/// <summary>The queue, and how work on it is shared. Immutable.</summary>
public sealed record FleetOptions
{
    /// <summary>Address of the server: <c>nats://user:password@host:4222</c>.</summary>
    public required string Address { get; init; }

    /// <summary>Begins the names of streams and subjects, so that several fleets may share a server. Default <c>entente</c>.</summary>
    public string Name { get; init; } = "entente";

    /// <summary>After how long without a word from its worker a piece of work is given to another. Default 60 s.</summary>
    public TimeSpan AckWait { get; init; } = TimeSpan.FromSeconds(60);

    /// <summary>How often a piece of work is tried before it is a dead letter. Default 5.</summary>
    public int MostDeliveries { get; init; } = 5;

    /// <summary>How long a worker waits before it asks again a store that did not answer. Default 5 s.</summary>
    public TimeSpan StoreRest { get; init; } = TimeSpan.FromSeconds(5);

    /// <summary>How often a store is asked before the piece goes back to the queue, as delivered once. Default 120, which is ten minutes.</summary>
    public int StoreTrials { get; init; } = 120;

    /// <summary>Pieces of work waiting above which a dispatcher waits. Default 20,000.</summary>
    public long MostWaiting { get; init; } = 20_000;
}
