using Entente.Training.Treebanks;

namespace Entente.Training.Tests;

/// <summary>Sentences written for these tests.</summary>
internal static class Treebank
{
    public const string Text = """
        # text = China signs the pact.
        1	China	China	PROPN	NNP	Number=Sing	2	nsubj	_	_
        2	signs	sign	VERB	VBZ	Number=Sing|Person=3	0	root	_	_
        3	the	the	DET	DT	_	4	det	_	_
        4	pact	pact	NOUN	NN	Number=Sing	2	obj	_	SpaceAfter=No
        5	.	.	PUNCT	.	_	2	punct	_	_

        # text = The old pact failed
        1	The	the	DET	DT	_	3	det	_	_
        2	old	old	ADJ	JJ	Degree=Pos	3	amod	_	_
        3	pact	pact	NOUN	NN	Number=Sing	4	nsubj	_	_
        4	failed	fail	VERB	VBD	Tense=Past	0	root	_	_

        # text = They don't talk.
        1	They	they	PRON	PRP	_	4	nsubj	_	_
        2-3	don't	_	_	_	_	_	_	_	_
        2	do	do	AUX	VBP	_	4	aux	_	_
        3	n't	not	PART	RB	_	4	advmod	_	_
        4	talk	talk	VERB	VB	_	0	root	_	_
        4.1	quickly	quickly	ADV	RB	_	_	_	_	_
        5	.	.	PUNCT	.	_	4	punct	_	_

        # text = Stop
        1	Stop	stop	VERB	VB	_	0	root	_	_

        """;

    public static IReadOnlyList<GoldSentence> Sentences => [.. TreebankReader.Read(new StringReader(Text), "test")];
}
