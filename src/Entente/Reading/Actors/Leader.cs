namespace Entente.Reading;

/// <summary>A person and every spell in office, in order.</summary>
internal sealed record Leader(string Id, string Name, IReadOnlyList<OfficeSpell> Spells)
{
    /// <summary>The office held on a day, the highest one when several are; null when none is.</summary>
    public OfficeSpell? On(DateOnly date)
    {
        OfficeSpell? held = null;
        foreach (OfficeSpell s in Spells)
            if (s.Holds(date) && (held is null || (s.Leads && !held.Leads))) held = s;
        return held;
    }

    /// <summary>The office on the day, or the latest before it, or the first of all; the latest of all when no day is known.</summary>
    public OfficeSpell Nearest(DateOnly? date)
    {
        if (date is not { } d) return Spells[^1];
        if (On(d) is { } now) return now;
        OfficeSpell before = Spells[0];
        foreach (OfficeSpell s in Spells)
            if (s.From <= d) before = s;
        return before;
    }
}

/// <summary>A spell in an office, both ends included.</summary>
/// <param name="Affiliation">A state's code, a territory's code (<c>PSE</c>) or an organisation (<c>org:UN</c>).</param>
/// <param name="Role">The office.</param>
/// <param name="Sector">The part of the state it belongs to.</param>
/// <param name="From">First day.</param>
/// <param name="To">Last day; null while it lasts.</param>
internal sealed record OfficeSpell(string Affiliation, string Role, Sector Sector, DateOnly From, DateOnly? To)
{
    /// <summary>The part of the state it belongs to; an organisation's office is the organisation's.</summary>
    public Sector Sector { get; } = Affiliation.StartsWith("org:", StringComparison.Ordinal) && Sector is Sector.Gov ? Sector.Ngo : Sector;

    /// <summary>The state it serves; null for territories and organisations.</summary>
    public StateId? State { get; } = Affiliation.Length == 3 && StateRegistry.Default.Find(new StateId(Affiliation)) is { } s ? s.Id : null;

    /// <summary>The territory it serves, when that is no member of the state system.</summary>
    public string? Territory => State is null && Affiliation.Length == 3 ? Affiliation : null;

    /// <summary>Whether it leads a state or government: the offices news names by surname alone.</summary>
    public bool Leads { get; } = Role is "president" or "prime minister" or "chancellor" or "premier" or "general secretary" or "first secretary" or "chairman"
        or "supreme leader" or "paramount leader" or "leader" or "king" or "shah" or "taoiseach" or "military leader" or "military ruler" or "head of state" or "emperor"
        or "emir" or "secretary of state" or "acting president" or "Palestinian leader" or "secretary-general";

    public bool Holds(DateOnly date) => From <= date && (To is null || date <= To);
}
