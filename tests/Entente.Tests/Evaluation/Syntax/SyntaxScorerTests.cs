using System.Text;
using Entente.Evaluation.Syntax;
using Entente.Language;
using Entente.Language.Conllu;

namespace Entente.Tests.Evaluation.Syntax;

/// <summary>Every expected number is counted by hand from the definitions of the CoNLL 2018 shared task.</summary>
public class SyntaxScorerTests
{
    // Words "form lemma UPOS XPOS head relation" in order; "a+b" makes one token of the words a and b; a bar ends a sentence.
    private static ConlluSentence[] File(string words)
    {
        var conllu = new StringBuilder();
        foreach (string sentence in words.Split('|'))
        {
            int id = 1;
            foreach (string line in sentence.Split('\n', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries))
            {
                string[] parts = line.Split('+');
                if (parts.Length > 1)
                    conllu.Append(System.Globalization.CultureInfo.InvariantCulture, $"{id}-{id + parts.Length - 1}\t{string.Concat(parts.Select(p => p.Trim().Split(' ')[0]))}\t_\t_\t_\t_\t_\t_\t_\t_\n");
                foreach (string part in parts)
                {
                    string[] c = part.Trim().Split(' ');
                    conllu.Append(System.Globalization.CultureInfo.InvariantCulture, $"{id++}\t{c[0]}\t{c[1]}\t{c[2]}\t{c[3]}\t_\t{c[4]}\t{c[5]}\t_\t_\n");
                }
            }
            conllu.Append('\n');
        }
        return [.. ConlluReader.Read(new StringReader(conllu.ToString()))];
    }

    // Words alone, each the child of the one before: for alignment.
    private static ConlluSentence[] Chain(string forms) => File(string.Join('|', forms.Split('|').Select(sentence =>
    {
        int at = 0;
        return string.Join('\n', sentence.Split(' ').Select(token => string.Join(" + ", token.Split('+').Select(f => $"{f} {f} X _ {at++} {(at == 1 ? "root" : "dep")}"))));
    })));

    private const string Gold = """
        The the DET DT 2 det
        envoys envoy NOUN NNS 5 nsubj:pass
        were be AUX VBD 5 aux:pass
        n't not PART RB 5 advmod
        heard hear VERB VBN 0 root
        . . PUNCT . 5 punct
        """;

    [Fact]
    public void Score_Itself_IsAHundredThroughout()
    {
        SyntaxScore s = SyntaxScorer.Score(File(Gold), File(Gold));
        Assert.All([s.Tokens, s.Sentences, s.Words, s.Upos, s.Xpos, s.UFeats, s.Lemmas, s.Uas, s.Las, s.Clas], u => Assert.Equal(100, u.F1));
    }

    [Fact]
    public void Score_WrongColumns_CountsEach()
    {
        ConlluSentence[] system = File("""
            The the DET DT 2 det
            envoys envoys NOUN NNS 5 nsubj
            were be VERB VBD 5 cop
            n't not PART RB 3 advmod
            heard hear VERB VBD 0 root
            . . PUNCT . 5 punct
            """);
        SyntaxScore s = SyntaxScorer.Score(File(Gold), system);
        Assert.Equal(new UnitScore(6, 6, 5), s.Upos);
        Assert.Equal(new UnitScore(6, 6, 5), s.Xpos);
        Assert.Equal(new UnitScore(6, 6, 5), s.Lemmas);
        Assert.Equal(new UnitScore(6, 6, 5), s.Uas);   // n't hangs wrong
        Assert.Equal(new UnitScore(6, 6, 4), s.Las);   // and cop is not aux; nsubj for nsubj:pass is right
        Assert.Equal(new UnitScore(3, 3, 2), s.Clas);  // nsubj, advmod, root are content relations; aux, cop, det and punct are not
        Assert.Equal(200.0 * 4 / 12, s.Las.F1, 12);
    }

    [Fact]
    public void Score_SentencesSplitOtherwise_CountsSpansAndHeads()
    {
        // Gold: "a b | c"; system: "a | b c". One token each right; no sentence has the same span.
        SyntaxScore s = SyntaxScorer.Score(Chain("a b|c"), Chain("a|b c"));
        Assert.Equal(new UnitScore(2, 2, 0), s.Sentences);
        Assert.Equal(new UnitScore(3, 3, 3), s.Tokens);
        Assert.Equal(new UnitScore(3, 3, 1), s.Uas); // a is a root in both; b has head a, then none; c none, then b
    }

    [Theory]
    [InlineData("abcd", "a b c d", 0)]
    [InlineData("abc d", "a b c d", 1)]
    [InlineData("a bc d", "a b c d", 2)]
    [InlineData("a b cd", "a bc d", 1)]
    [InlineData("do+n't go", "do+n't go", 3)]
    [InlineData("do+n't go", "do n't go", 3)]
    [InlineData("do n't go", "do+n't go", 3)]
    [InlineData("can+not go", "cannot go", 1)]
    [InlineData("a b+c d", "a+b c d", 4)]
    [InlineData("ab+c d", "a b+c d", 2)]
    public void Score_Words_AlignByCharactersAndFormsInsideTokens(string gold, string system, int aligned) =>
        Assert.Equal(aligned, SyntaxScorer.Score(Chain(gold), Chain(system)).Words.Correct);

    [Fact]
    public void Score_TokenOfSeveralWordsCutApart_IsOneTokenMissed()
    {
        SyntaxScore s = SyntaxScorer.Score(Chain("do+n't go"), Chain("do n't go"));
        Assert.Equal(new UnitScore(2, 3, 1), s.Tokens);
        Assert.Equal(new UnitScore(3, 3, 3), s.Words);
    }

    [Fact]
    public void Score_NoHeads_CountsNoneRight()
    {
        ConlluSentence[] system = [.. File(Gold).Select(s => s with { Words = [.. s.Words.Select(w => w with { Head = null, Relation = null })] })];
        SyntaxScore score = SyntaxScorer.Score(File(Gold), system);
        Assert.Equal((0, 0, 0), (score.Uas.Correct, score.Las.Correct, score.Clas.Correct));
        Assert.Equal(6, score.Upos.Correct);
        Assert.Throws<InvalidDataException>(() => SyntaxScorer.Score(system, File(Gold)));
    }

    [Fact]
    public void Score_OtherText_IsRefused() =>
        Assert.Contains("after 1 characters", Assert.Throws<InvalidDataException>(() => SyntaxScorer.Score(Chain("a b"), Chain("a c"))).Message, StringComparison.Ordinal);

    [Fact]
    public void ReadAll_Documents_RebuildsTextAndSpans()
    {
        const string file = """
            # newdoc id = one
            1	Stop	_	_	_	_	0	root	_	SpaceAfter=No
            2	.	_	_	_	_	1	punct	_	_

            1-2	Don't	_	_	_	_	_	_	_	_
            1	Do	_	_	_	_	0	root	_	_
            2	n't	_	_	_	_	1	advmod	_	_

            # newpar
            1	Go	_	_	_	_	0	root	_	_

            # newdoc id = two
            1	On	_	_	_	_	0	root	_	_

            """;
        GoldDocument[] documents = [.. GoldDocument.ReadAll(new StringReader(file))];
        Assert.Equal(["Stop. Don't\n\nGo ", "On "], documents.Select(d => d.Text.Text));
        Assert.Equal([new WordSpan(6, 2), new WordSpan(8, 3, true)], documents[0].Words[1].Words);
        Assert.Equal(100, SyntaxEvaluation.ScoreRaw(documents, new RuleSentenceParser()).Tokens.F1);
        Assert.Equal(100, SyntaxEvaluation.ScoreGoldTokens(documents, new RuleSentenceParser()).Words.F1);
    }
}
