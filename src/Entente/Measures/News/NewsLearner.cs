namespace Entente.Measures.News;

/// <summary>
/// Learns a line of the model of news from every dyad with enough reports. How fast levels move and how much the months of one level differ are chosen by how well
/// withheld months are predicted from the others, with the tails as they are; mean and spread of levels by expectation maximisation. Deterministic.
/// </summary>
public static class NewsLearner
{
    /// <summary>Fewest reports of a dyad that is learned from.</summary>
    public const int FewestReports = 10;

    private const int Rounds = 3;
    private const int Folds = 4;
    private const double LeastVariance = 1e-4;
    private static readonly double[] s_drifts = [0.005, 0.01, 0.02, 0.05, 0.1, 0.2, 0.4, 0.8];
    private static readonly double[] s_months = [0.25, 0.5, 1, 2, 4, 8];

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
        var best = new NewsLine(mean, spread, s_drifts[2], s_months[2], report);
        if (used.Count < 2) return best;
        double score = double.NegativeInfinity;
        foreach (double drift in s_drifts)
            foreach (double month in s_months)
            {
                NewsLine line = best with { Mean = mean, Spread = spread, Drift = drift, Month = month };
                for (int round = 0; round < Rounds; round++) line = Levels(line, used);
                double found = Predicted(line, used);
                if (found <= score) continue;
                (score, best) = (found, line);
            }
        return best;
    }

    // Mean and spread of the level of a dyad's first month with a report.
    private static NewsLine Levels(NewsLine line, List<(NewsMonths Months, double Within)> dyads)
    {
        var smoother = new NewsSmoother(line);
        double level = 0, squares = 0;
        foreach ((NewsMonths months, _) in dyads)
        {
            smoother.Smooth(months, NewsModel.Passes);
            int first = Array.FindIndex(months.Reports, n => n > 0);
            level += smoother.Mean(first);
            squares += (smoother.Mean(first) * smoother.Mean(first)) + smoother.Variance(first);
        }
        double center = level / dyads.Count;
        return line with { Mean = center, Spread = Math.Max(LeastVariance, (squares / dyads.Count) - (center * center)) };
    }

    // Logarithm of the predictive density of every month with reports, each withheld with a quarter of the others.
    private static double Predicted(NewsLine line, List<(NewsMonths Months, double Within)> dyads)
    {
        var smoother = new NewsSmoother(line);
        double sum = 0;
        foreach ((NewsMonths months, _) in dyads)
        {
            int[] told = [.. Enumerable.Range(0, months.Reports.Length).Where(t => months.Reports[t] > 0)];
            for (int fold = 0; fold < Folds; fold++)
            {
                var withheld = told.Where((_, i) => i % Folds == fold).ToHashSet();
                if (withheld.Count == 0) continue;
                smoother.Smooth(months.Without(withheld.Contains), NewsModel.Passes);
                foreach (int t in withheld)
                {
                    double v = smoother.Variance(t) + line.Month + (line.Report / months.Reports[t]), off = months.Intensity[t] - smoother.Mean(t);
                    sum -= (Math.Log(v) + (off * off / v)) / 2;
                }
            }
        }
        return sum;
    }
}
