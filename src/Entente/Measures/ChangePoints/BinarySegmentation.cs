namespace Entente.Measures.ChangePoints;

/// <summary>Binary segmentation as R's changepoint runs it: the best split of all segments, again and again; a split counts while its gain, and every one before, reaches the penalty.</summary>
internal static class BinarySegmentation
{
    public static int[] Find(double[] scores, int mostChanges)
    {
        int n = scores.Length;
        var cost = new MeanCost(scores);
        var ends = new SortedSet<int> { 0, n };
        for (int found = 0; found < mostChanges && ends.Count <= n; found++)
        {
            (double gain, int at) = BestSplit(cost, [.. ends]);
            if (!(gain >= cost.Penalty)) break;
            ends.Add(at);
        }
        return [.. ends.Where(e => e > 0 && e < n).Select(e => e - 1)];
    }

    private static (double Gain, int At) BestSplit(MeanCost cost, int[] ends)
    {
        (double gain, int at) = (double.NegativeInfinity, 0);
        for (int s = 0; s + 1 < ends.Length; s++)
        {
            double whole = cost.Of(ends[s], ends[s + 1]);
            for (int t = ends[s] + 1; t < ends[s + 1]; t++)
                if (whole - cost.Of(ends[s], t) - cost.Of(t, ends[s + 1]) is double g && g > gain) (gain, at) = (g, t);
        }
        return (gain, at);
    }
}
