using System.Collections.Immutable;

namespace Entente.Scenarios.Dynamics;

/// <summary>What a change of alignment is put down to.</summary>
public enum Mechanism
{
    /// <summary>What the dyad's own past does: its level, and the change of the year before.</summary>
    Persistence,

    /// <summary>Ties with third parties: common friends and common enemies draw together, a friend of one that is an enemy of the other draws apart.</summary>
    Balance,

    /// <summary>Hostile third states that both face, by their capabilities.</summary>
    Threat,

    /// <summary>Trade: how much the less dependent depends, and how unequal the two are.</summary>
    Dependence,

    /// <summary>Difference of regimes.</summary>
    Regime,

    /// <summary>Difference of capabilities.</summary>
    Power,
}

/// <summary>One term of the yearly change of alignment.</summary>
/// <param name="Id">Stable name, as the model file has it.</param>
/// <param name="Mechanism">What it belongs to.</param>
/// <param name="Meaning">What it is, with a the alignment less 50 over 50.</param>
public sealed record Term(string Id, Mechanism Mechanism, string Meaning);

/// <summary>The terms, in the order of the coefficients.</summary>
public static class Terms
{
    internal const int Constant = 0, Warm = 1, Cold = 2, Momentum = 3, Balance = 4, Threat = 5, Dependence = 6, Asymmetry = 7, Regime = 8, Power = 9, Neighbour = 10;

    /// <summary>Number of them.</summary>
    public const int Count = 11;

    /// <summary>All of them.</summary>
    public static ImmutableArray<Term> All { get; } =
    [
        new("constant", Mechanism.Persistence, "1"),
        new("warm", Mechanism.Persistence, "a where above 0"),
        new("cold", Mechanism.Persistence, "a where below 0"),
        new("momentum", Mechanism.Persistence, "change of a in the year before"),
        new("balance", Mechanism.Balance, "mean over third states k, by weight, of a_ik a_kj"),
        new("threat", Mechanism.Threat, "sum over third states k, by share of capabilities, of the hostility of both to k, multiplied"),
        new("dependence", Mechanism.Dependence, "log10 of the smaller share of trade, plus 4"),
        new("asymmetry", Mechanism.Dependence, "absolute difference of the log10 of both shares"),
        new("regime", Mechanism.Regime, "absolute difference of electoral democracy"),
        new("power", Mechanism.Power, "absolute difference of the log10 of capabilities"),
        new("neighbour", Mechanism.Persistence, "1 for neighbours"),
    ];
}
