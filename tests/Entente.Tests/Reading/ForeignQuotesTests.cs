using Entente.Language;
using Entente.Reading.Quotations;
using Entente.Reading.Quotations.Attributions;
using Entente.Text;

namespace Entente.Tests.Reading;

public sealed class ForeignQuotesTests
{
    private const string Text = "They drill together, experts say. “Ties are robust. They will last,” says Anna Berg.";

    [Fact]
    public void Content_ThatRunsIntoAnothersQuotation_EndsBeforeIt()
    {
        (AttributionTokens t, int say, int says) = Tokens();
        List<Attribution> cut = ForeignQuotes.Cut(t, [At(say, 0.9f, (0, 3), (say + 2, says)), At(says, 0.9f, (say + 2, says))]);
        Assert.Equal([(0, 3)], cut[0].Content);
        Assert.Equal([(say + 2, says)], cut[1].Content);
    }

    [Fact]
    public void Attribution_OfAnothersQuotationAlone_IsDropped()
    {
        (AttributionTokens t, int say, int says) = Tokens();
        Assert.Equal(says, Assert.Single(ForeignQuotes.Cut(t, [At(say, 0.9f, (say + 2, says)), At(says, 0.9f, (say + 2, says))])).Cue);
    }

    [Fact]
    public void Quotation_WhoseOwnCueIsUnlikely_BelongsToNobodyElse()
    {
        (AttributionTokens t, int say, int says) = Tokens();
        Assert.Equal(2, ForeignQuotes.Cut(t, [At(say, 0.9f, (0, 3), (say + 2, says)), At(says, 0.3f, (say + 2, says))])[0].Content.Length);
    }

    private static Attribution At(int cue, float likely, params (int, int)[] content) => new(cue, [.. content], []) { CueLikelihood = likely, ContentLikelihood = 0.9f };

    private static (AttributionTokens Tokens, int Say, int Says) Tokens()
    {
        AttributionTokens t = AttributionTokens.Of(Text, new RuleSentenceParser().Parse(SourceText.FromString(Text)), QuotedStretches.Find(Text));
        return (t, Array.IndexOf(t.Form, "say"), Array.IndexOf(t.Form, "says"));
    }
}
