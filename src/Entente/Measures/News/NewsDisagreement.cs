using System.Collections.Immutable;

namespace Entente.Measures.News;

/// <summary>A year as the record and as news have it.</summary>
/// <param name="Year">The year.</param>
/// <param name="Record">Score of the record.</param>
/// <param name="News">What news lead one to expect on the record's scale.</param>
/// <param name="Gap">Record less news, in standard deviations of what is between them over all dyads.</param>
/// <param name="Reports">Reports of the year.</param>
public readonly record struct NewsGap(int Year, double Record, double News, double Gap, int Reports);

/// <summary>How far the record and news tell the same of a dyad.</summary>
/// <param name="Years">The years that both cover.</param>
/// <param name="Correlation">Over these years; null where they are fewer than five or one of the two does not move.</param>
public sealed record NewsDisagreement(ImmutableArray<NewsGap> Years, double? Correlation)
{
    /// <summary>Fewest reports of a year that is compared.</summary>
    public const int FewestReports = 3;

    /// <summary>Deviations above which the two are said to part: one year in ten would by chance.</summary>
    public const double Parting = 1.645;

    private const int FewestYears = 5;

    /// <summary>The years in which they part, widest first.</summary>
    public IEnumerable<NewsGap> Partings => Years.Where(y => Math.Abs(y.Gap) >= Parting).OrderByDescending(y => Math.Abs(y.Gap));

    /// <summary>Compares; null where the model has no bridge to the record.</summary>
    public static NewsDisagreement? Of(NewsModel model, NewsHistory news, AlignmentHistory record)
    {
        ArgumentNullException.ThrowIfNull(model);
        ArgumentNullException.ThrowIfNull(news);
        ArgumentNullException.ThrowIfNull(record);
        if (model.Bridge is not { } bridge) return null;
        var years = ImmutableArray.CreateBuilder<NewsGap>();
        for (int year = Math.Max(news.FirstMonth.Year, record.FirstYear); year <= Math.Min(news.LastMonth.Year, record.LastYear); year++)
        {
            if (news.YearLevel(year) is not var (level, deviation) || news.ReportsOf(year) < FewestReports) continue;
            double score = record.Score(year, null).Mean, expected = bridge.Intercept + (bridge.Slope * level);
            double doubt = Math.Sqrt((bridge.Deviation * bridge.Deviation) + (bridge.Slope * bridge.Slope * deviation * deviation));
            years.Add(new NewsGap(year, score, expected, (score - expected) / doubt, news.ReportsOf(year)));
        }
        return new NewsDisagreement(years.ToImmutable(), years.Count < FewestYears ? null : Correlate(years));
    }

    private static double? Correlate(IReadOnlyList<NewsGap> years)
    {
        double a = years.Average(y => y.Record), b = years.Average(y => y.News);
        double both = years.Sum(y => (y.Record - a) * (y.News - b)), one = years.Sum(y => (y.Record - a) * (y.Record - a)), two = years.Sum(y => (y.News - b) * (y.News - b));
        return one * two < 1e-12 ? null : both / Math.Sqrt(one * two);
    }
}
