namespace Entente.Reading;

/// <summary>Which observations are looked for; what is null or empty does not narrow. Immutable.</summary>
public sealed record EvidenceQuery
{
    /// <summary>A state that the observation is about, or whose official speaks; its predecessors count as it.</summary>
    public StateId? State { get; init; }

    /// <summary>With <see cref="State"/>: the other state it is about.</summary>
    public StateId? Other { get; init; }

    /// <summary><c>event</c>, <c>quotation</c> or <c>conditional</c>.</summary>
    public string? Kind { get; init; }

    /// <summary>Type of an event.</summary>
    public PloverType? Type { get; init; }

    /// <summary>Modality of an event.</summary>
    public Modality? Modality { get; init; }

    /// <summary>A part of the speaker's name, in any case.</summary>
    public string? Speaker { get; init; }

    /// <summary>Words of the document, as they stand in it, in any case.</summary>
    public string? Words { get; init; }

    /// <summary>First day of publication.</summary>
    public DateOnly? From { get; init; }

    /// <summary>Last day of publication. Documents without a day are left out when either day is given.</summary>
    public DateOnly? To { get; init; }

    /// <summary>Only observations that an analyst marked as wrong (true), or only the others (false).</summary>
    public bool? Overruled { get; init; }

    /// <summary>How many to pass over.</summary>
    public int Skip { get; init; }

    /// <summary>How many to give at most. Default 50.</summary>
    public int Limit { get; init; } = 50;
}

/// <summary>Some of what was looked for.</summary>
/// <param name="Observations">Newest document first, then by place in the text.</param>
/// <param name="Total">How many there are in all.</param>
public sealed record EvidenceFound(IReadOnlyList<StoredObservation> Observations, long Total);

/// <summary>A document with how much was read in it.</summary>
/// <param name="Document">The document.</param>
/// <param name="Observations">Observations in it.</param>
public sealed record DocumentFound(DocumentHeader Document, long Observations);
