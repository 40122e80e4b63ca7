namespace Entente.Order;

/// <summary>Where a state stands in the network of its year.</summary>
/// <param name="Positive">Positive ties.</param>
/// <param name="Negative">Negative ties. The signed degree is <paramref name="Positive"/> − <paramref name="Negative"/>.</param>
/// <param name="Betweenness">Share of the shortest paths of positive ties between two others that lead through it (Freeman 1977; Brandes 2001), of all pairs of others; 0 to 1.</param>
/// <param name="Constraint">Burt's constraint over positive ties (Burt 1992), low where its friends are no friends of one another; null without a positive tie.</param>
/// <param name="Brokerage">What it brokers between states that share no positive tie.</param>
public sealed record Standing(int Positive, int Negative, double Betweenness, double? Constraint, Brokerage Brokerage)
{
    /// <summary>The standing of every node.</summary>
    /// <param name="network">The network.</param>
    /// <param name="bloc">Bloc of each node, for the roles of brokerage.</param>
    public static IReadOnlyList<Standing> Of(SignedNetwork network, IReadOnlyList<int> bloc)
    {
        ArgumentNullException.ThrowIfNull(network);
        ArgumentNullException.ThrowIfNull(bloc);
        int n = network.Names.Count;
        int[][] friends = [.. Enumerable.Range(0, n).Select(i => network.Neighbours[i].Where(t => network.Edges[t.Edge].Sign > 0).Select(t => t.Node).Order().ToArray())];
        bool[,] tied = new bool[n, n];
        for (int i = 0; i < n; i++)
            foreach (int j in friends[i]) tied[i, j] = true;
        double[] between = Betweennesses(friends);
        return [.. Enumerable.Range(0, n).Select(i => new Standing(friends[i].Length, network.Neighbours[i].Count - friends[i].Length, between[i], ConstraintOf(i, friends, tied), BrokerageOf(i, friends[i], tied, bloc)))];
    }

    private static double[] Betweennesses(int[][] friends)
    {
        int n = friends.Length;
        double[] between = new double[n], paths = new double[n], depend = new double[n];
        int[] distance = new int[n], order = new int[n];
        for (int source = 0; source < n; source++)
        {
            Array.Fill(distance, -1);
            Array.Clear(paths);
            Array.Clear(depend);
            (distance[source], paths[source], order[0]) = (0, 1, source);
            int found = 1;
            for (int at = 0; at < found; at++)
                foreach (int to in friends[order[at]])
                {
                    if (distance[to] < 0)
                    {
                        distance[to] = distance[order[at]] + 1;
                        order[found++] = to;
                    }
                    if (distance[to] == distance[order[at]] + 1) paths[to] += paths[order[at]];
                }
            for (int at = found - 1; at > 0; at--)
            {
                int node = order[at];
                foreach (int before in friends[node])
                    if (distance[before] == distance[node] - 1) depend[before] += paths[before] / paths[node] * (1 + depend[node]);
                between[node] += depend[node];
            }
        }
        // Each pair was seen from both ends.
        double pairs = (n - 1.0) * (n - 2);
        return [.. between.Select(b => pairs > 0 ? b / pairs : 0)];
    }

    private static double? ConstraintOf(int node, int[][] friends, bool[,] tied)
    {
        if (friends[node].Length == 0) return null;
        double sum = 0, own = 1.0 / friends[node].Length;
        foreach (int j in friends[node])
        {
            double invested = own;
            foreach (int q in friends[node])
                if (q != j && tied[q, j]) invested += own / friends[q].Length;
            sum += invested * invested;
        }
        return sum;
    }

    private static Brokerage BrokerageOf(int node, int[] friends, bool[,] tied, IReadOnlyList<int> bloc)
    {
        int coordinator = 0, consultant = 0, gatekeeper = 0, liaison = 0;
        for (int a = 0; a < friends.Length; a++)
            for (int c = a + 1; c < friends.Length; c++)
            {
                int x = friends[a], y = friends[c];
                if (tied[x, y]) continue;
                if (bloc[x] == bloc[y])
                {
                    if (bloc[x] == bloc[node]) coordinator++;
                    else consultant++;
                }
                else if (bloc[x] == bloc[node] || bloc[y] == bloc[node]) gatekeeper++;
                else liaison++;
            }
        return new Brokerage(coordinator, consultant, gatekeeper, liaison);
    }
}

/// <summary>
/// Pairs of states without a positive tie of their own that a state joins, by the blocs of the three (Gould and Fernandez 1989), without direction: a gatekeeper of one pair is the
/// representative of it seen from the other end.
/// </summary>
/// <param name="Coordinator">All three are of one bloc.</param>
/// <param name="Consultant">The pair is of one bloc, the broker of another (itinerant).</param>
/// <param name="Gatekeeper">One of the pair is of the broker's bloc, the other not.</param>
/// <param name="Liaison">All three are of different blocs.</param>
public readonly record struct Brokerage(int Coordinator, int Consultant, int Gatekeeper, int Liaison)
{
    /// <summary>All pairs that it joins across blocs.</summary>
    public int Across => Consultant + Gatekeeper + Liaison;
}
