using System.IO.Compression;
using Entente.Evaluation.Syntax;
using Entente.Language;
using Entente.Language.Parsing;

namespace Entente.Accuracy;

/// <summary>Raw text of the dev parts, by the shipped models; docs/accuracy-language.md has the figures.</summary>
public class ParseAccuracyTests
{
    [Theory]
    [InlineData("en_ewt-ud-dev.conllu.gz", 99.3, 89, 95, 94.5, 82)]
    [InlineData("en_gum-free-dev.conllu.gz", 99.7, 95, 97, 96, 84)]
    public void Parse_Dev_StaysAboveTheFloor(string file, double tokens, double sentences, double lemmas, double upos, double las)
    {
        string path = GoldFiles.Shared("syntax", file);
        using var reader = new StreamReader(new GZipStream(File.OpenRead(path), CompressionMode.Decompress));
        using FileStream words = File.OpenRead(GoldFiles.Model("english-words.bin")), model = File.OpenRead(GoldFiles.Model("english.bin"));
        SyntaxScore score = SyntaxEvaluation.ScoreRaw([.. GoldDocument.ReadAll(reader)], NeuralSentenceParser.Load(WordModel.Load(words), model));
        Assert.InRange(score.Tokens.F1, tokens, 100);
        Assert.InRange(score.Sentences.F1, sentences, 100);
        Assert.InRange(score.Lemmas.F1, lemmas, 100);
        Assert.InRange(score.Upos.F1, upos, 100);
        Assert.InRange(score.Las.F1, las, 100);
    }
}
