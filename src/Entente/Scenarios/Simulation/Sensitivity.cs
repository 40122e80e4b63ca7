using System.Collections.Immutable;
using Entente.Scenarios.Dynamics;
using Entente.Scenarios.Shocks;

namespace Entente.Scenarios.Simulation;

/// <summary>How the difference at the end hangs on each coefficient and each mechanism, on the mean path.</summary>
internal static class Sensitivity
{
    public static ImmutableArray<AssumptionEffect> Of(SystemState origin, ShockPlan plan, DynamicsModel model, int target, int threads)
    {
        var asked = new List<(string Name, int? Term, Mechanism? Off)>();
        for (int k = 0; k < Terms.Count; k++) asked.Add((Terms.All[k].Id, k, null));
        foreach (Mechanism m in Enum.GetValues<Mechanism>()) asked.Add(($"without {Name(m)}", null, m));
        var found = new AssumptionEffect[asked.Count];
        Parallel.For(0, asked.Count, new ParallelOptions { MaxDegreeOfParallelism = Math.Max(1, threads) }, a =>
        {
            (string name, int? term, Mechanism? off) = asked[a];
            found[a] = term is { } k
                ? new AssumptionEffect(name, Gap(With(k, model.Mean[k] - model.Deviation(k))), Gap(With(k, model.Mean[k] + model.Deviation(k))))
                : new AssumptionEffect(name, Gap([.. model.Mean.Select((c, i) => Terms.All[i].Mechanism == off ? 0 : c)]), null);
        });
        double middle = Gap([.. model.Mean]);
        return [.. found.OrderByDescending(f => Math.Max(Math.Abs(f.Lower - middle), Math.Abs((f.Higher ?? middle) - middle)))];

        double[] With(int term, double value)
        {
            double[] c = [.. model.Mean];
            c[term] = value;
            return c;
        }

        double Gap(double[] coefficients)
        {
            (SystemState baseline, SystemState scenario) = MeanPath.Run(origin, plan, coefficients);
            return 50 * (scenario.Alignment[target] - baseline.Alignment[target]);
        }
    }

    /// <summary>The mechanism as printed.</summary>
    public static string Name(Mechanism mechanism) => mechanism switch
    {
        Mechanism.Persistence => "persistence",
        Mechanism.Balance => "balance",
        Mechanism.Threat => "threat",
        Mechanism.Dependence => "dependence",
        Mechanism.Regime => "regime",
        _ => "power",
    };
}
