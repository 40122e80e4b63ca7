using CsCheck;
using Entente.Language.Parsing;
using Entente.Training.Language;

namespace Entente.Training.Tests;

/// <summary>A little model, trained once for these tests.</summary>
public sealed class LittleModel
{
    public LittleModel()
    {
        string folder = Directory.CreateTempSubdirectory("entente-model-").FullName;
        File.WriteAllText(Path.Combine(folder, "tiny-train.conllu"), Treebank.Text);
        var options = new TrainingOptions
        {
            Treebanks = [folder],
            Output = Path.Combine(folder, "m.bin"),
            Epochs = 4,
            BatchWords = 8,
            Shape = new ModelShape { FormWidth = 16, AffixWidth = 16, AffixBuckets = 512, Hidden = 24, ArcWidth = 20, RelationWidth = 18 },
        };
        new LanguageTrainer(options, _ => { }).Train(CancellationToken.None);
        Bytes = File.ReadAllBytes(options.Output);
        Directory.Delete(folder, recursive: true);
    }

    public byte[] Bytes { get; }
}

public class DependencyModelTests(LittleModel little) : IClassFixture<LittleModel>
{
    private static readonly string[] Some = ["China", "the", "pact", "“", "--", "\ud800", "", "2,000", "مرحبا", "ﬁ"];
    private static readonly Gen<string[]> Words = Gen.OneOf(Gen.Int[0, Some.Length - 1].Select(i => Some[i]), Gen.String[1, 90]).Array[0, 30];

    private DependencyModel Model => DependencyModel.Load(little.Bytes);

    [Fact]
    public void Analyze_AnyWords_GivesOneTreeASentence()
    {
        DependencyModel model = Model;
        Words.Array[0, 6].Sample(sentences => model.Analyze(sentences).Zip(sentences).All(s => s.First.Length == s.Second.Length && IsTree(s.First)));
    }

    [Fact]
    public void Analyze_SentenceAloneOrAmongOthers_IsTheSame()
    {
        DependencyModel model = Model;
        Words.Array[1, 8].Sample(sentences =>
        {
            WordAnalysis[][] together = model.Analyze(sentences);
            return sentences.Index().All(s => DependencyModel.Load(little.Bytes).Analyze([s.Item])[0].SequenceEqual(together[s.Index]));
        }, iter: 20);
    }

    [Fact]
    public void Analyze_ManyThreads_AgreeWithOne()
    {
        DependencyModel model = Model;
        var random = new Random(5);
        string[][] sentences = [.. Enumerable.Range(0, 400).Select(_ => Enumerable.Range(0, random.Next(1, 40)).Select(_ => "w" + random.Next(9000)).ToArray())];
        WordAnalysis[][] expected = model.Analyze(sentences);
        Parallel.For(0, 8, i => Assert.Equal(expected.Skip(i * 50).Take(50).SelectMany(w => w), model.Analyze(sentences[(i * 50)..(i * 50 + 50)]).SelectMany(w => w)));
    }

    [Fact]
    public void Analyze_SentenceBeyondTheLongest_IsOneTreeAllTheSame()
    {
        string[] words = [.. Enumerable.Range(0, 5 * DependencyModel.LongestSentence / 2).Select(i => "w" + i % 7)];
        WordAnalysis[] analysis = Model.Analyze([words])[0];
        Assert.True(IsTree(analysis));
        Assert.Equal("parataxis", analysis[DependencyModel.LongestSentence..].First(w => w.Head < DependencyModel.LongestSentence).Relation);
    }

    [Fact]
    public void Load_DamagedInTheMiddle_IsRefused()
    {
        byte[] damaged = [.. little.Bytes];
        damaged[damaged.Length / 2] ^= 1;
        Assert.Contains("SHA-256", Assert.Throws<LanguageModelException>(() => DependencyModel.Load(damaged)).Message, StringComparison.Ordinal);
    }

    private static bool IsTree(WordAnalysis[] words)
    {
        int[] heads = [.. words.Select(w => w.Head)];
        return words.Length == 0 || heads.Count(h => h == -1) == 1 && TreeDecoder.IsAcyclic(heads) && heads.All(h => h < words.Length)
            && words.All(w => (w.Head == -1) == (w.Relation == "root"));
    }
}
