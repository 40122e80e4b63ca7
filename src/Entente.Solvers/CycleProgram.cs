using System.Diagnostics;
using Entente.Order;
using Google.OrTools.LinearSolver;

namespace Entente.Solvers;

/// <summary>The integer program over the cycles known, solved again with the cycles its solution violates until it violates none or time is out.</summary>
internal static class CycleProgram
{
    /// <summary>Closes the gap; gives the lower bound reached, and offers splits on the way.</summary>
    public static int Solve(SignedNetwork network, NegativeCycles cycles, SplitSearch splits, int lower, TimeSpan limit)
    {
        var clock = Stopwatch.StartNew();
        while (lower < splits.Frustrated && clock.Elapsed < limit)
        {
            using Solver solver = Solver.CreateSolver("SCIP") ?? throw new InvalidOperationException("OR-Tools has no SCIP on this platform.");
            Variable[] frustrated = solver.MakeBoolVarArray(network.Edges.Count);
            Objective objective = solver.Objective();
            foreach (Variable f in frustrated) objective.SetCoefficient(f, 1);
            objective.SetMinimization();
            foreach (int[] cycle in cycles.All)
            {
                Constraint atLeastOne = solver.MakeConstraint(1, double.PositiveInfinity);
                foreach (int edge in cycle) atLeastOne.SetCoefficient(frustrated[edge], 1);
            }
            solver.SetTimeLimit((long)Math.Max(1, (limit - clock.Elapsed).TotalMilliseconds));
            Solver.ResultStatus status = solver.Solve();
            if (status is not (Solver.ResultStatus.OPTIMAL or Solver.ResultStatus.FEASIBLE)) break;
            lower = Math.Max(lower, (int)Math.Ceiling(objective.BestBound() - 1e-6));
            double[] weight = [.. frustrated.Select(f => f.SolutionValue())];
            splits.Round(weight);
            if (cycles.AddViolated(weight) == 0 && status != Solver.ResultStatus.OPTIMAL) break;
        }
        return Math.Min(lower, splits.Frustrated);
    }
}
