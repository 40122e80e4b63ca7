using Entente.Language.Segmenting;

namespace Entente.Training.Segmenting;

/// <summary>Multinomial logistic regression over hashed features, by AdaGrad (Duchi, Hazan, Singer 2011) on shuffled questions; then rounded to bytes.</summary>
/// <param name="Bits">Rows of the table, as a power of two.</param>
/// <param name="Epochs">Passes over the questions.</param>
/// <param name="Rate">Step size.</param>
/// <param name="Decay">L2 penalty of one question.</param>
/// <param name="LeastCount">Rows seen less often stay 0.</param>
internal sealed record LogisticRegression(int Bits, int Epochs = 8, float Rate = 0.1f, float Decay = 1e-6f, int LeastCount = 2)
{
    /// <summary>Units a weight of 1 is rounded to; at most ±127 units.</summary>
    private const float Unit = 24;

    public HashedWeights Train(Questions questions, int answers, int seed, Action<int, double> progress)
    {
        uint mask = (1u << Bits) - 1;
        var weights = new float[(1 << Bits) * (answers - 1)];
        var squares = new float[weights.Length];
        var counts = new int[1 << Bits];
        for (int i = 0; i < questions.Count; i++)
            foreach (uint f in questions.Features(i)) counts[f & mask]++;
        int[] order = [.. Enumerable.Range(0, questions.Count)];
        var random = new Random(seed);
        var scores = new double[answers];
        for (int epoch = 0; epoch < Epochs; epoch++)
        {
            random.Shuffle(order);
            double loss = 0;
            foreach (int i in order)
            {
                ReadOnlySpan<uint> features = questions.Features(i);
                Probabilities(features, weights, counts, mask, scores);
                int answer = questions.Answer(i);
                loss -= Math.Log(Math.Max(scores[answer], 1e-12));
                for (int k = 1; k < answers; k++)
                {
                    float error = (float)(scores[k] - (k == answer ? 1 : 0));
                    foreach (uint f in features)
                    {
                        int row = (int)(f & mask);
                        if (counts[row] < LeastCount) continue;
                        int at = row * (answers - 1) + k - 1;
                        float gradient = error + Decay * weights[at] * questions.Count / counts[row];
                        squares[at] += gradient * gradient;
                        weights[at] -= Rate * gradient / (MathF.Sqrt(squares[at]) + 1e-4f);
                    }
                }
            }
            progress(epoch + 1, loss / questions.Count);
        }
        return new HashedWeights(answers, Array.ConvertAll(weights, w => (sbyte)Math.Clamp(MathF.Round(w * Unit), -127, 127)));
    }

    private void Probabilities(ReadOnlySpan<uint> features, float[] weights, int[] counts, uint mask, double[] scores)
    {
        int k1 = scores.Length - 1;
        Array.Clear(scores);
        foreach (uint f in features)
        {
            int row = (int)(f & mask);
            if (counts[row] < LeastCount) continue;
            for (int k = 1; k <= k1; k++) scores[k] += weights[row * k1 + k - 1];
        }
        double top = scores.Max(), sum = 0;
        for (int k = 0; k < scores.Length; k++) sum += scores[k] = Math.Exp(scores[k] - top);
        for (int k = 0; k < scores.Length; k++) scores[k] /= sum;
    }
}
