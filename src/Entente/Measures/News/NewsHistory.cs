using System.Collections.Immutable;

namespace Entente.Measures.News;

/// <summary>A turn of the level of news: from one half-year to the next it most probably fell or rose.</summary>
/// <param name="Month">The month, within half a year of where the change is likeliest, in which the level moved most that way.</param>
/// <param name="Falls">Whether it fell.</param>
/// <param name="Points">Change of the score over a year about the month.</param>
/// <param name="Probability">Posterior probability of a change by <see cref="NewsHistory.TurnPoints"/> points or more that way.</param>
public sealed record NewsTurn(CalendarMonth Month, bool Falls, double Points, double Probability);

/// <summary>The alignment of a dyad as news alone tells it, month by month, given everything published up to a last month.</summary>
public sealed class NewsHistory
{
    /// <summary>Points of the score by which a turn moves it at least.</summary>
    public const double TurnPoints = 5;

    /// <summary>Months before and after between which a turn is looked for.</summary>
    public const int TurnSpan = 6;

    private readonly NewsSmoother[] _lines;
    private readonly NewsMonths[] _months;

    private NewsHistory(UndirectedDyad dyad, CalendarMonth first, NewsMonths[] months, NewsSmoother[] lines) => (Dyad, FirstMonth, _months, _lines) = (dyad, first, months, lines);

    /// <summary>The dyad.</summary>
    public UndirectedDyad Dyad { get; }

    /// <summary>The first month with a report.</summary>
    public CalendarMonth FirstMonth { get; }

    /// <summary>The last month asked for.</summary>
    public CalendarMonth LastMonth => new(FirstMonth.Index + _months[0].Reports.Length - 1);

    /// <summary>Computes it; null when nothing was reported of the dyad.</summary>
    /// <param name="model">The model.</param>
    /// <param name="dyad">The dyad.</param>
    /// <param name="counts">Its counts.</param>
    /// <param name="last">Nothing published in a later month is used.</param>
    public static NewsHistory? Of(NewsModel model, UndirectedDyad dyad, IReadOnlyList<NewsCount> counts, CalendarMonth last)
    {
        ArgumentNullException.ThrowIfNull(model);
        NewsCount[] known = [.. counts.Where(c => c.Dyad == dyad && c.Month <= last)];
        if (known.Length == 0) return null;
        CalendarMonth first = known.Min(c => c.Month);
        var months = new NewsMonths[model.Lines.Length];
        var lines = new NewsSmoother[model.Lines.Length];
        for (int i = 0; i < lines.Length; i++)
        {
            months[i] = NewsMonths.Of(known, i == 0 ? null : (Dimension)(i - 1), first, last);
            lines[i] = new NewsSmoother(model.Lines[i]);
            lines[i].Smooth(months[i], NewsModel.Passes);
        }
        return new NewsHistory(dyad, first, months, lines);
    }

    /// <summary>Reports of a month, of all lines (null) or of a dimension.</summary>
    public int Reports(CalendarMonth month, Dimension? dimension) => _months[At(dimension)].Reports[month.Index - FirstMonth.Index];

    /// <summary>Whether anything bears on a dimension; where nothing does, there is no score of it.</summary>
    public bool Tells(Dimension? dimension) => _months[At(dimension)].Total > 0;

    /// <summary>Reports of a year.</summary>
    public int ReportsOf(int year) => MonthsOf(year).Sum(m => Reports(m, null));

    /// <summary>Posterior mean and deviation of the level in a month, −10 to +10.</summary>
    public (double Mean, double Deviation) Level(CalendarMonth month, Dimension? dimension)
    {
        NewsSmoother line = _lines[At(dimension)];
        int t = month.Index - FirstMonth.Index;
        return (line.Mean(t), Math.Sqrt(line.Variance(t)));
    }

    /// <summary>The score of a month with its intervals.</summary>
    public ScoreBand Score(CalendarMonth month, Dimension? dimension)
    {
        (double mean, double deviation) = Level(month, dimension);
        return new ScoreBand(NewsModel.Score(mean), NewsModel.Score(mean - (0.67448975 * deviation)), NewsModel.Score(mean + (0.67448975 * deviation)),
            NewsModel.Score(mean - (1.64485363 * deviation)), NewsModel.Score(mean + (1.64485363 * deviation)));
    }

    /// <summary>Mean level of a year's months, with the mean of their deviations; null where the year lies outside or no text of it reports anything.</summary>
    public (double Mean, double Deviation)? YearLevel(int year)
    {
        CalendarMonth[] months = [.. MonthsOf(year)];
        return months.Length == 0 || months.All(m => Reports(m, null) == 0) ? null : (months.Average(m => Level(m, null).Mean), months.Average(m => Level(m, null).Deviation));
    }

    /// <summary>Probability that the overall level fell (or rose) by <see cref="TurnPoints"/> points or more from half a year before a month to half a year after it.</summary>
    public (double Points, double Falls, double Rises) TurnAt(CalendarMonth month)
    {
        int t = month.Index - FirstMonth.Index, from = Math.Max(0, t - TurnSpan), to = Math.Min(_lines[0].Months - 1, t + TurnSpan);
        if (from >= to) return (0, 0, 0);
        (double mean, double variance) = _lines[0].Change(from, to);
        double deviation = Math.Sqrt(Math.Max(variance, 1e-12)), least = TurnPoints / 5;
        return (5 * mean, Normal((-least - mean) / deviation), Normal((mean - least) / deviation));
    }

    /// <summary>The turns whose probability reaches a bound, one for each stretch of months that do, oldest first.</summary>
    public ImmutableArray<NewsTurn> Turns(double least)
    {
        var turns = ImmutableArray.CreateBuilder<NewsTurn>();
        foreach (bool falls in new[] { true, false })
        {
            NewsTurn? best = null;
            for (CalendarMonth m = FirstMonth; m <= LastMonth; m = new CalendarMonth(m.Index + 1))
            {
                (double points, double fall, double rise) = TurnAt(m);
                double p = falls ? fall : rise;
                if (p >= least && (best is null || p > best.Probability || (p == best.Probability && Math.Abs(points) > Math.Abs(best.Points)))) best = new NewsTurn(m, falls, points, p);
                if (best is null || (p >= least && m < LastMonth)) continue;
                turns.Add(best with { Month = Steepest(best.Month, falls) });
                best = null;
            }
        }
        return [.. turns.OrderBy(t => t.Month).ThenBy(t => t.Falls)];
    }

    private CalendarMonth Steepest(CalendarMonth about, bool falls)
    {
        int t = about.Index - FirstMonth.Index, from = Math.Max(1, t - TurnSpan), to = Math.Min(_lines[0].Months - 1, t + TurnSpan);
        if (from > to) return about;
        int best = Enumerable.Range(from, to - from + 1).MinBy(i => (falls ? 1 : -1) * _lines[0].Change(i - 1, i).Mean);
        return new CalendarMonth(FirstMonth.Index + best);
    }

    private IEnumerable<CalendarMonth> MonthsOf(int year) => Enumerable.Range(year * 12, 12).Where(i => i >= FirstMonth.Index && i <= LastMonth.Index).Select(i => new CalendarMonth(i));

    private static int At(Dimension? dimension) => dimension is { } d ? 1 + (int)d : 0;

    // Abramowitz and Stegun 7.1.26, to 1.5e-7.
    private static double Normal(double x)
    {
        double z = Math.Abs(x) / Math.Sqrt(2), t = 1 / (1 + (0.3275911 * z));
        double erf = 1 - ((((((((1.061405429 * t) - 1.453152027) * t) + 1.421413741) * t) - 0.284496736) * t) + 0.254829592) * t * Math.Exp(-z * z);
        return x >= 0 ? (1 + erf) / 2 : (1 - erf) / 2;
    }
}
