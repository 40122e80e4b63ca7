namespace Entente.Measures.News;

/// <summary>Learns a line of the model of news from every dyad with enough reports, by expectation maximisation. Deterministic.</summary>
public static class NewsLearner
{
    /// <summary>Fewest reports of a dyad that is learned from.</summary>
    public const int FewestReports = 10;

    /// <summary>Rounds of expectation maximisation.</summary>
    public const int Rounds = 25;

    private const double LeastVariance = 1e-4;

    /// <summary>Learns a line.</summary>
    /// <param name="dyads">The months of each dyad, with the squared deviation of its reports from their month's mean, summed.</param>
    public static NewsLine Learn(IReadOnlyList<(NewsMonths Months, double Within)> dyads)
    {
        ArgumentNullException.ThrowIfNull(dyads);
        var used = dyads.Where(d => d.Months.Total >= FewestReports).ToList();
        double within = used.Sum(d => d.Within);
        long spare = used.Sum(d => d.Months.Reports.Sum(n => (long)Math.Max(0, n - 1)));
        double report = spare == 0 ? 1 : Math.Max(LeastVariance, within / spare);
        double[] means = [.. used.Select(d => d.Months.Reports.Zip(d.Months.Intensity, (n, x) => n * x).Sum() / d.Months.Total)];
        double mean = means.Length == 0 ? 0 : means.Average();
        double spread = means.Length < 2 ? 1 : Math.Max(LeastVariance, means.Sum(m => (m - mean) * (m - mean)) / means.Length);
        var line = new NewsLine(mean, spread, 0.02, report / 4, report);
        for (int round = 0; round < Rounds && used.Count > 1; round++) line = Round(line, used);
        return line;
    }

    private static NewsLine Round(NewsLine line, List<(NewsMonths Months, double Within)> dyads)
    {
        var smoother = new NewsSmoother(line);
        double level = 0, squares = 0, drift = 0;
        long changes = 0;
        var errors = new List<(int Reports, double Square)>();
        foreach ((NewsMonths months, _) in dyads)
        {
            smoother.Smooth(months, NewsModel.Passes);
            int first = Array.FindIndex(months.Reports, n => n > 0), last = Array.FindLastIndex(months.Reports, n => n > 0);
            level += smoother.Mean(first);
            squares += (smoother.Mean(first) * smoother.Mean(first)) + smoother.Variance(first);
            for (int t = first + 1; t <= last; t++)
            {
                (double mean, double variance) = smoother.Change(t - 1, t);
                drift += smoother.Weight(t) * ((mean * mean) + variance);
                changes++;
            }
            for (int t = first; t <= last; t++)
            {
                if (months.Reports[t] == 0) continue;
                double gap = months.Intensity[t] - smoother.Mean(t);
                errors.Add((months.Reports[t], (gap * gap) + smoother.Variance(t)));
            }
        }
        double center = level / dyads.Count;
        return line with
        {
            Mean = center,
            Spread = Math.Max(LeastVariance, (squares / dyads.Count) - (center * center)),
            Drift = changes == 0 ? line.Drift : Math.Max(LeastVariance / 10, drift / changes),
            Month = MonthNoise(errors, line.Report),
        };
    }

    // The maximum of Σ −½ (log v + e²/v), v = month + report / n, by golden section on the logarithm.
    private static double MonthNoise(List<(int Reports, double Square)> errors, double report)
    {
        var byCount = errors.GroupBy(e => e.Reports).Select(g => (N: g.Key, Count: g.Count(), Sum: g.Sum(e => e.Square))).OrderBy(g => g.N).ToList();
        double low = Math.Log(LeastVariance), high = Math.Log(100);
        double ratio = (Math.Sqrt(5) - 1) / 2;
        for (int i = 0; i < 60; i++)
        {
            double one = high - (ratio * (high - low)), two = low + (ratio * (high - low));
            if (Loss(Math.Exp(one)) < Loss(Math.Exp(two))) high = two;
            else low = one;
        }
        return Math.Exp((low + high) / 2);

        double Loss(double month) => byCount.Sum(g =>
        {
            double v = month + (report / g.N);
            return (g.Count * Math.Log(v)) + (g.Sum / v);
        });
    }
}
