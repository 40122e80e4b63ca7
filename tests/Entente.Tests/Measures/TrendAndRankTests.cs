using Entente.Measures;
using Entente.Record;

namespace Entente.Tests.Measures;

public class TrendAndRankTests
{
    [Fact]
    public void Trend_IndicatorThatAppears_IsNoChange()
    {
        AlignmentTrend trend = AlignmentTrend.Of(Panel("RUS", ("vote_agreement", 1990, 0.5), ("vote_agreement", 2000, 0.5), ("rivalry", 2000, 1)), 2000, 10);
        Assert.Equal(0, trend.Change.Value, 9);
        Assert.Equal(1, trend.Indicators);
        Assert.False(trend.IsClear);
    }

    [Fact]
    public void Trend_AllRiseAlike_IsClear()
    {
        AlignmentTrend trend = AlignmentTrend.Of(Panel("RUS", ("vote_agreement", 1990, 0.5), ("vote_agreement", 2000, 0.7),
            ("regime_similarity", 1990, 0.1), ("regime_similarity", 2000, 0.6)), 2000, 10);
        Assert.Equal(20, trend.Change.Value, 9);
        Assert.True(trend.IsClear);
    }

    [Fact]
    public void Trend_NothingInCommon_IsUnknown()
    {
        Assert.False(AlignmentTrend.Of(Panel("RUS", ("vote_agreement", 2000, 0.5)), 2000, 10).Change.IsKnown);
    }

    [Fact]
    public void Rank_WorseCoveredDyad_IsNotCompared()
    {
        DyadPanel own = Panel("RUS", ("vote_agreement", 2000, 0.6), ("alliance", 2000, 2));
        DyadPanel better = Panel("PRK", ("vote_agreement", 2000, 0.9), ("alliance", 2000, 3));
        DyadPanel thin = Panel("PAK", ("vote_agreement", 2000, 1));
        AlignmentRank? rank = AlignmentRank.Find([own, better, thin], own.Dyad, 2000);
        Assert.Equal((2, 2), (rank!.Rank, rank.Of));
        Assert.Null(AlignmentRank.Find([better], own.Dyad, 2000));
    }

    private static DyadPanel Panel(string other, params (string Indicator, int Year, double Value)[] values) =>
        new(new UndirectedDyad(new StateId("CHN"), new StateId(other)), 1990, 2000,
            values.Select(v => KeyValuePair.Create((v.Indicator, true, v.Year), Measurement.Of(v.Value))), []);
}
