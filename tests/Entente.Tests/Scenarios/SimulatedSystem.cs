using Entente.Scenarios;
using Entente.Scenarios.Dynamics;

namespace Entente.Tests.Scenarios;

/// <summary>A system of states drawn from known dynamics.</summary>
internal static class SimulatedSystem
{
    public const int FirstYear = 1950;

    /// <summary>Known coefficients, in the order of <see cref="Terms.All"/>.</summary>
    public static readonly double[] Coefficients = [-0.002, -0.06, -0.05, 0.15, 0.12, 0.2, 0.01, 0, -0.03, -0.01, 0.005];

    public static StateId[] States(int count) => [.. Enumerable.Range(0, count).Select(i => new StateId($"{(char)('A' + (i / 26))}{(char)('A' + (i % 26))}X"))];

    public static StateSystem Draw(int states, int years, double noise, int seed)
    {
        var random = new Random(seed);
        StateId[] ids = States(states);
        var grid = new SystemGrid(ids, FirstYear, FirstYear + years - 1);
        int dyads = StateSystem.Dyads(states);
        for (int i = 0; i < states; i++) (grid.Capability[0][i], grid.Regime[0][i]) = ((float)Math.Pow(10, -1 - (3 * random.NextDouble())), (float)random.NextDouble());
        for (int p = 0; p < dyads; p++)
        {
            grid.Score[0][p] = (float)(50 + (30 * ((2 * random.NextDouble()) - 1)));
            (grid.Dependence[0][p], grid.Asymmetry[0][p], grid.Neighbour[0][p]) = ((float)(-5 + (3 * random.NextDouble())), (float)random.NextDouble(), random.NextDouble() < 0.1 ? 1 : 0);
        }
        SystemState state = new(grid.Build(), FirstYear);
        Span<float> terms = stackalloc float[Terms.Count];
        for (int t = 1; t < years; t++)
        {
            state.Refresh();
            int n = state.Size;
            float[] next = [.. state.Alignment];
            for (int i = 0; i < n; i++)
                for (int j = i + 1; j < n; j++)
                {
                    state.Read(i, j, terms);
                    double change = noise * Normal(random);
                    for (int k = 0; k < Terms.Count; k++) change += Coefficients[k] * terms[k];
                    next[(i * n) + j] = next[(j * n) + i] = (float)Math.Clamp(state.Alignment[(i * n) + j] + change, -1, 1);
                }
            state.Alignment.CopyTo(state.Before, 0);
            next.CopyTo(state.Alignment, 0);
            for (int i = 0; i < n; i++)
                for (int j = i + 1; j < n; j++) grid.Score[t][state.Position[(i * n) + j]] = 50 + (50 * next[(i * n) + j]);
        }
        foreach (float[] year in grid.Deviation) Array.Fill(year, 0.2f);
        return grid.Build();
    }

    private static double Normal(Random random) => Math.Sqrt(-2 * Math.Log(1 - random.NextDouble())) * Math.Cos(2 * Math.PI * random.NextDouble());
}
