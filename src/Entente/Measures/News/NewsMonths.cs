namespace Entente.Measures.News;

/// <summary>What texts report of a dyad along one line, month by month.</summary>
/// <param name="FirstMonth">The first month.</param>
/// <param name="Reports">Reports of each month; 0 where there is none, which says nothing.</param>
/// <param name="Intensity">Mean intensity of each month's reports; 0 where there is none.</param>
public sealed record NewsMonths(CalendarMonth FirstMonth, int[] Reports, double[] Intensity)
{
    /// <summary>Reports in all.</summary>
    public int Total => Reports.Sum();

    /// <summary>Adds up counts of one dyad.</summary>
    /// <param name="counts">Counts of the dyad.</param>
    /// <param name="dimension">Only those of a dimension; null for all.</param>
    /// <param name="first">First month.</param>
    /// <param name="last">Last month; nothing later enters.</param>
    public static NewsMonths Of(IEnumerable<NewsCount> counts, Dimension? dimension, CalendarMonth first, CalendarMonth last)
    {
        ArgumentNullException.ThrowIfNull(counts);
        int months = Math.Max(0, last.Index - first.Index + 1);
        var reports = new int[months];
        var sum = new double[months];
        foreach (NewsCount c in counts)
        {
            int at = c.Month.Index - first.Index;
            if (at < 0 || at >= months || (dimension is not null && c.Dimension != dimension)) continue;
            reports[at] += c.Reports;
            sum[at] += c.Reports * c.Intensity;
        }
        for (int t = 0; t < months; t++)
            if (reports[t] > 0) sum[t] /= reports[t];
        return new NewsMonths(first, reports, sum);
    }

    /// <summary>The same without the reports of some months.</summary>
    public NewsMonths Without(Func<int, bool> withheld)
    {
        ArgumentNullException.ThrowIfNull(withheld);
        return this with { Reports = [.. Reports.Select((n, t) => withheld(t) ? 0 : n)] };
    }
}
