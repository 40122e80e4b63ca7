using Entente.Measures;
using Entente.Record;

namespace Entente.Order;

/// <summary>The signed network of the states of a year. Immutable.</summary>
public sealed class StateNetwork
{
    private readonly IReadOnlyList<AlignmentRow> _rows;
    private readonly AlignmentScale? _scale;
    private readonly Dictionary<UndirectedDyad, StateTie> _byDyad;

    private StateNetwork(int year, IReadOnlyList<(string On, TieRule Rule)> rules, IReadOnlyList<StateId> states, IReadOnlyList<StateTie> ties, int asked,
        IReadOnlyList<AlignmentRow> rows, AlignmentScale? scale)
    {
        (Year, Rules, States, Ties, Untied, _rows, _scale) = (year, rules, states, ties, asked - ties.Count, rows, scale);
        Network = SignedNetwork.Of(states.Select(s => s.Code), ties.Select(t => (t.Dyad.First.Code, t.Dyad.Second.Code, t.Sign)));
        _byDyad = ties.ToDictionary(t => t.Dyad);
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
    public int Untied { get; }

    /// <summary>Dyads of which too little is known to ask.</summary>
    public int Unknown => (States.Count * (States.Count - 1) / 2) - Ties.Count - Untied;

    /// <summary>The tie of two states; null where there is none.</summary>
    public StateTie? Between(StateId a, StateId b) => a != b && _byDyad.TryGetValue(new UndirectedDyad(a, b), out StateTie tie) ? tie : null;

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
        var ties = new List<StateTie>();
        foreach (AlignmentRow row in known)
        {
            ScoreBand band = ScoreBand.Of(scale, row.Mean, row.Deviation);
            if (rule.Sign(band.Low90, band.High90) is not 0 and int sign)
                ties.Add(new StateTie(row.Dyad, sign, Alignment, band.Mean, band.Low90, band.High90, row.Inputs));
        }
        return new StateNetwork(year, [(Alignment, TieRule.Checked(rule))], StatesOf(rows.Select(r => r.Dyad)), ties, known.Length, known, scale);
    }

    /// <summary>Ties by indicators of the record; where several are given and point opposite ways, there is no tie.</summary>
    /// <param name="year">The year.</param>
    /// <param name="panels">Every dyad of the year.</param>
    /// <param name="rules">Indicators with the bounds of each (<see cref="IndicatorTies"/>).</param>
    public static StateNetwork OfIndicators(int year, IReadOnlyList<DyadPanel> panels, IReadOnlyList<(Indicator Indicator, TieRule Rule)> rules)
    {
        ArgumentNullException.ThrowIfNull(panels);
        ArgumentNullException.ThrowIfNull(rules);
        var ties = new List<StateTie>();
        int asked = 0;
        foreach (DyadPanel panel in panels.OrderBy(p => p.Dyad.First).ThenBy(p => p.Dyad.Second))
        {
            var found = rules.Select(r => (r.Indicator, r.Rule, Raw: IndicatorTies.Value(panel, r.Indicator, year))).Where(r => r.Raw.IsKnown).ToList();
            if (found.Count > 0) asked++;
            var tied = found.Select(r => (r.Indicator, Value: r.Raw.Value, Sign: r.Rule.Sign(r.Raw.Value, r.Raw.Value))).Where(r => r.Sign != 0).ToList();
            if (tied.Count == 0 || tied.Any(t => t.Sign != tied[0].Sign)) continue;
            ties.Add(new StateTie(panel.Dyad, tied[0].Sign, tied[0].Indicator.Id, tied[0].Value, null, null, found.Count));
        }
        return new StateNetwork(year, [.. rules.Select(r => (r.Indicator.Id, TieRule.Checked(r.Rule)))], StatesOf(panels.Select(p => p.Dyad)), ties, asked, [], null);
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
