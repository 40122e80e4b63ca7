using System.Collections.Immutable;

namespace Entente.Training.Events;

/// <summary>One example to learn from.</summary>
/// <param name="Features">Hashes, each once.</param>
/// <param name="Class">Index of its class.</param>
/// <param name="Weight">How much it counts.</param>
public readonly record struct Example(ImmutableArray<uint> Features, int Class, double Weight);

/// <summary>Multinomial logistic regression on binary features, by AdaGrad with L2; deterministic.</summary>
/// <param name="Hashes">The features kept.</param>
/// <param name="Weights">A row of class weights for each.</param>
public sealed record SoftmaxRegression(IReadOnlyList<uint> Hashes, float[] Weights)
{
    /// <summary>Learns the weights.</summary>
    /// <param name="examples">At least one.</param>
    /// <param name="classes">Number of classes.</param>
    /// <param name="epochs">Passes over the examples.</param>
    /// <param name="rate">Step of AdaGrad.</param>
    /// <param name="penalty">L2, for each example seen.</param>
    /// <param name="rarest">Features in fewer examples are left out.</param>
    public static SoftmaxRegression Train(IReadOnlyList<Example> examples, int classes, int epochs = 40, double rate = 0.5, double penalty = 2e-4, int rarest = 2)
    {
        ArgumentNullException.ThrowIfNull(examples);
        uint[] hashes = [.. examples.SelectMany(e => e.Features).CountBy(f => f).Where(p => p.Value >= rarest).Select(p => p.Key).Order()];
        var rowOf = new Dictionary<uint, int>(hashes.Length);
        for (int i = 0; i < hashes.Length; i++) rowOf.Add(hashes[i], i);
        int[][] rows = [.. examples.Select(e => e.Features.Where(rowOf.ContainsKey).Select(f => rowOf[f]).ToArray())];
        var weights = new float[hashes.Length * classes];
        var squares = new float[weights.Length];
        var order = Enumerable.Range(0, examples.Count).ToArray();
        var random = new Shuffler(20261124);
        var scores = new double[classes];
        for (int epoch = 0; epoch < epochs; epoch++)
        {
            random.Shuffle(order);
            foreach (int at in order)
            {
                double scale = 1 / Math.Sqrt(Math.Max(1, examples[at].Features.Length));
                Softmax(weights, rows[at], scale, scores);
                scores[examples[at].Class] -= 1;
                foreach (int row in rows[at])
                    for (int c = 0; c < classes; c++)
                    {
                        int w = row * classes + c;
                        float gradient = (float)(scores[c] * scale * examples[at].Weight + penalty * weights[w]);
                        squares[w] += gradient * gradient;
                        weights[w] -= (float)(rate * gradient / (MathF.Sqrt(squares[w]) + 1e-6f));
                    }
            }
        }
        return new SoftmaxRegression(hashes, weights);
    }

    private static void Softmax(float[] weights, int[] rows, double scale, double[] scores)
    {
        Array.Clear(scores);
        foreach (int row in rows)
            for (int c = 0; c < scores.Length; c++) scores[c] += weights[row * scores.Length + c] * scale;
        double top = scores.Max(), sum = 0;
        for (int c = 0; c < scores.Length; c++) sum += scores[c] = Math.Exp(scores[c] - top);
        for (int c = 0; c < scores.Length; c++) scores[c] /= sum;
    }

    /// <summary>The same order on every machine and version.</summary>
    private sealed class Shuffler(ulong seed)
    {
        private ulong _state = seed;

        public void Shuffle(int[] items)
        {
            for (int i = items.Length - 1; i > 0; i--)
            {
                _state = _state * 6364136223846793005 + 1442695040888963407;
                int j = (int)((_state >> 33) % (ulong)(i + 1));
                (items[i], items[j]) = (items[j], items[i]);
            }
        }
    }
}
