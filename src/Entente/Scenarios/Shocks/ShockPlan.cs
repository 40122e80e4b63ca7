using Entente.Scenarios.Dynamics;

namespace Entente.Scenarios.Shocks;

/// <summary>Shocks laid out over the years of a simulation: what is set, added or multiplied in each. Checked: what is impossible, contradictory or out of time is refused.</summary>
public sealed class ShockPlan
{
    private readonly SystemState _origin;
    private readonly float[] _capability, _regime, _dependence;
    private readonly List<(int State, CapabilityShock Shock)> _capabilities = [];
    private readonly List<(int State, RegimeShock Shock)> _regimes = [];
    private readonly List<(int Cell, int Mirror, TradeShock Shock)> _trades = [];

    /// <summary>Lays shocks out.</summary>
    /// <param name="shocks">The shocks.</param>
    /// <param name="system">The system.</param>
    /// <param name="origin">The system at the origin.</param>
    /// <param name="originYear">The year of it.</param>
    /// <param name="years">Years simulated.</param>
    /// <exception cref="ShockException">One cannot be run; the message says why and what is allowed.</exception>
    public ShockPlan(IReadOnlyList<Shock> shocks, StateSystem system, SystemState origin, int originYear, int years)
    {
        ArgumentNullException.ThrowIfNull(shocks);
        ArgumentNullException.ThrowIfNull(system);
        ArgumentNullException.ThrowIfNull(origin);
        (Shocks, OriginYear, Years, _origin) = (shocks, originYear, years, origin);
        (_capability, _regime, _dependence) = ([.. origin.Capability], [.. origin.Regime], [.. origin.Dependence]);
        var check = new ShockCheck(system, origin, originYear, years);
        ShockCheck.Contradictions(shocks);
        foreach (Shock shock in shocks)
        {
            check.Time(shock);
            switch (shock)
            {
                case RelationShock r:
                    (int i, int j) = check.Relation(r);
                    Relations.Add((Math.Min(i, j), Math.Max(i, j), r));
                    break;
                case CapabilityShock c:
                    _capabilities.Add((check.Capability(c), c));
                    break;
                case RegimeShock g:
                    _regimes.Add((check.Regime(g), g));
                    break;
                case TradeShock t:
                    (int a, int b) = check.Trade(t);
                    _trades.Add(((a * origin.Size) + b, (b * origin.Size) + a, t));
                    break;
            }
        }
    }

    /// <summary>The shocks.</summary>
    public IReadOnlyList<Shock> Shocks { get; }

    /// <summary>The year before the first.</summary>
    public int OriginYear { get; }

    /// <summary>Years simulated.</summary>
    public int Years { get; }

    /// <summary>Shocks of relations with the positions of their states among those present, the smaller first.</summary>
    public List<(int One, int Other, RelationShock Shock)> Relations { get; } = [];

    /// <summary>Whether something other than relations is changed.</summary>
    public bool MovesContext => _capabilities.Count + _regimes.Count + _trades.Count > 0;

    /// <summary>Positions of all states named.</summary>
    public IEnumerable<int> Named => Relations.SelectMany(r => new[] { r.One, r.Other }).Concat(_capabilities.Select(c => c.State)).Concat(_regimes.Select(r => r.State))
        .Concat(_trades.SelectMany(t => new[] { t.Cell / _origin.Size, t.Cell % _origin.Size })).Distinct();

    /// <summary>Share of a shock that has come about by the end of a year (1 for the first simulated).</summary>
    public double Share(Shock shock, int year)
    {
        ArgumentNullException.ThrowIfNull(shock);
        int first = (shock.FirstYear ?? OriginYear + 1) - OriginYear;
        return Math.Clamp((year - first + 1) / (double)shock.Over, 0, 1);
    }

    /// <summary>Sets capabilities, regimes and trade of a system to what they are in a year.</summary>
    public void Apply(SystemState state, int year)
    {
        ArgumentNullException.ThrowIfNull(state);
        foreach ((int i, CapabilityShock shock) in _capabilities) state.Capability[i] = _capability[i] * (float)Math.Pow(shock.Factor, Share(shock, year));
        foreach ((int i, RegimeShock shock) in _regimes) state.Regime[i] = _regime[i] + (float)(shock.Change * Share(shock, year));
        foreach ((int cell, int mirror, TradeShock shock) in _trades)
            state.Dependence[cell] = state.Dependence[mirror] = _dependence[cell] + (float)(Math.Log10(shock.Factor) * Share(shock, year));
    }

    /// <summary>Where a relation stands at the end of a year.</summary>
    /// <param name="shock">The shock.</param>
    /// <param name="year">The year.</param>
    /// <param name="start">Its alignment (−1 to 1) at the origin.</param>
    /// <param name="free">Where it would stand in the simulation of the shock, left to itself this year.</param>
    /// <param name="baseline">Where it stands without any shock.</param>
    public float Force(RelationShock shock, int year, float start, float free, float baseline)
    {
        ArgumentNullException.ThrowIfNull(shock);
        double now = Share(shock, year), before = Share(shock, year - 1);
        if (now == 0) return free;
        if (!shock.Held && before >= 1) return free;
        double value = shock.Target is { } target
            ? start + (now * (SystemState.Centred((float)target) - start))
            : shock.Held ? baseline + (now * shock.Points!.Value / 50) : free + ((now - before) * shock.Points!.Value / 50);
        return (float)Math.Clamp(value, -1, 1);
    }
}
