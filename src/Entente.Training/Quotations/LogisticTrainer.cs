using Entente.Reading.Quotations.Attributions;

namespace Entente.Training.Quotations;

/// <summary>Logistic regression on hashed features by AdaGrad, averaged; deterministic under its seed.</summary>
internal sealed class LogisticTrainer(int rows, float rate, float decay)
{
    private readonly float[] _weights = new float[rows], _squares = new float[rows], _sums = new float[rows];

    /// <summary>Trains on examples in a shuffled order.</summary>
    /// <param name="features">Indices of each example.</param>
    /// <param name="labels">Whether each is right.</param>
    /// <param name="epochs">Passes.</param>
    /// <param name="seed">Of the shuffle.</param>
    public WeightTable Train(IReadOnlyList<int[]> features, IReadOnlyList<bool> labels, int epochs, int seed)
    {
        int[] order = [.. Enumerable.Range(0, features.Count)];
        var random = new Random(seed);
        int averaged = 0;
        for (int epoch = 0; epoch < epochs; epoch++)
        {
            random.Shuffle(order);
            foreach (int e in order)
            {
                float score = 0;
                foreach (int row in features[e]) score += _weights[row];
                float error = (labels[e] ? 1 : 0) - AttributionReader.Logistic(score);
                if (Math.Abs(error) < 0.003f) continue;
                foreach (int row in features[e])
                {
                    float gradient = error - decay * _weights[row];
                    _squares[row] += gradient * gradient;
                    _weights[row] += rate * gradient / (MathF.Sqrt(_squares[row]) + 1e-3f);
                }
            }
            if (epoch < epochs / 2) continue;
            averaged++;
            for (int i = 0; i < rows; i++) _sums[i] += _weights[i];
        }
        for (int i = 0; i < rows; i++) _sums[i] /= averaged;
        return WeightTable.Quantize(_sums, 1, 4);
    }
}
