namespace Entente.Order;

/// <summary>A division of states into blocs.</summary>
/// <param name="Bloc">Bloc of each node, from 0 by size.</param>
/// <param name="Modularity">Q of the division.</param>
/// <param name="Stability">For each node the share of resamples in which it stays with those of its bloc, on average over them; 1 for a bloc of one.</param>
public sealed record BlocDivision(IReadOnlyList<int> Bloc, double Modularity, IReadOnlyList<double> Stability);

/// <summary>
/// Blocs by signed modularity (Gómez, Jensen and Arenas 2009; Traag and Bruggeman 2009): Q = (1/2(m⁺ + m⁻)) Σ_ij [A_ij − k⁺_i k⁺_j / 2m⁺ + k⁻_i k⁻_j / 2m⁻] δ(c_i, c_j),
/// raised from several orders drawn by the seed. A heuristic: the division is good, not proven best.
/// </summary>
public static class SignedBlocs
{
    private const int Starts = 10, StartsOfResample = 3;
    private const double KeptInResample = 0.9;

    /// <summary>Finds blocs, and how stable they are when a tenth of the ties is left out.</summary>
    /// <param name="network">The network.</param>
    /// <param name="resamples">Resamples for the stability; 0 for none, stability then 1.</param>
    /// <param name="seed">Seed of orders and resamples.</param>
    public static BlocDivision Of(SignedNetwork network, int resamples = 100, int seed = 1)
    {
        ArgumentNullException.ThrowIfNull(network);
        ArgumentOutOfRangeException.ThrowIfNegative(resamples);
        var random = new Random(seed ^ 0x5EED);
        return Of(network, Enumerable.Range(0, resamples).Select(_ => (IReadOnlyList<SignedEdge>)[.. network.Edges.Where(_ => random.NextDouble() < KeptInResample)]), seed);
    }

    /// <summary>Finds blocs, and how stable they are over networks of the same nodes that could have been seen instead.</summary>
    /// <param name="network">The network.</param>
    /// <param name="resamples">Ties of each.</param>
    /// <param name="seed">Seed of the orders.</param>
    public static BlocDivision Of(SignedNetwork network, IEnumerable<IReadOnlyList<SignedEdge>> resamples, int seed = 1)
    {
        ArgumentNullException.ThrowIfNull(network);
        ArgumentNullException.ThrowIfNull(resamples);
        var random = new Random(seed);
        int n = network.Names.Count, count = 0;
        int[] best = BySize(Best(n, network.Edges, Starts, random));
        double[] stability = new double[n];
        foreach (IReadOnlyList<SignedEdge> ties in resamples)
        {
            int[] again = Best(n, ties, StartsOfResample, random);
            for (int i = 0; i < n; i++) stability[i] += Together(best, again, i);
            count++;
        }
        return new BlocDivision(best, Modularity(n, network.Edges, best), [.. stability.Select(s => count == 0 ? 1 : s / count)]);
    }

    /// <summary>Q of a division; 0 without ties.</summary>
    internal static double Modularity(int nodes, IReadOnlyList<SignedEdge> edges, int[] bloc)
    {
        double mp = 0, mn = 0, q = 0;
        double[] kp = new double[bloc.Max() + 1], kn = new double[kp.Length];
        foreach (SignedEdge e in edges)
        {
            double[] of = e.Sign > 0 ? kp : kn;
            of[bloc[e.From]]++;
            of[bloc[e.To]]++;
            (mp, mn) = e.Sign > 0 ? (mp + 2, mn) : (mp, mn + 2);
            if (bloc[e.From] == bloc[e.To]) q += 2 * e.Sign;
        }
        if (mp + mn == 0) return 0;
        for (int b = 0; b < kp.Length; b++) q += (mn > 0 ? kn[b] * kn[b] / mn : 0) - (mp > 0 ? kp[b] * kp[b] / mp : 0);
        return q / (mp + mn);
    }

    /// <summary>The best of several climbs.</summary>
    internal static int[] Best(int nodes, IReadOnlyList<SignedEdge> edges, int starts, Random random)
    {
        var climb = new BlocClimb(nodes, edges);
        (double q, int[] best) = (double.NegativeInfinity, []);
        for (int start = 0; start < starts; start++)
        {
            int[] bloc = climb.Cold(random);
            if (nodes > 0 && Modularity(nodes, edges, bloc) is double found && found > q + 1e-12) (q, best) = (found, bloc);
        }
        return best;
    }

    /// <summary>Labels from 0, the largest bloc first; of equal ones that of the node named first.</summary>
    internal static int[] BySize(int[] bloc)
    {
        var number = bloc.Index().GroupBy(b => b.Item).OrderByDescending(g => g.Count()).ThenBy(g => g.First().Index).Select((g, i) => (g.Key, i)).ToDictionary(x => x.Key, x => x.i);
        return [.. bloc.Select(b => number[b])];
    }

    private static double Together(int[] best, int[] again, int node)
    {
        int with = 0, still = 0;
        for (int j = 0; j < best.Length; j++)
        {
            if (j == node || best[j] != best[node]) continue;
            with++;
            if (again[j] == again[node]) still++;
        }
        return with == 0 ? 1 : still / (double)with;
    }
}
