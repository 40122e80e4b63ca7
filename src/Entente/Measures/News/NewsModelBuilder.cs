namespace Entente.Measures.News;

/// <summary>Learns the model of news from all counts. Deterministic.</summary>
public static class NewsModelBuilder
{
    /// <summary>Learns the lines; the bridge is laid afterwards.</summary>
    /// <exception cref="ArgumentException">There are no counts.</exception>
    public static NewsModel Learn(IReadOnlyList<NewsCount> counts)
    {
        ArgumentNullException.ThrowIfNull(counts);
        if (counts.Count == 0) throw new ArgumentException("There is nothing to learn from.", nameof(counts));
        CalendarMonth first = counts.Min(c => c.Month), last = counts.Max(c => c.Month);
        NewsCount[][] dyads = [.. counts.GroupBy(c => c.Dyad).OrderBy(g => g.Key.First).ThenBy(g => g.Key.Second).Select(g => g.ToArray())];
        Dimension?[] lines = [null, .. Enum.GetValues<Dimension>().Select(d => (Dimension?)d)];
        return new NewsModel(first, last, [.. lines.Select(line => NewsLearner.Learn([.. dyads.Select(d => (NewsMonths.Of(d, line, first, last), Within(d, line)))]))], null);
    }

    /// <summary>Lays the bridge to the record: least squares over dyad-years.</summary>
    /// <param name="model">The model.</param>
    /// <param name="pairs">Level of news and score of the record, for each dyad-year with both.</param>
    public static NewsModel Bridge(NewsModel model, IReadOnlyCollection<(double Level, double Score)> pairs)
    {
        ArgumentNullException.ThrowIfNull(model);
        ArgumentNullException.ThrowIfNull(pairs);
        if (pairs.Count < 10) return model;
        double x = pairs.Average(p => p.Level), y = pairs.Average(p => p.Score), over = pairs.Sum(p => (p.Level - x) * (p.Level - x));
        if (over < 1e-9) return model;
        double slope = pairs.Sum(p => (p.Level - x) * (p.Score - y)) / over, intercept = y - (slope * x);
        double rest = Math.Sqrt(pairs.Sum(p => Math.Pow(p.Score - intercept - (slope * p.Level), 2)) / pairs.Count);
        return model with { Bridge = new NewsBridge(intercept, slope, rest, pairs.Count) };
    }

    // Squared deviations of reports from the mean of their month. Reports of one type and dimension are kept as their mean, so this is a little too small.
    private static double Within(IEnumerable<NewsCount> counts, Dimension? dimension) => counts.Where(c => dimension is null || c.Dimension == dimension).GroupBy(c => c.Month).Sum(month =>
    {
        double reports = month.Sum(c => c.Reports), mean = month.Sum(c => c.Reports * c.Intensity) / reports;
        return month.Sum(c => c.Reports * (c.Intensity - mean) * (c.Intensity - mean));
    });

    /// <summary>Numbers of a model as they are written: what is shipped is what the written parameters give.</summary>
    public static NewsModel Rounded(NewsModel model)
    {
        ArgumentNullException.ThrowIfNull(model);
        return model with
        {
            Lines = [.. model.Lines.Select(l => new NewsLine(R(l.Mean), R(l.Spread), R(l.Drift), R(l.Month), R(l.Report)))],
            Bridge = model.Bridge is { } b ? new NewsBridge(R(b.Intercept), R(b.Slope), R(b.Deviation), b.DyadYears) : null,
        };

        static double R(double x) => Math.Round(x, 6);
    }
}
