using Entente.Order;

namespace Entente.Solvers;

/// <summary>Cycles with an odd number of negative ties, as sorted lists of ties, each once; first the unbalanced triangles.</summary>
internal sealed class NegativeCycles
{
    private const double Slack = 1e-5;

    private readonly SignedNetwork _network;
    private readonly List<int[]> _all = [];
    private readonly HashSet<string> _known = new(StringComparer.Ordinal);

    public NegativeCycles(SignedNetwork network)
    {
        _network = network;
        int[] edgeTo = new int[network.Names.Count];
        Array.Fill(edgeTo, -1);
        for (int e = 0; e < network.Edges.Count; e++)
        {
            SignedEdge edge = network.Edges[e];
            foreach ((int node, int other) in network.Neighbours[edge.From]) edgeTo[node] = other;
            foreach ((int node, int other) in network.Neighbours[edge.To])
                if (node > edge.From && node > edge.To && edgeTo[node] >= 0 && edge.Sign * network.Edges[other].Sign * network.Edges[edgeTo[node]].Sign < 0)
                    Add([e, other, edgeTo[node]]);
            foreach ((int node, _) in network.Neighbours[edge.From]) edgeTo[node] = -1;
        }
    }

    /// <summary>All cycles so far.</summary>
    public IReadOnlyList<int[]> All => _all;

    /// <summary>
    /// Adds cycles of weight below 1: for each node the lightest walk that comes back with the sign turned, in the network doubled by sign. Gives how many are new.
    /// </summary>
    public int AddViolated(double[] weight)
    {
        int before = _all.Count, n = _network.Names.Count;
        double[] distance = new double[2 * n];
        int[] by = new int[2 * n], from = new int[2 * n];
        var queue = new PriorityQueue<int, double>();
        for (int root = 0; root < n; root++)
        {
            Array.Fill(distance, double.PositiveInfinity);
            queue.Clear();
            int start = 2 * root, end = start + 1;
            distance[start] = 0;
            queue.Enqueue(start, 0);
            while (queue.TryDequeue(out int at, out double d) && at != end)
            {
                if (d > distance[at]) continue;
                foreach ((int node, int edge) in _network.Neighbours[at >> 1])
                {
                    // Cycles through an earlier node were found from there.
                    if (node < root) continue;
                    int to = (2 * node) + ((at & 1) ^ (_network.Edges[edge].Sign < 0 ? 1 : 0));
                    // A little per tie prefers short cycles among equally light ones.
                    double length = d + Math.Max(0, weight[edge]) + 1e-7;
                    if (length >= distance[to] || length >= 1 - Slack) continue;
                    (distance[to], by[to], from[to]) = (length, edge, at);
                    queue.Enqueue(to, length);
                }
            }
            if (double.IsInfinity(distance[end])) continue;
            var cycle = new HashSet<int>();
            for (int at = end; at != start; at = from[at])
                // A tie walked twice is none of the cycle.
                if (!cycle.Remove(by[at])) cycle.Add(by[at]);
            Add([.. cycle]);
        }
        return _all.Count - before;
    }

    private void Add(int[] cycle)
    {
        Array.Sort(cycle);
        if (_known.Add(string.Join(',', cycle))) _all.Add(cycle);
    }
}
