namespace Entente.Language.Parsing;

/// <summary>The best tree under scores of single arcs: greedy when that is a tree, else Chu-Liu and Edmonds' maximum spanning arborescence.</summary>
/// <remarks>Always one root and no cycle. Ties go to the lower index. Time is linear in the number of arcs for nearly every sentence, cubic at worst.</remarks>
internal static class TreeDecoder
{
    /// <summary>Fills in the head of each word.</summary>
    /// <param name="scores">Words × (words + 1): score of word d having head h at <c>d·(words + 1) + h</c>, where h = 0 is the root and h = i + 1 is word i.</param>
    /// <param name="heads">Receives the index of each word's head; -1 for the root.</param>
    public static void Decode(ReadOnlySpan<float> scores, Span<int> heads)
    {
        int words = heads.Length, width = words + 1;
        if (words == 0) return;
        int roots = 0;
        for (int d = 0; d < words; d++)
        {
            heads[d] = Best(scores.Slice(d * width, width), d);
            if (heads[d] == -1) roots++;
        }
        if (roots == 1 && IsAcyclic(heads)) return;
        // One root: the best word to stand alone under the root, by the loss each would cost.
        int root = 0;
        double best = double.NegativeInfinity;
        for (int d = 0; d < words; d++)
        {
            ReadOnlySpan<float> row = scores.Slice(d * width, width);
            float other = float.NegativeInfinity;
            for (int h = 1; h < width; h++)
                if (h != d + 1 && row[h] > other) other = row[h];
            double gain = words == 1 ? 0 : (double)row[0] - other;
            if (gain > best) (best, root) = (gain, d);
        }
        Arborescence(scores, root, heads);
    }

    /// <summary>Whether following heads from every word ends at a root.</summary>
    public static bool IsAcyclic(ReadOnlySpan<int> heads)
    {
        Span<int> seen = heads.Length <= 512 ? stackalloc int[heads.Length] : new int[heads.Length];
        seen.Clear();
        for (int start = 0; start < heads.Length; start++)
        {
            int at = start;
            while (at >= 0 && seen[at] == 0)
            {
                seen[at] = start + 1;
                at = heads[at];
            }
            if (at >= 0 && seen[at] == start + 1) return false;
        }
        return true;
    }

    private static int Best(ReadOnlySpan<float> row, int self)
    {
        int best = 0;
        for (int h = 1; h < row.Length; h++)
            if (h != self + 1 && row[h] > row[best]) best = h;
        return best - 1;
    }

    // Chu-Liu/Edmonds by contraction on a dense matrix, with the root's only dependent fixed.
    private static void Arborescence(ReadOnlySpan<float> scores, int root, Span<int> heads)
    {
        int n = heads.Length, width = n + 1;
        var weight = new float[n * n];
        var origin = new int[n * n]; // the original arc (dependent·n + head) that a contracted arc stands for
        for (int d = 0; d < n; d++)
            for (int h = 0; h < n; h++)
            {
                weight[d * n + h] = h == d ? float.NegativeInfinity : Finite(scores[d * width + h + 1]);
                origin[d * n + h] = d * n + h;
            }
        var alive = Enumerable.Repeat(true, n).ToArray();
        var contractions = new Stack<(int Node, int[] Cycle, int[] Arcs)>();
        var chosen = new int[n]; // head node of each live node
        while (FindCycle(weight, n, alive, root, chosen) is { } cycle)
        {
            int node = cycle[0];
            var arcs = cycle.Select(v => origin[v * n + chosen[v]]).ToArray();
            var inCycle = new bool[n];
            foreach (int v in cycle) inCycle[v] = true;
            for (int u = 0; u < n; u++)
            {
                if (!alive[u] || inCycle[u]) continue;
                int into = node, outOf = node;
                float bestInto = float.NegativeInfinity, bestOut = float.NegativeInfinity;
                foreach (int v in cycle)
                {
                    float replaced = weight[v * n + u] - weight[v * n + chosen[v]];
                    if (replaced > bestInto) (bestInto, into) = (replaced, v);
                    if (weight[u * n + v] > bestOut) (bestOut, outOf) = (weight[u * n + v], v);
                }
                (float w, int o) = (bestInto, origin[into * n + u]);
                (float w2, int o2) = (bestOut, origin[u * n + outOf]);
                (weight[node * n + u], origin[node * n + u]) = (w, o);
                (weight[u * n + node], origin[u * n + node]) = (w2, o2);
            }
            foreach (int v in cycle)
                if (v != node) alive[v] = false;
            contractions.Push((node, cycle, arcs));
        }
        var arcOf = new int[n]; // original arc entering each live node, then each word
        Array.Fill(arcOf, -1);
        for (int v = 0; v < n; v++)
            if (alive[v] && v != root) arcOf[v] = origin[v * n + chosen[v]];
        while (contractions.TryPop(out (int Node, int[] Cycle, int[] Arcs) c))
        {
            int entering = arcOf[c.Node];
            for (int i = 0; i < c.Cycle.Length; i++) arcOf[c.Cycle[i]] = c.Arcs[i];
            int broken = Entered(c.Cycle, entering / n, contractions);
            arcOf[broken] = entering;
        }
        for (int d = 0; d < n; d++) heads[d] = d == root ? -1 : arcOf[d] % n;
    }

    // The member of the cycle that holds the word, looking through earlier contractions.
    private static int Entered(int[] cycle, int word, Stack<(int Node, int[] Cycle, int[] Arcs)> earlier)
    {
        int at = word;
        foreach ((int node, int[] members, _) in earlier.Reverse())
            if (Array.IndexOf(members, at) >= 0) at = node;
        return Array.IndexOf(cycle, at) >= 0 ? at : cycle[0];
    }

    private static int[]? FindCycle(float[] weight, int n, bool[] alive, int root, int[] chosen)
    {
        for (int d = 0; d < n; d++)
        {
            if (!alive[d] || d == root) continue;
            int best = -1;
            for (int h = 0; h < n; h++)
                if (alive[h] && h != d && (best < 0 || weight[d * n + h] > weight[d * n + best])) best = h;
            chosen[d] = best;
        }
        var seen = new int[n];
        for (int start = 0; start < n; start++)
        {
            if (!alive[start] || start == root) continue;
            int at = start;
            while (at != root && seen[at] == 0)
            {
                seen[at] = start + 1;
                at = chosen[at];
            }
            if (at == root || seen[at] != start + 1) continue;
            var cycle = new List<int>();
            int v = at;
            do
            {
                cycle.Add(v);
                v = chosen[v];
            }
            while (v != at);
            return [.. cycle];
        }
        return null;
    }

    private static float Finite(float score) => float.IsFinite(score) ? score : -1e9f;
}
