using CsCheck;
using Entente.Language.Conllu;

namespace Entente.Tests.Language.Conllu;

public class ConlluTests
{
    private const string Sample = """
        # newdoc id = a
        # sent_id = a-1
        # text = Peru can't wait.
        1	Peru	Peru	PROPN	NNP	Number=Sing	4	nsubj	4:nsubj	_
        2-3	can't	_	_	_	_	_	_	_	_
        2	ca	can	AUX	MD	VerbForm=Fin	4	aux	4:aux	_
        3	n't	not	PART	RB	_	4	advmod	4:advmod	_
        4	wait	wait	VERB	VB	VerbForm=Inf	0	root	0:root	SpaceAfter=No
        4.1	here	here	ADV	RB	_	_	_	4:advmod	_
        5	.	.	PUNCT	.	_	4	punct	4:punct	_


        """;

    private static ConlluSentence[] Read(string text) => [.. ConlluReader.Read(new StringReader(text))];

    [Fact]
    public void Read_Sentence_HoldsEveryKindOfLine()
    {
        ConlluSentence sentence = Assert.Single(Read(Sample));
        Assert.Equal("Peru can't wait.", sentence.Comment("text"));
        Assert.True(sentence.StartsDocument);
        Assert.Equal(new ConlluWord("ca", "can", "AUX", "MD", "VerbForm=Fin", 4, "aux", "4:aux"), sentence.Words[1]);
        Assert.Equal(new MultiWordToken(2, 3, "can't"), Assert.Single(sentence.MultiWordTokens));
        Assert.Equal((4, 1), Assert.Single(sentence.EmptyNodes) is var e ? (e.After, e.Index) : default);
        Assert.Equal([("Peru", 0, 1, true), ("can't", 1, 3, true), ("wait", 3, 4, false), (".", 4, 5, true)], sentence.SurfaceTokens());
    }

    [Fact]
    public void Write_WhatWasRead_IsWhatWasThere()
    {
        var writer = new StringWriter();
        foreach (ConlluSentence sentence in Read(Sample)) ConlluWriter.Write(writer, sentence);
        Assert.Equal(Sample.ReplaceLineEndings("\n"), writer.ToString());
    }

    [Fact]
    public void Read_CarriageReturnsAndNoLastBlankLine_ReadsTheSame() =>
        Assert.Equal(Read(Sample)[0].Words, Read(Sample.TrimEnd().ReplaceLineEndings("\r\n"))[0].Words);

    [Theory]
    [InlineData("1\ta\n", 1, "ten columns")]
    [InlineData("2\ta\ta\tX\t_\t_\t0\troot\t_\t_\n", 1, "expected word 1")]
    [InlineData("1\ta\ta\tX\t_\t_\t7\tdep\t_\t_\n\n", 2, "beyond the last word")]
    [InlineData("1\ta\ta\tX\t_\t_\t-1\tdep\t_\t_\n\n", 1, "number of a head")]
    [InlineData("1-2\tab\t_\t_\t_\t_\t_\t_\t_\t_\n1\ta\ta\tX\t_\t_\t0\troot\t_\t_\n\n", 3, "beyond the last word")]
    [InlineData("# text = a\n\n", 2, "comments alone")]
    [InlineData("1\t\ta\tX\t_\t_\t0\troot\t_\t_\n", 1, "form")]
    public void Read_WrongLine_SaysWhichAndWhy(string text, long line, string why)
    {
        ConlluException e = Assert.Throws<ConlluException>(() => Read(text));
        Assert.Equal(line, e.Line);
        Assert.Contains(why, e.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Read_LineWithoutEnd_IsRefused()
    {
        string endless = new('x', ConlluReader.LongestLine + 1);
        Assert.Contains("no CoNLL-U", Assert.Throws<ConlluException>(() => Read(endless)).Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Read_AnyString_GivesSentencesOrSaysWhyNot() => Gen.String["1\t-._#\n\r 2ax"].Sample(text =>
    {
        try
        {
            foreach (ConlluSentence sentence in ConlluReader.Read(new StringReader(text))) Assert.NotEmpty(sentence.Words);
        }
        catch (ConlluException e)
        {
            Assert.True(e.Line > 0);
        }
    });
}
