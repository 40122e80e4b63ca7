using System.Diagnostics;
using Entente.Order;
using Google.OrTools.LinearSolver;

namespace Entente.Solvers;

/// <summary>The linear relaxation: Σf least, Σ_C f ≥ 1 for the negative cycles known, 0 ≤ f ≤ 1.</summary>
internal sealed class CycleRelaxation : IDisposable
{
    private const int MostRounds = 500;

    private readonly SignedNetwork _network;
    private readonly NegativeCycles _cycles;
    private readonly Solver _solver = Solver.CreateSolver("GLOP") ?? throw new InvalidOperationException("OR-Tools has no GLOP on this platform.");
    private readonly Variable[] _frustrated;
    private int _added;

    public CycleRelaxation(SignedNetwork network, NegativeCycles cycles)
    {
        (_network, _cycles) = (network, cycles);
        _frustrated = _solver.MakeNumVarArray(network.Edges.Count, 0, 1);
        Objective objective = _solver.Objective();
        foreach (Variable f in _frustrated) objective.SetCoefficient(f, 1);
        objective.SetMinimization();
    }

    /// <summary>Least sum of the last solution: no split frustrates fewer ties.</summary>
    public double Bound { get; private set; }

    /// <summary>Adds violated cycles until there is none, the bound meets the best split, or time is out; offers splits on the way.</summary>
    public double Tighten(SplitSearch splits, TimeSpan limit)
    {
        var clock = Stopwatch.StartNew();
        for (int round = 0; round < MostRounds && clock.Elapsed < limit; round++)
        {
            for (; _added < _cycles.All.Count; _added++)
            {
                Constraint atLeastOne = _solver.MakeConstraint(1, double.PositiveInfinity);
                foreach (int edge in _cycles.All[_added]) atLeastOne.SetCoefficient(_frustrated[edge], 1);
            }
            _solver.SetTimeLimit((long)Math.Max(1, (limit - clock.Elapsed).TotalMilliseconds));
            if (_solver.Solve() != Solver.ResultStatus.OPTIMAL) break;
            Bound = _solver.Objective().Value();
            double[] weight = [.. _frustrated.Select(f => f.SolutionValue())];
            splits.Round(weight);
            if (Math.Ceiling(Bound - 1e-6) >= splits.Frustrated || _cycles.AddViolated(weight) == 0) break;
        }
        return Bound;
    }

    /// <summary>Ties that are frustrated in every split with that many, or in none, by reduced cost; null where it is open.</summary>
    public bool?[] FixedTies(int optimum)
    {
        double gap = optimum - Bound + 1e-6;
        return [.. _frustrated.Select(f => f.ReducedCost() switch
        {
            double c when c > gap => false,
            double c when c < -gap => true,
            _ => (bool?)null,
        })];
    }

    public void Dispose() => _solver.Dispose();
}
