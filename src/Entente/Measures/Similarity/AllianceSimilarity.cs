namespace Entente.Measures.Similarity;

/// <summary>A commitment between two states in a year.</summary>
/// <param name="Ccode1">One state.</param>
/// <param name="Ccode2">The other.</param>
/// <param name="Level">3 defence or offence, 2 neutrality or consultation, 1 non-aggression (ATOP's order).</param>
public readonly record struct AllianceCommitment(int Ccode1, int Ccode2, int Level);

/// <summary>Likeness of alliance portfolios: each state's commitment to every member of the system, itself included (3); none is 0.</summary>
public static class AllianceSimilarity
{
    private const int Levels = 4;

    /// <summary>All pairs of the system's members of a year.</summary>
    /// <param name="commitments">Commitments in force; the highest counts where there are several, those with non-members are passed over.</param>
    /// <param name="members">Members of the state system in the year.</param>
    /// <param name="year">The year.</param>
    /// <param name="only">Only pairs with this state; null is all.</param>
    public static DyadSimilarity[] Of(IEnumerable<AllianceCommitment> commitments, IReadOnlyList<int> members, int year, int? only = null)
    {
        ArgumentNullException.ThrowIfNull(commitments);
        ArgumentNullException.ThrowIfNull(members);
        int[] states = [.. members.Distinct().Order()];
        var at = states.Index().ToDictionary(s => s.Item, s => s.Index);
        int[] level = new int[states.Length * states.Length];
        for (int i = 0; i < states.Length; i++) level[(i * states.Length) + i] = 3;
        foreach (AllianceCommitment c in commitments)
        {
            if (!at.TryGetValue(c.Ccode1, out int a) || !at.TryGetValue(c.Ccode2, out int b)) continue;
            ref int forward = ref level[(a * states.Length) + b], backward = ref level[(b * states.Length) + a];
            forward = backward = Math.Max(Math.Max(forward, backward), c.Level);
        }
        double[] ones = new double[states.Length];
        Array.Fill(ones, 1.0);
        var profiles = new Profiles(states, Levels, ones);
        for (int i = 0; i < states.Length; i++)
            for (int j = 0; j < states.Length; j++) profiles.Set(i, j, level[(i * states.Length) + j]);

        var rows = new List<DyadSimilarity>(only is null ? states.Length * (states.Length - 1) / 2 : states.Length);
        Span<double> table = stackalloc double[Levels * Levels];
        for (int i = 0; i < states.Length; i++)
            for (int j = i + 1; j < states.Length; j++)
            {
                if (only is { } one && states[i] != one && states[j] != one) continue;
                int shared = profiles.Table(i, j, table);
                rows.Add(new DyadSimilarity(states[i], states[j], year, shared, SimilarityScores.Of(table, Levels), shared));
            }
        return [.. rows];
    }
}
