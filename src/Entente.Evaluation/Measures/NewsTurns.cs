using Entente.Measures.News;

namespace Entente.Evaluation.Measures;

/// <summary>A known turn between two states.</summary>
/// <param name="A">One state.</param>
/// <param name="B">The other.</param>
/// <param name="From">First month in which it may be dated.</param>
/// <param name="To">Last month.</param>
/// <param name="Falls">Whether relations fell.</param>
/// <param name="What">What happened.</param>
public sealed record KnownTurn(string A, string B, string From, string To, bool Falls, string What)
{
    /// <summary>The dyad.</summary>
    public UndirectedDyad Dyad => new(new StateId(A), new StateId(B));

    /// <summary>First month.</summary>
    public CalendarMonth First => CalendarMonth.TryParse(From)!.Value;

    /// <summary>Last month.</summary>
    public CalendarMonth Last => CalendarMonth.TryParse(To)!.Value;
}

/// <summary>Turns of the years 2002 to 2026 that are in every chronicle. Written down before the series was looked at.</summary>
public static class NewsTurns
{
    /// <summary>All of them, by month.</summary>
    public static IReadOnlyList<KnownTurn> All { get; } =
    [
        new("RUS", "GEO", "2008-08", "2008-08", true, "war over South Ossetia"),
        new("IND", "PAK", "2008-11", "2008-12", true, "attack on Mumbai"),
        new("ISR", "TUR", "2010-05", "2010-06", true, "boarding of the Gaza flotilla"),
        new("RUS", "UKR", "2014-02", "2014-04", true, "annexation of Crimea"),
        new("USA", "CUB", "2014-12", "2015-07", false, "embassies opened again"),
        new("USA", "IRN", "2015-07", "2016-01", false, "nuclear agreement"),
        new("RUS", "TUR", "2015-11", "2015-12", true, "a Russian aircraft shot down"),
        new("SAU", "IRN", "2016-01", "2016-01", true, "embassy stormed, relations broken off"),
        new("SAU", "QAT", "2017-06", "2017-06", true, "blockade of Qatar"),
        new("USA", "CHN", "2018-03", "2020-07", true, "tariffs, sanctions, consulates closed"),
        new("GBR", "RUS", "2018-03", "2018-03", true, "poisoning in Salisbury"),
        new("PRK", "KOR", "2018-01", "2018-05", false, "Olympics and Panmunjom"),
        new("USA", "IRN", "2018-05", "2020-01", true, "agreement left, Soleimani killed"),
        new("IND", "PAK", "2019-02", "2019-08", true, "Pulwama, Balakot, Kashmir"),
        new("CHN", "IND", "2020-05", "2020-06", true, "fighting in Galwan"),
        new("ISR", "ARE", "2020-08", "2020-09", false, "Abraham Accords"),
        new("ARM", "AZE", "2020-09", "2020-10", true, "second war of Nagorno-Karabakh"),
        new("SAU", "QAT", "2021-01", "2021-01", false, "blockade lifted at Al-Ula"),
        new("RUS", "UKR", "2022-02", "2022-03", true, "invasion"),
        new("SAU", "IRN", "2023-03", "2023-04", false, "relations restored in Beijing"),
    ];
}
