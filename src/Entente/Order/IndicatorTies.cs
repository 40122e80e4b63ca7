using Entente.Measures;
using Entente.Record;

namespace Entente.Order;

/// <summary>How an indicator ties two states when no bounds are given.</summary>
public static class IndicatorTies
{
    /// <summary>The value of a dyad in a year, both directions joined as the alignment model joins them.</summary>
    public static Measurement Value(DyadPanel panel, Indicator indicator, int year)
    {
        ArgumentNullException.ThrowIfNull(panel);
        return ItemOf(indicator).Raw(panel, year);
    }

    /// <summary>
    /// For what is counted or ordered: any at all makes a tie, negative for disputes, rivalry, sanctions and armed conflict. For shares and likeness: a standard deviation above the mean of the year's
    /// dyads is a positive tie and, for likeness of votes and regimes, one below a negative tie.
    /// </summary>
    /// <param name="indicator">The indicator.</param>
    /// <param name="values">Its known values of the year's dyads.</param>
    public static TieRule RuleOf(Indicator indicator, IReadOnlyCollection<double> values)
    {
        ArgumentNullException.ThrowIfNull(values);
        AlignmentItem item = ItemOf(indicator);
        if (item.Item.IsOrdinal || values.Count < 2) return new TieRule(double.NegativeInfinity, 0, item.Item.Sign < 0);
        double mean = values.Average(), deviation = Math.Sqrt(values.Sum(v => (v - mean) * (v - mean)) / (values.Count - 1));
        bool likeness = indicator == Indicators.VoteAgreement || indicator == Indicators.RegimeSimilarity;
        return new TieRule(likeness ? mean - deviation : double.NegativeInfinity, mean + deviation);
    }

    /// <summary>Whether more of the indicator is hostility.</summary>
    public static bool IsHostile(Indicator indicator) => ItemOf(indicator).Item.Sign < 0;

    private static AlignmentItem ItemOf(Indicator indicator) => AlignmentItems.All.First(i => i.Indicator == indicator);
}
