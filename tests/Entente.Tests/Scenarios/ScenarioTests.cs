using Entente.Scenarios;
using Entente.Scenarios.Dynamics;
using Entente.Scenarios.Forecasts;
using Entente.Scenarios.Shocks;
using Entente.Scenarios.Simulation;

namespace Entente.Tests.Scenarios;

public class ScenarioTests
{
    private const int Years = 6;

    private static readonly ShockSizes Sizes = new(10, -10, -15, 5, [1, 1, 1, 1]);
    private static readonly StateSystem System = SimulatedSystem.Draw(30, 40, 0.02, 3);

    [Fact]
    public void Run_OneAndThreeThreads_GivesTheSameBits()
    {
        ScenarioResult one = Run(new ScenarioOptions { Draws = 300, Threads = 1, BlocDraws = 20 }, Eases), three = Run(new ScenarioOptions { Draws = 300, Threads = 3, BlocDraws = 20 }, Eases);
        Assert.Equal(one.Difference, three.Difference);
        Assert.Equal(one.Baseline, three.Baseline);
        Assert.Equal(one.Parts, three.Parts);
        Assert.Equal(one.Dragged, three.Dragged);
        Assert.Equal(one.BlocChanges, three.BlocChanges);
    }

    [Fact]
    public void Run_AnotherSeed_GivesOtherPaths() =>
        Assert.NotEqual(Run(new ScenarioOptions { Draws = 100, Full = false }, Eases).Baseline, Run(new ScenarioOptions { Draws = 100, Seed = 2, Full = false }, Eases).Baseline);

    [Fact]
    public void Run_ShockFarAway_LeavesWithoutItTheBaseline()
    {
        ScenarioResult r = Run(new ScenarioOptions { Draws = 200, Full = false }, []);
        Assert.Equal(r.Baseline, r.Scenario);
        Assert.All(r.Difference, d => Assert.Equal(default, d.Effect));
        Assert.Equal(0.5, r.Closer);
    }

    [Fact]
    public void Run_SeveralShocks_PartsAddUpToTheDifference()
    {
        ScenarioResult r = Run(new ScenarioOptions { Draws = 400, Full = false }, [.. Eases, new CapabilityShock(Id(3), 0.5, null, 2, "x"), new RegimeShock(Id(0), Room(0), null, 1, "y"), new TradeShock(new(Id(0), Id(1)), 2, null, 1, "z")]);
        Assert.Equal(r.Difference[^1].Effect.Mean, r.Parts.Sum(p => p.Size.Mean), 2e-3);
        Assert.NotEqual(0, r.Parts.Single(p => p.Mechanism == Mechanism.Regime).Size.Mean);
        Assert.NotEqual(0, r.Parts.Single(p => p.Mechanism == Mechanism.Dependence).Size.Mean);
    }

    [Fact]
    public void Run_ThirdStatesOnTheMeanPath_ComesNearTheExactCalculation()
    {
        ScenarioResult few = Run(new ScenarioOptions { Draws = 1000, ThirdStates = 6, Full = false }, Eases), all = Run(new ScenarioOptions { Draws = 1000, ThirdStates = 1000, Full = false }, Eases);
        (Effect near, Effect exact) = (few.Difference[^1].Effect, all.Difference[^1].Effect);
        Assert.NotEqual(0, exact.Mean);
        Assert.Equal(exact.Mean, near.Mean, 0.05 * Math.Abs(exact.Mean));
        Assert.Equal(exact.Low, near.Low, 0.1 * Math.Abs(exact.Mean));
        Assert.Equal(all.Baseline[^1].Q5, few.Baseline[^1].Q5, 0.3);
        Assert.Equal(all.Baseline[^1].Q95, few.Baseline[^1].Q95, 0.3);
    }

    [Fact]
    public void Run_HeldRelation_StandsSoFarAboveTheBaseline()
    {
        ScenarioResult r = Run(new ScenarioOptions { Draws = 200, Full = false }, [new RelationShock(new(Id(0), Id(1)), 5, null, true, null, 2, "x")]);
        Assert.Equal(2.5, r.Difference[0].Effect.Mean, 1e-3);
        Assert.Equal(5, r.Difference[^1].Effect.Mean, 1e-3);
        Assert.Equal(5, r.Parts.Sum(p => p.Size.Mean), 1e-2);
    }

    private static RelationShock[] Eases => [new RelationShock(new(Id(1), Id(2)), Score(1, 2) < 50 ? 20 : -20, null, true, null, 2, "x")];

    private static StateId Id(int i) => System.States[i];

    private static double Score(int i, int j) => System[System.LastYear].Score[System.PositionOf(i, j)];

    private static double Room(int i) => System[System.LastYear].Regime[i] > 0.5 ? -0.4 : 0.4;

    private static ScenarioResult Run(ScenarioOptions options, Shock[] shocks)
    {
        Assert.Equal(10, Sizes.Eases);
        var forecaster = new RollingForecaster(System);
        for (int year = System.FirstYear; year <= System.LastYear; year++) forecaster.Advance(year);
        var origin = new SystemState(System, System.LastYear);
        return ScenarioRunner.Run(System, origin, forecaster.Dynamics!, forecaster.Innovations(), new ShockPlan(shocks, System, origin, System.LastYear, Years), new UndirectedDyad(Id(0), Id(1)), options, TestContext.Current.CancellationToken);
    }
}
