using Entente.Evaluation.Quotations;
using Entente.Language;
using Entente.Text;
using Entente.Training.Quotations;

namespace Entente.Training.Tests;

public sealed class QuotationTrainerTests
{
    private static readonly string[] Names = ["Ana Berg", "Jon Lund", "Mia Holm", "Per Dahl"], Cues = ["said", "claimed", "noted", "warned"];
    private static readonly string[] Contents = ["that the talks had failed", "that trade would grow", "that the army was ready", "that the pact holds"];

    [Fact]
    public void Training_OnMadeArticles_FindsTheirAttributions_AndIsDeterministic()
    {
        using MemoryStream first = new(), second = new();
        QuotationTraining figures = Train(first);
        Train(second);
        Assert.Equal(first.ToArray(), second.ToArray());
        Assert.InRange(figures.F1, 0.9, 1);
    }

    private static QuotationTraining Train(Stream output) =>
        QuotationTrainer.Train([.. Enumerable.Range(0, 12).Select(Article)], new RuleSentenceParser(), new QuotationTrainerOptions(Folds: 2, Epochs: 4, Seed: 3), output, _ => { });

    private static GoldArticle Article(int seed)
    {
        string text = "";
        var gold = new List<GoldAttribution>();
        for (int i = 0; i < 6; i++)
        {
            (string name, string cue, string content) = (Names[(seed + i) % 4], Cues[(seed * 3 + i) % 4], Contents[(seed * 5 + i * 3) % 4]);
            int at = text.Length;
            text += $"{name} {cue} {content}. The road was long and the rain fell. ";
            gold.Add(new GoldAttribution([new TextSpan(at, name.Length)], [new TextSpan(at + name.Length + 1, cue.Length)], [new TextSpan(at + name.Length + cue.Length + 2, content.Length)]));
        }
        return new GoldArticle($"made-{seed}", text, [gold]);
    }
}
