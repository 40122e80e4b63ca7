namespace Entente.Order;

/// <summary>The frustration index of a network: the fewest ties that are frustrated by any split in two.</summary>
/// <param name="Index">L: frustrated ties of the best split found.</param>
/// <param name="LowerBound">No split has fewer.</param>
/// <param name="Sides">That split: +1 or −1 for each node, the node with most ties +1; where the network falls apart, of each part.</param>
/// <param name="Edges">Its frustrated ties.</param>
/// <param name="Partitions">Splits as good, this one first; at most as many as were asked for.</param>
/// <param name="PartitionCount">How many there are; a lower bound unless <paramref name="PartitionsComplete"/>.</param>
/// <param name="PartitionsComplete">Whether all splits as good were counted. Parts of a network that falls apart are not turned against each other.</param>
public sealed record Frustration(int Index, int LowerBound, IReadOnlyList<int> Sides, IReadOnlyList<SignedEdge> Edges,
    IReadOnlyList<IReadOnlyList<int>> Partitions, long PartitionCount, bool PartitionsComplete)
{
    /// <summary>Whether it is proven that no split has fewer.</summary>
    public bool IsOptimal => LowerBound >= Index;

    /// <summary>F = 1 − 2L/m; null without ties.</summary>
    public double? Normalized(int edges) => edges == 0 ? null : 1 - (2.0 * Index / edges);
}
