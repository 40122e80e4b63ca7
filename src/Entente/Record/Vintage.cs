using System.Collections.Immutable;

namespace Entente.Record;

/// <summary>What "as of a day" leaves out.</summary>
public enum Vintage
{
    /// <summary>What happened, or is counted, after the day. What is said of earlier years may have been published since.</summary>
    Cut,

    /// <summary>Also every dataset whose version was not surely out on the day.</summary>
    Strict,
}

/// <summary>How many of a dyad's indicators rest on datasets that were out on a day.</summary>
/// <param name="Day">The day.</param>
/// <param name="Vintage">Whether those that were not are left out.</param>
/// <param name="InTime">Indicators with values of datasets that were all out.</param>
/// <param name="Later">Indicators with a value of a dataset published later.</param>
/// <param name="NotKnown">Indicators with a value of a dataset whose release is not known, and of none published later.</param>
public sealed record VintageReport(DateOnly Day, Vintage Vintage, ImmutableArray<Indicator> InTime, ImmutableArray<Indicator> Later, ImmutableArray<Indicator> NotKnown)
{
    /// <summary>Looks through the values of a dyad up to the day.</summary>
    /// <param name="panel">The record of the dyad, cut at the day, with nothing left out for its vintage.</param>
    /// <param name="datasets">What the panel was computed from.</param>
    /// <param name="day">The day.</param>
    /// <param name="vintage">What is done with later datasets.</param>
    public static VintageReport Of(DyadPanel panel, IReadOnlyList<DatasetInfo> datasets, DateOnly day, Vintage vintage)
    {
        ArgumentNullException.ThrowIfNull(panel);
        ArgumentNullException.ThrowIfNull(datasets);
        var inTime = ImmutableArray.CreateBuilder<Indicator>();
        var later = ImmutableArray.CreateBuilder<Indicator>();
        var notKnown = ImmutableArray.CreateBuilder<Indicator>();
        foreach (Indicator indicator in Indicators.All)
        {
            DatasetInfo[] behind = [.. Enumerable.Range(panel.FirstYear, panel.LastYear - panel.FirstYear + 1)
                .Where(year => panel[indicator, year].IsKnown || (indicator.Directed && (panel[indicator, panel.Dyad.First, year].IsKnown || panel[indicator, panel.Dyad.Second, year].IsKnown)))
                .SelectMany(year => IndicatorDatasets.Of(indicator, datasets, year)).Distinct()];
            if (behind.Length == 0) continue;
            (behind.Any(d => d.Released is not null && !d.WasOut(day)) ? later : behind.Any(d => d.Released is null) ? notKnown : inTime).Add(indicator);
        }
        return new VintageReport(day, vintage, inTime.ToImmutable(), later.ToImmutable(), notKnown.ToImmutable());
    }
}
