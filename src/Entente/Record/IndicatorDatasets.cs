using System.Collections.Immutable;

namespace Entente.Record;

/// <summary>Which published datasets an indicator's values are read from.</summary>
public static class IndicatorDatasets
{
    /// <summary>Ids of all of them. Trade changes its dataset after 2014; visits have one for each state covered.</summary>
    public static ImmutableArray<string> Of(Indicator indicator)
    {
        ArgumentNullException.ThrowIfNull(indicator);
        if (indicator == Indicators.TradeDependence) return ["trade", "trade-itpde"];
        if (indicator == Indicators.LeaderVisits) return ["visits-us", "visits-china"];
        return [indicator.DatasetId];
    }

    /// <summary>Those described, in the order in which they are used.</summary>
    /// <param name="indicator">The indicator.</param>
    /// <param name="datasets">What the panel was computed from.</param>
    public static IEnumerable<DatasetInfo> Of(Indicator indicator, IReadOnlyList<DatasetInfo> datasets)
    {
        ArgumentNullException.ThrowIfNull(datasets);
        return Of(indicator).SelectMany(id => datasets.Where(d => string.Equals(d.Id, id, StringComparison.Ordinal)));
    }

    /// <summary>Those that a value of one year was read from: the first of trade that covers it, since the later continues the earlier.</summary>
    /// <param name="indicator">The indicator.</param>
    /// <param name="datasets">What the panel was computed from.</param>
    /// <param name="year">The year of the value.</param>
    public static IEnumerable<DatasetInfo> Of(Indicator indicator, IReadOnlyList<DatasetInfo> datasets, int year)
    {
        IEnumerable<DatasetInfo> covering = Of(indicator, datasets).Where(d => d.FirstYear <= year && year <= d.LastYear);
        return indicator == Indicators.TradeDependence ? covering.Take(1) : covering;
    }
}
