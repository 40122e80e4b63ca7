using Entente.Language.Parsing;
using Entente.Training.Language;
using Entente.Training.Networks;
using Entente.Training.Treebanks;

namespace Entente.Training.Tests;

public class NewsStyleTests
{
    private const string Quoted = """
        1	"	"	PUNCT	``	_	3	punct	_	_
        2	Envoys	envoy	NOUN	NNS	_	3	nsubj	_	_
        3	met	meet	VERB	VBD	_	0	root	_	_
        4	,	,	PUNCT	,	_	3	punct	_	_
        5	"	"	PUNCT	''	_	3	punct	_	_
        6	Xu	Xu	PROPN	NNP	Number=Sing	7	nsubj	_	_
        7	said	say	VERB	VBD	_	3	parataxis	_	_
        8	(	(	PUNCT	-LRB-	_	9	punct	_	_
        9	May	May	PROPN	NNP	Number=Sing	7	nmod:unmarked	_	_
        10	3	3	NUM	CD	NumForm=Digit|NumType=Card	9	nummod	_	_
        11	)	)	PUNCT	-RRB-	_	9	punct	_	_
        12	AP	AP	PROPN	NNP	Number=Sing	9	appos	_	_

        """;

    private static readonly GoldSentence Sentence = TreebankReader.Read(new StringReader(Quoted), "test").Single();

    private static List<GoldSentence> Variants()
    {
        var style = new NewsStyle(new Vocabulary([Sentence], [], 64));
        var random = new SeededRandom(4);
        return [.. Enumerable.Range(0, 600).Select(_ => style.Vary(Sentence with { Forms = ["Xu", .. Sentence.Forms[1..]] }, random)), .. Enumerable.Range(0, 100).Select(_ => style.Vary(Sentence, random))];
    }

    [Fact]
    public void Vary_AnySentence_StaysOneTree() => Assert.All(Variants(), s =>
    {
        Assert.Equal(1, s.Heads.Count(h => h == -1));
        Assert.True(TreeDecoder.IsAcyclic(s.Heads));
        Assert.Equal(s.Forms.Length, s.Tags.Length);
        Assert.Equal(s.Forms.Length, s.Relations.Length);
    });

    [Fact]
    public void Vary_Dateline_HangsFromTheRootAndLeavesTheRestAsItWas()
    {
        List<GoldSentence> dated = [.. Variants().Where(s => s.Forms.Length > Sentence.Forms.Length)];
        Assert.NotEmpty(dated);
        Assert.All(dated, s =>
        {
            int added = s.Forms.Length - Sentence.Forms.Length;
            Assert.Equal("parataxis", s.Relations[0]);
            Assert.Equal(-1, s.Heads[s.Heads[0]]);
            Assert.Equal(Sentence.Heads, s.Heads[added..].Select(h => h < 0 ? h : h - added));
        });
    }

    [Fact]
    public void Vary_PlainQuotes_OpenAndCloseAsTheirTagsSay() => Assert.Contains(Variants(), s => s.Forms[0] == "“" && s.Forms[4] == "”");
}
