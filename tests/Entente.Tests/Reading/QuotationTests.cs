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
