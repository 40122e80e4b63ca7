namespace Entente.Order;

/// <summary>
/// Raises signed modularity: single nodes move, whole blocs merge, and blocs come apart where their parts do better (the refinement of Traag, Waltman and van Eck 2019), until nothing
/// does. Labels of blocs that stay are kept, so that a division can be followed from one network to the next. Not safe for several threads.
/// </summary>
/// <remarks>Labels run from 0 to twice the nodes; new blocs take labels from the number of nodes on.</remarks>
internal sealed class BlocClimb
{
    private const double Least = 1e-12;

    private readonly int _nodes;
    private readonly int[] _start, _to, _size;
    private readonly double[] _weight, _positive, _negative;
    private readonly double _mp, _mn;

    public BlocClimb(int nodes, IReadOnlyList<SignedEdge> edges)
    {
        (_nodes, _positive, _negative, _size) = (nodes, new double[nodes], new double[nodes], new int[nodes]);
        Array.Fill(_size, 1);
        var ties = new List<(int From, int To, double Weight)>(edges.Count);
        foreach (SignedEdge e in edges)
        {
            double[] of = e.Sign > 0 ? _positive : _negative;
            of[e.From]++;
            of[e.To]++;
            ties.Add((e.From, e.To, e.Sign));
        }
        (_mp, _mn) = (Math.Max(_positive.Sum(), 1e-300), Math.Max(_negative.Sum(), 1e-300));
        (_start, _to, _weight) = Rows(nodes, ties);
    }

    // A network whose nodes are groups of another's; degrees and totals are those of the whole.
    private BlocClimb(BlocClimb whole, int[] group, int groups, ReadOnlySpan<int> members)
    {
        (_nodes, _positive, _negative, _size, _mp, _mn) = (groups, new double[groups], new double[groups], new int[groups], whole._mp, whole._mn);
        var between = new Dictionary<(int, int), double>();
        foreach (int i in members)
        {
            int g = group[i];
            _positive[g] += whole._positive[i];
            _negative[g] += whole._negative[i];
            _size[g] += whole._size[i];
            for (int k = whole._start[i]; k < whole._start[i + 1]; k++)
            {
                int h = group[whole._to[k]];
                if (whole._to[k] > i && h >= 0 && h != g) between[(Math.Min(g, h), Math.Max(g, h))] = between.GetValueOrDefault((Math.Min(g, h), Math.Max(g, h))) + whole._weight[k];
            }
        }
        (_start, _to, _weight) = Rows(groups, [.. between.OrderBy(b => b.Key).Select(b => (b.Key.Item1, b.Key.Item2, b.Value))]);
    }

    /// <summary>Climbs from every node by itself, in an order drawn.</summary>
    public int[] Cold(Random random)
    {
        int[] labels = [.. Enumerable.Range(0, _nodes)], order = [.. labels];
        random.Shuffle(order);
        Climb(labels, order);
        return labels;
    }

    /// <summary>Climbs from given labels, which must lie below the number of nodes; nodes with most ties first.</summary>
    public int[] Warm(IReadOnlyList<int> from)
    {
        int[] labels = [.. from], order = [.. Enumerable.Range(0, _nodes).OrderByDescending(i => _start[i + 1] - _start[i]).ThenBy(i => i)];
        Climb(labels, order);
        return labels;
    }

    private void Climb(int[] labels, int[] order)
    {
        bool moved = true;
        while (moved)
        {
            moved = MoveNodes(labels, order);
            moved |= MergeBlocs(labels);
            moved |= Split(labels);
        }
    }

    private bool MoveNodes(int[] labels, int[] order)
    {
        double[] kp = new double[2 * _nodes], kn = new double[2 * _nodes], ties = new double[2 * _nodes];
        int[] members = new int[2 * _nodes];
        var near = new List<int>();
        for (int i = 0; i < _nodes; i++)
        {
            kp[labels[i]] += _positive[i];
            kn[labels[i]] += _negative[i];
            members[labels[i]]++;
        }
        bool any = false;
        for (bool moved = true; moved;)
        {
            moved = false;
            foreach (int i in order)
            {
                if (_start[i] == _start[i + 1]) continue;
                int from = labels[i], to = from;
                kp[from] -= _positive[i];
                kn[from] -= _negative[i];
                near.Clear();
                for (int k = _start[i]; k < _start[i + 1]; k++)
                {
                    int g = labels[_to[k]];
                    if (ties[g] == 0 && !near.Contains(g)) near.Add(g);
                    ties[g] += _weight[k];
                }
                double stay = Gain(from), best = stay;
                foreach (int g in near)
                    if (g != from && Gain(g) > best + Least) (best, to) = (Gain(g), g);
                double Gain(int g) => ties[g] - (_positive[i] * kp[g] / _mp) + (_negative[i] * kn[g] / _mn);
                // Alone is always possible, and gains nothing.
                if (best < -Least && members[from] > 1) to = Free(members);
                foreach (int g in near) ties[g] = 0;
                kp[to] += _positive[i];
                kn[to] += _negative[i];
                if (to == from) continue;
                members[from]--;
                members[to]++;
                labels[i] = to;
                moved = any = true;
            }
        }
        return any;
    }

    private bool MergeBlocs(int[] labels)
    {
        int[] found = [.. labels.Distinct().Order()];
        if (found.Length == _nodes || found.Length == 1) return false;
        int[] at = new int[2 * _nodes], group = new int[_nodes], all = [.. Enumerable.Range(0, _nodes)];
        for (int g = 0; g < found.Length; g++) at[found[g]] = g;
        for (int i = 0; i < _nodes; i++) group[i] = at[labels[i]];
        var blocs = new BlocClimb(this, group, found.Length, all);
        int[] merged = [.. Enumerable.Range(0, found.Length)];
        bool moved = blocs.MoveNodes(merged, [.. merged]);
        moved |= blocs.MergeBlocs(merged);
        if (!moved) return false;
        // The largest of those merged gives its label.
        int[] keeper = new int[2 * found.Length];
        Array.Fill(keeper, -1);
        for (int g = 0; g < found.Length; g++)
            if (keeper[merged[g]] < 0 || blocs._size[g] > blocs._size[keeper[merged[g]]]) keeper[merged[g]] = g;
        for (int i = 0; i < _nodes; i++) labels[i] = found[keeper[merged[group[i]]]];
        return true;
    }

    private bool Split(int[] labels)
    {
        bool any = false;
        int[] counts = new int[2 * _nodes];
        foreach (int label in labels) counts[label]++;
        foreach (var bloc in Enumerable.Range(0, _nodes).GroupBy(i => labels[i]).ToList())
        {
            int[] members = [.. bloc];
            if (members.Length < 3) continue;
            int[] inner = new int[_nodes];
            Array.Fill(inner, -1);
            for (int k = 0; k < members.Length; k++) inner[members[k]] = k;
            var part = new BlocClimb(this, inner, members.Length, members);
            int[] parts = [.. Enumerable.Range(0, members.Length)];
            part.MoveNodes(parts, [.. parts]);
            part.MergeBlocs(parts);
            if (parts.Distinct().Count() == 1 || part.Quality(parts) <= part.Quality(new int[members.Length]) + 1e-9) continue;
            bool first = true;
            foreach (var piece in parts.Index().GroupBy(p => p.Item).OrderByDescending(g => g.Count()).ThenBy(g => g.Key))
            {
                int label = first ? bloc.Key : Free(counts);
                first = false;
                foreach ((int k, _) in piece)
                {
                    counts[labels[members[k]]]--;
                    counts[label]++;
                    labels[members[k]] = label;
                }
            }
            any = true;
        }
        return any;
    }

    // Q of a division but for constants, times (mp + mn).
    private double Quality(int[] labels)
    {
        double[] kp = new double[2 * _nodes], kn = new double[2 * _nodes];
        double q = 0;
        for (int i = 0; i < _nodes; i++)
        {
            kp[labels[i]] += _positive[i];
            kn[labels[i]] += _negative[i];
            for (int k = _start[i]; k < _start[i + 1]; k++)
                if (labels[_to[k]] == labels[i]) q += _weight[k];
        }
        for (int g = 0; g < kp.Length; g++) q += (kn[g] * kn[g] / _mn) - (kp[g] * kp[g] / _mp);
        return q;
    }

    private int Free(int[] members)
    {
        for (int label = _nodes; label < members.Length; label++)
            if (members[label] == 0) return label;
        throw new InvalidOperationException("There are never more blocs than nodes.");
    }

    private static (int[] Start, int[] To, double[] Weight) Rows(int nodes, List<(int From, int To, double Weight)> ties)
    {
        int[] start = new int[nodes + 1];
        foreach ((int from, int to, _) in ties)
        {
            start[from + 1]++;
            start[to + 1]++;
        }
        for (int i = 0; i < nodes; i++) start[i + 1] += start[i];
        int[] next = start[..nodes], target = new int[2 * ties.Count];
        double[] weight = new double[2 * ties.Count];
        foreach ((int from, int to, double w) in ties)
        {
            (target[next[from]], weight[next[from]++]) = (to, w);
            (target[next[to]], weight[next[to]++]) = (from, w);
        }
        return (start, target, weight);
    }
}
