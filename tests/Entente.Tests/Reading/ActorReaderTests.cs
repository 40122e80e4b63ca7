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
    [InlineData("Soviet Foreign Minister Andrei Gromyko", 1970, "SUN", Sector.Gov)]
    [InlineData("former president Carter", 1994, "USA", Sector.Unspecified)]
    [InlineData("the army of Myanmar", 2020, "MMR", Sector.Mil)]
    [InlineData("South Korean airline officials", 1983, "KOR", Sector.Bus)]
    [InlineData("Taliban", 2010, "AFG", Sector.Reb)]
    [InlineData("Taliban", 2022, "AFG", Sector.Gov)]
    [InlineData("Palestinian militants", 2022, "PSE", Sector.Reb)]
    [InlineData("West German Chancellor", 1972, "BRD", Sector.Gov)]
    [InlineData("NATO troops", 2010, null, Sector.Mil)]
    [InlineData("pro-Russian protests", 2014, null, Sector.Unspecified)]
    [InlineData("South China Sea", 2014, null, Sector.Unspecified)]
    public void Resolve_Phrase_HasStateAndSector(string phrase, int year, string? state, Sector sector)
    {
        (StateId? State, Sector Sector) read = ActorReader.Resolve(phrase, null, new DateOnly(year, 9, 20));
        Assert.Equal(state, read.State?.Code);
        Assert.Equal(sector, read.Sector);
    }

    [Fact]
    public void Read_PersonWithAPlacesName_IsNoState() => Assert.Empty(ActorReader.Read("Jordan Henderson scored for Michael Jordan.", Autumn2022));

    [Fact]
    public void Read_CongoBesideKinshasa_IsTheDemocraticRepublic() =>
        Assert.All(ActorReader.Read("Congo's army left, Kinshasa said.", Autumn2022), m => Assert.Equal(new StateId("COD"), m.State));

    [Fact]
    public void MembersOf_Nato_ChangeWithTheDay()
    {
        Assert.Equal(12, Organizations.MembersOf("org:NATO", new DateOnly(1950, 1, 1)).Count);
        Assert.DoesNotContain(new StateId("FIN"), Organizations.MembersOf("org:NATO", Autumn2022));
        Assert.Contains(new StateId("FIN"), Organizations.MembersOf("org:NATO", new DateOnly(2024, 1, 1)));
        Assert.Null(Organizations.IsMember("org:FIFA", new StateId("FRA"), Autumn2022));
    }

    [Fact]
    public void Tables_EveryCode_IsAStateOrAKnownTerritory()
    {
        Assert.All(ActorLexicon.Default.Leaders.Values.SelectMany(l => l.Spells), s => Assert.True(s.State is not null || s.Affiliation is "PSE" or "VAT" || s.Affiliation.StartsWith("org:", StringComparison.Ordinal) || s.Affiliation is "UNO", s.Affiliation));
        Assert.All(ActorLexicon.Default.Names.Where(f => f.ActorId.StartsWith("state:", StringComparison.Ordinal)), f => Assert.NotNull(StateRegistry.Default.Find(new StateId(f.ActorId[6..]))));
        Assert.All(ActorLexicon.Default.Leaders.Values.SelectMany(l => l.Spells), s => Assert.True(s.To is null || s.From <= s.To));
    }

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
