namespace Entente.Scenarios.Forecasts;

/// <summary>One forecast that fell due.</summary>
/// <param name="Origin">The year forecast from.</param>
/// <param name="Horizon">Years ahead.</param>
/// <param name="Dyad">The dyad.</param>
/// <param name="Mean">Mean of the forecast.</param>
/// <param name="Q5">5 % quantile.</param>
/// <param name="Q95">95 % quantile.</param>
/// <param name="Crps">Its score.</param>
/// <param name="CrpsBaseline">Score of the empirical random walk.</param>
/// <param name="Observed">What came: the nowcast of the year due.</param>
public readonly record struct BacktestRow(int Origin, int Horizon, UndirectedDyad Dyad, double Mean, double Q5, double Q95, double Crps, double CrpsBaseline, double Observed);

/// <summary>Which forecasts a backtest scores.</summary>
/// <param name="From">First origin.</param>
/// <param name="Every">Every so-many-th year is an origin; all years are learned from.</param>
/// <param name="Dyads">Every so-many-th dyad is scored; 1 for all.</param>
public sealed record BacktestOptions(int From = 1970, int Every = 1, int Dyads = 1);

/// <summary>Forecasts from every origin in turn, each from what could be known then, and scores them as they fall due.</summary>
public static class Backtest
{
    /// <summary>Runs it.</summary>
    /// <param name="system">The system.</param>
    /// <param name="options">What to score.</param>
    /// <param name="row">Given every forecast scored, by year due, origin and dyad.</param>
    /// <param name="say">Told of progress.</param>
    /// <param name="cancellation">Stops it.</param>
    /// <exception cref="ArgumentOutOfRangeException">The first origin is none of the system's years, or a step is below 1.</exception>
    public static BacktestSummary Run(StateSystem system, BacktestOptions options, Action<BacktestRow>? row = null, Action<string>? say = null, CancellationToken cancellation = default)
    {
        ArgumentNullException.ThrowIfNull(system);
        ArgumentNullException.ThrowIfNull(options);
        if (options.From < system.FirstYear + 3 || options.From >= system.LastYear || options.Every < 1 || options.Dyads < 1)
            throw new ArgumentOutOfRangeException(nameof(options), FormattableString.Invariant($"The first origin lies between {system.FirstYear + 3} and {system.LastYear - 1}, and steps are 1 or more."));
        var forecaster = new RollingForecaster(system);
        var summary = new BacktestSummary();
        var points = new float[Ensemble.Points];
        for (int year = system.FirstYear; year <= system.LastYear; year++)
        {
            cancellation.ThrowIfCancellationRequested();
            foreach (Predictions made in forecaster.Pending)
            {
                int origin = made.Origin.Year;
                if (origin < options.From || (origin - options.From) % options.Every != 0) continue;
                Score(system, made, year, options.Dyads, points, summary, row);
            }
            forecaster.Advance(year);
            if (year % 10 == 0) say?.Invoke(FormattableString.Invariant($"{year}: {summary.Count} forecasts scored."));
        }
        return summary;
    }

    private static void Score(StateSystem system, Predictions made, int year, int step, float[] points, BacktestSummary summary, Action<BacktestRow>? row)
    {
        float[] observed = system[year].Score;
        int h = year - made.Origin.Year - 1;
        for (int p = 0; p < observed.Length; p += step)
        {
            float y = observed[p], start = made.Origin.Score[p];
            if (float.IsNaN(y) || float.IsNaN(start) || !made.Write(h, p, points)) continue;
            var one = new ForecastScore(made.Origin.Kind[p], h + 1, Ensemble.Crps(points, y), Ensemble.LogScore(points, y), Ensemble.Transform(points, y), Math.Abs(Ensemble.Quantile(points, 0.5) - y),
                Ensemble.Share(points, start - 5), start - y > 5);
            (double mean, double q5, double q95) = (Ensemble.Mean(points), Ensemble.Quantile(points, 0.05), Ensemble.Quantile(points, 0.95));
            bool in90 = y >= q5 && y <= q95, in50 = y >= Ensemble.Quantile(points, 0.25) && y <= Ensemble.Quantile(points, 0.75);
            made.WriteRandomWalk(h, p, points);
            (double walk, double walkLog) = (Ensemble.Crps(points, y), Ensemble.LogScore(points, y));
            made.WriteTrend(h, p, points);
            double trend = Ensemble.Crps(points, y);
            made.WriteClimate(p, points);
            summary.Add(one, in50, in90, walk, walkLog, Math.Abs(y - start), trend, Ensemble.Crps(points, y));
            row?.Invoke(new BacktestRow(made.Origin.Year, h + 1, system.DyadOf(p), mean, q5, q95, one.Crps, walk, y));
        }
    }
}
