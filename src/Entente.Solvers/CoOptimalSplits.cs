using Entente.Order;

namespace Entente.Solvers;

/// <summary>
/// All splits as good as an optimal one. Ties known to be frustrated in all of them or in none bind their ends together; the bundles that open ties then
/// join are searched part by part, as what one part chooses does not touch another.
/// </summary>
/// <param name="Splits">Splits, the given one first.</param>
/// <param name="Count">How many there are, or were found.</param>
/// <param name="IsComplete">Whether the search ended by itself.</param>
internal sealed record CoOptimalSplits(IReadOnlyList<int[]> Splits, long Count, bool IsComplete)
{
    private const int MostSteps = 2_000_000;
    private const int MostPerPart = 10_000;

    public static CoOptimalSplits Of(SignedNetwork network, int[] optimal, bool?[]? frustrated, int most)
    {
        int n = optimal.Length;
        // Turned against the optimal split: 0 where a node stays, 1 where it turns. Bundles turn as one.
        int[] bundle = Bundles(network, frustrated);
        var parts = Parts(network, frustrated, bundle);
        var choices = new List<List<int[]>>();
        bool complete = true;
        long count = 1;
        int steps = MostSteps;
        foreach (List<int> part in parts)
        {
            List<int[]> turns = Turns(network, optimal, bundle, part, ref steps, out bool whole);
            complete &= whole;
            count = turns.Count > 0 && count > long.MaxValue / turns.Count ? long.MaxValue : count * turns.Count;
            if (turns.Count > 1) choices.Add(turns);
        }
        var splits = new List<int[]>();
        foreach (HashSet<int> turned in Combine(choices).Take(Math.Max(1, most)))
            splits.Add([.. Enumerable.Range(0, n).Select(i => turned.Contains(bundle[i]) ? -optimal[i] : optimal[i])]);
        return new CoOptimalSplits(splits, count, complete);
    }

    private static int[] Bundles(SignedNetwork network, bool?[]? frustrated)
    {
        int[] parent = [.. Enumerable.Range(0, network.Names.Count)];
        if (frustrated is not null)
            for (int e = 0; e < network.Edges.Count; e++)
                if (frustrated[e] is not null) parent[Root(parent, network.Edges[e].From)] = Root(parent, network.Edges[e].To);
        return [.. parent.Select((_, i) => Root(parent, i))];
    }

    private static int Root(int[] parent, int node)
    {
        while (parent[node] != node) node = parent[node] = parent[parent[node]];
        return node;
    }

    // Bundles joined by open ties, each part in an order in which every bundle but the first has a neighbour before it. The first stays: turning all turns none.
    private static List<List<int>> Parts(SignedNetwork network, bool?[]? frustrated, int[] bundle)
    {
        var members = bundle.Index().GroupBy(b => b.Item).ToDictionary(g => g.Key, g => g.Select(b => b.Index).ToList());
        var parts = new List<List<int>>();
        var seen = new HashSet<int>();
        foreach (int first in bundle.Distinct())
        {
            if (!seen.Add(first)) continue;
            var part = new List<int> { first };
            for (int i = 0; i < part.Count; i++)
                foreach (int node in members[part[i]])
                    foreach ((int to, int edge) in network.Neighbours[node])
                        if ((frustrated is null || frustrated[edge] is null) && seen.Add(bundle[to])) part.Add(bundle[to]);
            if (part.Count > 1) parts.Add(part);
        }
        return parts;
    }

    private static List<int[]> Turns(SignedNetwork network, int[] optimal, int[] bundle, List<int> part, ref int steps, out bool whole)
    {
        var at = part.Index().ToDictionary(p => p.Item, p => p.Index);
        // Ties between the part's bundles, to the later one: which earlier one, and whether the tie is frustrated when both stay.
        var back = new List<(int Earlier, bool Frustrated)>[part.Count];
        for (int i = 0; i < back.Length; i++) back[i] = [];
        int allowed = 0;
        foreach (SignedEdge e in network.Edges)
        {
            if (bundle[e.From] == bundle[e.To] || !at.TryGetValue(bundle[e.From], out int a) || !at.TryGetValue(bundle[e.To], out int b)) continue;
            bool isFrustrated = optimal[e.From] * optimal[e.To] * e.Sign < 0;
            if (isFrustrated) allowed++;
            back[Math.Max(a, b)].Add((Math.Min(a, b), isFrustrated));
        }
        var found = new List<int[]>();
        int[] turned = new int[part.Count];
        int left = steps;
        void Go(int i, int cost)
        {
            if (cost > allowed || left-- <= 0 || found.Count >= MostPerPart) return;
            if (i == part.Count)
            {
                found.Add([.. part.Where((_, k) => turned[k] == 1)]);
                return;
            }
            for (int turn = 0; turn <= 1; turn++)
            {
                turned[i] = turn;
                int more = 0;
                foreach ((int earlier, bool isFrustrated) in back[i])
                    if (isFrustrated == (turned[earlier] == turn)) more++;
                Go(i + 1, cost + more);
            }
        }
        Go(1, 0);
        steps = Math.Max(0, left);
        whole = left > 0 && found.Count < MostPerPart;
        // The optimal split itself is always one of them.
        if (found.Count == 0) found.Add([]);
        return found;
    }

    private static IEnumerable<HashSet<int>> Combine(List<List<int[]>> choices)
    {
        int[] index = new int[choices.Count];
        while (true)
        {
            var turned = new HashSet<int>();
            for (int i = 0; i < choices.Count; i++) turned.UnionWith(choices[i][index[i]]);
            yield return turned;
            int at = 0;
            while (at < index.Length && ++index[at] == choices[at].Count) index[at++] = 0;
            if (at == index.Length) yield break;
        }
    }
}
