namespace Entente.Order;

/// <summary>A division of states into blocs.</summary>
/// <param name="Bloc">Bloc of each node, from 0 by size.</param>
/// <param name="Modularity">Q of the division.</param>
/// <param name="Stability">For each node the share of resamples in which it stays with those of its bloc, on average over them; 1 for a bloc of one.</param>
public sealed record BlocDivision(IReadOnlyList<int> Bloc, double Modularity, IReadOnlyList<double> Stability);

/// <summary>
/// Blocs by signed modularity (Gómez, Jensen and Arenas 2009; Traag and Bruggeman 2009): Q = (1/2(m⁺ + m⁻)) Σ_ij [A_ij − k⁺_i k⁺_j / 2m⁺ + k⁻_i k⁻_j / 2m⁻] δ(c_i, c_j),
/// raised by moving nodes and then whole blocs, from several orders drawn by the seed. A heuristic: the division is good, not proven best.
/// </summary>
public static class SignedBlocs
{
    private const int Starts = 10;
    private const double KeptInResample = 0.9;

    /// <summary>Finds blocs, and how stable they are when a tenth of the ties is left out.</summary>
    /// <param name="network">The network.</param>
    /// <param name="resamples">Resamples for the stability; 0 for none, stability then 1.</param>
    /// <param name="seed">Seed of orders and resamples.</param>
    public static BlocDivision Of(SignedNetwork network, int resamples = 100, int seed = 1)
    {
        ArgumentNullException.ThrowIfNull(network);
        ArgumentOutOfRangeException.ThrowIfNegative(resamples);
        var random = new Random(seed);
        int[] best = Best(network, network.Edges, random);
        double[] stability = new double[best.Length];
        for (int r = 0; r < resamples; r++)
        {
            SignedEdge[] kept = [.. network.Edges.Where(_ => random.NextDouble() < KeptInResample)];
            int[] again = Climb(network.Names.Count, kept, random);
            for (int i = 0; i < best.Length; i++) stability[i] += Together(best, again, i);
        }
        return new BlocDivision(best, Modularity(network.Names.Count, network.Edges, best), [.. stability.Select(s => resamples == 0 ? 1 : s / resamples)]);
    }

    /// <summary>Q of a division; 0 without ties.</summary>
    internal static double Modularity(int nodes, IReadOnlyList<SignedEdge> edges, int[] bloc)
    {
        (double[] positive, double[] negative) = Degrees(nodes, edges);
        double mp = positive.Sum(), mn = negative.Sum(), q = 0;
        if (mp + mn == 0) return 0;
        foreach (SignedEdge e in edges)
            if (bloc[e.From] == bloc[e.To]) q += 2 * e.Sign;
        foreach (IGrouping<int, int> b in Enumerable.Range(0, nodes).GroupBy(i => bloc[i]))
        {
            double kp = b.Sum(i => positive[i]), kn = b.Sum(i => negative[i]);
            q += (mn > 0 ? kn * kn / mn : 0) - (mp > 0 ? kp * kp / mp : 0);
        }
        return q / (mp + mn);
    }

    private static int[] Best(SignedNetwork network, IReadOnlyList<SignedEdge> edges, Random random)
    {
        (double q, int[] best) = (double.NegativeInfinity, []);
        for (int start = 0; start < Starts; start++)
        {
            int[] bloc = Climb(network.Names.Count, edges, random);
            if (Modularity(bloc.Length, edges, bloc) is double found && found > q + 1e-12) (q, best) = (found, bloc);
        }
        return best;
    }

    // Nodes move while that raises Q; then blocs become nodes, until nothing moves.
    private static int[] Climb(int nodes, IReadOnlyList<SignedEdge> edges, Random random)
    {
        (double[] positive, double[] negative) = Degrees(nodes, edges);
        double mp = Math.Max(positive.Sum(), 1e-300), mn = Math.Max(negative.Sum(), 1e-300);
        int[] bloc = [.. Enumerable.Range(0, nodes)];
        var weights = new Dictionary<int, double>[nodes];
        for (int i = 0; i < nodes; i++) weights[i] = [];
        foreach (SignedEdge e in edges) Add(weights, e.From, e.To, e.Sign);
        while (true)
        {
            int[] group = Move(weights, positive, negative, mp, mn, random, out bool moved);
            if (!moved) break;
            int[] number = Renumber(group);
            for (int i = 0; i < nodes; i++) bloc[i] = number[bloc[i]];
            int count = number.Max() + 1;
            var merged = new Dictionary<int, double>[count];
            (double[] p, double[] n) = (new double[count], new double[count]);
            for (int i = 0; i < count; i++) merged[i] = [];
            for (int i = 0; i < number.Length; i++)
            {
                p[number[i]] += positive[i];
                n[number[i]] += negative[i];
                foreach ((int j, double w) in weights[i])
                    if (i < j && number[i] != number[j]) Add(merged, number[i], number[j], w);
            }
            (weights, positive, negative) = (merged, p, n);
        }
        int[] size = [.. bloc.GroupBy(b => b).OrderByDescending(g => g.Count()).ThenBy(g => Array.IndexOf(bloc, g.Key)).Select(g => g.Key)];
        return [.. bloc.Select(b => Array.IndexOf(size, b))];
    }

    private static int[] Move(Dictionary<int, double>[] weights, double[] positive, double[] negative, double mp, double mn, Random random, out bool any)
    {
        int n = weights.Length;
        int[] group = [.. Enumerable.Range(0, n)], order = [.. Enumerable.Range(0, n)];
        double[] kp = [.. positive], kn = [.. negative];
        random.Shuffle(order);
        any = false;
        for (bool moved = true; moved;)
        {
            moved = false;
            foreach (int i in order)
            {
                int from = group[i], to = from;
                kp[from] -= positive[i];
                kn[from] -= negative[i];
                var ties = new SortedDictionary<int, double> { [from] = 0 };
                foreach ((int j, double w) in weights[i]) ties[group[j]] = ties.GetValueOrDefault(group[j]) + w;
                double best = Gain(from);
                foreach (int g in ties.Keys)
                    if (Gain(g) > best + 1e-12) (best, to) = (Gain(g), g);
                double Gain(int g) => ties[g] - (positive[i] * kp[g] / mp) + (negative[i] * kn[g] / mn);
                kp[to] += positive[i];
                kn[to] += negative[i];
                if (to == from) continue;
                group[i] = to;
                moved = any = true;
            }
        }
        return group;
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

    private static int[] Renumber(int[] group)
    {
        var number = new Dictionary<int, int>();
        foreach (int g in group) number.TryAdd(g, number.Count);
        return [.. group.Select(g => number[g])];
    }

    private static void Add(Dictionary<int, double>[] weights, int i, int j, double w)
    {
        weights[i][j] = weights[i].GetValueOrDefault(j) + w;
        weights[j][i] = weights[j].GetValueOrDefault(i) + w;
    }

    private static (double[] Positive, double[] Negative) Degrees(int nodes, IReadOnlyList<SignedEdge> edges)
    {
        double[] positive = new double[nodes], negative = new double[nodes];
        foreach (SignedEdge e in edges)
        {
            double[] of = e.Sign > 0 ? positive : negative;
            of[e.From]++;
            of[e.To]++;
        }
        return (positive, negative);
    }
}
