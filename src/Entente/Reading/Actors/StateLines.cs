using System.Collections.Concurrent;

namespace Entente.Reading;

/// <summary>The state that a name of today meant on another day: "Russia" in 1980 is the Soviet Union.</summary>
internal static class StateLines
{
    private static readonly ConcurrentDictionary<StateId, State[]> Lines = new();

    /// <summary>The state itself where it was a member then, else the member of its line on the day; itself when there was none.</summary>
    public static StateId AsOf(StateId id, DateOnly day)
    {
        State[] line = Lines.GetOrAdd(id, static i => [.. StateRegistry.Default.Lineage(i)]);
        StateId then = id;
        foreach (State state in line)
        {
            if (!Existed(state, day)) continue;
            if (state.Id == id) return id;
            then = state.Id;
        }
        return then;
    }

    /// <summary>Whether the state was a member of the system on the day.</summary>
    public static bool Existed(State state, DateOnly day)
    {
        foreach (StateSpell s in state.Spells)
            if (s.From <= day && (s.To is null || day <= s.To)) return true;
        return false;
    }
}
