using System.Collections.Immutable;

namespace Entente.Measures.Factors;

/// <summary>One observed series of the factor model and how it hangs on the state. Fixed by design; what is learned is in <see cref="ItemParameters"/>.</summary>
/// <param name="Id">Stable name.</param>
/// <param name="Group">The dimension it speaks of, from 0.</param>
/// <param name="Sign">+1 where it rises with alignment, −1 where it falls.</param>
/// <param name="Levels">0 for a linear-Gaussian item; else the number of ordered categories, from 2.</param>
/// <param name="Persistent">Whether the item has a slow component of its own that is no alignment.</param>
/// <param name="Marker">A loading set beforehand, by which the item defines the scale; null where it is learned.</param>
public sealed record FactorItem(string Id, int Group, int Sign, int Levels, bool Persistent, double? Marker = null)
{
    /// <summary>Whether its values are categories 0 … <see cref="Levels"/> − 1.</summary>
    public bool IsOrdinal => Levels > 0;
}

/// <summary>What is learned of an item.</summary>
/// <param name="Loading">Loading on alignment, above zero; the sign is the item's.</param>
/// <param name="Intercept">Intercept of a Gaussian item.</param>
/// <param name="Noise">Noise variance of a Gaussian item.</param>
/// <param name="Thresholds">Thresholds of an ordinal item, rising; P(y ≥ k) = logistic(η − τ_k).</param>
/// <param name="OwnStart">Variance of the item's own component in the first year; 0 without one.</param>
/// <param name="OwnDrift">Yearly innovation variance of it.</param>
public sealed record ItemParameters(double Loading, double Intercept, double Noise, ImmutableArray<double> Thresholds, double OwnStart, double OwnDrift);

/// <summary>The factor model with its parameters. Immutable.</summary>
/// <remarks>
/// For a dyad and year: alignment A is a random walk whose innovations are Student's t with <see cref="Tail"/> degrees of freedom; the
/// deviation u_k of each dimension is a stationary AR(1). The predictor of item j of dimension k is η = c + s λ (A + u_k) + δ, δ a slow
/// AR(1) of the item's own.
/// </remarks>
/// <param name="Items">The items.</param>
/// <param name="Learned">Their parameters, in the same order.</param>
/// <param name="Groups">Number of dimensions.</param>
/// <param name="Drift">Yearly innovation variance (squared scale) of A, whose variance in the first year is 1.</param>
public sealed record FactorModel(ImmutableArray<FactorItem> Items, ImmutableArray<ItemParameters> Learned, int Groups, double Drift)
{
    /// <summary>Degrees of freedom of the innovations of alignment.</summary>
    public const double Tail = 1.5;

    /// <summary>Stationary variance of a dimension's deviation, where alignment has 1 in the first year.</summary>
    public const double DeviationVariance = 0.5;

    /// <summary>Yearly persistence of a dimension's deviation.</summary>
    public const double DeviationPersistence = 0.95;

    /// <summary>Yearly persistence of an item's own component.</summary>
    public const double OwnPersistence = 0.98;

    /// <summary>Position of alignment in the state.</summary>
    public const int AlignmentAt = 0;

    /// <summary>Position of a dimension's deviation in the state.</summary>
    public static int DeviationAt(int group) => 1 + group;

    /// <summary>Common states: A, and one u a dimension.</summary>
    public int Common => 1 + Groups;

    /// <summary>All states: common ones, then the own components of persistent items.</summary>
    public int States => Common + Items.Count(i => i.Persistent);

    /// <summary>A model to start learning from: middling loadings, thresholds at the shares observed.</summary>
    /// <param name="items">The items.</param>
    /// <param name="groups">Number of dimensions.</param>
    /// <param name="shares">For each ordinal item, the share of values at or above each category from 1; ignored for Gaussian items.</param>
    public static FactorModel Initial(ImmutableArray<FactorItem> items, int groups, IReadOnlyList<double[]> shares)
    {
        ArgumentNullException.ThrowIfNull(shares);
        var learned = items.Select((item, j) => item.IsOrdinal
            ? new ItemParameters(item.Marker ?? 1, 0, 0, Thresholds(shares[j], item.Marker ?? 1), item.Persistent ? 0.5 : 0, item.Persistent ? 0.02 : 0)
            : new ItemParameters(item.Marker ?? 0.5, 0, 0.3, [], item.Persistent ? 0.5 : 0, item.Persistent ? 0.02 : 0));
        return new FactorModel(items, [.. learned], groups, 0.02);
    }

    // The logit of a share, stretched by the spread of the predictor (probit approximation of the logistic-normal).
    private static ImmutableArray<double> Thresholds(double[] shares, double loading) => [.. shares.Select(p =>
        -Math.Sqrt(1 + (1.5 * loading * loading / 2.9)) * Math.Log(Math.Clamp(p, 1e-5, 1 - 1e-5) / (1 - Math.Clamp(p, 1e-5, 1 - 1e-5))))];
}

/// <summary>One dyad's values: years times items, year after year; not a number where there is none.</summary>
/// <param name="FirstYear">Year of the first values.</param>
/// <param name="Years">Number of years.</param>
/// <param name="Values">Gaussian items standardised, ordinal ones as categories.</param>
public sealed record FactorSeries(int FirstYear, int Years, float[] Values);
