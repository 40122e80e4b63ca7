namespace Entente.Order;

/// <summary>The kinds of strategic triangle (Dittmer 1981).</summary>
public enum StrategicTriangleKind
{
    /// <summary>+ + +: three friends. Balanced.</summary>
    MenageATrois,

    /// <summary>+ + −: one friend of two enemies, the pivot. Unbalanced.</summary>
    Romantic,

    /// <summary>+ − −: two friends against a third. Balanced.</summary>
    StableMarriage,

    /// <summary>− − −: three enemies. Unbalanced.</summary>
    UnitVeto,
}

/// <summary>Three states and the signs of their ties.</summary>
/// <param name="Kind">Which kind.</param>
/// <param name="Odd">The state that stands out: pivot of a romantic triangle, outcast of a stable marriage; 0, 1, 2; null where all are alike.</param>
public readonly record struct StrategicTriangle(StrategicTriangleKind Kind, int? Odd)
{
    /// <summary>Whether the product of the signs is positive (Heider 1946; Cartwright and Harary 1956).</summary>
    public bool IsBalanced => Kind is StrategicTriangleKind.MenageATrois or StrategicTriangleKind.StableMarriage;

    /// <summary>The triangle of three states 0, 1, 2.</summary>
    /// <param name="sign01">Sign of the tie of 0 and 1, not 0.</param>
    /// <param name="sign02">Sign of the tie of 0 and 2.</param>
    /// <param name="sign12">Sign of the tie of 1 and 2.</param>
    /// <exception cref="ArgumentOutOfRangeException">A sign is 0: there is no tie, hence no triangle.</exception>
    public static StrategicTriangle Of(int sign01, int sign02, int sign12)
    {
        ArgumentOutOfRangeException.ThrowIfZero(sign01);
        ArgumentOutOfRangeException.ThrowIfZero(sign02);
        ArgumentOutOfRangeException.ThrowIfZero(sign12);
        int positive = (sign01 > 0 ? 1 : 0) + (sign02 > 0 ? 1 : 0) + (sign12 > 0 ? 1 : 0);
        // The tie that differs from the two others stands opposite the state that stands out.
        int? Opposite(bool sign) => sign12 > 0 == sign ? 0 : sign02 > 0 == sign ? 1 : 2;
        return positive switch
        {
            3 => new(StrategicTriangleKind.MenageATrois, null),
            2 => new(StrategicTriangleKind.Romantic, Opposite(false)),
            1 => new(StrategicTriangleKind.StableMarriage, Opposite(true)),
            _ => new(StrategicTriangleKind.UnitVeto, null),
        };
    }
}
