using Entente.Evaluation.Dates;

namespace Entente.Accuracy;

public sealed class DateAccuracyTests
{
    /// <summary>Own news gold, 112 expressions of 1947–2025: .942 before any rule was changed for it, .996 after.</summary>
    [Fact]
    public void Dates_OwnNews_StayAboveTheFloors()
    {
        DateScore score = DateScorer.Score(File.ReadLines(GoldFiles.Own("dates.jsonl")), _ => { });
        Assert.Equal(112, score.N);
        Assert.InRange(score.SpanF1!.Value, 0.97, 1);
        Assert.InRange(score.ValueF1!.Value, 0.96, 1);
    }

    /// <summary>MEANTIME English, Apple and GM parts (train).</summary>
    [Fact]
    public void Dates_Meantime_StayAboveTheFloors()
    {
        DateScore score = DateScorer.Score(File.ReadLines(GoldFiles.Shared("dates", "meantime-train.jsonl")), _ => { });
        Assert.Equal(245, score.N);
        Assert.InRange(score.SpanF1!.Value, 0.88, 1);
        Assert.InRange(score.ValueF1!.Value, 0.81, 1);
    }

    /// <summary>Recognizers-Text English specs of days and longer (train).</summary>
    [Fact]
    public void Dates_RecognizersNewsCases_StayAboveTheFloors()
    {
        DateScore score = DateScorer.Score(File.ReadLines(GoldFiles.Shared("dates", "recognizers-datetime-en-train.jsonl")), _ => { });
        Assert.Equal(2189, score.N);
        Assert.InRange(score.ValueF1!.Value, 0.32, 1);
        Assert.InRange(score.News!.SpanF1!.Value, 0.67, 1);
        Assert.InRange(score.News.ValueF1!.Value, 0.56, 1);
    }
}
