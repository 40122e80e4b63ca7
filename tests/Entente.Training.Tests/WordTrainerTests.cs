using System.Text;
using Entente.Evaluation.Syntax;
using Entente.Language;
using Entente.Language.Parsing;
using Entente.Text;
using Entente.Training.Words;

namespace Entente.Training.Tests;

public class WordTrainerTests
{
    // The same four sentences, often enough for every feature to count.
    private static readonly GoldDocument[] Documents =
        [.. Enumerable.Range(0, 30).SelectMany(_ => GoldDocument.ReadAll(new StringReader(Treebank.Text)))];

    private static byte[] Train(int seed) => WordTrainer.Train(Documents, Documents[..2], "little@1", seed, _ => { }).ToBytes("test");

    [Fact]
    public void Train_LittleTreebank_CutsAndLemmatisesWhatItSaw()
    {
        WordModel model = WordModel.Load(new MemoryStream(Train(1)));
        const string text = "They don't talk. China signs the pact.";
        string[] sentences = [.. model.Segmenter.Segment(text).Select(s => string.Join(' ', s.Words.Select(w => w.Span.Of(text).ToString())))];
        Assert.Equal(["They do n't talk .", "China signs the pact ."], sentences);
        Assert.Equal("fail", model.Lemma("Failed", Upos.Verb, "VBD"));
        Assert.Equal("China", model.Lemma("China", Upos.Propn, "NNP"));
        Assert.Equal("treaty", model.Lemma("treaty", Upos.Noun, "NN"));
        Assert.Equal("little@1", model.Name);
    }

    [Fact]
    public void Train_SameSeed_GivesTheSameBytes() => Assert.Equal(Train(3), Train(3));

    [Fact]
    public void Load_DamagedOrOtherFile_SaysWhy()
    {
        byte[] bytes = Train(1);
        bytes[^1] ^= 1;
        Assert.Contains("damaged", Assert.Throws<LanguageModelException>(() => WordModel.Load(new MemoryStream(bytes))).Message, StringComparison.Ordinal);
        Assert.Throws<LanguageModelException>(() => WordModel.Load(new MemoryStream(bytes[..100])));
        byte[] parser = LanguageModelFile.Write([("metadata", Encoding.UTF8.GetBytes("{}"))]);
        Assert.Contains("lacks the section", Assert.Throws<LanguageModelException>(() => WordModel.Load(new MemoryStream(parser))).Message, StringComparison.Ordinal);
        byte[] odd = LanguageModelFile.Write([("words", [1, 2, 3]), ("sentences", [1]), ("threshold", "0"u8.ToArray())]);
        Assert.Contains("Train it again", Assert.Throws<LanguageModelException>(() => WordModel.Load(new MemoryStream(odd))).Message, StringComparison.Ordinal);
    }

    [Fact]
    public void LayoutVariants_Text_KeepsItsLength()
    {
        GoldDocument document = Documents[0] with { Text = SourceText.FromString("He said \"don't\" twice.\n\nShe did not.") };
        Assert.Equal("He said “don’t” twice.\n\nShe did not.", Segmenting.LayoutVariants.WithTypographicMarks(document).Text.Text);
        Assert.Equal("He said \"don't\" twice. \nShe did not.", Segmenting.LayoutVariants.WithLinesForParagraphs(document).Text.Text);
        Assert.Equal("He said\n\"don't\"\ntwice.\n\nShe did\nnot.", Segmenting.LayoutVariants.WithBrokenLines(document, 9).Text.Text);
    }
}
