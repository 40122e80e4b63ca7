namespace Entente.Scenarios;

/// <summary>The system of states over the years as the dynamics see it: alignments by nowcast, and what else bears on them. Every array is by dyad position or by state position.</summary>
/// <remarks>States are named as today: the years of a predecessor are those of its successor.</remarks>
public sealed class StateSystem
{
    private readonly SystemYear[] _years;
    private readonly Dictionary<StateId, int> _index;

    /// <summary>Makes it.</summary>
    /// <param name="states">Every state that ever had an alignment, by code.</param>
    /// <param name="years">Consecutive years, oldest first.</param>
    /// <exception cref="ArgumentException">The years do not follow one another.</exception>
    public StateSystem(IReadOnlyList<StateId> states, IEnumerable<SystemYear> years)
    {
        ArgumentNullException.ThrowIfNull(states);
        (States, _years) = (states, [.. years]);
        if (_years.Length == 0 || _years.Where((y, i) => y.Year != _years[0].Year + i).Any())
            throw new ArgumentException("One year after the other is expected.", nameof(years));
        _index = states.Select((s, i) => (s, i)).ToDictionary(x => x.s, x => x.i);
        (First, Second) = (new short[Dyads(states.Count)], new short[Dyads(states.Count)]);
        for (int i = 0, p = 0; i < states.Count; i++)
            for (int j = i + 1; j < states.Count; j++, p++) (First[p], Second[p]) = ((short)i, (short)j);
    }

    /// <summary>The states; positions in them are state positions.</summary>
    public IReadOnlyList<StateId> States { get; }

    /// <summary>State position of the first state of each dyad position.</summary>
    public short[] First { get; }

    /// <summary>State position of the second state of each dyad position.</summary>
    public short[] Second { get; }

    /// <summary>First year.</summary>
    public int FirstYear => _years[0].Year;

    /// <summary>Last year.</summary>
    public int LastYear => _years[^1].Year;

    /// <summary>A year.</summary>
    /// <exception cref="ArgumentOutOfRangeException">It is none of the system's.</exception>
    public SystemYear this[int year] => year >= FirstYear && year <= LastYear ? _years[year - FirstYear]
        : throw new ArgumentOutOfRangeException(nameof(year), FormattableString.Invariant($"The system is known for {FirstYear} to {LastYear}, not for {year}."));

    /// <summary>State position, or −1.</summary>
    public int IndexOf(StateId state) => _index.GetValueOrDefault(state, -1);

    /// <summary>Dyad position of two state positions.</summary>
    public int PositionOf(int one, int other)
    {
        (int i, int j) = one < other ? (one, other) : (other, one);
        return (i * (2 * States.Count - i - 1) / 2) + j - i - 1;
    }

    /// <summary>The dyad of a position.</summary>
    public UndirectedDyad DyadOf(int position) => new(States[First[position]], States[Second[position]]);

    /// <summary>Number of dyads of so many states.</summary>
    public static int Dyads(int states) => states * (states - 1) / 2;
}

/// <summary>One year of the system. What is not known is not a number.</summary>
/// <param name="Year">The year.</param>
/// <param name="Score">Alignment 0–100 of each dyad, from nothing later than the year.</param>
/// <param name="Deviation">Its posterior standard deviation in latent units.</param>
/// <param name="Dependence">Smaller of the two shares of trade, as log₁₀(share + 10⁻⁵); the last known value.</param>
/// <param name="Asymmetry">Absolute difference of the logarithms of the two shares; the last known value.</param>
/// <param name="Neighbour">1 where the two share a border on land or water; 0 where not.</param>
/// <param name="Kind">Kind of each dyad.</param>
/// <param name="Capability">Share of the material capabilities of the system, by state; the last known value.</param>
/// <param name="Regime">Electoral democracy 0–1, by state; the last known value.</param>
public sealed record SystemYear(int Year, float[] Score, float[] Deviation, float[] Dependence, float[] Asymmetry, float[] Neighbour,
    DyadKind[] Kind, float[] Capability, float[] Regime);

/// <summary>Kinds of dyad that skill is told by; the first that applies.</summary>
public enum DyadKind : byte
{
    /// <summary>Both are major powers (Correlates of War).</summary>
    MajorPowers,

    /// <summary>A strategic rivalry.</summary>
    Rivals,

    /// <summary>A pact of defence or offence.</summary>
    Allies,

    /// <summary>A common border on land or up to 24 miles of water.</summary>
    Neighbours,

    /// <summary>None of these.</summary>
    Others,
}
