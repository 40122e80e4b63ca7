using Entente.Scenarios.Dynamics;
using Entente.Scenarios.Forecasts;

namespace Entente.Scenarios.Simulation;

/// <summary>A shock of the past: dyads whose path is taken as given, from what could be known the year before.</summary>
/// <param name="Name">What it is called.</param>
/// <param name="Origin">The last year known.</param>
/// <param name="Years">Years simulated.</param>
/// <param name="Shocked">The dyads put on the path they took.</param>
public sealed record PastShock(string Name, int Origin, int Years, IReadOnlyList<UndirectedDyad> Shocked);

/// <summary>How the others were predicted. Errors in points of alignment.</summary>
/// <param name="Shock">The shock.</param>
/// <param name="Scope">Which others: those with a state of the shocked dyads, or all.</param>
/// <param name="N">Dyads scored.</param>
/// <param name="NoChange">Mean absolute error of no change.</param>
/// <param name="Baseline">Of the dynamics without the shock.</param>
/// <param name="Scenario">Of the dynamics with it.</param>
/// <param name="Correlation">Of what the shock was said to do with what came beyond the baseline; not a number where it was said to do nothing.</param>
/// <param name="SignsRight">Share of the twenty dyads said to be moved most that went that way from the baseline.</param>
public sealed record PastShockScore(PastShock Shock, string Scope, int N, double NoChange, double Baseline, double Scenario, double Correlation, double SignsRight);

/// <summary>Tests scenarios on the past: puts shocked dyads on the path they took, predicts all others, and scores them by what came.</summary>
public static class ScenarioValidation
{
    /// <summary>The shocks tested.</summary>
    public static IReadOnlyList<PastShock> Past { get; } =
    [
        new("Sino-Soviet split, 1960–63", 1959, 5, [Dyad("CHN", "RUS")]),
        new("US opening to China, 1971–79", 1970, 8, [Dyad("CHN", "USA")]),
        new("End of the Cold War, 1989–91", 1988, 5, [Dyad("RUS", "USA"), Dyad("DEU", "RUS")]),
        new("11 September 2001 and the war in Afghanistan", 2000, 3, [Dyad("AFG", "USA")]),
        new("Crimea, 2014", 2013, 3, [Dyad("RUS", "UKR"), Dyad("RUS", "USA")]),
        new("Russia's invasion of Ukraine, 2022", 2021, 3, [Dyad("RUS", "UKR"), Dyad("RUS", "USA")]),
    ];

    /// <summary>Scores every shock that the system's years cover, each by dynamics learned up to its origin.</summary>
    public static IReadOnlyList<PastShockScore> Run(StateSystem system, IReadOnlyList<PastShock> shocks)
    {
        ArgumentNullException.ThrowIfNull(system);
        ArgumentNullException.ThrowIfNull(shocks);
        var scores = new List<PastShockScore>();
        var forecaster = new RollingForecaster(system);
        for (int year = system.FirstYear; year <= system.LastYear; year++)
        {
            forecaster.Advance(year);
            foreach (PastShock shock in shocks.Where(s => s.Origin == year && year + s.Years <= system.LastYear && forecaster.Dynamics is not null))
                scores.AddRange(Score(system, shock, forecaster.Dynamics!));
        }
        return [.. scores.OrderBy(s => s.Shock.Origin).ThenByDescending(s => s.Scope, StringComparer.Ordinal)];
    }

    private static IEnumerable<PastShockScore> Score(StateSystem system, PastShock shock, DynamicsModel dynamics)
    {
        SystemState origin = new(system, shock.Origin), baseline = origin.Copy(), scenario = origin.Copy();
        int n = origin.Size;
        (int I, int J)[] forced = [.. shock.Shocked.Select(d => (Array.IndexOf(origin.Members, system.IndexOf(d.First)), Array.IndexOf(origin.Members, system.IndexOf(d.Second))))
            .Where(d => d.Item1 >= 0 && d.Item2 >= 0)];
        for (int t = 1; t <= shock.Years; t++)
        {
            baseline.Step(dynamics.Mean.AsSpan());
            scenario.Step(dynamics.Mean.AsSpan());
            foreach ((int i, int j) in forced)
                if (SystemState.Centred(system[shock.Origin + t].Score[origin.Position[(i * n) + j]]) is var value && !float.IsNaN(value))
                    (scenario.Alignment[(i * n) + j], scenario.Alignment[(j * n) + i]) = (value, value);
        }
        var cases = new List<(bool Touched, double Start, double Baseline, double Scenario, double Observed)>();
        for (int i = 0; i < n; i++)
            for (int j = i + 1; j < n; j++)
            {
                int c = (i * n) + j;
                double observed = system[shock.Origin + shock.Years].Score[origin.Position[c]];
                if (!origin.Known[c] || double.IsNaN(observed) || forced.Any(f => (f.I == i && f.J == j) || (f.I == j && f.J == i))) continue;
                cases.Add((forced.Any(f => f.I == i || f.J == i || f.I == j || f.J == j), Points(origin.Alignment[c]), Points(baseline.Alignment[c]), Points(scenario.Alignment[c]), observed));
            }
        yield return Sum(shock, "with a state of the shock", [.. cases.Where(c => c.Touched)]);
        yield return Sum(shock, "all", cases);

        static double Points(float alignment) => 50 + (50 * alignment);
    }

    private static PastShockScore Sum(PastShock shock, string scope, List<(bool Touched, double Start, double Baseline, double Scenario, double Observed)> cases)
    {
        if (cases.Count == 0) return new PastShockScore(shock, scope, 0, double.NaN, double.NaN, double.NaN, double.NaN, double.NaN);
        var top = cases.OrderByDescending(c => Math.Abs(c.Scenario - c.Baseline)).Take(20).ToList();
        return new PastShockScore(shock, scope, cases.Count, cases.Average(c => Math.Abs(c.Observed - c.Start)), cases.Average(c => Math.Abs(c.Observed - c.Baseline)), cases.Average(c => Math.Abs(c.Observed - c.Scenario)),
            Correlation([.. cases.Select(c => c.Scenario - c.Baseline)], [.. cases.Select(c => c.Observed - c.Baseline)]),
            top.Average(c => Math.Sign(c.Scenario - c.Baseline) == Math.Sign(c.Observed - c.Baseline) ? 1.0 : 0.0));
    }

    private static double Correlation(double[] x, double[] y)
    {
        double mx = x.Average(), my = y.Average(), xy = x.Zip(y, (a, b) => (a - mx) * (b - my)).Sum(), xx = x.Sum(a => (a - mx) * (a - mx)), yy = y.Sum(b => (b - my) * (b - my));
        return xx < 1e-12 || yy < 1e-12 ? double.NaN : xy / Math.Sqrt(xx * yy);
    }

    private static UndirectedDyad Dyad(string a, string b) => new(new StateId(a), new StateId(b));
}
