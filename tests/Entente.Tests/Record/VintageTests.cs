using System.Text.Json;
using Entente.Record;

namespace Entente.Tests.Record;

public class VintageTests
{
    private static readonly UndirectedDyad s_dyad = new(new StateId("CHN"), new StateId("RUS"));
    private static readonly DateOnly s_day = new(2022, 9, 20);

    private static readonly DatasetInfo[] s_datasets =
    [
        Dataset("atop", "2022-08"),
        Dataset("igo", "2022"),
        Dataset("arms", "2026-02-12"),
        Dataset("desta", null),
    ];

    [Theory]
    [InlineData("2022-09-20", true)]
    [InlineData("2022-09-21", false)]
    [InlineData("2022-08", true)]
    [InlineData("2022-09", false)]
    [InlineData("2021", true)]
    [InlineData("2022", false)]
    [InlineData(null, false)]
    public void WasOut_ReleaseKnownLessPreciselyThanTheDay_CountsFromItsEnd(string? released, bool expected) =>
        Assert.Equal(expected, Dataset("atop", released).WasOut(s_day));

    [Fact]
    public void PublishedBy_ValuesAndEpisodesOfLaterDatasets_AreGoneWithTheReason()
    {
        DyadPanel then = Panel().PublishedBy(s_day, s_datasets);
        Assert.Equal(2, then[Indicators.Alliance, 2010].Value);
        Assert.Equal(Unknown.NotYetPublished, then[Indicators.SharedOrganizations, 2010].Reason);
        Assert.Equal(Unknown.NotYetPublished, then[Indicators.ArmsTransfers, s_dyad.First, 2010].Reason);
        Assert.Equal(Unknown.NotYetPublished, then[Indicators.TradeAgreement, 2010].Reason);
        Assert.Equal(Unknown.OutsideCoverage, then[Indicators.Rivalry, 2010].Reason);
        Assert.Equal(["atop"], then.Episodes.Select(e => e.DatasetId));
    }

    [Fact]
    public void PublishedBy_BothFormsOfAPanel_GiveTheSame()
    {
        DyadPanel one = Panel();
        var cells = Enumerable.Range(one.FirstYear, one.LastYear - one.FirstYear + 1)
            .SelectMany(y => PanelColumns.All.Select(c => c.Indicator.Directed ? one[c.Indicator, c.Forward ? s_dyad.First : s_dyad.Second, y] : one[c.Indicator, y]));
        var other = new DyadPanel(s_dyad, one.FirstYear, one.LastYear, [.. cells], one.Episodes);
        (DyadPanel a, DyadPanel b) = (one.PublishedBy(s_day, s_datasets), other.PublishedBy(s_day, s_datasets));
        foreach (PanelColumn c in PanelColumns.All)
            Assert.Equal(c.Indicator.Directed ? a[c.Indicator, s_dyad.First, 2010] : a[c.Indicator, 2010], c.Indicator.Directed ? b[c.Indicator, s_dyad.First, 2010] : b[c.Indicator, 2010]);
        Assert.Equal(a.Episodes, b.Episodes);
    }

    [Fact]
    public void Report_Indicators_AreCountedByWhenTheirDatasetsCameOut()
    {
        VintageReport report = VintageReport.Of(Panel(), s_datasets, s_day, Vintage.Cut);
        Assert.Equal(["alliance"], report.InTime.Select(i => i.Id));
        Assert.Equal(["arms_transfers", "shared_organizations"], report.Later.Select(i => i.Id));
        Assert.Equal(["trade_agreement"], report.NotKnown.Select(i => i.Id));
    }

    [Fact]
    public void Released_InJson_ComesBack()
    {
        var options = new JsonSerializerOptions(JsonSerializerDefaults.Web);
        foreach (DatasetInfo dataset in s_datasets) Assert.Equal(dataset, JsonSerializer.Deserialize<DatasetInfo>(JsonSerializer.Serialize(dataset, options), options));
        Assert.Contains("\"released\":\"2022-08\"", JsonSerializer.Serialize(s_datasets[0], options), StringComparison.Ordinal);
    }

    private static DatasetInfo Dataset(string id, string? released) => new(id, id, "1", 1946, 2024, 10, "", false, "", null,
        released is null ? null : PartialDate.TryParse(released, out PartialDate date) ? date : throw new ArgumentException("No date.", nameof(released)));

    private static DyadPanel Panel() => new(s_dyad, 2009, 2011,
        [
            KeyValuePair.Create((Indicators.Alliance.Id, true, 2010), Measurement.Of(2)),
            KeyValuePair.Create((Indicators.SharedOrganizations.Id, true, 2010), Measurement.Of(50)),
            KeyValuePair.Create((Indicators.ArmsTransfers.Id, true, 2010), Measurement.Of(0)),
            KeyValuePair.Create((Indicators.TradeAgreement.Id, true, 2010), Measurement.Of(1)),
        ],
        [
            new Episode(EpisodeKind.Alliance, 2001, null, 2, "a pact", "atop", "atopid 1"),
            new Episode(EpisodeKind.ArmsDeliveries, 2005, 2010, 30, "arms", "arms", "row 1"),
        ]);
}
