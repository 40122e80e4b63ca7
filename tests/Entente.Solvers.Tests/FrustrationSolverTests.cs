using CsCheck;
using Entente.Order;

namespace Entente.Solvers.Tests;

public class FrustrationSolverTests
{
    private static readonly Gen<(int Nodes, int[] Signs)> Networks =
        from nodes in Gen.Int[2, 9]
        from signs in Gen.Int[-1, 1].Array[nodes * (nodes - 1) / 2]
        select (nodes, signs);

    [Fact]
    public void Solve_OfAnySmallNetwork_IsWhatTryingEverySplitGives() => Networks.Sample(
        drawn =>
        {
            SignedNetwork network = Make(drawn.Nodes, drawn.Signs);
            if (network.Edges.Count == 0) return;
            (int best, int splits) = TryAll(network);
            Frustration found = FrustrationSolver.Solve(network, new FrustrationOptions { MostPartitions = 1000 });
            Assert.Equal(best, found.Index);
            Assert.True(found.IsOptimal);
            Assert.Equal(best, found.Edges.Count);
            Assert.True(found.PartitionsComplete);
            Assert.Equal(splits, found.PartitionCount);
            Assert.Equal(splits, found.Partitions.Select(p => string.Join(',', p)).Distinct().Count());
            Assert.All(found.Partitions, p => Assert.Equal(best, network.Frustrated(p).Count));
        },
        iter: 300, threads: 1);

    [Fact]
    public void Solve_OfANetworkWithSomeNodesSwitched_IsTheSame() => (
        from drawn in Networks
        from turned in Gen.Bool.Array[drawn.Nodes]
        from split in Gen.Bool.Array[drawn.Nodes]
        select (drawn.Nodes, drawn.Signs, turned, split)).Sample(
        d =>
        {
            SignedNetwork network = Make(d.Nodes, d.Signs);
            if (network.Edges.Count == 0) return;
            int at = 0;
            var switched = new int[d.Signs.Length];
            for (int i = 0; i < d.Nodes; i++)
                for (int j = i + 1; j < d.Nodes; j++, at++) switched[at] = d.turned[i] != d.turned[j] ? -d.Signs[at] : d.Signs[at];
            int index = FrustrationSolver.Solve(network).Index;
            Assert.Equal(index, FrustrationSolver.Solve(Make(d.Nodes, switched)).Index);
            // And no split has fewer.
            Assert.True(index <= network.Frustrated([.. network.Names.Select(n => d.split[int.Parse(n[1..], System.Globalization.CultureInfo.InvariantCulture)] ? 1 : -1)]).Count);
        },
        iter: 200, threads: 1);

    [Fact]
    public void Solve_OutOfTime_GivesASplitAndABoundNotProven()
    {
        var random = new Random(5);
        SignedNetwork network = Make(90, [.. Enumerable.Range(0, 90 * 89 / 2).Select(_ => random.Next(2) == 0 ? 1 : -1)]);
        Frustration found = FrustrationSolver.Solve(network, new FrustrationOptions { TimeLimit = TimeSpan.FromMilliseconds(50) });
        Assert.False(found.IsOptimal);
        Assert.Equal(found.Index, network.Frustrated(found.Sides).Count);
        Assert.True(found.LowerBound <= found.Index);
    }

    [Fact]
    public void Solve_OfARandomDenseNetwork_ClosesTheGapOfTheRelaxation()
    {
        var random = new Random(3);
        SignedNetwork network = Make(14, [.. Enumerable.Range(0, 14 * 13 / 2).Select(_ => random.Next(2) == 0 ? 1 : -1)]);
        Assert.Equal(TryAll(network).Best, FrustrationSolver.Solve(network).Index);
        Assert.True(FrustrationSolver.Solve(network).IsOptimal);
    }

    [Fact]
    public void Solve_OfABalancedNetwork_FrustratesNone()
    {
        SignedNetwork network = SignedNetwork.Of([("A", "B", 1), ("B", "C", -1), ("A", "C", -1), ("X", "Y", -1)]);
        Frustration found = FrustrationSolver.Solve(network);
        Assert.Equal((0, true, 1.0), (found.Index, found.IsOptimal, found.Normalized(4)));
    }

    [Fact]
    public void Solve_OfTheTribes_IsThePublished()
    {
        // Gahuku-Gama tribes, Read 1954; figures of Aref and Wilson 2019 and signnet.
        SignedNetwork network = Published("tribes.csv");
        Frustration found = FrustrationSolver.Solve(network);
        Assert.Equal((7, true), (found.Index, found.IsOptimal));
        Assert.Equal(0.7586207, found.Normalized(network.Edges.Count)!.Value, 1e-7);
        Assert.Equal(0.8676471, BalanceIndices.Triangles(network)!.Value, 1e-7);
        Assert.Equal(0.3575761, BalanceIndices.Walks(network)!.Value, 1e-7);
    }

    [Fact]
    public void Solve_OfTheStatesOf1946To1999_IsProvenForEveryWindow()
    {
        for (int window = 1; window <= 51; window++)
        {
            SignedNetwork network = Published(Path.Combine("cow-1946-1999", $"{window:00}.csv"));
            Frustration found = FrustrationSolver.Solve(network);
            Assert.True(found.IsOptimal, $"window {window}: {found.LowerBound} to {found.Index}");
            Assert.Equal(found.Index, network.Frustrated(found.Sides).Count);
        }
    }

    private static SignedNetwork Published(string file)
    {
        string? root = AppContext.BaseDirectory;
        while (root is not null && !File.Exists(Path.Combine(root, "Entente.slnx"))) root = Path.GetDirectoryName(root);
        string path = Path.Combine(root ?? ".", "..", "shared", "data", "measures", "signed-networks", file);
        if (!File.Exists(path) && !string.Equals(Environment.GetEnvironmentVariable("CI"), "true", StringComparison.Ordinal))
            Assert.Skip("The published networks are not beside this repository.");
        using var reader = new StreamReader(path);
        return SignedNetwork.Read(reader);
    }

    private static SignedNetwork Make(int nodes, int[] signs)
    {
        var ties = new List<(string, string, int)>();
        for (int i = 0, k = 0; i < nodes; i++)
            for (int j = i + 1; j < nodes; j++, k++)
                if (signs[k] != 0) ties.Add(($"n{i}", $"n{j}", signs[k]));
        return SignedNetwork.Of(ties);
    }

    // Splits that turn a whole part of the network are one split.
    private static (int Best, int Splits) TryAll(SignedNetwork network)
    {
        int n = network.Names.Count, best = int.MaxValue;
        var splits = new HashSet<string>();
        for (int mask = 0; mask < 1 << n; mask++)
        {
            int[] sides = [.. Enumerable.Range(0, n).Select(i => (mask >> i & 1) == 0 ? 1 : -1)];
            int frustrated = network.Frustrated(sides).Count;
            if (frustrated > best) continue;
            if (frustrated < best) splits.Clear();
            best = frustrated;
            splits.Add(string.Join(',', network.Edges.Select(e => sides[e.From] * sides[e.To])));
        }
        return (best, splits.Count);
    }
}
