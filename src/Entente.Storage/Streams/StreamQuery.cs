using Entente.Record.Streams;

namespace Entente.Storage.Streams;

/// <summary>Length of the stretches that events are counted in.</summary>
public enum StreamPeriod
{
    /// <summary>A day.</summary>
    Day,
    /// <summary>A month.</summary>
    Month,
    /// <summary>A year.</summary>
    Year,
}

/// <summary>Which events to count.</summary>
public sealed record StreamQuery
{
    /// <summary>The two states, with those they continue; null for every pair.</summary>
    public UndirectedDyad? Dyad { get; init; }

    /// <summary>Only this stream; null for all together.</summary>
    public StreamFormat? Format { get; init; }

    /// <summary>First day, inclusive; null for the first there is.</summary>
    public DateOnly? From { get; init; }

    /// <summary>Last day, inclusive; null for the last there is.</summary>
    public DateOnly? To { get; init; }

    /// <summary>Stretches; months by default.</summary>
    public StreamPeriod By { get; init; } = StreamPeriod.Month;
}
