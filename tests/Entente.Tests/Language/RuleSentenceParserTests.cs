using CsCheck;
using Entente.Language;
using Entente.Text;

namespace Entente.Tests.Language;

public class RuleSentenceParserTests
{
    private static IReadOnlyList<ParsedSentence> Parse(string text) => new RuleSentenceParser().Parse(SourceText.FromString(text));

    [Theory]
    [InlineData("Mr. Ito met Dr. Sy. They talked.", 2)]
    [InlineData("“We agree.” He left.", 2)]
    [InlineData("The U.S. envoy left on Sept. 5.", 1)]
    [InlineData("A headline\nA first line", 2)]
    public void Parse_Text_SplitsSentences(string text, int expected) => Assert.Equal(expected, Parse(text).Count);

    [Fact]
    public void Parse_Words_SplitsCliticsAndKeepsHyphens()
    {
        string[] words = [.. Parse("Peru's U.S.-led talks didn't end.")[0].Tokens.Select(t => t.Text)];
        Assert.Equal(["Peru", "'s", "U.S.-led", "talks", "did", "n't", "end", "."], words);
    }

    [Theory]
    [InlineData("invaded", "invade")]
    [InlineData("met", "meet")]
    [InlineData("condemning", "condemn")]
    [InlineData("denies", "deny")]
    public void Parse_Inflected_GivesLemma(string form, string lemma) => Assert.Equal(lemma, Parse("They " + form + ".")[0].Tokens[1].Lemma);

    [Fact]
    public void Parse_AnyString_SpansAreExactAndInOrder() => Gen.String.Sample(text =>
    {
        int last = 0;
        foreach (Token token in Parse(text).SelectMany(s => s.Tokens))
        {
            Assert.True(token.Span.Start >= last);
            Assert.Equal(token.Text, token.Span.Of(text).ToString());
            last = token.Span.End;
        }
    });
}
