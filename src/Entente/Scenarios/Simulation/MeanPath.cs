using Entente.Scenarios.Dynamics;
using Entente.Scenarios.Shocks;

namespace Entente.Scenarios.Simulation;

/// <summary>The path of every dyad without surprises, with or without shocks, by given coefficients: exact, all third parties included.</summary>
internal static class MeanPath
{
    /// <summary>Steps both worlds through the years.</summary>
    /// <param name="origin">The origin.</param>
    /// <param name="plan">The shocks.</param>
    /// <param name="coefficients">Coefficients of <see cref="Terms.All"/>.</param>
    /// <param name="visit">Called for each year (from 1) with both worlds as they stand at its beginning, capabilities and third-party terms of the year set; null for none.</param>
    /// <returns>Both worlds at the end.</returns>
    public static (SystemState Baseline, SystemState Scenario) Run(SystemState origin, ShockPlan plan, ReadOnlySpan<double> coefficients, Action<int, SystemState, SystemState>? visit = null)
    {
        SystemState baseline = origin.Copy(), scenario = origin.Copy();
        for (int year = 1; year <= plan.Years; year++)
        {
            plan.Apply(scenario, year);
            if (visit is not null)
            {
                baseline.Refresh();
                scenario.Refresh();
                visit(year, baseline, scenario);
            }
            baseline.Step(coefficients);
            scenario.Step(coefficients);
            foreach ((int i, int j, RelationShock shock) in plan.Relations)
            {
                int c = (i * origin.Size) + j;
                float value = plan.Force(shock, year, origin.Alignment[c], scenario.Alignment[c], baseline.Alignment[c]);
                (scenario.Alignment[c], scenario.Alignment[(j * origin.Size) + i]) = (value, value);
            }
        }
        return (baseline, scenario);
    }
}
