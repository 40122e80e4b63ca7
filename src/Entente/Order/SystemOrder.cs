namespace Entente.Order;

/// <summary>The order of the states of a year: blocs, balance and standing. Immutable.</summary>
public sealed record SystemOrder
{
    /// <summary>The network it is read from.</summary>
    public required StateNetwork States { get; init; }

    /// <summary>Blocs with their stability.</summary>
    public required BlocDivision Blocs { get; init; }

    /// <summary>Resamples behind the stability.</summary>
    public required int Resamples { get; init; }

    /// <summary>The split in two that frustrates fewest ties, with its proof or bound.</summary>
    public required Frustration Balance { get; init; }

    /// <summary>Share of triangles that are balanced; null without triangles.</summary>
    public required double? Triangles { get; init; }

    /// <summary>Walk index (Estrada and Benzi 2014); null for no states.</summary>
    public required double? Walks { get; init; }

    /// <summary>Negative ties between states that positive ties connect: none where the order falls into clusters (Davis 1967).</summary>
    public required IReadOnlyList<SignedEdge> AgainstClusters { get; init; }

    /// <summary>Standing of each state.</summary>
    public required IReadOnlyList<Standing> Standing { get; init; }

    /// <summary>Reads it off a network.</summary>
    /// <param name="states">The network.</param>
    /// <param name="solve">The exact solver of frustration, which lives outside the library.</param>
    /// <param name="resamples">Resamples for the stability of blocs.</param>
    /// <param name="seed">Seed of orders and resamples.</param>
    public static SystemOrder Of(StateNetwork states, Func<SignedNetwork, Frustration> solve, int resamples = 100, int seed = 1)
    {
        ArgumentNullException.ThrowIfNull(states);
        ArgumentNullException.ThrowIfNull(solve);
        SignedNetwork network = states.Network;
        BlocDivision blocs = SignedBlocs.Of(network, states.Resamples(resamples, seed), seed);
        return new SystemOrder
        {
            States = states,
            Blocs = blocs,
            Resamples = resamples,
            Balance = solve(network),
            Triangles = BalanceIndices.Triangles(network),
            Walks = BalanceIndices.Walks(network),
            AgainstClusters = BalanceIndices.AgainstClusters(network),
            Standing = Order.Standing.Of(network, blocs.Bloc),
        };
    }

    /// <summary>Members of each bloc, those with most positive ties within it first; blocs by size.</summary>
    public IReadOnlyList<IReadOnlyList<int>> Members()
    {
        int[] within = new int[States.States.Count];
        foreach (SignedEdge e in States.Network.Edges)
        {
            if (e.Sign < 0 || Blocs.Bloc[e.From] != Blocs.Bloc[e.To]) continue;
            within[e.From]++;
            within[e.To]++;
        }
        return [.. Enumerable.Range(0, within.Length).GroupBy(i => Blocs.Bloc[i]).OrderBy(g => g.Key).Select(g => g.OrderByDescending(i => within[i]).ThenBy(i => i).ToArray())];
    }

    /// <summary>What is behind each frustrated tie, the furthest beyond its bound first.</summary>
    public IReadOnlyList<StateTie> Frustrated()
    {
        var at = States.Network.Edges.Index().ToDictionary(e => e.Item, e => e.Index);
        return [.. Balance.Edges.Select(e => States.Ties[at[e]]).OrderByDescending(States.Excess).ThenBy(t => t.Dyad.ToString(), StringComparer.Ordinal)];
    }
}
