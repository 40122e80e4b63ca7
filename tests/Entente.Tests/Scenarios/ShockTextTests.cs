using Entente.Scenarios.Shocks;

namespace Entente.Tests.Scenarios;

public class ShockTextTests
{
    private static readonly ShockSizes Sizes = new(10, -12, -15, 5, [1, 1, 1, 1]);

    [Theory]
    [InlineData("USA-CHN eases", 10, 3, null, true)]
    [InlineData("usa–china eases by 8.5 in 2026", 8.5, 3, 2026, true)]
    [InlineData("USA-CHN worsens over 1y", -12, 1, null, true)]
    [InlineData("United States-China worsens by 4 over 2 years, then free", -4, 2, null, false)]
    [InlineData("war RUS-UKR ends", 5, 3, null, true)]
    [InlineData("war RUS-UKR begins in 2027 over 1y", -15, 1, 2027, true)]
    [InlineData("USA-CHN +7", 7, 3, null, true)]
    public void Parse_Relation_HasSizeTimeAndHold(string text, double points, int over, int? year, bool held)
    {
        var shock = Assert.IsType<RelationShock>(ShockText.Parse(text, Sizes));
        Assert.Equal((points, over, year, held), (shock.Points!.Value, shock.Over, shock.FirstYear, shock.Held));
    }

    [Fact]
    public void Parse_Target_IsATarget() => Assert.Equal(60, Assert.IsType<RelationShock>(ShockText.Parse("USA-CHN to 60 over 5y", Sizes)).Target);

    [Fact]
    public void Parse_StateAndTrade_AreFactorsAndChanges()
    {
        Assert.Equal(0.6, Assert.IsType<CapabilityShock>(ShockText.Parse("RUS capability -40% over 3y", Sizes)).Factor, 1e-9);
        Assert.Equal(1.5, Assert.IsType<CapabilityShock>(ShockText.Parse("India power x1.5", Sizes)).Factor, 1e-9);
        Assert.Equal(0.3, Assert.IsType<RegimeShock>(ShockText.Parse("CHN regime +0.3", Sizes)).Change, 1e-9);
        Assert.Equal(1.5, Assert.IsType<TradeShock>(ShockText.Parse("CHN-RUS trade +50%", Sizes)).Factor, 1e-9);
    }

    [Theory]
    [InlineData("", "empty")]
    [InlineData("USA-USA eases", "two different states")]
    [InlineData("Atlantis-CHN eases", "no state is called")]
    [InlineData("USA-CHN", "which way")]
    [InlineData("USA-CHN explodes", "no state is called")]
    [InlineData("USA-CHN to 130", "0 to 100")]
    [InlineData("USA-CHN eases by -3", "above 0")]
    [InlineData("USA-CHN eases over 99y", "1 to 50")]
    [InlineData("RUS capability -150%", "are allowed")]
    [InlineData("CHN regime +3", "between -1 and 1")]
    [InlineData("RUS-UKR ends", "'war'")]
    public void Parse_Impossible_SaysWhy(string text, string why) =>
        Assert.Contains(why, Assert.Throws<ShockException>(() => ShockText.Parse(text, Sizes)).Message, StringComparison.OrdinalIgnoreCase);
}
