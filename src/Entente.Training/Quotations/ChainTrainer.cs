using System.Runtime.InteropServices;
using System.Runtime.Intrinsics;
using Entente.Reading.Quotations.Attributions;

namespace Entente.Training.Quotations;

/// <summary>A linear-chain conditional random field (Lafferty, McCallum, Pereira 2001) on hashed features by AdaGrad, averaged; deterministic under its seed.</summary>
internal sealed class ChainTrainer(float rate, float decay)
{
    // An error this small teaches nothing.
    private const float Settled = 0.01f;
    private const int Labels = LinearChain.Labels;
    private readonly Vector128<float>[] _weights = new Vector128<float>[1 << AttributionModel.SpanBits], _squares = new Vector128<float>[1 << AttributionModel.SpanBits], _sums = new Vector128<float>[1 << AttributionModel.SpanBits];
    private readonly float[] _steps = new float[SpanFeatures.Contexts * 16], _stepSquares = new float[SpanFeatures.Contexts * 16], _stepSums = new float[SpanFeatures.Contexts * 16];

    /// <summary>One cue's window.</summary>
    internal sealed record Example(LabelledArticle Article, float[] Cues, int Cue, int Start, byte[] Gold);

    public (WeightTable Spans, float[] Steps) Train(IReadOnlyList<Example> examples, int epochs, int seed)
    {
        int[] order = [.. Enumerable.Range(0, examples.Count)];
        (int[][] Rows, int[] Contexts)[] made = [.. examples.Select(Features)];
        var random = new Random(seed);
        int averaged = 0;
        for (int epoch = 0; epoch < epochs; epoch++)
        {
            random.Shuffle(order);
            foreach (int e in order) Learn(examples[e].Gold, made[e].Rows, made[e].Contexts);
            if (epoch < epochs / 2) continue;
            averaged++;
            for (int i = 0; i < _weights.Length; i++) _sums[i] += _weights[i];
            for (int i = 0; i < _steps.Length; i++) _stepSums[i] += _steps[i];
        }
        for (int i = 0; i < _sums.Length; i++) _sums[i] /= averaged;
        for (int i = 0; i < _stepSums.Length; i++) _stepSums[i] = MathF.Round(_stepSums[i] / averaged, 3);
        return (WeightTable.Quantize(MemoryMarshal.Cast<Vector128<float>, float>(_sums.AsSpan()), Labels, 3), _stepSums);
    }

    private static (int[][] Rows, int[] Contexts) Features(Example e)
    {
        var features = new SpanFeatures(e.Article.Tokens, e.Cues, e.Cue, e.Start, e.Start + e.Gold.Length);
        var rows = new int[e.Gold.Length][];
        var contexts = new int[rows.Length];
        Span<int> room = stackalloc int[SpanFeatures.Most];
        for (int k = 0; k < rows.Length; k++)
        {
            var bag = new FeatureBag(room, (1u << AttributionModel.SpanBits) - 1);
            features.Add(ref bag, e.Start + k);
            rows[k] = bag.Indices.ToArray();
            contexts[k] = features.ContextOf(e.Start + k);
        }
        return (rows, contexts);
    }

    private void Learn(byte[] gold, int[][] rows, int[] contexts)
    {
        int n = gold.Length;
        var nodes = new float[n * Labels];
        for (int k = 0; k < n; k++)
        {
            Vector128<float> sum = Vector128<float>.Zero;
            foreach (int row in rows[k]) sum += _weights[row];
            sum.CopyTo(nodes, k * Labels);
        }
        var marginals = new float[n * Labels];
        var pairs = new float[n * 16];
        LinearChain.Marginals(nodes, contexts, _steps, marginals, pairs);
        Span<float> errors = stackalloc float[Labels];
        for (int k = 0; k < n; k++)
        {
            float largest = 0;
            for (int y = 0; y < Labels; y++) largest = Math.Max(largest, Math.Abs(errors[y] = (gold[k] == y ? 1 : 0) - marginals[k * Labels + y]));
            if (largest > Settled)
            {
                Vector128<float> error = Vector128.Create<float>(errors), small = Vector128.Create(1e-3f);
                foreach (int row in rows[k])
                {
                    Vector128<float> gradient = error - _weights[row] * decay;
                    Vector128<float> squares = _squares[row] += gradient * gradient;
                    _weights[row] += gradient * rate / (Vector128.Sqrt(squares) + small);
                }
            }
            if (k == 0) continue;
            for (int p = 0; p < 16; p++)
            {
                float error = (gold[k - 1] * 4 + gold[k] == p ? 1 : 0) - pairs[k * 16 + p];
                if (Math.Abs(error) > Settled) Step(contexts[k] * 16 + p, error);
            }
        }
    }

    private void Step(int i, float error)
    {
        float gradient = error - decay * _steps[i];
        _stepSquares[i] += gradient * gradient;
        _steps[i] += rate * gradient / (MathF.Sqrt(_stepSquares[i]) + 1e-3f);
    }
}
