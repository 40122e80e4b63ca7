using Entente.Language.Parsing;
using Entente.Training.Language;
using Entente.Training.Networks;
using Entente.Training.Treebanks;

namespace Entente.Training.Tests;

public class GradientTests
{
    private static readonly ModelShape Tiny = new() { FormWidth = 6, AffixWidth = 5, AffixBuckets = 64, Hidden = 8, ArcWidth = 7, RelationWidth = 6 };

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public void Network_EveryParameter_HasTheGradientOfItsLoss(bool dropout)
    {
        IReadOnlyList<GoldSentence> sentences = Treebank.Sentences;
        var vocabulary = new Vocabulary(sentences, [], Tiny.AffixBuckets);
        var random = new SeededRandom(7);
        var known = new float[(vocabulary.Forms.Length + 1) * Tiny.FormWidth];
        for (int i = 0; i < known.Length; i++) known[i] = random.NextNormal() * 0.3f;
        var network = new ParserNetwork(Tiny, vocabulary, known, dropout ? new DropoutRates() : DropoutRates.None, random);
        foreach (Parameter p in network.Parameters)
            for (int i = 0; i < p.Value.Length; i++) p.Value[i] += random.NextNormal() * 0.3f;
        EncodedSentence[] batch = [.. sentences.Select(vocabulary.Encode)];

        Check(network.Parameters, () => network.Learn(batch, new SeededRandom(3)).Total, random);
    }

    [Fact]
    public void ContextNetwork_EveryParameter_HasTheGradientOfItsLoss()
    {
        IReadOnlyList<GoldSentence> sentences = Treebank.Sentences;
        var vocabulary = new Vocabulary(sentences, [], Tiny.AffixBuckets);
        var random = new SeededRandom(11);
        EncodedSentence[] batch = [.. sentences.Select(s => vocabulary.Encode(s.Forms))];
        var network = new ContextNetwork(Tiny, [0, .. Enumerable.Range(1, vocabulary.Forms.Length)], random);
        foreach (Parameter p in network.Parameters)
            for (int i = 0; i < p.Value.Length; i++) p.Value[i] += random.NextNormal() * 0.3f;
        Check(network.Parameters, () => network.Learn(batch, new SeededRandom(3)).Loss, random);
    }

    private static void Check(Parameter[] parameters, Func<double> learn, SeededRandom random)
    {
        learn();
        float[][] analytic = [.. parameters.Select(p => (float[])p.Gradient.Clone())];
        for (int k = 0; k < parameters.Length; k++)
        {
            Parameter p = parameters[k];
            double difference = 0, size = 0;
            foreach (int i in Enumerable.Range(0, 12).Select(_ => random.Next(p.Value.Length)).Concat(Largest(analytic[k])))
            {
                double numeric = Numeric(learn, p, i);
                difference += Math.Abs(numeric - analytic[k][i]);
                size += Math.Abs(numeric) + Math.Abs(analytic[k][i]);
            }
            Assert.True(size > 1e-3, $"{p.Name} has no gradient: it does not take part.");
            Assert.True(difference < 0.02 * size + 5e-3, $"{p.Name}: |numeric - analytic| is {difference} of {size}");
        }
    }

    private static IEnumerable<int> Largest(float[] gradient) => gradient.Index().OrderByDescending(g => Math.Abs(g.Item)).Take(8).Select(g => g.Index);

    private static double Numeric(Func<double> learn, Parameter p, int i)
    {
        const float Step = 4e-3f;
        float value = p.Value[i];
        p.Value[i] = value + Step;
        double above = learn();
        p.Value[i] = value - Step;
        double below = learn();
        p.Value[i] = value;
        return (above - below) / (2 * (double)Step);
    }
}
