namespace Entente;

/// <summary>
/// Identity of a state: ISO 3166-1 alpha-3 where one exists (<c>CHN</c>), ISO 3166-3's former
/// alpha-3 for states that ended (<c>SUN</c>, <c>YUG</c>, <c>CSK</c>, <c>DDR</c>), and a code of our own, listed
/// in <c>data/actors/states.tsv</c>, where neither exists. Permanent once stored.
/// </summary>
/// <remarks>Invariant: three ASCII capital letters. <c>default</c> is no state and prints as <c>???</c>.</remarks>
public readonly record struct StateId : IComparable<StateId>
{
    private readonly string? _code;

    /// <summary>Makes the identity from its three-letter code.</summary>
    /// <param name="code">Three ASCII capital letters.</param>
    /// <exception cref="ArgumentException">The code is not three ASCII capital letters.</exception>
    public StateId(string code)
    {
        ArgumentNullException.ThrowIfNull(code);
        if (code.Length != 3 || !code.All(char.IsAsciiLetterUpper))
            throw new ArgumentException($"'{code}' is no state code: three capital letters are expected, as in CHN.", nameof(code));
        _code = code;
    }

    /// <summary>The three letters; <c>???</c> for <c>default</c>.</summary>
    public string Code => _code ?? "???";

    /// <inheritdoc/>
    public int CompareTo(StateId other) => string.CompareOrdinal(Code, other.Code);

    /// <inheritdoc/>
    public override string ToString() => Code;

    /// <summary>Ordinal order of codes.</summary>
    public static bool operator <(StateId left, StateId right) => left.CompareTo(right) < 0;

    /// <summary>Ordinal order of codes.</summary>
    public static bool operator >(StateId left, StateId right) => left.CompareTo(right) > 0;

    /// <summary>Ordinal order of codes.</summary>
    public static bool operator <=(StateId left, StateId right) => left.CompareTo(right) <= 0;

    /// <summary>Ordinal order of codes.</summary>
    public static bool operator >=(StateId left, StateId right) => left.CompareTo(right) >= 0;
}
