using System.Collections.Immutable;
using Entente.Measures;
using Entente.Order.Pressure;
using Entente.Reading;
using Entente.Record;

namespace Entente.Briefings;

/// <summary>Everything a briefing is composed from, as values.</summary>
public sealed record BriefingInput
{
    /// <summary>The state asked for first.</summary>
    public required State A { get; init; }

    /// <summary>The state asked for second.</summary>
    public required State B { get; init; }

    /// <summary>Nothing after this day may be used; the caller has left later documents and years out.</summary>
    public required DateOnly AsOf { get; init; }

    /// <summary>Overall (dimension null) and per dimension, for the last year with inputs up to <see cref="AsOf"/>.</summary>
    public required ImmutableArray<Alignment> Alignments { get; init; }

    /// <summary>Overall by year, oldest first.</summary>
    public required ImmutableArray<Alignment> History { get; init; }

    /// <summary>What to print of the trend (<c>rising since 2014</c>), or null.</summary>
    public string? Trend { get; init; }

    /// <summary>What to print of the rank (<c>312th of 18,336 dyads</c>), or null.</summary>
    public string? Rank { get; init; }

    /// <summary>What to print of how far the score hangs on single weights.</summary>
    public ImmutableArray<string> Robustness { get; init; } = [];

    /// <summary>Phases found in the record.</summary>
    public required ImmutableArray<Phase> Phases { get; init; }

    /// <summary>The record.</summary>
    public required DyadPanel Panel { get; init; }

    /// <summary>What the record was computed from.</summary>
    public required IReadOnlyList<DatasetInfo> Datasets { get; init; }

    /// <summary>Which inputs were out on the day; null where nobody asked.</summary>
    public VintageReport? Vintage { get; init; }

    /// <summary>Pressure points, strongest first.</summary>
    public ImmutableArray<PressurePoint> Pressure { get; init; } = [];

    /// <summary>Observations about the dyad, newest document first.</summary>
    public required IReadOnlyList<StoredObservation> Observations { get; init; }
}
