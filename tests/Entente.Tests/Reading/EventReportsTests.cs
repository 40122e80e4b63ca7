using Entente.Reading;
using Entente.Text;

namespace Entente.Tests.Reading;

public class EventReportsTests
{
    private const string Told = "Peru imposed sanctions on the banks of Chile after the fishing dispute, its foreign ministry announced.";
    private const string Otherwise = "Chile said on Monday that sanctions imposed by Peru would hurt its banks and its trade.";

    [Fact]
    public void Gather_CopyInAnotherOutlet_IsNoIndependentReport()
    {
        ReportedEvent one = Assert.Single(EventReports.Gather([Report("a", "Lima Post", Told), Report("b", "Andes Times", Told)]));
        Assert.Equal(2, one.Reports.Count);
        Assert.Equal(1, one.Independent);
        Assert.Equal(3, one.Grade.Credibility);
    }

    [Fact]
    public void Gather_OtherWordsInAnotherOutlet_AreAnIndependentReport()
    {
        ReportedEvent one = Assert.Single(EventReports.Gather([Report("a", "Lima Post", Told), Report("b", "Andes Times", Otherwise)]));
        Assert.Equal(2, one.Independent);
        Assert.Equal(2, one.Grade.Credibility);
    }

    [Fact]
    public void Gather_OneOutletTwice_CountsOnce() =>
        Assert.Equal(1, Assert.Single(EventReports.Gather([Report("a", "Lima Post", Told), Report("b", "Lima Post", Otherwise)])).Independent);

    [Fact]
    public void Gather_OtherDay_IsAnotherEvent() =>
        Assert.Equal(2, EventReports.Gather([Report("a", "Lima Post", Told), Report("b", "Andes Times", Otherwise, day: 9)]).Count);

    [Theory]
    [InlineData("Ministry", "https://www.state.gov/x", Told, "B3")]
    [InlineData("Reuters", null, Told, "B3")]
    [InlineData("Lima Post", null, Told, "C3")]
    [InlineData("Lima Post", null, "Peru reportedly sanctioned Chile.", "C4")]
    [InlineData(null, null, Told, "F3")]
    public void Grade_ByRule(string? outlet, string? url, string words, string expected) =>
        Assert.Equal(expected, Grader.Of(Event("a", words, 1), outlet, url).ToString());

    [Theory]
    [InlineData("USA", "CHL", "A2")]
    [InlineData("CHL", "USA", "B3")]
    public void Grade_OfficialRecord_IsBestOfItsOwnActs(string source, string target, string expected) =>
        Assert.Equal(expected, Grader.Of(Event("a", Told, 1, source, target), null, "https://www.state.gov/x").ToString());

    [Fact]
    public void Grade_MediaOfAParty_AreDoubted() =>
        Assert.Equal("D4", Grader.Of(Event("a", Told, 1, "CHN", "CHL"), "Xinhua", null).ToString());

    [Fact]
    public void NearDuplicates_HundredThousandTexts_FindsCopies()
    {
        var texts = new NearDuplicates();
        for (int i = 0; i < 2000; i++) Assert.Equal(i, texts.Add(FormattableString.Invariant($"On day {i * 7919} the envoy {i * 31} spoke of matter {i * 17} with minister {i * 13} in hall {i * 11}.")));
        Assert.Equal(3, texts.Add("On day 23757 the envoy 93 spoke of matter 51 with minister 39 in hall 33!"));
    }

    private static StoredObservation Report(string document, string outlet, string words, int day = 1) =>
        new(Event(document, words, day), new DocumentHeader(document, null, null, outlet, null, new DateOnly(2022, 9, day), "x.txt", null));

    private static EventObservation Event(string document, string words, int day, string source = "PER", string target = "CHL") => new()
    {
        Id = document,
        Evidence = new Evidence(document, new TextSpan(0, words.Length), new ByteSpan(0, words.Length), words, "impose-sanction@3"),
        Type = PloverType.Sanction,
        Dimension = Dimension.Economic,
        Intensity = -8,
        Source = Actor(source),
        Target = Actor(target),
        DateRule = FormattableString.Invariant($"none, reported on day {day}"),
        Modality = Modality.Asserted,
    };

    private static ActorMention Actor(string state) => new()
    {
        Span = new TextSpan(0, 0),
        Text = state,
        ActorId = "state:" + state,
        Name = state,
        Kind = ActorKind.State,
        State = new StateId(state),
        Rule = "test",
    };
}
