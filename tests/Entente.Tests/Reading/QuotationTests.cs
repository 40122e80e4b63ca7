using Entente.Documents;
using Entente.Language;
using Entente.Reading;
using Entente.Reading.Conditionals;
using Entente.Reading.Quotations;
using Entente.Text;

namespace Entente.Tests.Reading;

public sealed class QuotationTests
{
    [Theory]
    [InlineData("“The road is long,” says Anna Berg, a fellow at the Nordic Institute. Others left.", "Anna Berg", "The road is long,", "says")]
    [InlineData("Anna Berg came. “The road is very long,” Ms. Berg said on Monday.", "Anna Berg", "The road is very long,", "said")]
    [InlineData("Anna Berg said that the talks had failed. And for us, “the road is very long indeed,” she says.", "Anna Berg", "the road is very long indeed,", "says")]
    [InlineData("\"We stay,\" Anna Berg said, \"and we will not go.\"", "Anna Berg", "We stay, and we will not go.", "said")]
    public void Quotation_WithCue_HasSpeakerAndWords(string text, string speaker, string words, string cue)
    {
        QuotationObservation q = Assert.Single(Quotations(text), o => o.Direct);
        Assert.Equal((speaker, words, cue, true), (q.Speaker, q.Words, q.Cue, q.Direct));
    }

    [Fact]
    public void Quotation_WithAgencyAndSpeaker_CreditsTheAgency()
    {
        QuotationObservation q = Assert.Single(Quotations("Mr. Berg replied that “we are willing to talk to all sides,” according to the official Nord news service."));
        Assert.Equal(("Mr. Berg", "the official Nord news service"), (q.Speaker, q.Outlet));
    }

    [Theory]
    [InlineData("“We will not leave these talks,” Anna Berg told Reuters on Monday.", "Reuters")]
    [InlineData("“We will not leave these talks,” Anna Berg told the Nord Times.", "Nord Times")]
    [InlineData("“We will not leave these talks,” Anna Berg said in an interview with Kyodo News.", "Kyodo News")]
    [InlineData("“We will not leave these talks,” Anna Berg told Jon Lund on Monday.", null)]
    public void Quotation_SpokenToAnOutlet_NamesIt(string text, string? outlet) => Assert.Equal(outlet, Assert.Single(Quotations(text), o => o.Direct).Outlet);

    [Theory]
    [InlineData("“France and Poland trust each other because of Spain,” Anna Berg said.", "FRA-POL")]
    [InlineData("“France, Poland, Spain are all far away from us,” Anna Berg said.", null)]
    public void Quotation_OfThreeStates_IsAboutTheTwoJoined(string text, string? dyad) => Assert.Equal(dyad, Assert.Single(Quotations(text), o => o.Direct).About?.Dyad.ToString());

    [Fact]
    public void State_AfterACapitalisedWord_KeepsItsName()
    {
        QuotationObservation q = Assert.Single(Quotations("Understanding France and its friends.\nFrance said that the talks had failed."));
        Assert.Equal("France", q.Speaker);
    }

    [Fact]
    public void ScareQuotes_WithoutCue_GiveNothing() =>
        Assert.Empty(Quotations("Their “no limits” partnership ended the age of “unequal treaties” for good."));

    [Fact]
    public void Reported_ThatClause_IsIndirect()
    {
        QuotationObservation q = Assert.Single(Quotations("Anna Berg said that the talks had failed."));
        Assert.Equal(("Anna Berg", "the talks had failed", false), (q.Speaker, q.Words, q.Direct));
    }

    [Theory]
    [InlineData("If France weakens its army, the alliance between Poland and Germany could deteriorate.", "DEU-POL", Direction.Apart, false)]
    [InlineData("Relations between Poland and Germany will not improve unless France leaves the talks.", "DEU-POL", Direction.Closer, true)]
    public void Conditional_AboutTwoStates_HasDyadAndDirection(string text, string dyad, Direction direction, bool necessary)
    {
        ConditionalObservation c = Assert.Single(Conditionals(text));
        Assert.Equal((dyad, direction, necessary), (c.Dyad.ToString(), c.Direction, c.Necessary));
        Assert.Contains(c.ThirdParties, m => m.State == new StateId("FRA"));
    }

    [Theory]
    [InlineData("France will not meet Germany unless Germany lifts its sanctions.", "DEU-FRA", Direction.Closer, true, false, ConditionalStrength.Unlikely, "unless")]
    [InlineData("Should France attack Poland, Germany would retaliate against France.", "DEU-FRA", Direction.Apart, false, true, ConditionalStrength.Likely, "should")]
    [InlineData("Germany threatens to impose tariffs on Poland if Poland bans its goods.", "DEU-POL", Direction.Apart, false, true, ConditionalStrength.Certain, "if")]
    [InlineData("Germany will support Poland as long as Poland stays in the talks.", "DEU-POL", Direction.Closer, true, true, ConditionalStrength.Certain, "as long as")]
    public void Conditional_OfEachForm_HasStrengthAndKind(string text, string dyad, Direction direction, bool necessary, bool sufficient, ConditionalStrength strength, string marker)
    {
        ConditionalObservation c = Assert.Single(Conditionals(text));
        Assert.Equal((dyad, direction, necessary, sufficient, strength, marker), (c.Dyad.ToString(), c.Direction, c.Necessary, c.Sufficient, c.Strength, c.Marker));
    }

    [Theory]
    [InlineData("Relations between Poland and Germany could deteriorate if France invades Poland.", "state:FRA", "state:POL", ShockVariable.Relations, ShockChange.Down)]
    [InlineData("Poland and Germany would draw closer if the war depletes France.", "state:FRA", null, ShockVariable.Power, ShockChange.Down)]
    public void Conditional_WithAChange_DescribesItAsAShock(string text, string first, string? second, ShockVariable variable, ShockChange change)
    {
        ConditionalObservation c = Assert.Single(Conditionals(text));
        Assert.Equal([new ConditionalShock(first, second, variable, change)], c.Shocks);
    }

    [Theory]
    [InlineData("If I may, what do France and Germany say about the attack?")]
    [InlineData("Officials asked if France would attack Germany.")]
    public void Aside_OrQuestion_IsNoConditional(string text) => Assert.Empty(Conditionals(text));

    [Fact]
    public void Conditional_OnAnotherTopic_GivesNothing() =>
        Assert.Empty(Conditionals("If it rains in France and Poland, the harvest will suffer."));

    [Fact]
    public void AnyMarks_NeverThrow()
    {
        foreach (string s in (string[])["", "“", "”", "said", "“” said", ", said", "if", "if ,", "unless. without", "according to", "\"\"\"\n\" says", "“A “B,” C says"])
        {
            _ = Quotations(s).Count;
            _ = Conditionals(s).Count;
        }
    }

    private static Document Make(string text) => new() { Id = "0123456789abcdef", Origin = new DocumentOrigin("-", null, "text/plain", "utf-8"), Body = SourceText.FromString(text) };

    private static List<QuotationObservation> Quotations(string text) =>
        [.. QuotationReader.Read(Make(text), new RuleSentenceParser().Parse(SourceText.FromString(text)), ActorReader.Read(text, new DateOnly(2022, 9, 20)))];

    private static List<ConditionalObservation> Conditionals(string text) =>
        [.. ConditionalReader.Read(Make(text), new RuleSentenceParser().Parse(SourceText.FromString(text)), ActorReader.Read(text, new DateOnly(2022, 9, 20)))];
}
