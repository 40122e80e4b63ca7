using Entente.Reading;
using Entente.Record.Streams;

namespace Entente.Datasets.Tests.Streams;

public sealed class StreamCodesTests
{
    private static readonly DateOnly s_1985 = new(1985, 6, 1);
    private static readonly DateOnly s_1999 = new(1999, 6, 1);
    private static readonly DateOnly s_2020 = new(2020, 6, 1);

    [Fact]
    public void Cameo_CodeOfAState_MeansTheStateOfItsLineOnThatDay()
    {
        Assert.Equal(["SUN", "RUS", "BRD", "DEU", "DDR"],
            new[] { ("RUS", s_1985), ("RUS", s_2020), ("DEU", s_1985), ("DEU", s_1999), ("GME", s_1985) }.Select(p => StreamActors.Cameo.Of(p.Item1, p.Item2)?.Code));
    }

    [Fact]
    public void Codes_OfNoStateThatDay_MeanNone()
    {
        Assert.Null(StreamActors.Cameo.Of("USR", s_1999));
        Assert.Null(StreamActors.Cameo.Of("UKR", s_1985));
        Assert.Null(StreamActors.Cameo.Of("SRB", s_1999));
        Assert.Null(StreamActors.Cameo.Of("AFR", s_2020));
        Assert.Null(StreamActors.Cameo.Of(null, s_2020));
        Assert.Null(StreamActors.Weis.Of("NIG", s_1999));
    }

    [Fact]
    public void Weis_Stems_DifferFromCameoWhereTheFilesDo()
    {
        Assert.Equal(["AUT", "AUS", "GBR", "FRA", "EGY", "SUN"],
            new[] { "AUS", "AUL", "UNK", "FRN", "UAR", "USR" }.Select(c => StreamActors.Weis.Of(c, s_1985)?.Code));
        Assert.Equal("AUS", StreamActors.Cameo.Of("AUS", s_1985)?.Code);
    }

    [Fact]
    public void Fips_Codes_AreNotIso()
    {
        Assert.Equal(["CHN", "CHE", "AUT", "AUS", "UKR", "SUN"], new[] { ("CH", s_2020), ("SZ", s_2020), ("AU", s_2020), ("AS", s_2020), ("UP", s_2020), ("RS", s_1985) }.Select(p => StreamActors.Fips.Of(p.Item1, p.Item2)?.Code));
    }

    [Fact]
    public void Names_AsIcewsWritesThem_AreStates()
    {
        Assert.Equal(["RUS", "COG", "COD", "MDA", "MKD", null, null],
            new[] { "Russian Federation", "Congo", "Democratic Republic of Congo", "Moldova, Republic of", "the former Yugoslav Republic of Macedonia", "Occupied Palestinian Territory", "Atlantis" }.Select(n => StreamActors.OfName(n, s_2020)?.Code));
    }

    [Theory]
    [InlineData("cameo"), InlineData("weis"), InlineData("fips")]
    public void Spells_OfOneCode_DoNotOverlap(string scheme)
    {
        StreamActors actors = scheme switch { "cameo" => StreamActors.Cameo, "weis" => StreamActors.Weis, _ => StreamActors.Fips };
        foreach (var code in actors.All.GroupBy(a => a.Code, StringComparer.Ordinal))
        {
            var spells = code.OrderBy(a => a.From).ToList();
            for (int i = 1; i < spells.Count; i++) Assert.True(spells[i - 1].To < spells[i].From, $"{code.Key}: {spells[i - 1]} and {spells[i]}");
        }
    }

    [Theory]
    [InlineData("036", PloverType.Agree), InlineData("042", PloverType.Consult), InlineData("0841", PloverType.Retreat), InlineData("0831", PloverType.Concede), InlineData("874", null), InlineData("0874", PloverType.Retreat)]
    [InlineData("190", PloverType.Assault), InlineData("163", PloverType.Sanction), InlineData("010", null), InlineData("21", null), InlineData("4", null), InlineData("---", null), InlineData("20000", null)]
    public void Cameo_Code_HasTheTypeOfTheLongestListed(string code, PloverType? type) => Assert.Equal(type, StreamTypes.Cameo.Of(code));

    [Theory]
    [InlineData("223", PloverType.Assault), InlineData("224", PloverType.Protest), InlineData("182", PloverType.Mobilize), InlineData("023", null), InlineData("081", PloverType.Support), InlineData("082", PloverType.Agree)]
    public void Weis_Code_HasItsOwnTypes(string code, PloverType? type) => Assert.Equal(type, StreamTypes.Weis.Of(code));

    [Fact]
    public void Cameo_TableToJoinWith_IsTheSameRule() =>
        Assert.All(StreamTypes.Cameo.All, p => Assert.Equal(p.Type, StreamTypes.Cameo.Of(p.Code)));
}
