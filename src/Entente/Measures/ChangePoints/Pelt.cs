namespace Entente.Measures.ChangePoints;

/// <summary>PELT as R's changepoint runs it: minimum length 1, F(0) = −penalty, and a candidate s dropped when F(s) + C(s, t) + penalty &gt; F(t) + penalty.</summary>
internal static class Pelt
{
    public static int[] Find(double[] scores)
    {
        int n = scores.Length;
        if (n < 2) return [];
        var cost = new MeanCost(scores);
        double penalty = cost.Penalty;
        double[] best = new double[n + 1], tried = new double[n + 1];
        int[] last = new int[n + 1];
        best[0] = -penalty;
        best[1] = cost.Of(0, 1);
        var candidates = new List<int> { 0, 1 };
        for (int t = 2; t <= n; t++)
        {
            int least = 0;
            for (int i = 0; i < candidates.Count; i++)
            {
                tried[i] = best[candidates[i]] + cost.Of(candidates[i], t) + penalty;
                if (tried[i] < tried[least]) least = i;
            }
            (best[t], last[t]) = (tried[least], candidates[least]);
            int kept = 0;
            for (int i = 0; i < candidates.Count; i++)
                if (tried[i] <= best[t] + penalty) candidates[kept++] = candidates[i];
            candidates.RemoveRange(kept, candidates.Count - kept);
            candidates.Add(t);
        }
        var changes = new List<int>();
        for (int t = last[n]; t > 0; t = last[t]) changes.Add(t - 1);
        changes.Reverse();
        return [.. changes];
    }
}
