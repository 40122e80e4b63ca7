using System.Numerics;

namespace Entente.Order;

/// <summary>A configuration from which no single move goes downhill.</summary>
/// <param name="Energy">E = Σ s_i F_i over ordered pairs.</param>
/// <param name="Basin">Configurations, of the 2^(n−1), from which steepest descent ends here.</param>
/// <param name="Sides">The two sides, the first member's first.</param>
public sealed record LandscapeMinimum(double Energy, int Basin, IReadOnlyList<IReadOnlyList<string>> Sides);

/// <summary>
/// Landscape theory (Axelrod and Bennett 1993, British Journal of Political Science 23: 211–233): frustration F_i = Σ s_j p_ij d_ij with d = 0 on one side and 1 on two,
/// energy E = Σ s_i F_i; one state moves at a time, downhill.
/// </summary>
public static class Landscape
{
    /// <summary>States at most: every configuration is visited.</summary>
    public const int MostStates = 24;

    /// <summary>All minima with their basins, lowest energy first.</summary>
    /// <remarks>The move taken is the one that lowers the energy most; of equal ones that of the state named first. A move of a state of no weight is none.</remarks>
    /// <param name="names">Names of the states, two to <see cref="MostStates"/>.</param>
    /// <param name="sizes">Their sizes, not negative.</param>
    /// <param name="propensities">p_ij, symmetric; the diagonal is without effect.</param>
    /// <exception cref="ArgumentException">Shapes differ, there are too many states, a size is negative, or p is not symmetric; the message names where.</exception>
    public static IReadOnlyList<LandscapeMinimum> Minima(IReadOnlyList<string> names, IReadOnlyList<double> sizes, IReadOnlyList<IReadOnlyList<double>> propensities)
    {
        double[,] pull = Pulls(names, sizes, propensities);
        int n = names.Count, configurations = 1 << (n - 1);
        double[] energy = Energies(pull, n);
        double floor = 1e-9 * Math.Max(1, energy.Max(Math.Abs));
        int[] down = new int[configurations];
        for (int c = 0; c < configurations; c++)
        {
            int best = c;
            for (int i = 0; i < n; i++)
            {
                int moved = Moved(c, i, configurations - 1);
                if (energy[moved] < energy[best] - (best == c ? floor : 0)) best = moved;
            }
            down[c] = best;
        }
        int[] basins = new int[configurations];
        for (int c = 0; c < configurations; c++) basins[Bottom(down, c)]++;
        return
        [
            .. Enumerable.Range(0, configurations).Where(c => basins[c] > 0)
                .Select(c => new LandscapeMinimum(energy[c], basins[c], [Side(names, c, false), Side(names, c, true)]))
                .OrderBy(m => m.Energy).ThenByDescending(m => m.Basin),
        ];
    }

    // Twice s_i s_j p_ij: what a pair adds to E when it stands on two sides.
    private static double[,] Pulls(IReadOnlyList<string> names, IReadOnlyList<double> sizes, IReadOnlyList<IReadOnlyList<double>> propensities)
    {
        ArgumentNullException.ThrowIfNull(names);
        ArgumentNullException.ThrowIfNull(sizes);
        ArgumentNullException.ThrowIfNull(propensities);
        int n = names.Count;
        if (n is < 2 or > MostStates) throw new ArgumentException($"{n} states are given; 2 to {MostStates} are allowed, as every configuration is visited.", nameof(names));
        if (sizes.Count != n || propensities.Count != n || propensities.Any(p => p.Count != n))
            throw new ArgumentException($"{n} states need {n} sizes and {n} rows of {n} propensities.", nameof(propensities));
        var pull = new double[n, n];
        for (int i = 0; i < n; i++)
        {
            if (!(sizes[i] >= 0) || double.IsInfinity(sizes[i])) throw new ArgumentException($"The size of {names[i]} is {sizes[i]}; a number of 0 or more is expected.", nameof(sizes));
            for (int j = 0; j < n; j++)
            {
                if (i == j) continue;
                if (!double.IsFinite(propensities[i][j]) || propensities[i][j] != propensities[j][i])
                    throw new ArgumentException($"The propensities of {names[i]} and {names[j]} are {propensities[i][j]} and {propensities[j][i]}; they must be one finite number.", nameof(propensities));
                pull[i, j] = 2 * sizes[i] * sizes[j] * propensities[i][j];
            }
        }
        return pull;
    }

    // Bit i − 1 is set when state i is not on the side of state 0. Gray code: each configuration is one move from the one before.
    private static double[] Energies(double[,] pull, int n)
    {
        double[] energy = new double[1 << (n - 1)];
        double e = 0;
        for (int k = 1, config = 0; k < energy.Length; k++)
        {
            int bit = BitOperations.TrailingZeroCount(k), i = bit + 1;
            bool apart = (config >> bit & 1) == 0;
            config ^= 1 << bit;
            for (int j = 0; j < n; j++)
            {
                if (j == i) continue;
                bool other = j > 0 && (config >> (j - 1) & 1) == 1;
                e += other != apart ? pull[i, j] : -pull[i, j];
            }
            energy[config] = e;
        }
        return energy;
    }

    private static int Moved(int config, int state, int mask) => state == 0 ? ~config & mask : config ^ (1 << (state - 1));

    private static int Bottom(int[] down, int config)
    {
        int bottom = config;
        while (down[bottom] != bottom) bottom = down[bottom];
        while (down[config] != bottom) (config, down[config]) = (down[config], bottom);
        return bottom;
    }

    private static string[] Side(IReadOnlyList<string> names, int config, bool second) =>
        [.. names.Where((_, i) => (i > 0 && (config >> (i - 1) & 1) == 1) == second)];
}
