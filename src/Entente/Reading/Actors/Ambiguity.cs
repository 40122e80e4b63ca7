namespace Entente.Reading;

/// <summary>Settles a name of several states ("Georgia", "Korea", "Congo") by what else the text names; what it does not settle stays said as ambiguous.</summary>
internal static class Ambiguity
{
    public static void Settle(string text, List<ActorMention> found, DateOnly? date)
    {
        HashSet<string>? named = null;
        for (int i = 0; i < found.Count; i++)
        {
            ActorMention m = found[i];
            if (m.Alternatives.IsEmpty || m.Alternatives[0].StartsWith("person:", StringComparison.Ordinal)) continue;
            named ??= [.. found.Where(f => f.State is not null).Select(f => "state:" + f.State)];
            string[] open = date is { } day ? [.. m.Alternatives.Where(a => !a.StartsWith("state:", StringComparison.Ordinal) || Existed(a, day))] : [.. m.Alternatives];
            if (open.Length == 0) open = [.. m.Alternatives];
            string[] backed = open.Length == 1 ? open : [.. open.Where(named.Contains)];
            if (backed.Length == 0 && open.Contains("place:US-GA", StringComparer.Ordinal)) backed = Georgia(text, named);
            if (backed is not [var id])
            {
                if (open.Length < m.Alternatives.Length) found[i] = m with { Alternatives = [.. open] };
                continue;
            }
            StateId state = id is "place:US-GA" ? new StateId("USA") : new StateId(id[6..]);
            found[i] = m with
            {
                ActorId = id,
                State = state,
                Name = m.Kind is ActorKind.Agent ? m.Text : id is "place:US-GA" ? "Georgia (US)" : StateRegistry.Default[state].Name,
                Rule = "ambiguous name settled by " + (open.Length == 1 ? "the date" : id + " elsewhere in the text"),
            };
        }
    }

    private static bool Existed(string actorId, DateOnly day) => StateLines.Existed(StateRegistry.Default[new StateId(actorId[6..])], day);

    // The country's neighbours speak for the country, its towns and offices for the American state.
    private static string[] Georgia(string text, HashSet<string> named)
    {
        bool american = text.Contains("Atlanta", StringComparison.Ordinal) || text.Contains("Savannah", StringComparison.Ordinal) || text.Contains("Fulton County", StringComparison.Ordinal);
        bool country = named.Contains("state:RUS") || named.Contains("state:ARM") || named.Contains("state:AZE") || named.Contains("state:SUN");
        return american == country ? [] : american ? ["place:US-GA"] : ["state:GEO"];
    }
}
