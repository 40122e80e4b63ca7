namespace Entente.Order;

/// <summary>How balanced a signed network is, beside its frustration.</summary>
public static class BalanceIndices
{
    /// <summary>Nodes at most for the walk index, which takes cubic time.</summary>
    public const int MostNodes = 1000;

    /// <summary>Triangle index (1 + tr A³ / tr |A|³) / 2: the share of triangles with an even number of negative ties; null when there is no triangle.</summary>
    public static double? Triangles(SignedNetwork network)
    {
        ArgumentNullException.ThrowIfNull(network);
        long balanced = 0, all = 0;
        int[] edgeTo = new int[network.Names.Count];
        Array.Fill(edgeTo, -1);
        foreach (SignedEdge e in network.Edges)
        {
            foreach ((int node, int edge) in network.Neighbours[e.From]) edgeTo[node] = edge;
            foreach ((int node, int edge) in network.Neighbours[e.To])
            {
                // Each triangle once: seen from the tie whose third node is the last.
                if (edgeTo[node] < 0 || node <= e.From || node <= e.To) continue;
                all++;
                if (e.Sign * network.Edges[edge].Sign * network.Edges[edgeTo[node]].Sign > 0) balanced++;
            }
            foreach ((int node, _) in network.Neighbours[e.From]) edgeTo[node] = -1;
        }
        return all == 0 ? null : balanced / (double)all;
    }

    /// <summary>Walk index tr e^A / tr e^|A| (Estrada and Benzi 2014); null for no nodes or more than <see cref="MostNodes"/>.</summary>
    public static double? Walks(SignedNetwork network)
    {
        ArgumentNullException.ThrowIfNull(network);
        if (network.Names.Count is 0 or > MostNodes) return null;
        double degree = network.Neighbours.Max(n => n.Count);
        return ExponentialTrace(network, true, degree) / ExponentialTrace(network, false, degree);
    }

    /// <summary>Whether the nodes fall into clusters with positive ties within and negative ones between (Davis 1967): no negative tie joins nodes that positive ties connect.</summary>
    /// <returns>The ties in the way; none when it is clusterable.</returns>
    public static IReadOnlyList<SignedEdge> AgainstClusters(SignedNetwork network)
    {
        ArgumentNullException.ThrowIfNull(network);
        int[] cluster = new int[network.Names.Count];
        var stack = new Stack<int>();
        for (int i = 0, next = 0; i < cluster.Length; i++)
        {
            if (cluster[i] != 0) continue;
            cluster[i] = ++next;
            stack.Push(i);
            while (stack.TryPop(out int node))
                foreach ((int to, int edge) in network.Neighbours[node])
                {
                    if (network.Edges[edge].Sign < 0 || cluster[to] != 0) continue;
                    cluster[to] = next;
                    stack.Push(to);
                }
        }
        return [.. network.Edges.Where(e => e.Sign < 0 && cluster[e.From] == cluster[e.To])];
    }

    // tr e^(A − cI), by scaling and squaring; the shift c keeps it within range and cancels in the ratio. tr e^A = ‖e^(A/2)‖², as A is symmetric.
    private static double ExponentialTrace(SignedNetwork network, bool signed, double shift)
    {
        int n = network.Names.Count;
        int squarings = 1 + Math.Max(0, (int)Math.Ceiling(Math.Log2(Math.Max(1, shift))));
        double scale = Math.Pow(2, -squarings);
        double[] power = Identity(n), sum = Identity(n), next = new double[n * n];
        for (int k = 1; k <= 16; k++)
        {
            Array.Clear(next);
            foreach (SignedEdge e in network.Edges)
            {
                double a = (signed ? e.Sign : 1) * scale / k;
                AddRow(next, e.From, power, e.To, a, n);
                AddRow(next, e.To, power, e.From, a, n);
            }
            (power, next) = (next, power);
            for (int i = 0; i < sum.Length; i++) sum[i] += power[i];
        }
        double factor = Math.Exp(-shift * scale);
        for (int i = 0; i < sum.Length; i++) sum[i] *= factor;
        for (int s = 1; s < squarings; s++) sum = Square(sum, n);
        double trace = 0;
        foreach (double x in sum) trace += x * x;
        return trace;
    }

    private static double[] Square(double[] a, int n)
    {
        double[] square = new double[n * n];
        for (int i = 0; i < n; i++)
            for (int k = 0; k < n; k++) AddRow(square, i, a, k, a[(i * n) + k], n);
        return square;
    }

    private static void AddRow(double[] to, int row, double[] from, int other, double factor, int n)
    {
        if (factor == 0) return;
        Span<double> target = to.AsSpan(row * n, n);
        ReadOnlySpan<double> source = from.AsSpan(other * n, n);
        for (int j = 0; j < source.Length; j++) target[j] += factor * source[j];
    }

    private static double[] Identity(int n)
    {
        double[] identity = new double[n * n];
        for (int i = 0; i < n; i++) identity[(i * n) + i] = 1;
        return identity;
    }
}
