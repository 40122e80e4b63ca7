namespace Entente.Measures.IdealPoints;

/// <summary>Two roll calls on nearly the same text in different sessions; they share their parameters, which ties the sessions' scales together.</summary>
/// <param name="Earlier">Roll call of the earlier session.</param>
/// <param name="Later">Roll call of the later one.</param>
public readonly record struct MatchedResolutions(int Earlier, int Later);

/// <summary>Resolves chains of matched resolutions to their earliest roll call (Bailey, Strezhnev and Voeten 2017, p. 438).</summary>
internal static class ResolutionBridges
{
    /// <summary>For each roll call that is in a pair, the earliest of its chain; pairs that name others than the given ones are passed over.</summary>
    public static Dictionary<int, int> Earliest(IReadOnlyDictionary<int, int> orderOf, IEnumerable<MatchedResolutions> pairs)
    {
        var parent = new Dictionary<int, int>();
        foreach ((int earlier, int later) in pairs)
        {
            if (!orderOf.TryGetValue(earlier, out _) || !orderOf.TryGetValue(later, out _)) continue;
            int a = Root(parent, earlier), b = Root(parent, later);
            if (a == b) continue;
            bool aFirst = orderOf[a] < orderOf[b];
            parent[aFirst ? b : a] = aFirst ? a : b;
        }
        return parent.Keys.ToDictionary(id => id, id => Root(parent, id));
    }

    private static int Root(Dictionary<int, int> parent, int id)
    {
        parent.TryAdd(id, id);
        while (parent[id] != id) id = parent[id] = parent[parent[id]];
        return id;
    }
}
