namespace Entente.Reading;

/// <summary>Settles a name of several states ("Georgia", "Korea") by what else the text names.</summary>
internal static class Ambiguity
{
    public static void Settle(List<ActorMention> found)
    {
        var named = new HashSet<string>(StringComparer.Ordinal);
        foreach (ActorMention m in found)
            if (m.State is { } s) named.Add("state:" + s);
        for (int i = 0; i < found.Count; i++)
        {
            ActorMention m = found[i];
            if (m.Alternatives.IsEmpty || m.Kind != ActorKind.State) continue;
            string[] backed = [.. m.Alternatives.Where(named.Contains)];
            // Georgia beside Russia is the country: the two are neighbours and the American state is not.
            if (backed.Length == 0 && m.Alternatives.Contains("place:US-GA", StringComparer.Ordinal)
                && (named.Contains("state:RUS") || named.Contains("state:ARM") || named.Contains("state:AZE")) && !named.Contains("state:USA"))
                backed = ["state:GEO"];
            if (backed is not [var id]) continue;
            var state = new StateId(id[6..]);
            found[i] = m with { ActorId = id, State = state, Name = StateRegistry.Default[state].Name, Rule = "ambiguous name settled by " + id + " elsewhere in the text" };
        }
    }
}
