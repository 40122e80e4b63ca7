using Entente.Measures;
using Entente.Record;

namespace Entente.Order;

/// <summary>The signed network of the states of a year. Immutable.</summary>
public sealed class StateNetwork
{
    private readonly IReadOnlyList<AlignmentRow> _rows;
    private readonly AlignmentScale? _scale;
    private readonly Dictionary<UndirectedDyad, StateTie> _asked;

    private StateNetwork(int year, IReadOnlyList<(string On, TieRule Rule)> rules, IReadOnlyList<StateId> states, IReadOnlyList<StateTie> asked, IReadOnlyList<AlignmentRow> rows, AlignmentScale? scale)
    {
        (Year, Rules, States, _rows, _scale) = (year, rules, states, rows, scale);
        Ties = [.. asked.Where(t => t.Sign != 0)];
        Network = SignedNetwork.Of(states.Select(s => s.Code), Ties.Select(t => (t.Dyad.First.Code, t.Dyad.Second.Code, t.Sign)));
        _asked = asked.ToDictionary(t => t.Dyad);
    }

    /// <summary>The year.</summary>
    public int Year { get; }

    /// <summary>What the ties rest on, with the bounds.</summary>
    public IReadOnlyList<(string On, TieRule Rule)> Rules { get; }

    /// <summary>Every state of the year, as it is named today, by code; tied or not.</summary>
    public IReadOnlyList<StateId> States { get; }

    /// <summary>The network, its nodes in the order of <see cref="States"/>.</summary>
    public SignedNetwork Network { get; }

    /// <summary>What is behind each tie, in the order of the network's.</summary>
    public IReadOnlyList<StateTie> Ties { get; }

    /// <summary>Dyads known well enough to be asked that make no tie.</summary>
    public int Untied => _asked.Count - Ties.Count;

    /// <summary>Dyads of which too little is known to ask.</summary>
    public int Unknown => (States.Count * (States.Count - 1) / 2) - _asked.Count;

    /// <summary>The tie of two states; null where there is none.</summary>
    public StateTie? Between(StateId a, StateId b) => Look(a, b) is { Sign: not 0 } tie ? tie : null;

    /// <summary>What is known of two states, with a sign of 0 where it makes no tie; null where too little is known.</summary>
    public StateTie? Look(StateId a, StateId b) => a != b && _asked.TryGetValue(new UndirectedDyad(a, b), out StateTie tie) ? tie : null;

    /// <summary>Name of a state as it was called in the year: the Soviet Union for RUS in 1985.</summary>
    public string NameOf(StateId state) => StateRegistry.Default.InYear(state, Year)?.Name ?? state.Code;

    /// <summary>Name of the state at a position.</summary>
    public string NameOf(int position) => NameOf(States[position]);

    /// <summary>How far a tie lies beyond its bound, in the number's unit.</summary>
    public double Excess(StateTie tie)
    {
        TieRule rule = Rules.First(r => string.Equals(r.On, tie.On, StringComparison.Ordinal)).Rule;
        double low = tie.Low ?? tie.Value, high = tie.High ?? tie.Value;
        return low > rule.Above ? low - rule.Above : rule.Below - high;
    }

    /// <summary>Position of a state; −1 where it is not in the system of the year.</summary>
    public int IndexOf(StateId state)
    {
        for (int i = 0; i < States.Count; i++)
            if (States[i] == state) return i;
        return -1;
    }

    /// <summary>Ties where the 90 % interval of overall alignment lies wholly above or below the rule's bounds.</summary>
    /// <param name="year">The year.</param>
    /// <param name="rows">Every dyad of the year.</param>
    /// <param name="scale">The scale of the scores.</param>
    /// <param name="rule">The bounds.</param>
    /// <param name="minInputs">A dyad with fewer indicators known in the year is unknown.</param>
    public static StateNetwork OfAlignment(int year, IReadOnlyList<AlignmentRow> rows, AlignmentScale scale, TieRule rule, int minInputs = 1)
    {
        ArgumentNullException.ThrowIfNull(rows);
        ArgumentNullException.ThrowIfNull(scale);
        ArgumentNullException.ThrowIfNull(rule);
        AlignmentRow[] known = [.. rows.Where(r => r.Inputs >= minInputs).OrderBy(r => r.Dyad.First).ThenBy(r => r.Dyad.Second)];
        var asked = new List<StateTie>(known.Length);
        foreach (AlignmentRow row in known)
        {
            ScoreBand band = ScoreBand.Of(scale, row.Mean, row.Deviation);
            asked.Add(new StateTie(row.Dyad, rule.Sign(band.Low90, band.High90), Alignment, band.Mean, band.Low90, band.High90, row.Inputs));
        }
        return new StateNetwork(year, [(Alignment, TieRule.Checked(rule))], StatesOf(rows.Select(r => r.Dyad)), asked, known, scale);
    }

    /// <summary>Ties by indicators of the record; where several are given and point opposite ways, there is no tie.</summary>
    /// <param name="year">The year.</param>
    /// <param name="panels">Every dyad of the year.</param>
    /// <param name="rules">Indicators with the bounds of each (<see cref="IndicatorTies"/>).</param>
    public static StateNetwork OfIndicators(int year, IReadOnlyList<DyadPanel> panels, IReadOnlyList<(Indicator Indicator, TieRule Rule)> rules)
    {
        ArgumentNullException.ThrowIfNull(panels);
        ArgumentNullException.ThrowIfNull(rules);
        var asked = new List<StateTie>();
        foreach (DyadPanel panel in panels.OrderBy(p => p.Dyad.First).ThenBy(p => p.Dyad.Second))
        {
            var found = rules.Select(r => (r.Indicator, r.Rule, Raw: IndicatorTies.Value(panel, r.Indicator, year))).Where(r => r.Raw.IsKnown)
                .Select(r => (r.Indicator, r.Raw.Value, Sign: r.Rule.Sign(r.Raw.Value, r.Raw.Value))).ToList();
            if (found.Count == 0) continue;
            var speaks = found.OrderByDescending(r => r.Sign != 0).First();
            bool contradicted = found.Any(r => r.Sign == -speaks.Sign && r.Sign != 0);
            asked.Add(new StateTie(panel.Dyad, contradicted ? 0 : speaks.Sign, speaks.Indicator.Id, speaks.Value, null, null, found.Count));
        }
        return new StateNetwork(year, [.. rules.Select(r => (r.Indicator.Id, TieRule.Checked(r.Rule)))], StatesOf(panels.Select(p => p.Dyad)), asked, [], null);
    }

    /// <summary>What the number of a tie is called when it is alignment.</summary>
    public const string Alignment = "alignment";

    /// <summary>
    /// Ties that could have been seen instead: each alignment drawn anew from its posterior, its interval as wide as before, under the same rule; for indicators, which have no interval,
    /// nine tenths of the ties. The same seed gives the same.
    /// </summary>
    public IEnumerable<IReadOnlyList<SignedEdge>> Resamples(int count, int seed)
    {
        for (int r = 0; r < count; r++)
        {
            var random = new CounterRandom((ulong)seed, r, 0);
            yield return _scale is null ? [.. Network.Edges.Where((_, e) => random.Uniform(e) < 0.9)] : Drawn(random);
        }
    }

    private List<SignedEdge> Drawn(CounterRandom random)
    {
        TieRule rule = Rules[0].Rule;
        double below = Bound(rule.Below), above = Bound(rule.Above);
        var index = States.Index().ToDictionary(s => s.Item, s => s.Index);
        var ties = new List<SignedEdge>();
        for (int i = 0; i < _rows.Count; i++)
        {
            AlignmentRow row = _rows[i];
            double mean = row.Mean + (row.Deviation * random.Normal(i)), half = 1.64485363 * row.Deviation;
            int sign = mean - half > above ? 1 : mean + half < below ? -1 : 0;
            if (sign != 0) ties.Add(new SignedEdge(index[row.Dyad.First], index[row.Dyad.Second], sign));
        }
        return ties;
    }

    private double Bound(double score) => score <= 0 ? double.NegativeInfinity : score >= 100 ? double.PositiveInfinity : _scale!.Latent(score);

    private static StateId[] StatesOf(IEnumerable<UndirectedDyad> dyads) => [.. dyads.SelectMany(d => new[] { d.First, d.Second }).Distinct().Order()];
}
