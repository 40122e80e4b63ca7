using Entente.Scenarios.Dynamics;
using Entente.Scenarios.Shocks;

namespace Entente.Scenarios.Simulation;

/// <summary>Everything that is the same in all draws. Immutable once made.</summary>
internal sealed class SimulationSetup
{
    /// <summary>Terms that do not move within a draw but by shocks.</summary>
    public static readonly int[] Static = [Terms.Dependence, Terms.Asymmetry, Terms.Regime, Terms.Power, Terms.Neighbour];

    public SimulationSetup(SystemState origin, DynamicsModel model, Innovations innovations, ShockPlan plan, int one, int other, ScenarioOptions options)
    {
        (Plan, Innovations, Layout, Seed) = (plan, innovations, new WorldLayout(origin), options.Seed);
        (Mean, Root, YearDeviation) = ([.. model.Mean], SquareMatrix.Root(model.Covariance.AsSpan(), Terms.Count), model.YearDeviation);
        (TargetOne, TargetOther) = (Math.Min(one, other), Math.Max(one, other));
        Target = Layout.At(TargetOne, TargetOther);
        (Start, StartBefore) = (Layout.Pack(origin.Alignment), Layout.Pack(origin.Before));
        ThirdStates = [.. Enumerable.Range(0, origin.Size).OrderByDescending(i => float.IsNaN(origin.Capability[i]) ? 0 : origin.Capability[i]).ThenBy(i => i)
            .Take(Math.Max(0, options.ThirdStates)).Concat(plan.Named).Append(one).Append(other).Distinct().Order()];
        StaticTerms = Read(origin);
        Table = new int[Layout.Length];
        Sizes = [.. innovations.Size.Select(size => Layout.Pack((i, j) => Layout.Mask[Layout.At(i, j)] * size[origin.Position[(i * origin.Size) + j]] / 50))];
        for (int i = 0; i < origin.Size; i++)
            for (int j = i + 1; j < origin.Size; j++) Table[Layout.At(i, j)] = innovations.Table[origin.Position[(i * origin.Size) + j]] * Innovations.Steps;
        var context = new List<YearSetup>();
        MeanPath.Run(origin, plan, model.Mean.AsSpan(), (_, baseline, scenario) => context.Add(Of(baseline, scenario)));
        Context = [.. context];
    }

    public ShockPlan Plan { get; }

    public Innovations Innovations { get; }

    public WorldLayout Layout { get; }

    public int Seed { get; }

    public double[] Mean { get; }

    public double[] Root { get; }

    public double YearDeviation { get; }

    /// <summary>Place of the dyad asked for, and its two states.</summary>
    public int Target { get; }

    public int TargetOne { get; }

    public int TargetOther { get; }

    public float[] Start { get; }

    public float[] StartBefore { get; }

    /// <summary>Third states followed in every draw.</summary>
    public int[] ThirdStates { get; }

    /// <summary>Static terms by term and cell.</summary>
    public float[][] StaticTerms { get; }

    /// <summary>Where each cell's table of surprises begins.</summary>
    public int[] Table { get; }

    /// <summary>Size of surprises by year and cell, in alignment −1 to 1.</summary>
    public float[][] Sizes { get; }

    public YearSetup[] Context { get; }

    private YearSetup Of(SystemState baseline, SystemState scenario)
    {
        var changes = new List<(int Cell, int Term, float Change)>();
        if (Plan.MovesContext)
        {
            float[][] now = Read(scenario);
            for (int k = 0; k < Static.Length; k++)
                for (int c = 0; c < Layout.Length; c++)
                    if (Layout.Mask[c] > 0 && now[k][c] != StaticTerms[k][c]) changes.Add((c, Static[k], now[k][c] - StaticTerms[k][c]));
        }
        (float[] balance, float[] threat, float[] restBalance, float[] restThreat) = Split(baseline);
        (float[] balanceScenario, float[] threatScenario, float[] restBalanceScenario, float[] restThreatScenario) = Split(scenario);
        return new YearSetup(balance, threat, restBalance, restThreat, balanceScenario, threatScenario, restBalanceScenario, restThreatScenario, [.. changes]);
    }

    // Weights of the third states that are followed, and what the others do on the mean path.
    private (float[] Balance, float[] Threat, float[] RestBalance, float[] RestThreat) Split(SystemState state)
    {
        float[] balance = state.BalanceWeights(), threat = state.ThreatWeights();
        float[] own = [.. ThirdStates.Select(k => balance[k])], ownThreat = [.. ThirdStates.Select(k => threat[k])];
        foreach (int k in ThirdStates) (balance[k], threat[k]) = (0, 0);
        float[] square = new float[state.Size * state.Size];
        SystemState.Product(state.Alignment, balance, square, state.Size);
        float[] rest = Layout.Pack(square);
        SystemState.Product([.. state.Alignment.Select(a => Math.Max(0, -a))], threat, square, state.Size);
        return (own, ownThreat, rest, Layout.Pack(square));
    }

    private float[][] Read(SystemState state)
    {
        float[][] terms = [.. Static.Select(_ => new float[Layout.Length])];
        Span<float> cell = stackalloc float[Terms.Count];
        for (int i = 0; i < state.Size; i++)
            for (int j = i + 1; j < state.Size; j++)
            {
                state.Read(i, j, cell);
                for (int k = 0; k < Static.Length; k++) terms[k][Layout.At(i, j)] = cell[Static[k]];
            }
        return terms;
    }
}

/// <summary>What is the same in all draws of one year: weights of the followed third states, the others' part, and static terms that a shock has moved.</summary>
internal sealed record YearSetup(float[] Balance, float[] Threat, float[] RestBalance, float[] RestThreat, float[] BalanceScenario, float[] ThreatScenario,
    float[] RestBalanceScenario, float[] RestThreatScenario, (int Cell, int Term, float Change)[] Changes);
