using Entente.Record;

namespace Entente.Measures;

/// <summary>Place of a dyad's overall score among the dyads of the year that are at least as well covered. Immutable.</summary>
/// <param name="Year">The year.</param>
/// <param name="Rank">1 for the highest score; equal scores share the better place.</param>
/// <param name="Of">Dyads compared, this one included.</param>
/// <param name="Coverage">Least share of raw inputs known that a dyad needed to be compared: this dyad's own.</param>
/// <param name="Score">The score ranked, from the year's own values without any carried forward.</param>
public sealed record AlignmentRank(int Year, int Rank, int Of, double Coverage, double Score)
{
    /// <summary>Ranks a dyad in a year's cross-section; null when it is not there or has no score in it.</summary>
    /// <param name="crossSection">Every dyad of the year (<see cref="IRecordStore.ReadYear"/>).</param>
    /// <param name="dyad">The dyad.</param>
    /// <param name="year">The year.</param>
    /// <remarks>All are scored from the one year alone, so that no dyad gains by a carried value that another was not offered.</remarks>
    public static AlignmentRank? Find(IReadOnlyList<DyadPanel> crossSection, UndirectedDyad dyad, int year)
    {
        ArgumentNullException.ThrowIfNull(crossSection);
        if (crossSection.FirstOrDefault(p => p.Dyad == dyad) is not { } own) return null;
        Alignment mine = AlignmentScorer.Score(own, year)[0];
        if (!mine.Score.IsKnown) return null;
        int compared = 0, better = 0;
        foreach (DyadPanel panel in crossSection)
        {
            Alignment other = AlignmentScorer.Score(panel, year)[0];
            if (!other.Score.IsKnown || other.Coverage < mine.Coverage) continue;
            compared++;
            if (other.Score.Value > mine.Score.Value) better++;
        }
        return new AlignmentRank(year, better + 1, compared, mine.Coverage, mine.Score.Value);
    }
}
