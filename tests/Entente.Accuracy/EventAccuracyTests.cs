using Entente.Evaluation.Events;
using Entente.Language;
using Entente.Language.Parsing;
using Entente.Reading;

namespace Entente.Accuracy;

public sealed class EventAccuracyTests
{
    /// <summary>Own gold, 200 sentences of news annotated before any was coded; floors a little below what was measured when they were set (docs/accuracy-events.md).</summary>
    [Fact]
    public void WholeEvents_OwnGold_StayAboveTheFloors()
    {
        WholeEventScore score = Score("events-own.jsonl");
        Assert.Equal(200, score.N);
        Assert.InRange(score.Precision, 0.80, 1);
        Assert.InRange(score.F1, 0.57, 1);
        Assert.InRange(score.CalibrationError, 0, 0.10);
    }

    /// <summary>1,000 sentences of non-political Wikinews.</summary>
    [Fact]
    public void WholeEvents_NonPoliticalNews_GivesHardlyAny()
    {
        WholeEventScore score = Score("events-none.jsonl");
        Assert.Equal(1000, score.N);
        Assert.InRange(score.FalsePerThousand, 0, 5);
    }

    private static WholeEventScore Score(string gold)
    {
        string articles = Path.GetDirectoryName(GoldFiles.Shared("articles", "news.jsonl.gz"))!;
        using FileStream words = File.OpenRead(GoldFiles.Model("english-words.bin")), model = File.OpenRead(GoldFiles.Model("english.bin"));
        var coder = new DocumentCoder(NeuralSentenceParser.Load(WordModel.Load(words), model), []);
        return WholeEventScorer.Score(WholeEventGold.Read(File.ReadLines(GoldFiles.Own(gold)), articles), coder);
    }
}
