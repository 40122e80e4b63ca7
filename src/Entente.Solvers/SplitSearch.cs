using Entente.Order;

namespace Entente.Solvers;

/// <summary>Splits of a network: grown along the ties least likely frustrated, improved by single moves; remembers the best.</summary>
internal sealed class SplitSearch
{
    private const int Attempts = 5;

    private readonly SignedNetwork _network;
    private readonly int[] _roots;
    private readonly Random _random = new(1);

    public SplitSearch(SignedNetwork network)
    {
        _network = network;
        _roots = [.. Enumerable.Range(0, network.Names.Count).OrderByDescending(i => network.Neighbours[i].Count).ThenBy(i => i)];
        Best = new int[network.Names.Count];
    }

    /// <summary>The best split: +1 or −1; the node with most ties of each connected part is +1.</summary>
    public int[] Best { get; private set; }

    /// <summary>Its frustrated ties.</summary>
    public int Frustrated { get; private set; } = int.MaxValue;

    /// <summary>Rounds a solution of the relaxation several ways.</summary>
    public void Round(double[] weight)
    {
        for (int i = 0; i < Attempts; i++) Offer(Grow(weight));
    }

    /// <summary>A split along a spanning forest of small weights, ties broken at random by a fixed seed.</summary>
    public int[] Grow(double[] weight)
    {
        int[] sides = new int[_network.Names.Count];
        var queue = new PriorityQueue<(int Node, int Side), double>();
        foreach (int root in _random.GetItems(_roots, 1).Concat(_roots))
        {
            if (sides[root] != 0) continue;
            queue.Enqueue((root, 1), 0);
            while (queue.TryDequeue(out (int Node, int Side) at, out _))
            {
                if (sides[at.Node] != 0) continue;
                sides[at.Node] = at.Side;
                foreach ((int to, int edge) in _network.Neighbours[at.Node])
                    if (sides[to] == 0) queue.Enqueue((to, at.Side * _network.Edges[edge].Sign), weight[edge] + (1e-3 * _random.NextDouble()));
            }
        }
        return sides;
    }

    /// <summary>Improves a split by moves that lower the number of frustrated ties, and keeps it when it is the best.</summary>
    public void Offer(int[] sides)
    {
        int[] gain = new int[sides.Length];
        int frustrated = 0;
        foreach (SignedEdge e in _network.Edges)
        {
            int change = sides[e.From] * sides[e.To] * e.Sign < 0 ? 1 : -1;
            gain[e.From] += change;
            gain[e.To] += change;
            if (change > 0) frustrated++;
        }
        while (true)
        {
            int best = -1;
            for (int i = 0; i < gain.Length; i++)
                if (gain[i] > 0 && (best < 0 || gain[i] > gain[best])) best = i;
            if (best < 0) break;
            frustrated -= gain[best];
            sides[best] = -sides[best];
            gain[best] = -gain[best];
            foreach ((int to, int edge) in _network.Neighbours[best])
                gain[to] += sides[best] * sides[to] * _network.Edges[edge].Sign < 0 ? 2 : -2;
        }
        if (frustrated >= Frustrated) return;
        (Best, Frustrated) = (Normalise(sides), frustrated);
    }

    private int[] Normalise(int[] sides)
    {
        int[] normal = new int[sides.Length];
        var stack = new Stack<int>();
        foreach (int root in _roots)
        {
            if (normal[root] != 0) continue;
            int turn = sides[root];
            normal[root] = 1;
            stack.Push(root);
            while (stack.TryPop(out int node))
                foreach ((int to, _) in _network.Neighbours[node])
                {
                    if (normal[to] != 0) continue;
                    normal[to] = sides[to] * turn;
                    stack.Push(to);
                }
        }
        return normal;
    }
}
