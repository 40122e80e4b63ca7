using Entente.Measures.Breaks;
using Entente.Record;

namespace Entente.Scenarios.Shocks;

/// <summary>Measures how far alignment has moved in past turns and wars: the sizes of shocks that give none.</summary>
public static class ShockSizeEstimator
{
    /// <summary>Medians of the change from the year before to two years after, over what had happened by the origin.</summary>
    /// <param name="system">The system.</param>
    /// <param name="turns">Rifts and rapprochements; those of probability .5 and more count.</param>
    /// <param name="conflicts">Armed conflicts.</param>
    /// <param name="originYear">Nothing later is used.</param>
    public static ShockSizes Of(StateSystem system, IEnumerable<Break> turns, IEnumerable<(UndirectedDyad Dyad, Episode Conflict)> conflicts, int originYear)
    {
        ArgumentNullException.ThrowIfNull(system);
        ArgumentNullException.ThrowIfNull(turns);
        ArgumentNullException.ThrowIfNull(conflicts);
        List<double> eases = [], worsens = [], begins = [], ends = [];
        foreach (Break turn in turns)
            if (turn.Probability >= 0.5 && Change(system, turn.Dyad, turn.Year, originYear) is { } moved) (turn.Turn == Turn.Rapprochement ? eases : worsens).Add(moved);
        foreach ((UndirectedDyad dyad, Episode conflict) in conflicts)
        {
            if (Change(system, dyad, conflict.FirstYear, originYear) is { } fell) begins.Add(fell);
            if (conflict.LastYear is { } last && Change(system, dyad, last + 1, originYear) is { } rose) ends.Add(rose);
        }
        return new ShockSizes(Math.Max(1, Median(eases)), Math.Min(-1, Median(worsens)), Math.Min(-1, Median(begins)), Math.Max(1, Median(ends)), [eases.Count, worsens.Count, begins.Count, ends.Count]);
    }

    private static double? Change(StateSystem system, UndirectedDyad dyad, int year, int originYear)
    {
        int one = system.IndexOf(dyad.First), other = system.IndexOf(dyad.Second), last = year + ShockSizes.Years - 1;
        if (one < 0 || other < 0 || year - 1 < system.FirstYear || last > originYear) return null;
        int p = system.PositionOf(one, other);
        double change = system[last].Score[p] - system[year - 1].Score[p];
        return double.IsNaN(change) ? null : change;
    }

    private static double Median(List<double> values)
    {
        values.Sort();
        return values.Count == 0 ? 0 : Math.Round(values[values.Count / 2], 1);
    }
}
