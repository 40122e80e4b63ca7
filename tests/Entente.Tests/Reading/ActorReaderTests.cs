using Entente.Reading;

namespace Entente.Tests.Reading;

public sealed class ActorReaderTests
{
    private static readonly DateOnly Autumn2022 = new(2022, 9, 20);

    private static ActorMention Only(string text, DateOnly? date) => Assert.Single(ActorReader.Read(text, date));

    [Fact]
    public void Read_RussianPresidentIn1980_IsSoviet() =>
        Assert.Equal(new StateId("SUN"), Only("the Russian president spoke", new DateOnly(1980, 5, 1)).State);

    [Fact]
    public void Read_LowerCaseWords_AreNoStates() =>
        Assert.Empty(ActorReader.Read("they gave us a turkey and some china", Autumn2022));

    [Fact]
    public void Read_OfficialsAndTroops_HaveSectors()
    {
        IReadOnlyList<ActorMention> found = ActorReader.Read("Chinese officials met Russian troops.", Autumn2022);
        Assert.Equal([Sector.Gov, Sector.Mil], found.Select(m => m.Sector));
        Assert.Equal(["Chinese officials", "Russian troops"], found.Select(m => m.Text));
    }

    [Fact]
    public void Read_Messrs_ResolvesBothLeaders()
    {
        IReadOnlyList<ActorMention> found = ActorReader.Read("Messrs. Xi and Putin met.", Autumn2022);
        Assert.Equal(["person:xi-jinping", "person:vladimir-putin"], found.Select(m => m.ActorId));
    }

    [Fact]
    public void Read_LeaderOutOfOffice_IsFormer() =>
        Assert.Equal("former president", Only("Barack Obama spoke", Autumn2022).Role);

    [Fact]
    public void Read_BareGeorgia_IsAmbiguous()
    {
        ActorMention georgia = Only("Georgia voted.", Autumn2022);
        Assert.Null(georgia.ActorId);
        Assert.Null(georgia.State);
        Assert.Equal(2, georgia.Alternatives.Length);
    }

    [Fact]
    public void Read_GeorgiaBesideTbilisi_IsTheCountry() =>
        Assert.All(ActorReader.Read("Georgia voted, Tbilisi said.", Autumn2022), m => Assert.Equal("state:GEO", m.ActorId));

    [Theory]
    [InlineData("china", "CHN")]
    [InlineData("PRC", "CHN")]
    [InlineData("中国", "CHN")]
    [InlineData("Beijing", "CHN")]
    [InlineData("usa", "USA")]
    [InlineData("united states", "USA")]
    [InlineData("uk", "GBR")]
    [InlineData("soviet union", "SUN")]
    public void Resolve_WaysOfWriting_FindTheState(string input, string code) =>
        Assert.Equal(new StateId(code), StateNames.Resolve(input).Match);

    [Fact]
    public void Resolve_Misspelling_Suggests()
    {
        (StateId? match, IReadOnlyList<string> near) = StateNames.Resolve("Rusia");
        Assert.Null(match);
        Assert.Contains("Russia", near);
    }
}
