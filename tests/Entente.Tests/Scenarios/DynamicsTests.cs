using Entente.Scenarios;
using Entente.Scenarios.Dynamics;
using Entente.Scenarios.Forecasts;

namespace Entente.Tests.Scenarios;

public class DynamicsTests
{
    [Fact]
    public void Fit_PanelOfKnownDynamics_RecoversEveryCoefficient()
    {
        StateSystem system = SimulatedSystem.Draw(40, 60, 0.03, 5);
        var estimator = new DynamicsEstimator(priorYears: 1e-6);
        float[] weights = new float[StateSystem.Dyads(40)];
        Array.Fill(weights, 1f);
        for (int year = system.FirstYear; year < system.LastYear; year++) estimator.Add(new SystemState(system, year), system[year + 1].Score, weights);
        DynamicsModel model = estimator.Fit();
        for (int k = 0; k < Terms.Count; k++)
        {
            // Balance couples all dyads into a few common movements, of which sixty years are a short series: it comes out low.
            double off = Math.Abs(model.Mean[k] - SimulatedSystem.Coefficients[k]), bias = k is Terms.Balance or Terms.Threat ? 0.5 * SimulatedSystem.Coefficients[k] : 0.006;
            Assert.True(off < (4 * model.Deviation(k)) + bias, FormattableString.Invariant($"{Terms.All[k].Id}: {model.Mean[k]:0.0000} ± {model.Deviation(k):0.0000}, drawn with {SimulatedSystem.Coefficients[k]}"));
        }
        Assert.InRange(model.Mean[Terms.Momentum], 0.13, 0.17);
        Assert.InRange(model.Mean[Terms.Balance], 0.05, 0.16);
    }

    [Fact]
    public void Refresh_SmallSystem_EqualsTheSumOverThirdStates()
    {
        StateSystem system = SimulatedSystem.Draw(13, 3, 0.02, 2);
        var state = new SystemState(system, system.LastYear);
        state.Refresh();
        float[] weights = state.BalanceWeights();
        int n = state.Size;
        for (int i = 0; i < n; i++)
            for (int j = i + 1; j < n; j++)
            {
                double balance = 0, threat = 0;
                for (int k = 0; k < n; k++)
                {
                    (double a, double b) = (state.Alignment[(i * n) + k], state.Alignment[(k * n) + j]);
                    balance += weights[k] * a * b;
                    threat += state.Capability[k] * Math.Max(0, -a) * Math.Max(0, -b);
                }
                Assert.Equal(balance, state.BalanceAt((i * n) + j), 1e-5);
                Assert.Equal(threat, state.ThreatAt((i * n) + j), 1e-5);
            }
    }

    [Fact]
    public void Backtest_SimulatedSystem_IsCalibratedAndBeatsTheRandomWalk()
    {
        BacktestSummary summary = Backtest.Run(SimulatedSystem.Draw(40, 60, 0.03, 9), new BacktestOptions(1985), cancellation: TestContext.Current.CancellationToken);
        foreach (SkillRow row in summary.Skill.Where(s => s.Kind is null))
        {
            Assert.InRange(row.Inside90, 0.85, 0.95);
            Assert.True(row.Skill > 0, FormattableString.Invariant($"skill at {row.Horizon} years is {row.Skill:0.000}"));
        }
    }

    [Fact]
    public void Backtest_LaterYearsChanged_LeaveEarlierForecastsAlone()
    {
        StateSystem whole = SimulatedSystem.Draw(20, 40, 0.03, 4);
        // The same system cut off earlier: what is forecast from a year must not hang on what follows it.
        var cut = new StateSystem(whole.States, Enumerable.Range(whole.FirstYear, 30).Select(y => whole[y]));
        List<BacktestRow> early = [], late = [];
        Backtest.Run(cut, new BacktestOptions(1970), early.Add, cancellation: TestContext.Current.CancellationToken);
        Backtest.Run(whole, new BacktestOptions(1970), late.Add, cancellation: TestContext.Current.CancellationToken);
        Assert.NotEmpty(early);
        Assert.Equal(early, late.Take(early.Count));
    }
}
