using Entente.Reading;
using Entente.Record;

namespace Entente.Questions;

/// <summary>What a briefing is asked for. Immutable.</summary>
/// <param name="A">The state named first.</param>
/// <param name="B">Another state.</param>
public sealed record BriefingQuestion(StateId A, StateId B)
{
    /// <summary>Nothing later is used; null means the last day the record and the texts reach.</summary>
    public DateOnly? AsOf { get; init; }

    /// <summary>Whether datasets published after the day are left out too.</summary>
    public Vintage Vintage { get; init; }

    /// <summary>How much indicators count, by id; null as learned.</summary>
    public IReadOnlyDictionary<string, double>? Weights { get; init; }

    /// <summary>Texts read for this question alone, beside the stored ones.</summary>
    public IReadOnlyList<CodedDocument> Documents { get; init; } = [];

    /// <summary>The two states, in no order.</summary>
    public UndirectedDyad Dyad => new(A, B);
}

/// <summary>Stored observations about two states published up to a day, newest first.</summary>
public delegate IEnumerable<StoredObservation> StoredObservations(UndirectedDyad dyad, DateOnly asOf);
