using System.Globalization;
using Entente.Reading;
using Entente.Scenarios.Dynamics;

namespace Entente.Scenarios.Shocks;

/// <summary>Turns what a conditional of a text supposes into shocks that can be run.</summary>
public static class ConditionalShocks
{
    /// <summary>Change of capabilities of a state said to grow stronger or weaker; texts give no size.</summary>
    public const double Stronger = 1.4, Weaker = 0.6;

    /// <summary>The shocks of a conditional.</summary>
    /// <param name="conditional">The conditional.</param>
    /// <param name="sizes">Sizes of past turns.</param>
    /// <param name="system">The system.</param>
    /// <param name="origin">The system at the origin; states that are not there are left out of groups.</param>
    /// <param name="day">Members of groups are those of this day.</param>
    /// <exception cref="ShockException">It supposes nothing that can be run; the message says why.</exception>
    public static IReadOnlyList<Shock> Of(ConditionalObservation conditional, ShockSizes sizes, StateSystem system, SystemState origin, DateOnly day)
    {
        ArgumentNullException.ThrowIfNull(conditional);
        ArgumentNullException.ThrowIfNull(sizes);
        ArgumentNullException.ThrowIfNull(system);
        ArgumentNullException.ThrowIfNull(origin);
        if (conditional.Shocks.IsEmpty) throw new ShockException("The condition names no change of a state or of a relation that could be run.");
        var shocks = new Dictionary<string, Shock>(StringComparer.Ordinal);
        foreach (ConditionalShock said in conditional.Shocks)
        {
            bool up = said.Change == ShockChange.Up;
            if (said.Variable == ShockVariable.Power)
            {
                foreach (StateId state in Members(said.First, day).Where(Present))
                    shocks.TryAdd($"power {state}", new CapabilityShock(state, up ? Stronger : Weaker, null, ShockSizes.Years, $"{state} capability {(up ? "+40" : "-40")}% over {ShockSizes.Years}y"));
                continue;
            }
            foreach (StateId one in Members(said.First, day).Where(Present))
                foreach (StateId other in Members(said.Second ?? said.First, day).Where(Present))
                {
                    if (one == other) continue;
                    var dyad = new UndirectedDyad(one, other);
                    if (Score(dyad) is not { } score) continue;
                    double points = Math.Round(up ? Math.Min(sizes.Eases, 99 - score) : Math.Max(sizes.Worsens, 1 - score), 1);
                    if (points == 0 || up != points > 0) continue;
                    shocks.TryAdd($"relation {dyad}", new RelationShock(dyad, points, null, true, null, ShockSizes.Years,
                        string.Create(CultureInfo.InvariantCulture, $"{dyad} {(up ? "eases" : "worsens")} by {Math.Abs(points):0.0} over {ShockSizes.Years}y")));
                }
        }
        return shocks.Count > 0 ? [.. shocks.Values] : throw new ShockException("The condition names only actors that are no states, or states without an alignment at the origin.");

        bool Present(StateId state) => system.IndexOf(state) is >= 0 and int i && Array.IndexOf(origin.Members, i) >= 0;

        double? Score(UndirectedDyad dyad)
        {
            int i = Array.IndexOf(origin.Members, system.IndexOf(dyad.First)), j = Array.IndexOf(origin.Members, system.IndexOf(dyad.Second)), c = (i * origin.Size) + j;
            return origin.Known[c] ? 50 + (50 * origin.Alignment[c]) : null;
        }
    }

    /// <summary>The states an actor stands for: itself, an organisation's members; for Europe those of the EU with Britain, Norway and Switzerland, for the West those of NATO and the EU with Japan, Australia, New Zealand and South Korea.</summary>
    public static IReadOnlyList<StateId> Members(string actorId, DateOnly day)
    {
        ArgumentNullException.ThrowIfNull(actorId);
        if (actorId.StartsWith("state:", StringComparison.Ordinal) && actorId.Length == 9) return [new StateId(actorId[6..])];
        return actorId switch
        {
            "group:EUROPE" => [.. Organizations.MembersOf("org:EU", day).Concat(States("GBR", "NOR", "CHE")).Distinct()],
            "group:WEST" => [.. Organizations.MembersOf("org:NATO", day).Concat(Organizations.MembersOf("org:EU", day)).Concat(States("JPN", "AUS", "NZL", "KOR")).Distinct()],
            _ => Organizations.MembersOf(actorId, day),
        };

        static IEnumerable<StateId> States(params string[] codes) => codes.Select(c => new StateId(c));
    }
}
