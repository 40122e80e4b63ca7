using System.Diagnostics;
using Entente.Order;

namespace Entente.Solvers;

/// <summary>
/// Finds the frustration index exactly. In the variables f of the model of Aref and Wilson (2019) alone, a set of ties is frustrated by some split when it meets every negative cycle;
/// so Σf is minimised over Σ_C f ≥ 1 for negative cycles C: the unbalanced triangles first, then those that a shortest-path search finds violated
/// (Barahona and Mahjoub 1986). Splits are rounded from each solution and improved by single moves. Where the bound, rounded up, meets a split, that split is optimal;
/// where cycles no longer help and a gap remains, an integer program over the cycles goes on, with the cycles its solutions violate added.
/// </summary>
public static class FrustrationSolver
{
    /// <summary>Solves.</summary>
    public static Frustration Solve(SignedNetwork network, FrustrationOptions? options = null)
    {
        ArgumentNullException.ThrowIfNull(network);
        options ??= new FrustrationOptions();
        var clock = Stopwatch.StartNew();
        var splits = new SplitSearch(network);
        splits.Offer(splits.Grow(new double[network.Edges.Count]));
        if (splits.Frustrated == 0) return Finish(network, splits, 0, null, options);
        var cycles = new NegativeCycles(network);
        using var relaxation = new CycleRelaxation(network, cycles);
        double bound = relaxation.Tighten(splits, options.TimeLimit);
        int lower = (int)Math.Ceiling(bound - 1e-6);
        if (lower < splits.Frustrated) lower = CycleProgram.Solve(network, cycles, splits, lower, options.TimeLimit - clock.Elapsed);
        return Finish(network, splits, lower, lower >= splits.Frustrated ? relaxation.FixedTies(splits.Frustrated) : null, options);
    }

    private static Frustration Finish(SignedNetwork network, SplitSearch splits, int lower, bool?[]? frustrated, FrustrationOptions options)
    {
        int[] sides = splits.Best;
        if (lower < splits.Frustrated) return new Frustration(splits.Frustrated, lower, sides, network.Frustrated(sides), [sides], 1, false);
        CoOptimalSplits all = CoOptimalSplits.Of(network, sides, frustrated, options.MostPartitions);
        return new Frustration(splits.Frustrated, lower, sides, network.Frustrated(sides), all.Splits, all.Count, all.IsComplete);
    }
}
