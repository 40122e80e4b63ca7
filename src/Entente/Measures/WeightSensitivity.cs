using System.Collections.Immutable;
using Entente.Record;

namespace Entente.Measures;

/// <summary>The weight of one indicator at which a finding turns.</summary>
/// <param name="Indicator">The indicator.</param>
/// <param name="Weight">The weight nearest to 1 at which it turns; 0 is leaving it out.</param>
public sealed record WeightShift(Indicator Indicator, double Weight);

/// <summary>How far the weight of a single indicator must move, from 0 to <see cref="Most"/>, to change a sign or an order; found by halving.</summary>
public static class WeightSensitivity
{
    /// <summary>Largest weight tried.</summary>
    public const double Most = 10;

    private const int Halvings = 6;

    /// <summary>Weights at which the score of a year crosses 50.</summary>
    public static ImmutableArray<WeightShift> OfSign(AlignmentHistory history, int year)
    {
        ArgumentNullException.ThrowIfNull(history);
        return Shifts(weights => history.Reweighted(weights).Latent(year, null).Mean - history.Scale.Zero, history.Latent(year, null).Mean - history.Scale.Zero);
    }

    /// <summary>Weights at which two dyads change places in a year.</summary>
    public static ImmutableArray<WeightShift> OfOrder(AlignmentHistory one, AlignmentHistory other, int year)
    {
        ArgumentNullException.ThrowIfNull(one);
        ArgumentNullException.ThrowIfNull(other);
        return Shifts(weights => one.Reweighted(weights).Latent(year, null).Mean - other.Reweighted(weights).Latent(year, null).Mean,
            one.Latent(year, null).Mean - other.Latent(year, null).Mean);
    }

    private static ImmutableArray<WeightShift> Shifts(Func<IReadOnlyDictionary<string, double>, double> margin, double now)
    {
        var shifts = ImmutableArray.CreateBuilder<WeightShift>();
        foreach (AlignmentItem item in AlignmentItems.All)
            foreach (double end in new[] { 0, Most })
            {
                if (At(end) * now > 0) continue;
                double same = 1, turned = end;
                for (int i = 0; i < Halvings; i++)
                {
                    double middle = (same + turned) / 2;
                    if (At(middle) * now > 0) same = middle;
                    else turned = middle;
                }
                shifts.Add(new WeightShift(item.Indicator, turned));

                double At(double w) => margin(new Dictionary<string, double>(StringComparer.Ordinal) { [item.Indicator.Id] = w });
            }
        return shifts.ToImmutable();
    }
}
