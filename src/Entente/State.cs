namespace Entente;

/// <summary>A state and the spell in which it was a member of the state system.</summary>
/// <remarks>A state that left and came back (France 1942–1944) has several spells; a state that ended keeps its own identity.</remarks>
/// <param name="Id">Permanent identity.</param>
/// <param name="Cow">Correlates of War number. One number may serve two identities in turn (365: SUN, then RUS).</param>
/// <param name="Name">Short English name.</param>
/// <param name="Spells">Membership spells, in order, both ends included; a null end is still a member.</param>
/// <param name="ContinuedBy">The state that continues it (SUN → RUS), or null.</param>
public sealed record State(StateId Id, int Cow, string Name, IReadOnlyList<StateSpell> Spells, StateId? ContinuedBy)
{
    /// <summary>Gleditsch–Ward numbers, in order of use: one for most, two for Germany (255 to 1945, 260 since).</summary>
    public IReadOnlyList<int> Gw { get; init; } = [];

    /// <summary>Whether it was a member on any day of the year.</summary>
    public bool ExistedIn(int year) => Spells.Any(s => s.From.Year <= year && (s.To is null || s.To.Value.Year >= year));
}

/// <summary>A spell of membership in the state system, both ends included.</summary>
/// <param name="From">First day.</param>
/// <param name="To">Last day; null while it lasts.</param>
public readonly record struct StateSpell(DateOnly From, DateOnly? To);
