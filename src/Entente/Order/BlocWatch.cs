namespace Entente.Order;

/// <summary>How likely a state changes its bloc.</summary>
/// <param name="State">The state.</param>
/// <param name="From">Its bloc in the reference division.</param>
/// <param name="Probability">Share of draws in which the change leaves it in another bloc than the same draw without the change.</param>
/// <param name="Drift">Share of draws in which it is in another bloc than in the reference even without the change.</param>
/// <param name="To">The bloc it most often goes to: one of the reference's, or −1 for one that is new (or itself alone).</param>
/// <param name="ToShare">Share of draws in which it goes there.</param>
public sealed record BlocChange(StateId State, int From, double Probability, double Drift, int To, double ToShare);

/// <summary>
/// Follows blocs from a reference to drawn worlds: the division of each is climbed from the reference's, so that blocs keep their names. Built for many draws: a world of 195 states
/// takes some ten milliseconds on a busy machine (docs/benchmarks.md). Safe for several threads; the same scores give the same blocs.
/// </summary>
/// <remarks>In a drawn world every alignment is known, so a dyad is tied where its score itself, not its interval, lies above or below the rule's bounds.</remarks>
public sealed class BlocWatch
{
    private const int Starts = 10;

    private readonly TieRule _rule;
    private readonly int[] _reference;

    /// <summary>Finds the blocs of a reference world.</summary>
    /// <param name="states">The states.</param>
    /// <param name="scores">Alignment 0–100 of each dyad of them, first with second, first with third, …, second with third, …; not a number where unknown.</param>
    /// <param name="rule">When a score makes a tie; <see cref="TieRule.OfAlignment"/> when null.</param>
    /// <param name="seed">Seed of the reference's search.</param>
    /// <exception cref="ArgumentException">There are not as many scores as dyads.</exception>
    public BlocWatch(IReadOnlyList<StateId> states, ReadOnlySpan<float> scores, TieRule? rule = null, int seed = 1)
    {
        ArgumentNullException.ThrowIfNull(states);
        (States, _rule) = (states, TieRule.Checked(rule ?? TieRule.OfAlignment));
        _reference = SignedBlocs.BySize(SignedBlocs.Best(states.Count, Ties(scores), Starts, new Random(seed)));
    }

    /// <summary>The states.</summary>
    public IReadOnlyList<StateId> States { get; }

    /// <summary>Bloc of each state in the reference, from 0 by size.</summary>
    public IReadOnlyList<int> Reference => _reference;

    /// <summary>Blocs of a drawn world: a reference bloc's number where it is still that bloc, a number from the count of states on where it is new.</summary>
    /// <param name="scores">As in the constructor.</param>
    /// <exception cref="ArgumentException">There are not as many scores as dyads.</exception>
    public int[] Follow(ReadOnlySpan<float> scores) => new BlocClimb(States.Count, Ties(scores)).Warm(_reference);

    /// <summary>Blocs of a drawn world without a change and with it; most changes tie and untie nobody, and then the blocs are the same.</summary>
    /// <param name="without">Scores without the change, as in the constructor.</param>
    /// <param name="with">Scores with it.</param>
    /// <exception cref="ArgumentException">There are not as many scores as dyads.</exception>
    public (int[] Without, int[] With) FollowBoth(ReadOnlySpan<float> without, ReadOnlySpan<float> with)
    {
        List<SignedEdge> before = Ties(without), after = Ties(with);
        int[] blocs = new BlocClimb(States.Count, before).Warm(_reference);
        return (blocs, before.SequenceEqual(after) ? blocs : new BlocClimb(States.Count, after).Warm(_reference));
    }

    /// <summary>Which states change bloc, likeliest first.</summary>
    /// <param name="without">Blocs of each draw without the change, by <see cref="Follow"/>.</param>
    /// <param name="with">Blocs of the same draws with it.</param>
    /// <exception cref="ArgumentException">The draws are not as many, or there are none.</exception>
    public IReadOnlyList<BlocChange> Changes(IReadOnlyList<int[]> without, IReadOnlyList<int[]> with)
    {
        ArgumentNullException.ThrowIfNull(without);
        ArgumentNullException.ThrowIfNull(with);
        if (without.Count != with.Count || with.Count == 0) throw new ArgumentException("As many draws with the change as without are expected, and at least one.", nameof(with));
        double draws = with.Count;
        var changes = new List<BlocChange>();
        for (int s = 0; s < States.Count; s++)
        {
            var goes = new Dictionary<int, int>();
            int drift = 0, moved = 0;
            for (int d = 0; d < with.Count; d++)
            {
                if (without[d][s] != _reference[s]) drift++;
                if (with[d][s] == without[d][s]) continue;
                moved++;
                int to = with[d][s] < States.Count ? with[d][s] : -1;
                goes[to] = goes.GetValueOrDefault(to) + 1;
            }
            if (moved == 0) continue;
            (int most, int times) = goes.OrderByDescending(g => g.Value).ThenBy(g => g.Key).First();
            changes.Add(new BlocChange(States[s], _reference[s], moved / draws, drift / draws, most, times / draws));
        }
        return [.. changes.OrderByDescending(c => c.Probability).ThenBy(c => c.State)];
    }

    private List<SignedEdge> Ties(ReadOnlySpan<float> scores)
    {
        int n = States.Count;
        if (scores.Length != n * (n - 1) / 2) throw new ArgumentException(FormattableString.Invariant($"{n} states have {n * (n - 1) / 2} dyads; {scores.Length} scores are given."), nameof(scores));
        var ties = new List<SignedEdge>();
        for (int i = 0, p = 0; i < n; i++)
            for (int j = i + 1; j < n; j++, p++)
                if (_rule.Sign(scores[p], scores[p]) is not 0 and int sign) ties.Add(new SignedEdge(i, j, sign));
        return ties;
    }
}
