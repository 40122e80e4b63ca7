using System.Collections.Immutable;
using Entente.Measures.Factors;
using Entente.Record;

namespace Entente.Measures;

/// <summary>How an indicator enters the factor model: joined over both directions, transformed, and put on the item's scale.</summary>
/// <param name="Indicator">The indicator.</param>
/// <param name="Item">Its item.</param>
/// <param name="Joined">How the two directions of a directed indicator become one value.</param>
/// <param name="ByYear">Whether the mean of all dyads of the year is taken off (what rises for all is no alignment of two).</param>
/// <param name="Transform">Raw value to the item's scale: any number for a Gaussian item, a category for an ordinal one.</param>
public sealed record AlignmentItem(Indicator Indicator, FactorItem Item, Join Joined, bool ByYear, Func<double, double> Transform)
{
    /// <summary>Whether the value's place among all dyad-years' counts, as a normal score, and not the value.</summary>
    public bool ByRank { get; init; }

    /// <summary>Raw value of a year, directions joined.</summary>
    public Measurement Raw(DyadPanel panel, int year)
    {
        ArgumentNullException.ThrowIfNull(panel);
        if (!Indicator.Directed) return panel[Indicator, year];
        Measurement forward = panel[Indicator, panel.Dyad.First, year], backward = panel[Indicator, panel.Dyad.Second, year];
        if (!forward.IsKnown) return backward.IsKnown ? backward : forward;
        if (!backward.IsKnown) return forward;
        return Measurement.Of(Joined == Join.Least ? Math.Min(forward.Value, backward.Value) : forward.Value + backward.Value);
    }
}

/// <summary>How two directions become one.</summary>
public enum Join
{
    /// <summary>The smaller: dependence is mutual only as far as the less dependent goes.</summary>
    Least,

    /// <summary>The sum.</summary>
    Sum,
}

/// <summary>The items of the alignment model, one for each indicator, in the indicators' order.</summary>
public static class AlignmentItems
{
    /// <summary>All of them.</summary>
    public static ImmutableArray<AlignmentItem> All { get; } =
    [
        // Both ends of the share are stretched: the step from .90 to .95 says more than that from .50 to .55.
        Gaussian(Indicators.VoteAgreement, true, v => Math.Log((v + 0.02) / (1.02 - v))),
        // Neither is anything like normal (regimes are alike or opposite, many dyads do not trade): their ranks are.
        Gaussian(Indicators.RegimeSimilarity, false, v => v) with { ByRank = true },
        Gaussian(Indicators.TradeDependence, true, v => Math.Log10(v + 1e-5)) with { ByRank = true },
        Gaussian(Indicators.TradeAgreement, true, v => Math.Log(1 + v)),
        Marker(Indicators.Sanctions, 1, 3, v => Math.Min(2, v)),
        new(Indicators.Alliance, new FactorItem(Indicators.Alliance.Id, (int)Dimension.Military, 1, 4, false, 1), Join.Sum, false, v => v),
        // 1 to 3 are threats and displays, 4 use of force, 5 war.
        Marker(Indicators.DisputeHostility, 2, 4, v => v <= 0 ? 0 : v <= 3 ? 1 : v <= 4 ? 2 : 3),
        Marker(Indicators.Rivalry, 3, 2, v => Math.Min(1, v)),
        Ordinal(Indicators.ArmsTransfers, 4, true, v => v <= 0 ? 0 : v <= 20 ? 1 : v <= 200 ? 2 : 3),
        Ordinal(Indicators.JointExercises, 3, true, v => Math.Min(2, v)),
        Ordinal(Indicators.LeaderVisits, 3, true, v => Math.Min(2, v)),
        Gaussian(Indicators.SharedOrganizations, true, v => v),
        Ordinal(Indicators.MinisterVisits, 3, true, v => Math.Min(2, v)),
        Marker(Indicators.ArmedConflict, 2, 3, v => v),
        Ordinal(Indicators.Troops, 4, true, v => v < 10 ? 0 : v < 100 ? 1 : v < 1000 ? 2 : 3),
        Ordinal(Indicators.NuclearCooperation, 3, true, v => Math.Min(2, v)),
    ];

    private static AlignmentItem Gaussian(Indicator indicator, bool byYear, Func<double, double> transform) =>
        new(indicator, new FactorItem(indicator.Id, (int)indicator.Dimension, 1, 0, true), Join.Least, byYear, transform);

    private static AlignmentItem Ordinal(Indicator indicator, int levels, bool persistent, Func<double, double> transform) =>
        new(indicator, new FactorItem(indicator.Id, (int)indicator.Dimension, 1, levels, persistent), Join.Sum, false, transform);

    private static AlignmentItem Marker(Indicator indicator, double loading, int levels, Func<double, double> transform) =>
        new(indicator, new FactorItem(indicator.Id, (int)indicator.Dimension, -1, levels, false, loading), Join.Sum, false, transform);
}
