using CsCheck;
using Entente.Language;
using Entente.Language.Lemmas;

namespace Entente.Tests.Language.Lemmas;

public class LemmaRulesTests
{
    private static readonly LemmaRules Rules = new(
        [KeyValuePair.Create(LemmaRules.Key("VBD", Upos.Aux, "were"), EditRule.Between("were", "be", false))],
        [KeyValuePair.Create(LemmaRules.Key("NNS", Upos.Noun, ""), EditRule.Between("talks", "talk", false)),
            KeyValuePair.Create(LemmaRules.Key("NNS", Upos.Noun, "ies"), EditRule.Between("armies", "army", false)),
            KeyValuePair.Create(LemmaRules.Key("NNP", Upos.Propn, ""), EditRule.Between("Peru", "Peru", true))]);

    [Theory]
    [InlineData("Were", Upos.Aux, "VBD", "be")]
    [InlineData("Envoys", Upos.Noun, "NNS", "envoy")]
    [InlineData("TREATIES", Upos.Noun, "NNS", "treaty")]
    [InlineData("Chile", Upos.Propn, "NNP", "Chile")]
    [InlineData("chile", Upos.Propn, "NNP", "chile")]
    [InlineData("envoys", Upos.Adj, "JJ", null)]
    [InlineData("s", Upos.Noun, "NNS", "")]
    public void Lemma_Form_TakesTheLongestEndingKnown(string form, Upos upos, string xpos, string? lemma)
    {
        if (lemma is "") Assert.NotNull(Rules.Lemma(form, upos, xpos));
        else Assert.Equal(lemma, Rules.Lemma(form, upos, xpos));
    }

    [Fact]
    public void Between_AnyPair_LeadsToTheLemma() => Gen.Select(Gen.String, Gen.String, Gen.Bool).Sample((form, lemma, name) =>
    {
        EditRule rule = EditRule.Between(form, lemma, name);
        Assert.Equal(lemma, rule.Apply(form));
        if (!lemma.Contains('\n', StringComparison.Ordinal)) Assert.Equal(rule, EditRule.Parse(rule.ToString()));
    });

    [Theory]
    [InlineData("")]
    [InlineData("x1 a")]
    [InlineData("l")]
    [InlineData("l-1 a")]
    public void Parse_NoRule_IsRefused(string text) => Assert.Throws<FormatException>(() => EditRule.Parse(text));
}
