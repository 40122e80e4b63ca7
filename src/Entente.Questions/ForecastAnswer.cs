using System.Collections.Immutable;
using Entente.Measures;
using Entente.Scenarios.Forecasts;

namespace Entente.Questions;

/// <summary>A forecast for one year, in points of alignment.</summary>
/// <param name="Year">The year.</param>
/// <param name="Horizon">Years ahead.</param>
/// <param name="Mean">Mean.</param>
/// <param name="Q5">5 % quantile.</param>
/// <param name="Q25">25 % quantile.</param>
/// <param name="Q50">Median.</param>
/// <param name="Q75">75 % quantile.</param>
/// <param name="Q95">95 % quantile.</param>
/// <param name="Skill">How such forecasts have done; null when that was not tested.</param>
public sealed record ForecastYear(int Year, int Horizon, double Mean, double Q5, double Q25, double Q50, double Q75, double Q95, SkillLine? Skill);

/// <summary>The forecast of a dyad.</summary>
/// <param name="Dyad">The two states.</param>
/// <param name="Origin">The last year known.</param>
/// <param name="Score">The score of that year.</param>
/// <param name="Kind">Kind of dyad, by which skill is told.</param>
/// <param name="Years">Year by year.</param>
public sealed record ForecastAnswer(UndirectedDyad Dyad, int Origin, double Score, string Kind, ImmutableArray<ForecastYear> Years)
{
    /// <summary>Forecasts a dyad.</summary>
    /// <param name="system">The system at the origin.</param>
    /// <param name="dyad">The two states.</param>
    /// <param name="history">Their alignment up to the origin; null when it is not known.</param>
    /// <param name="from">First year ahead, from 1.</param>
    /// <param name="to">Last year ahead, to <see cref="RollingForecaster.Horizons"/>.</param>
    /// <param name="nowcasts">Directory with the published skill.</param>
    /// <exception cref="Scenarios.Shocks.ShockException">The record gives no alignment of the two at the origin.</exception>
    public static ForecastAnswer Of(ScenarioSystem system, UndirectedDyad dyad, AlignmentHistory? history, int from, int to, string nowcasts)
    {
        ArgumentNullException.ThrowIfNull(system);
        int position = system.PositionOf(dyad);
        // The briefing's score of the year and the nowcast may differ by a few tenths (docs/methods.md): the forecast goes on from the former.
        double known = system.Forecasts.Origin.Score[position], shown = history is not null && history.Covers(system.Year) ? history.Score(system.Year, null).Mean : known;
        var kind = system.Forecasts.Origin.Kind[position];
        var years = ImmutableArray.CreateBuilder<ForecastYear>();
        var points = new float[Ensemble.Points];
        for (int h = from; h <= to; h++)
        {
            system.Forecasts.Write(h - 1, position, points);
            for (int i = 0; i < points.Length; i++) points[i] = (float)Math.Clamp(points[i] + shown - known, 0, 100);
            years.Add(new ForecastYear(system.Year + h, h, Ensemble.Mean(points), Ensemble.Quantile(points, 0.05), Ensemble.Quantile(points, 0.25), Ensemble.Quantile(points, 0.5),
                Ensemble.Quantile(points, 0.75), Ensemble.Quantile(points, 0.95), SkillTable.Read(nowcasts, h, kind)));
        }
        return new ForecastAnswer(dyad, system.Year, shown, SkillTable.NameOf(kind), years.ToImmutable());
    }
}
