using System.Collections.Frozen;

namespace Entente.Reading;

/// <summary>Members of international organisations, alliances and groups, by day, from <c>data/actors/members.tsv</c>. Immutable and thread-safe.</summary>
public static class Organizations
{
    private static readonly Lazy<FrozenDictionary<string, Membership[]>> ByOrganization = new(() =>
        Memberships().GroupBy(m => m.Organization, StringComparer.Ordinal).ToFrozenDictionary(g => g.Key, g => g.ToArray(), StringComparer.Ordinal));

    /// <summary>The members on a day, by code; empty when the organisation is not in the table or did not exist then.</summary>
    /// <param name="actorId">Identity as in <see cref="ActorMention.ActorId"/>: <c>org:NATO</c>, <c>group:BRICS</c>.</param>
    /// <param name="date">The day; null asks for those whose membership still lasts.</param>
    public static IReadOnlyList<StateId> MembersOf(string actorId, DateOnly? date)
    {
        ArgumentNullException.ThrowIfNull(actorId);
        return ByOrganization.Value.TryGetValue(actorId, out Membership[]? all)
            ? [.. all.Where(m => m.Holds(date)).Select(m => m.State).Order()]
            : [];
    }

    /// <summary>Whether a state was a member on a day; null when the organisation is not in the table.</summary>
    public static bool? IsMember(string actorId, StateId state, DateOnly? date)
    {
        ArgumentNullException.ThrowIfNull(actorId);
        if (!ByOrganization.Value.TryGetValue(actorId, out Membership[]? all)) return null;
        return all.Any(m => m.State == state && m.Holds(date));
    }

    private static IEnumerable<Membership> Memberships() => ActorTable.Rows("members", 4).Select(f => new Membership(f[0], new StateId(f[1]),
        ActorTable.Day(f[2]) ?? throw new FormatException($"members.tsv: {f[1]} in {f[0]} has no first day."), ActorTable.Day(f[3])));

    private sealed record Membership(string Organization, StateId State, DateOnly From, DateOnly? To)
    {
        public bool Holds(DateOnly? date) => date is { } d ? From <= d && (To is null || d <= To) : To is null;
    }
}
