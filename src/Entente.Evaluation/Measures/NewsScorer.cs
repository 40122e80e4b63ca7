using Entente.Measures.News;

namespace Entente.Evaluation.Measures;

/// <summary>How often withheld months lie where the others predict them.</summary>
/// <param name="Months">Months withheld.</param>
/// <param name="Inside50">Share inside the 50 % interval.</param>
/// <param name="Inside90">Share inside the 90 % interval.</param>
public sealed record NewsCoverage(int Months, double Inside50, double Inside90);

/// <summary>How far news put dyads in the order in which the record puts them.</summary>
/// <param name="FewestReports">Reports that a dyad-year must have.</param>
/// <param name="DyadYears">Dyad-years compared.</param>
/// <param name="Spearman">Rank correlation over all of them.</param>
/// <param name="ByYear">Mean of the rank correlations of single years with ten dyads or more.</param>
/// <param name="Within">Mean over dyads with five years or more of the correlation over their years: whether the two move together.</param>
public sealed record NewsOrder(int FewestReports, int DyadYears, double? Spearman, double? ByYear, double? Within);

/// <summary>What became of a known turn.</summary>
/// <param name="Turn">The turn.</param>
/// <param name="Reports">Reports in the year about it.</param>
/// <param name="Found">The turn told that way within the slack, or null.</param>
/// <param name="Points">Greatest change that way in a year within the slack, in points.</param>
/// <param name="Probability">Highest probability of a turn that way within the slack, asserted or not.</param>
public sealed record NewsTurnResult(KnownTurn Turn, int Reports, NewsTurn? Found, double Points, double Probability);

/// <summary>Measures the series of news.</summary>
public static class NewsScorer
{
    /// <summary>Months by which a turn may be dated off its window.</summary>
    public const int Slack = 3;

    /// <summary>Probability from which a turn counts as told.</summary>
    public const double Asserted = 0.9;

    /// <summary>One month in so many is withheld.</summary>
    public const int Withheld = 10;

    /// <summary>Withholds one month in ten of each dyad with 50 reports or more and predicts its mean from the others.</summary>
    public static NewsCoverage Coverage(NewsModel model, IReadOnlyList<NewsCount> counts)
    {
        ArgumentNullException.ThrowIfNull(model);
        int n = 0, inside50 = 0, inside90 = 0, d = 0;
        var smoother = new NewsSmoother(model.Of(null));
        foreach (var dyad in counts.GroupBy(c => c.Dyad))
        {
            var months = NewsMonths.Of(dyad, null, model.FirstMonth, model.LastMonth);
            int phase = d++ % Withheld;
            if (months.Total < 50) continue;
            smoother.Smooth(months.Without(t => t % Withheld == phase), NewsModel.Passes);
            for (int t = phase; t < months.Reports.Length; t += Withheld)
            {
                if (months.Reports[t] == 0) continue;
                double spread = Math.Sqrt(smoother.Variance(t) + model.Of(null).Month + (model.Of(null).Report / months.Reports[t]));
                double off = Math.Abs(months.Intensity[t] - smoother.Mean(t));
                n++;
                if (off <= 0.67448975 * spread) inside50++;
                if (off <= 1.64485363 * spread) inside90++;
            }
        }
        return new NewsCoverage(n, n == 0 ? 0 : (double)inside50 / n, n == 0 ? 0 : (double)inside90 / n);
    }

    /// <summary>Compares the order of dyads by news and by the record.</summary>
    /// <param name="rows">Dyad-years with both: reports, level of news, score of the record.</param>
    /// <param name="fewest">Reports that a dyad-year must have.</param>
    public static NewsOrder Order(IReadOnlyList<(UndirectedDyad Dyad, int Year, int Reports, double Level, double Score)> rows, int fewest)
    {
        ArgumentNullException.ThrowIfNull(rows);
        var used = rows.Where(r => r.Reports >= fewest).ToList();
        double[] byYear = [.. used.GroupBy(r => r.Year).Where(g => g.Count() >= 10).Select(g => Spearman([.. g.Select(r => r.Level)], [.. g.Select(r => r.Score)])).OfType<double>()];
        double[] within = [.. used.GroupBy(r => r.Dyad).Where(g => g.Count() >= 5).Select(g => Pearson([.. g.Select(r => r.Level)], [.. g.Select(r => r.Score)])).OfType<double>()];
        return new NewsOrder(fewest, used.Count, Spearman([.. used.Select(r => r.Level)], [.. used.Select(r => r.Score)]), byYear.Length == 0 ? null : byYear.Average(), within.Length == 0 ? null : within.Average());
    }

    /// <summary>Looks for a known turn.</summary>
    public static NewsTurnResult Look(NewsHistory? news, KnownTurn turn)
    {
        ArgumentNullException.ThrowIfNull(turn);
        if (news is null) return new NewsTurnResult(turn, 0, null, 0, 0);
        var first = new CalendarMonth(turn.First.Index - Slack);
        var last = new CalendarMonth(turn.Last.Index + Slack);
        NewsTurn? found = news.Turns(Asserted).FirstOrDefault(t => t.Falls == turn.Falls && t.Month >= first && t.Month <= last);
        var around = Enumerable.Range(first.Index, last.Index - first.Index + 1).Select(i => new CalendarMonth(i)).Where(m => m >= news.FirstMonth && m <= news.LastMonth).ToList();
        double points = around.Count == 0 ? 0 : turn.Falls ? around.Min(m => news.TurnAt(m).Points) : around.Max(m => news.TurnAt(m).Points);
        int reports = Enumerable.Range(turn.First.Index - 6, turn.Last.Index - turn.First.Index + 13).Select(i => new CalendarMonth(i))
            .Where(m => m >= news.FirstMonth && m <= news.LastMonth).Sum(m => news.Reports(m, null));
        return new NewsTurnResult(turn, reports, found, points, around.Count == 0 ? 0 : around.Max(m => turn.Falls ? news.TurnAt(m).Falls : news.TurnAt(m).Rises));
    }

    private static double? Spearman(double[] x, double[] y) => Pearson(Ranks(x), Ranks(y));

    private static double? Pearson(double[] x, double[] y)
    {
        if (x.Length < 3) return null;
        double a = x.Average(), b = y.Average(), both = 0, one = 0, two = 0;
        for (int i = 0; i < x.Length; i++)
        {
            both += (x[i] - a) * (y[i] - b);
            one += (x[i] - a) * (x[i] - a);
            two += (y[i] - b) * (y[i] - b);
        }
        return one * two < 1e-18 ? null : both / Math.Sqrt(one * two);
    }

    private static double[] Ranks(double[] values)
    {
        int[] order = [.. Enumerable.Range(0, values.Length).OrderBy(i => values[i])];
        var ranks = new double[values.Length];
        for (int i = 0; i < order.Length;)
        {
            int j = i;
            while (j < order.Length && values[order[j]] == values[order[i]]) j++;
            for (int k = i; k < j; k++) ranks[order[k]] = (i + j - 1) / 2.0;
            i = j;
        }
        return ranks;
    }
}
