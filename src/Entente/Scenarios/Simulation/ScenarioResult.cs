using System.Collections.Immutable;
using Entente.Order;
using Entente.Scenarios.Dynamics;
using Entente.Scenarios.Shocks;

namespace Entente.Scenarios.Simulation;

/// <summary>Quantiles of a year.</summary>
/// <param name="Year">The year.</param>
/// <param name="Mean">Mean.</param>
/// <param name="Q5">5 %.</param>
/// <param name="Q25">25 %.</param>
/// <param name="Q50">Median.</param>
/// <param name="Q75">75 %.</param>
/// <param name="Q95">95 %.</param>
public readonly record struct FanYear(int Year, double Mean, double Q5, double Q25, double Q50, double Q75, double Q95);

/// <summary>A difference with its 90 % interval, in points.</summary>
/// <param name="Mean">Mean over draws.</param>
/// <param name="Low">5 %.</param>
/// <param name="High">95 %.</param>
public readonly record struct Effect(double Mean, double Low, double High);

/// <summary>One part of the difference: a mechanism, or what the shocks set themselves (null).</summary>
/// <param name="Mechanism">The mechanism; null for what a shock on the dyad itself sets.</param>
/// <param name="Size">Its part, in points; the means of all parts add up to the mean difference.</param>
public sealed record EffectPart(Mechanism? Mechanism, Effect Size);

/// <summary>A dyad that the shocks drag along.</summary>
/// <param name="Dyad">The dyad.</param>
/// <param name="Baseline">Its alignment at the end without the shocks, on the mean path.</param>
/// <param name="Change">What the shocks change.</param>
public sealed record DraggedDyad(UndirectedDyad Dyad, double Baseline, Effect Change);

/// <summary>How the answer hangs on one assumption.</summary>
/// <param name="Assumption">The coefficient or mechanism.</param>
/// <param name="Lower">Difference at the end on the mean path with the coefficient a standard deviation lower; for a mechanism, with it switched off.</param>
/// <param name="Higher">With it a standard deviation higher; null for a mechanism.</param>
public sealed record AssumptionEffect(string Assumption, double Lower, double? Higher);

/// <summary>What a scenario does. Immutable.</summary>
public sealed record ScenarioResult
{
    /// <summary>The dyad asked for.</summary>
    public required UndirectedDyad Dyad { get; init; }

    /// <summary>The last year known.</summary>
    public required int OriginYear { get; init; }

    /// <summary>Its alignment then.</summary>
    public required double Origin { get; init; }

    /// <summary>The shocks.</summary>
    public required ImmutableArray<Shock> Shocks { get; init; }

    /// <summary>Draws and seed.</summary>
    public required ScenarioOptions Options { get; init; }

    /// <summary>Without the shocks.</summary>
    public required ImmutableArray<FanYear> Baseline { get; init; }

    /// <summary>With them.</summary>
    public required ImmutableArray<FanYear> Scenario { get; init; }

    /// <summary>The difference of both in the same draw, by year.</summary>
    public required ImmutableArray<(int Year, Effect Effect)> Difference { get; init; }

    /// <summary>Share of draws in which the two are closer at the end than without the shocks; equal ones count half.</summary>
    public required double Closer { get; init; }

    /// <summary>What made the difference at the end.</summary>
    public required ImmutableArray<EffectPart> Parts { get; init; }

    /// <summary>The dyads moved most, those of the shocks left out.</summary>
    public required ImmutableArray<DraggedDyad> Dragged { get; init; }

    /// <summary>The difference on the mean path, all third states exact.</summary>
    public required double MeanPathDifference { get; init; }

    /// <summary>How it hangs on each assumption, largest first; empty when not asked for.</summary>
    public required ImmutableArray<AssumptionEffect> Sensitivity { get; init; }

    /// <summary>States that change bloc, likeliest first; empty when not asked for.</summary>
    public required ImmutableArray<BlocChange> BlocChanges { get; init; }

    /// <summary>Members of the blocs at the origin, largest first.</summary>
    public required ImmutableArray<ImmutableArray<StateId>> Blocs { get; init; }
}
