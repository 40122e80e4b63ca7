namespace Entente.Scenarios;

/// <summary>Tables to fill a <see cref="StateSystem"/> from: by year (counted from the first) and dyad or state position; not a number until filled.</summary>
public sealed class SystemGrid
{
    private readonly StateId[] _states;
    private readonly Dictionary<StateId, int> _index;

    /// <summary>Makes empty tables.</summary>
    /// <param name="states">The states, by code.</param>
    /// <param name="firstYear">First year.</param>
    /// <param name="lastYear">Last year.</param>
    public SystemGrid(IReadOnlyList<StateId> states, int firstYear, int lastYear)
    {
        ArgumentNullException.ThrowIfNull(states);
        (_states, FirstYear, LastYear) = ([.. states], firstYear, lastYear);
        _index = states.Select((s, i) => (s, i)).ToDictionary(x => x.s, x => x.i);
        int years = lastYear - firstYear + 1, dyads = StateSystem.Dyads(states.Count);
        (Score, Deviation, Dependence, Asymmetry) = (Blank(years, dyads), Blank(years, dyads), Blank(years, dyads), Blank(years, dyads));
        (Neighbour, Rivalry, Pact) = (Blank(years, dyads), Blank(years, dyads), Blank(years, dyads));
        (Capability, Regime) = (Blank(years, states.Count), Blank(years, states.Count));
    }

    /// <summary>First year.</summary>
    public int FirstYear { get; }

    /// <summary>Last year.</summary>
    public int LastYear { get; }

    /// <summary>Alignment 0–100.</summary>
    public float[][] Score { get; }

    /// <summary>Its posterior standard deviation in latent units.</summary>
    public float[][] Deviation { get; }

    /// <summary>log₁₀ of the smaller share of trade.</summary>
    public float[][] Dependence { get; }

    /// <summary>Absolute difference of the log₁₀ of both shares.</summary>
    public float[][] Asymmetry { get; }

    /// <summary>1 for neighbours, 0 for others.</summary>
    public float[][] Neighbour { get; }

    /// <summary>1 in a strategic rivalry.</summary>
    public float[][] Rivalry { get; }

    /// <summary>Alliance commitment, 0 to 3.</summary>
    public float[][] Pact { get; }

    /// <summary>Share of capabilities, by state.</summary>
    public float[][] Capability { get; }

    /// <summary>Electoral democracy, by state.</summary>
    public float[][] Regime { get; }

    /// <summary>Whether the year is one of the grid's.</summary>
    public bool Covers(int year) => year >= FirstYear && year <= LastYear;

    /// <summary>State position, or −1.</summary>
    public int IndexOf(StateId state) => _index.GetValueOrDefault(state, -1);

    /// <summary>Dyad position, or null.</summary>
    public int? PositionOf(UndirectedDyad dyad)
    {
        int one = IndexOf(dyad.First), other = IndexOf(dyad.Second);
        if (one < 0 || other < 0) return null;
        (int i, int j) = one < other ? (one, other) : (other, one);
        return (i * ((2 * _states.Length) - i - 1) / 2) + j - i - 1;
    }

    /// <summary>The system. All but alignments is carried on from its last value; where there never was one it stays unknown, and a border is none.</summary>
    public StateSystem Build()
    {
        foreach (float[][] table in new[] { Dependence, Asymmetry, Neighbour, Rivalry, Pact, Capability, Regime }) Carry(table);
        var index = _index;
        return new StateSystem(_states, Enumerable.Range(0, LastYear - FirstYear + 1).Select(t =>
        {
            int year = FirstYear + t;
            var kinds = new DyadKind[Score[t].Length];
            for (int p = 0; p < kinds.Length; p++)
                kinds[p] = Rivalry[t][p] > 0 ? DyadKind.Rivals : Pact[t][p] >= 3 ? DyadKind.Allies : Neighbour[t][p] > 0 ? DyadKind.Neighbours : DyadKind.Others;
            StateId[] majors = [.. MajorPowers.In(year).Where(index.ContainsKey)];
            for (int i = 0; i < majors.Length; i++)
                for (int j = i + 1; j < majors.Length; j++) kinds[PositionOf(new UndirectedDyad(majors[i], majors[j]))!.Value] = DyadKind.MajorPowers;
            return new SystemYear(year, Score[t], Deviation[t], Dependence[t], Asymmetry[t], [.. Neighbour[t].Select(x => float.IsNaN(x) ? 0 : x)], kinds, Capability[t], Regime[t]);
        }));
    }

    private static void Carry(float[][] table)
    {
        for (int t = 1; t < table.Length; t++)
            for (int i = 0; i < table[t].Length; i++)
                if (float.IsNaN(table[t][i])) table[t][i] = table[t - 1][i];
    }

    private static float[][] Blank(int years, int width) => [.. Enumerable.Range(0, years).Select(_ =>
    {
        var row = new float[width];
        Array.Fill(row, float.NaN);
        return row;
    })];
}
