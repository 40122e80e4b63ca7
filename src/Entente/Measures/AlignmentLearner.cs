using System.Collections.Immutable;
using Entente.Measures.Factors;

namespace Entente.Measures;

/// <summary>Learns the alignment model from every dyad. Deterministic.</summary>
public static class AlignmentLearner
{
    /// <summary>One in so many dyads that never had a conflict is learned from, and stands for as many.</summary>
    public const int QuietShare = 48;

    /// <summary>One in so many of the others.</summary>
    public const int HostileShare = 3;

    /// <summary>Rounds of expectation maximisation.</summary>
    public const int Rounds = 30;

    private static readonly int[] Hostile = [.. AlignmentItems.All.Select((i, j) => (i, j)).Where(x => x.i.Item is { Sign: < 0, Group: (int)Dimension.Military }).Select(x => x.j)];

    /// <summary>Whether a dyad is learned from; the rest is left to measure on.</summary>
    public static bool IsLearnedFrom(UndirectedDyad dyad, ReadOnlySpan<float> transformed) =>
        Hash(dyad) % (WasHostile(transformed) ? HostileShare : QuietShare) == 1;

    /// <summary>Learns standards, parameters, drift and scale.</summary>
    /// <param name="dyads">Transformed values of each dyad from the first to the last year (<see cref="AlignmentModel.Transformed"/>).</param>
    /// <param name="firstYear">First year.</param>
    /// <param name="lastYear">Last year.</param>
    /// <param name="threads">Threads; the result does not depend on it.</param>
    /// <param name="say">Told of progress.</param>
    public static AlignmentModel Learn(IReadOnlyList<(UndirectedDyad Dyad, float[] Values)> dyads, int firstYear, int lastYear, int threads, Action<string>? say = null)
    {
        ArgumentNullException.ThrowIfNull(dyads);
        int items = AlignmentItems.All.Length, years = lastYear - firstYear + 1;
        ImmutableArray<ItemStandard> standards = [.. Enumerable.Range(0, items).Select(j => StandardOf(dyads, j, items, years))];
        var shares = Enumerable.Range(0, items).Select(j => SharesOf(dyads, j, items)).ToList();
        var series = new List<FactorSeries>();
        var learnedFrom = new List<float[]>();
        var weights = new List<double>();
        foreach ((UndirectedDyad dyad, float[] values) in dyads)
            if (IsLearnedFrom(dyad, values) && AlignmentModel.Standardise(values, firstYear, standards) is { } one)
            {
                series.Add(one);
                learnedFrom.Add(values);
                weights.Add(WasHostile(values) ? HostileShare : QuietShare);
            }
        var initial = FactorModel.Initial([.. AlignmentItems.All.Select(i => i.Item)], Enum.GetValues<Dimension>().Length, shares);
        FactorModel model = FactorEstimator.Learn(initial, series, weights, Rounds, threads, say);
        return new AlignmentModel(firstYear, lastYear, model, standards, ScaleOf(model, series, learnedFrom, firstYear, threads));
    }

    // The scale through the medians of three kinds of dyad-year: without tie or conflict, of rivalry, and of a defence pact without rivalry.
    private static AlignmentScale ScaleOf(FactorModel model, List<FactorSeries> series, List<float[]> transformed, int firstYear, int threads)
    {
        var overall = new double[series.Count][];
        Parallel.For(0, series.Count, new ParallelOptions { MaxDegreeOfParallelism = threads }, () => new FactorSmoother(model), (d, _, smoother) =>
        {
            smoother.Smooth(series[d], AlignmentModel.Passes);
            overall[d] = [.. Enumerable.Range(0, series[d].Years).Select(t => smoother.Mean(t, FactorModel.AlignmentAt))];
            return smoother;
        }, _ => { });
        var none = new List<double>();
        var rivals = new List<double>();
        var allies = new List<double>();
        int items = AlignmentItems.All.Length, rivalry = At("rivalry"), alliance = At("alliance");
        int[] silent = [rivalry, alliance, At("dispute_hostility"), At("sanctions"), At("arms_transfers"), At("armed_conflict")];
        for (int d = 0; d < series.Count; d++)
            for (int t = 0; t < series[d].Years; t++)
            {
                ReadOnlySpan<float> row = transformed[d].AsSpan((series[d].FirstYear - firstYear + t) * items, items);
                if (row[rivalry] > 0) rivals.Add(overall[d][t]);
                else if (row[alliance] >= 3) allies.Add(overall[d][t]);
                else if (AllZero(row, silent)) none.Add(overall[d][t]);
            }
        return AlignmentScale.Through(Median(none), Median(rivals), Median(allies));

        static bool AllZero(ReadOnlySpan<float> row, int[] at)
        {
            foreach (int j in at)
                if (row[j] != 0) return false;
            return true;
        }
    }

    private static int At(string id) => AlignmentItems.All.Select((item, j) => (item, j)).First(x => string.Equals(x.item.Indicator.Id, id, StringComparison.Ordinal)).j;

    private static double Median(List<double> values)
    {
        if (values.Count == 0) return double.NaN;
        values.Sort();
        return values[values.Count / 2];
    }

    private static bool WasHostile(ReadOnlySpan<float> values)
    {
        for (int t = 0; t < values.Length; t += AlignmentItems.All.Length)
            foreach (int j in Hostile)
                if (values[t + j] > 0) return true;
        return false;
    }

    private static ItemStandard StandardOf(IReadOnlyList<(UndirectedDyad Dyad, float[] Values)> dyads, int item, int items, int years)
    {
        if (AlignmentItems.All[item].Item.IsOrdinal) return new ItemStandard([], 0, []);
        var sums = new double[years];
        var counts = new long[years];
        foreach ((_, float[] values) in dyads)
            for (int t = 0; t < years; t++)
                if (values[(t * items) + item] is var v && !float.IsNaN(v)) (sums[t], counts[t]) = (sums[t] + v, counts[t] + 1);
        double all = sums.Sum() / Math.Max(1, counts.Sum());
        double[] means = [.. Enumerable.Range(0, years).Select(t => AlignmentItems.All[item].ByYear && counts[t] > 0 ? sums[t] / counts[t] : all)];
        double squares = 0;
        foreach ((_, float[] values) in dyads)
            for (int t = 0; t < years; t++)
                if (values[(t * items) + item] is var v && !float.IsNaN(v)) squares += (v - means[t]) * (v - means[t]);
        var standard = new ItemStandard([.. means.Select(m => Math.Round(m, 6))], Math.Max(1e-6, Math.Round(Math.Sqrt(squares / Math.Max(1, counts.Sum())), 6)), []);
        return AlignmentItems.All[item].ByRank ? new ItemStandard(standard.Means, standard.Deviation, KnotsOf(dyads, item, items, years, standard)) : standard;
    }

    private static ImmutableArray<double> KnotsOf(IReadOnlyList<(UndirectedDyad Dyad, float[] Values)> dyads, int item, int items, int years, ItemStandard standard)
    {
        var all = new List<double>();
        foreach ((_, float[] values) in dyads)
            for (int t = 0; t < years; t++)
                if (values[(t * items) + item] is var v && !float.IsNaN(v)) all.Add(standard.Of(v, t));
        all.Sort();
        return all.Count == 0 ? [] : [.. Enumerable.Range(0, ItemStandard.Steps).Select(k => Math.Round(all[(int)((k + 0.5) / ItemStandard.Steps * all.Count)], 6))];
    }

    private static double[] SharesOf(IReadOnlyList<(UndirectedDyad Dyad, float[] Values)> dyads, int item, int items)
    {
        var at = new double[Math.Max(0, AlignmentItems.All[item].Item.Levels - 1)];
        double n = 0;
        if (at.Length == 0) return at;
        foreach ((_, float[] values) in dyads)
            for (int i = item; i < values.Length; i += items)
            {
                if (float.IsNaN(values[i])) continue;
                n++;
                for (int k = 1; k <= values[i]; k++) at[k - 1]++;
            }
        return [.. at.Select(c => c / Math.Max(1, n))];
    }

    // FNV-1a with a finishing mix: the same dyads on every machine.
    private static uint Hash(UndirectedDyad dyad)
    {
        uint h = 2166136261;
        foreach (char c in dyad.ToString()) h = (h ^ c) * 16777619;
        h = (h ^ (h >> 15)) * 2246822519;
        return h ^ (h >> 13);
    }
}
