namespace Entente.Questions;

/// <summary>The lines a score is given along: overall, which is null, then each dimension.</summary>
public static class Lines
{
    /// <summary>Overall first.</summary>
    public static IReadOnlyList<Dimension?> All { get; } = [null, .. Enum.GetValues<Dimension>().Select(d => (Dimension?)d)];

    /// <summary>The stable name in files and addresses: <c>overall</c>, <c>worldview</c>, …</summary>
    public static string NameOf(Dimension? dimension) => dimension switch
    {
        null => "overall",
        Dimension.Worldview => "worldview",
        Dimension.Economic => "economic",
        Dimension.Military => "military",
        _ => "diplomatic",
    };

    /// <summary>The line of a name; false when there is none.</summary>
    public static bool TryParse(string? name, out Dimension? dimension)
    {
        foreach (Dimension? line in All)
        {
            if (!string.Equals(NameOf(line), name, StringComparison.OrdinalIgnoreCase)) continue;
            dimension = line;
            return true;
        }
        dimension = null;
        return false;
    }
}
