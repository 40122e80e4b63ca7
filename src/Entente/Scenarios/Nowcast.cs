using Entente.Measures;
using Entente.Measures.Factors;

namespace Entente.Scenarios;

/// <summary>The overall alignment of a dyad in a year, estimated from nothing later than that year: what could be known then.</summary>
/// <param name="Year">The year, and the last one used.</param>
/// <param name="Mean">Posterior mean in latent units.</param>
/// <param name="Deviation">Posterior standard deviation in latent units.</param>
public readonly record struct Nowcast(int Year, double Mean, double Deviation)
{
    /// <summary>Years back that are still open: linearisation and jumps of longer ago stay as they were found then.</summary>
    public const int Window = 10;

    /// <summary>The nowcasts of a dyad, one for each year from its first to its last with a value.</summary>
    /// <remarks>
    /// Each is what <c>--as-of</c> its end gives, up to the settled years (<see cref="Window"/>; on average .03 latent units apart). Parameters,
    /// yearly means and scale of the model are those learned from all years: they are the one thing that has seen the future.
    /// </remarks>
    /// <param name="model">The alignment model.</param>
    /// <param name="transformed">Transformed values from the model's first year (<see cref="AlignmentModel.Transformed"/>).</param>
    /// <param name="smoother">A smoother of the model; its buffers are used.</param>
    public static IReadOnlyList<Nowcast> Of(AlignmentModel model, ReadOnlySpan<float> transformed, FactorSmoother smoother)
    {
        ArgumentNullException.ThrowIfNull(model);
        ArgumentNullException.ThrowIfNull(smoother);
        if (AlignmentModel.Standardise(transformed, model.FirstYear, model.Standards) is not { } series) return [];
        var nowcasts = new Nowcast[series.Years];
        FactorSmoother.FilterState? start = null;
        int from = 0;
        for (int t = 0; t < series.Years; t++)
        {
            if (t - from >= Window) (start, from) = (smoother.Predicted(1), from + 1);
            smoother.SmoothWindow(series, from, t - from + 1, start, AlignmentModel.Passes);
            (double mean, double variance) = smoother.Filtered;
            nowcasts[t] = new Nowcast(series.FirstYear + t, mean, Math.Sqrt(variance));
        }
        return nowcasts;
    }
}
