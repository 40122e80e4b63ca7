using System.Collections.Frozen;
using System.Collections.Immutable;

namespace Entente.Record;

/// <summary>One column of the panel: an undirected indicator, or one direction of a directed one.</summary>
/// <param name="Name">Column name in the panel file (<c>alliance</c>, <c>arms_transfers_ab</c>).</param>
/// <param name="Indicator">What it measures.</param>
/// <param name="Forward">True for undirected indicators and for <c>_ab</c>, where a has the lower Correlates of War number.</param>
public sealed record PanelColumn(string Name, Indicator Indicator, bool Forward);

/// <summary>The columns of the panel, in file order.</summary>
public static class PanelColumns
{
    /// <summary>All of them.</summary>
    public static ImmutableArray<PanelColumn> All { get; } = [.. Indicators.All.SelectMany(i => i.Directed
        ? new[] { new PanelColumn(i.Id + "_ab", i, true), new PanelColumn(i.Id + "_ba", i, false) }
        : [new PanelColumn(i.Id, i, true)])];

    private static readonly FrozenDictionary<(string Id, bool Forward), int> Positions = All
        .Select((c, i) => KeyValuePair.Create((c.Indicator.Id, c.Forward), i)).ToFrozenDictionary();

    /// <summary>Position of an indicator and direction in <see cref="All"/>; −1 when it is none of the catalogue.</summary>
    public static int IndexOf(string indicatorId, bool forward) => Positions.GetValueOrDefault((indicatorId, forward), -1);
}

/// <summary>A dyad-year as the panel file keeps it: states by Correlates of War number, null for unknown.</summary>
/// <param name="CowA">The lower number.</param>
/// <param name="CowB">The higher number.</param>
/// <param name="Year">Calendar year.</param>
/// <param name="Values">In the order of <see cref="PanelColumns.All"/>.</param>
public sealed record PanelRow(int CowA, int CowB, int Year, double?[] Values);

/// <summary>An episode as the panel file keeps it.</summary>
/// <param name="CowA">The lower number.</param>
/// <param name="CowB">The higher number.</param>
/// <param name="Episode">What happened, with its row.</param>
public sealed record PanelEpisode(int CowA, int CowB, Episode Episode);
