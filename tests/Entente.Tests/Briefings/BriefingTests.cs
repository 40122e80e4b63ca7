using System.Collections.Immutable;
using System.Globalization;
using System.Text.Json;
using Entente.Briefings;
using Entente.Measures;
using Entente.Reading;
using Entente.Record;
using Entente.Text;

namespace Entente.Tests.Briefings;

public class BriefingTests
{
    private static readonly StateId China = new("CHN");
    private static readonly StateId Russia = new("RUS");

    [Fact]
    public void Compose_EveryStatementWithANumber_NamesASource()
    {
        Briefing briefing = BriefingComposer.Compose(Input());
        Assert.All(briefing.Sections.SelectMany(s => s.Statements), s => Assert.True(s.Sources.Length > 0, s.Text));
        int[] used = [.. briefing.Sections.SelectMany(s => s.Statements.SelectMany(t => t.Sources).Concat(s.Series.Select(i => i.Source)))];
        Assert.All(used, n => Assert.Contains(briefing.Sources, s => s.Number == n));
    }

    [Fact]
    public void Compose_ScoreUnknown_SaysSoAndShowsNoNumber()
    {
        BriefingInput input = Input();
        Alignment unknown = input.Alignments[0] with { Score = Measurement.Missing(Unknown.NotReported), Low = null, High = null };
        Briefing briefing = BriefingComposer.Compose(input with { Alignments = [unknown] });
        Assert.Contains("does not suffice", briefing.Headline, StringComparison.Ordinal);
        Assert.Null(briefing.Scores[0].Value);
        Assert.Contains("not reported", briefing.Scores[0].Note, StringComparison.Ordinal);
    }

    [Fact]
    public void Compose_NegatedEvent_IsNotShown()
    {
        BriefingInput input = Input();
        StoredObservation negated = input.Observations[0] with { Observation = (EventObservation)input.Observations[0].Observation with { Modality = Modality.Negated } };
        Briefing briefing = BriefingComposer.Compose(input with { Observations = [negated] });
        Assert.DoesNotContain(briefing.Sections.SelectMany(s => s.Statements), s => s.Text.Contains("consult", StringComparison.Ordinal));
    }

    [Theory]
    [InlineData("tr-TR")]
    [InlineData("ar-SA")]
    [InlineData("de-DE")]
    public void Render_AnyCulture_SameBytes(string culture)
    {
        Briefing briefing = BriefingComposer.Compose(Input());
        CultureInfo before = CultureInfo.CurrentCulture;
        string[] invariant = All(briefing);
        try
        {
            CultureInfo.CurrentCulture = CultureInfo.GetCultureInfo(culture);
            Assert.Equal(invariant, All(BriefingComposer.Compose(Input())));
        }
        finally
        {
            CultureInfo.CurrentCulture = before;
        }
    }

    [Fact]
    public void RenderText_WithoutColor_FitsEightyColumns()
    {
        string text = BriefingText.Render(BriefingComposer.Compose(Input()), color: false);
        Assert.All(text.Split('\n'), line => Assert.True(line.Length <= 80, line));
        Assert.DoesNotContain('\e', text);
    }

    [Fact]
    public void RenderHtml_HostileQuotation_IsEscapedAndFetchesNothing()
    {
        BriefingInput input = Input("<script>alert(1)</script> met </h2><img src=http://x.test/a>");
        string html = BriefingHtml.Render(BriefingComposer.Compose(input));
        Assert.DoesNotContain("<script", html, StringComparison.OrdinalIgnoreCase);
        Assert.DoesNotContain("<img", html, StringComparison.OrdinalIgnoreCase);
        Assert.Contains("&lt;script&gt;", html, StringComparison.Ordinal);
    }

    [Fact]
    public void RenderJson_Briefing_ParsesWithUnknownAsNull()
    {
        using JsonDocument json = JsonDocument.Parse(BriefingJson.Render(BriefingComposer.Compose(Input())));
        Assert.Equal("China", json.RootElement.GetProperty("nameA").GetString());
        Assert.Equal(JsonValueKind.Null, json.RootElement.GetProperty("history").GetProperty("values")[0].ValueKind);
    }

    [Fact]
    public void Sparkline_UnknownYear_IsBlank()
    {
        Assert.Equal("▁ █", Sparkline.Draw([0, null, 1], 10));
        Assert.Equal("", Sparkline.Draw([], 10));
    }

    [Theory]
    [InlineData("score:CHN-RUS:overall:2021@2022-09-20=71.6")]
    [InlineData("score:CHN-RUS:military:2021@2022-09-20")]
    [InlineData("panel:trade_dependence:RUS>CHN:2016=0.1371")]
    [InlineData("panel:vote_agreement:CHN-RUS:2019=0.8")]
    public void NumberId_Printed_ReadsBack(string id) => Assert.Equal(id, NumberId.TryParse(id)?.ToString());

    [Theory]
    [InlineData("score:CHN-RUS:overall:2021")]
    [InlineData("score:CHN:overall:2021@2022-09-20")]
    [InlineData("score:CHN-RUS:weather:2021@2022-09-20")]
    [InlineData("panel:trade_dependence:CHN-RUS:2016")]
    [InlineData("panel:vote_agreement:CHN>RUS:2016")]
    [InlineData("panel:vote_agreement:CHN-RUS:2019=many")]
    public void NumberId_NoName_IsNull(string id) => Assert.Null(NumberId.TryParse(id));

    [Fact]
    public void Compose_OneSentenceOfTwoTypes_IsOneStatement()
    {
        BriefingInput input = Input();
        var first = (EventObservation)input.Observations[0].Observation;
        StoredObservation second = input.Observations[0] with { Observation = first with { Id = "1123456789abcdef", Type = PloverType.Agree } };
        BriefingStatement statement = Assert.Single(BriefingComposer.Compose(input with { Observations = [input.Observations[0], second] })
            .Sections.SelectMany(s => s.Statements), s => s.Quoted is not null);
        Assert.Contains("consult, agree", statement.Text, StringComparison.Ordinal);
    }

    [Fact]
    public void Compose_SectionWithoutTexts_SaysWhy()
    {
        Briefing briefing = BriefingComposer.Compose(Input() with { Observations = [] });
        Assert.All(briefing.Sections.Where(s => s.Statements.IsEmpty), s => Assert.Contains("No text", s.Silence, StringComparison.Ordinal));
    }

    [Fact]
    public void Stix_OfABriefing_RefersToNothingThatIsNotThere()
    {
        JsonElement bundle = JsonElement.Parse(BriefingStix.Render(BriefingComposer.Compose(Input("<script>alert(1)</script> \"quoted\""))));
        JsonElement[] objects = [.. bundle.GetProperty("objects").EnumerateArray()];
        string[] ids = [.. objects.Select(o => o.GetProperty("id").GetString()!)];
        Assert.Equal(ids.Length, ids.Distinct(StringComparer.Ordinal).Count());
        Assert.All(objects, o => Assert.Matches($"^{o.GetProperty("type").GetString()}--[0-9a-f]{{8}}-[0-9a-f]{{4}}-5[0-9a-f]{{3}}-[89ab][0-9a-f]{{3}}-[0-9a-f]{{12}}$", o.GetProperty("id").GetString()));
        Assert.All(objects.Where(o => o.TryGetProperty("object_refs", out _)).SelectMany(o => o.GetProperty("object_refs").EnumerateArray()), r => Assert.Contains(r.GetString(), ids));
        Assert.Contains(objects, o => o.GetProperty("type").GetString() == "report");
    }

    private static string[] All(Briefing b) => [BriefingText.Render(b, true), BriefingMarkdown.Render(b), BriefingHtml.Render(b), BriefingJson.Render(b), BriefingStix.Render(b)];

    private static BriefingInput Input(string quoted = "The two presidents met in Samarkand.")
    {
        var dyad = new UndirectedDyad(China, Russia);
        var values = new Dictionary<(string, bool, int), Measurement>
        {
            [("vote_agreement", true, 2018)] = Measurement.Of(0.75),
            [("vote_agreement", true, 2019)] = Measurement.Of(0.8),
            [("trade_dependence", true, 2018)] = Measurement.Of(0.02),
            [("trade_dependence", false, 2018)] = Measurement.Of(0.16),
        };
        var rift = new Episode(EpisodeKind.Rivalry, 1958, 1989, 1, "strategic rivalry China–Russia", "rivalries", "tssr_id 12");
        var panel = new DyadPanel(dyad, 2017, 2019, values, [rift]);
        ImmutableArray<AlignmentInput> inputs =
        [
            new(Indicators.VoteAgreement, Measurement.Of(0.8), 2019, 80, 1),
            new(Indicators.JointExercises, Measurement.Missing(Unknown.OutsideCoverage), null, null, 1),
        ];
        ActorMention mention = new()
        {
            Span = new TextSpan(0, 3),
            Text = "Xi",
            ActorId = "person:xi-jinping",
            Name = "Xi Jinping",
            Kind = ActorKind.Person,
            State = China,
            Rule = "leaders@1",
        };
        var observation = new EventObservation
        {
            Id = "0123456789abcdef",
            Type = PloverType.Consult,
            Dimension = Dimension.Diplomatic,
            Intensity = 2,
            Source = mention,
            Target = mention with { State = Russia, Name = "Vladimir Putin" },
            Date = new PartialDate(2022, 9, 15),
            DateRule = "given",
            Modality = Modality.Asserted,
            Evidence = new Evidence("fedcba9876543210", new TextSpan(0, quoted.Length), new ByteSpan(0, quoted.Length), quoted, "consult-meet@1"),
        };
        return new BriefingInput
        {
            A = StateRegistry.Default[China],
            B = StateRegistry.Default[Russia],
            AsOf = new DateOnly(2022, 9, 20),
            Alignments = [new Alignment(null, 2019, Measurement.Of(71), 60, 82, inputs, "test@1")],
            History = [new Alignment(null, 2017, Measurement.Missing(Unknown.OutsideCoverage), null, null, [], "test@1"), new Alignment(null, 2018, Measurement.Of(70), 60, 80, inputs, "test@1"), new Alignment(null, 2019, Measurement.Of(71), 60, 82, inputs, "test@1")],
            Phases = [new Phase(PhaseKind.Rift, 1958, 1989, "Rift, 1958–1989", [rift], "phases@1")],
            Panel = panel,
            Datasets = [new DatasetInfo("unga-votes", "UN General Assembly votes", "2024", 1946, 2024, 10, "CC0", true, "Voeten et al.", null)],
            Observations = [new StoredObservation(observation, new DocumentHeader("fedcba9876543210", "A test", null, "Test outlet", null, new DateOnly(2022, 9, 20), "a.txt", null))],
        };
    }

    [Fact]
    public void Marks_ARunOfSources_IsARange() => Assert.Equal("[1, 2, 7–9, 4]", BriefingText.Marks([1, 2, 7, 8, 9, 4, 7]));

    [Theory]
    [InlineData(2010, "trade")]
    [InlineData(2016, "trade-itpde")]
    public void IndicatorDatasets_TradeOfAYear_IsWhereItWasRead(int year, string expected)
    {
        DatasetInfo[] datasets = [Dataset("trade-itpde", 2000, 2016), Dataset("trade", 1870, 2014)];
        Assert.Equal(expected, Assert.Single(IndicatorDatasets.Of(Indicators.TradeDependence, datasets, year)).Id);

        static DatasetInfo Dataset(string id, int first, int last) => new(id, id, "1", first, last, 1, "", true, "", null);
    }
}
