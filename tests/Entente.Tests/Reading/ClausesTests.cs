using System.Collections.Immutable;
using Entente.Language;
using Entente.Reading.Quotations;
using Entente.Reading.Quotations.Attributions;
using Entente.Text;

namespace Entente.Tests.Reading;

public sealed class ClausesTests
{
    [Fact]
    public void Clause_ReadAsTheSpeakerOfAPhrase_ChangesPlacesWithIt()
    {
        // The force is fear , say experts
        AttributionTokens t = Tokens("The force is fear , say experts", [(Upos.Det, 1, "det"), (Upos.Noun, 3, "nsubj"), (Upos.Aux, 3, "cop"), (Upos.Noun, 5, "ccomp"), (Upos.Punct, 5, "punct"), (Upos.Verb, -1, "root"), (Upos.Noun, 5, "nsubj")]);
        Attribution upright = Clauses.Upright(t, new Attribution(5, [(6, 7)], [(0, 4)]) { CueLikelihood = 1, ContentLikelihood = 1 });
        Assert.Equal([(0, 4)], upright.Content);
        Assert.Equal([(6, 7)], upright.Source);
    }

    [Fact]
    public void Speaker_WithARelativeClause_StaysTheSpeaker()
    {
        // The envoy who left said nothing
        AttributionTokens t = Tokens("The envoy who left said nothing", [(Upos.Det, 1, "det"), (Upos.Noun, 4, "nsubj"), (Upos.Pron, 3, "nsubj"), (Upos.Verb, 1, "acl:relcl"), (Upos.Verb, -1, "root"), (Upos.Pron, 4, "obj")]);
        var read = new Attribution(4, [(5, 6)], [(0, 4)]) { CueLikelihood = 1, ContentLikelihood = 1 };
        Assert.Equal(read, Clauses.Upright(t, read));
    }

    private static AttributionTokens Tokens(string text, (Upos Tag, int Head, string Relation)[] words)
    {
        var tokens = ImmutableArray.CreateBuilder<Token>();
        int at = 0;
        foreach ((string form, (Upos tag, int head, string relation)) in text.Split(' ').Zip(words))
        {
            tokens.Add(new Token(new TextSpan(at, form.Length), form, form, tag, head, relation));
            at += form.Length + 1;
        }
        return AttributionTokens.Of(text, [new ParsedSentence(new TextSpan(0, text.Length), tokens.ToImmutable())], QuotedStretches.Find(text));
    }
}
