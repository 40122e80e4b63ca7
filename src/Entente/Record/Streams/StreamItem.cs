using Entente.Reading;

namespace Entente.Record.Streams;

/// <summary>One row of an event stream.</summary>
public abstract record StreamItem
{
    /// <summary>The publisher's own id of the row; the number of its line where the publisher gives none.</summary>
    public required string Id { get; init; }

    /// <summary>The day the row is about (of a mention or article: the day it was published).</summary>
    public required DateOnly Day { get; init; }

    /// <summary>Publishers the row names, parted by <c>;</c>, or null.</summary>
    public string? Publishers { get; init; }

    /// <summary>Address of the report, or null.</summary>
    public string? Url { get; init; }
}

/// <summary>A report of an event, as a stream has it.</summary>
public sealed record StreamEvent : StreamItem
{
    /// <summary>The actor's code or name as published, or null.</summary>
    public string? SourceCode { get; init; }

    /// <summary>The target's code or name as published, or null.</summary>
    public string? TargetCode { get; init; }

    /// <summary>The state of the actor on that day, or null where it has none or the code is not known.</summary>
    public StateId? Source { get; init; }

    /// <summary>The state of the target on that day, or null.</summary>
    public StateId? Target { get; init; }

    /// <summary>Code of the event as published (leading zeros put back where a program had dropped them).</summary>
    public required string Code { get; init; }

    /// <summary>PLOVER type of the code, or null where PLOVER has none or the code is not known.</summary>
    public PloverType? Type { get; init; }

    /// <summary>Intensity as published, −10 to +10 (Goldstein), or null.</summary>
    public double? Intensity { get; init; }

    /// <summary>Articles or stories that report it, as published, or null.</summary>
    public int? Reports { get; init; }
}

/// <summary>A further report of an event that another file of the stream has; <see cref="StreamItem.Id"/> is the event's.</summary>
public sealed record StreamMention : StreamItem
{
    /// <summary>The publisher's confidence in per cent, or null.</summary>
    public int? Confidence { get; init; }
}

/// <summary>An article of a knowledge graph.</summary>
public sealed record StreamArticle : StreamItem
{
    /// <summary>States whose places it names, in order, three letters each, parted by blanks.</summary>
    public required string States { get; init; }

    /// <summary>Tone as published, or null.</summary>
    public double? Tone { get; init; }
}

/// <summary>A row that could not be read and was kept aside.</summary>
/// <param name="Line">Line of the file it begins on, from 1.</param>
/// <param name="Reason">What is wrong with it.</param>
/// <param name="Raw">Its bytes as they are, or the first of them.</param>
public sealed record MalformedRow(long Line, string Reason, ReadOnlyMemory<byte> Raw);

/// <summary>A row of a stream, or why it is none. Exactly one is set.</summary>
/// <param name="Item">The row.</param>
/// <param name="Malformed">Why there is none.</param>
public readonly record struct StreamRow(StreamItem? Item, MalformedRow? Malformed);

/// <summary>A file of a stream in the store.</summary>
/// <param name="Name">Its name, with the member after <c>!</c> when it came in an archive.</param>
/// <param name="Sha256">Hash of its unpacked bytes, hexadecimal.</param>
/// <param name="Format">Its layout.</param>
/// <param name="Rows">Rows stored.</param>
/// <param name="Known">Rows left out because the same id was there from an earlier file, or earlier in this one.</param>
/// <param name="Malformed">Rows kept aside.</param>
/// <param name="FirstDay">First day of its rows, or null.</param>
/// <param name="LastDay">Last day of its rows, or null.</param>
public sealed record StreamFile(string Name, string Sha256, StreamFormat Format, long Rows, long Known, long Malformed, DateOnly? FirstDay, DateOnly? LastDay);

/// <summary>Events of a pair of states in a stretch of time: reports of the same day, direction and type count as one event.</summary>
/// <param name="From">First day of the stretch.</param>
/// <param name="Source">Who acted.</param>
/// <param name="Target">Towards whom.</param>
/// <param name="Type">PLOVER type, or null for rows whose code has none.</param>
/// <param name="Events">Events.</param>
/// <param name="Corroborated">Those of them that two or more publishers report.</param>
/// <param name="Unnamed">Those of them whose rows name no publisher.</param>
/// <param name="Reports">Rows behind them.</param>
/// <param name="Sources">Different publishers behind them.</param>
/// <param name="Intensity">Mean published intensity of the rows, or null.</param>
public sealed record StreamCount(DateOnly From, StateId Source, StateId Target, PloverType? Type, long Events, long Corroborated, long Unnamed, long Reports, long Sources, double? Intensity);
