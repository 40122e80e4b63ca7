using System.Collections.Immutable;
using Entente.Measures;
using Entente.Reading;
using Entente.Record;

namespace Entente.Order.Pressure;

/// <summary>Everything pressure points are found in, as values; nothing later than the day asked.</summary>
public sealed record PressureInput
{
    /// <summary>One state.</summary>
    public required StateId A { get; init; }

    /// <summary>The other.</summary>
    public required StateId B { get; init; }

    /// <summary>Alignments of the year: of all dyads, or at least of those with one of the two.</summary>
    public required StateNetwork Network { get; init; }

    /// <summary>The same some years before, for trends; null when it is not at hand.</summary>
    public StateNetwork? Before { get; init; }

    /// <summary>The score of the two in the year of the ties if their record were another; null where it cannot be told.</summary>
    public Func<DyadPanel, double?> Score { get; init; } = _ => null;

    /// <summary>The record of the two.</summary>
    public required DyadPanel Panel { get; init; }

    /// <summary>Their phases.</summary>
    public required ImmutableArray<Phase> Phases { get; init; }

    /// <summary>Shares of the world's material capabilities, last known; empty when not at hand.</summary>
    public IReadOnlyDictionary<StateId, double> Capabilities { get; init; } = ImmutableDictionary<StateId, double>.Empty;

    /// <summary>Arms that each of the two took in; null when not at hand.</summary>
    public (ArmsImports A, ArmsImports B)? Arms { get; init; }

    /// <summary>Resolutions on wars, with the votes.</summary>
    public IReadOnlyList<WarResolution> Wars { get; init; } = [];

    /// <summary>Observations about the two.</summary>
    public IReadOnlyList<StoredObservation> Observations { get; init; } = [];

    /// <summary>The two states.</summary>
    public UndirectedDyad Dyad => new(A, B);

    /// <summary>The year the ties speak of.</summary>
    public int Year => Network.Year;
}

/// <summary>Arms a state took in over some years.</summary>
/// <param name="FromPartner">From the other of the two, in million TIV.</param>
/// <param name="All">From all states.</param>
/// <param name="FirstYear">First of the years.</param>
/// <param name="LastYear">Last.</param>
public sealed record ArmsImports(double FromPartner, double All, int FirstYear, int LastYear)
{
    /// <summary>Share that is from the other; 0 where it took in none at all.</summary>
    public double Share => All > 0 ? FromPartner / All : 0;
}
