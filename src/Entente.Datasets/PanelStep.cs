using Entente.Record;

namespace Entente.Datasets;

/// <summary>A part of the panel that is computed by itself.</summary>
/// <param name="Name">What is read, for a person who waits.</param>
/// <param name="Datasets">All it depends on.</param>
/// <param name="Indicators">The columns it fills; no other step fills them.</param>
/// <param name="Read">Computes it.</param>
internal sealed record PanelStep(string Name, string[] Datasets, Indicator[] Indicators, Action<PanelBuilder> Read);

/// <summary>The values of one column, by place in the grid.</summary>
/// <param name="Column">The column's name.</param>
/// <param name="Slots">Places, ascending.</param>
/// <param name="Values">Values, one for each place.</param>
internal sealed record PanelCells(string Column, int[] Slots, double[] Values);

/// <summary>What a step computed.</summary>
/// <param name="Cells">Its columns.</param>
/// <param name="Dropped">Values said of dyad-years that do not exist.</param>
/// <param name="Episodes">Its episodes, in the order found.</param>
/// <param name="States">Its state-years.</param>
/// <param name="Proximities">Its spells of nearness.</param>
internal sealed record PanelPart(IReadOnlyList<PanelCells> Cells, long Dropped, IReadOnlyList<PanelEpisode> Episodes, IReadOnlyList<PanelStateYear> States, IReadOnlyList<PanelProximity> Proximities);
