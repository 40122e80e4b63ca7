namespace Entente.Measures;

/// <summary>The overall alignment of one dyad in a year, as a cross-section holds it.</summary>
/// <param name="Dyad">The dyad, as its states are named today.</param>
/// <param name="Year">The year.</param>
/// <param name="Mean">Posterior mean in latent units.</param>
/// <param name="Deviation">Posterior standard deviation in latent units.</param>
/// <param name="Inputs">Indicators with a value in the year.</param>
public readonly record struct AlignmentRow(UndirectedDyad Dyad, int Year, double Mean, double Deviation, int Inputs);

/// <summary>Place of a dyad among all dyads of a year. Immutable.</summary>
/// <param name="Year">The year.</param>
/// <param name="Rank">1 for the highest; equal ones share the better place.</param>
/// <param name="Of">Dyads compared, this one included.</param>
public sealed record AlignmentRank(int Year, int Rank, int Of)
{
    /// <summary>Ranks a dyad in a year's cross-section; null when it is not there.</summary>
    /// <param name="crossSection">Every dyad of the year.</param>
    /// <param name="dyad">The dyad.</param>
    /// <param name="year">The year.</param>
    public static AlignmentRank? Find(IReadOnlyList<AlignmentRow> crossSection, UndirectedDyad dyad, int year)
    {
        ArgumentNullException.ThrowIfNull(crossSection);
        foreach (AlignmentRow own in crossSection)
            if (own.Dyad == dyad) return new AlignmentRank(year, crossSection.Count(r => r.Mean > own.Mean) + 1, crossSection.Count);
        return null;
    }
}
