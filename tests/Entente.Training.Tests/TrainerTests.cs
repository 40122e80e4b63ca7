using Entente.Language.Parsing;
using Entente.Training.Language;

namespace Entente.Training.Tests;

public sealed class TrainerTests : IDisposable
{
    private readonly string _folder = Directory.CreateTempSubdirectory("entente-training-").FullName;

    public TrainerTests()
    {
        File.WriteAllText(Path.Combine(_folder, "tiny-train.conllu"), Treebank.Text);
        File.WriteAllText(Path.Combine(_folder, "tiny-dev.conllu"), Treebank.Text);
    }

    public void Dispose() => Directory.Delete(_folder, recursive: true);

    private TrainingOptions Options(string name, int epochs) => new()
    {
        Treebanks = [_folder],
        Output = Path.Combine(_folder, name),
        Epochs = epochs,
        BatchWords = 8,
        LearningRate = 0.01f,
        Shape = new ModelShape { FormWidth = 16, AffixWidth = 16, AffixBuckets = 512, Hidden = 16, ArcWidth = 16, RelationWidth = 16 },
    };

    private static string Train(TrainingOptions options)
    {
        new LanguageTrainer(options, _ => { }).Train(CancellationToken.None);
        return options.Output;
    }

    [Fact]
    public void Train_FourSentences_LearnsThemByHeart()
    {
        DependencyModel model = DependencyModel.Load(File.ReadAllBytes(Train(Options("m.bin", 300) with { Dropout = DropoutRates.None })));
        ParseScore score = ParseScore.Of(model, Treebank.Sentences);
        Assert.Equal((1, 1, 1), (score.Upos, score.Uas, score.Las));
    }

    [Fact]
    public void Train_SameSeedTwice_WritesTheSameBytes() =>
        Assert.Equal(File.ReadAllBytes(Train(Options("a.bin", 3))), File.ReadAllBytes(Train(Options("b.bin", 3))));

    [Fact]
    public void Train_StoppedAndResumed_WritesWhatOneRunWrites()
    {
        byte[] whole = File.ReadAllBytes(Train(Options("whole.bin", 4)));
        TrainingOptions options = Options("parts.bin", 4);
        using var stop = new CancellationTokenSource();
        var trainer = new LanguageTrainer(options, line => { if (line.StartsWith("epoch 2", StringComparison.Ordinal)) stop.Cancel(); });
        Assert.Throws<OperationCanceledException>(() => trainer.Train(stop.Token));
        Assert.Equal(whole, File.ReadAllBytes(Train(options with { Resume = true })));
    }

    [Fact]
    public void Train_WithPlainText_KnowsItsFormsAndResumesBetweenSlices()
    {
        string text = Path.Combine(_folder, "news.txt");
        File.WriteAllText(text, string.Concat(Enumerable.Repeat("The envoy left the capital on Monday .\n", 40)));
        TrainingOptions options = Options("text.bin", 2) with { Unlabelled = [text], TextPasses = 1 };
        byte[] whole = File.ReadAllBytes(Train(options));
        Assert.Contains("envoy", DependencyModel.Load(whole).Forms.Keys);
        File.Delete(options.Output + ".checkpoint");
        Assert.Equal(whole, File.ReadAllBytes(Train(options with { Resume = true })));
    }
}
