using System.Diagnostics;
using System.Globalization;
using Entente.Language.Parsing;
using Entente.Training.Networks;

namespace Entente.Training.Language;

/// <summary>Trains the first layer on plain text, before the parser is trained on treebanks.</summary>
internal sealed class ContextTrainer
{
    private const int BatchWords = 2400, WarmUpSteps = 200, Slices = 12;
    private const float LearningRate = 0.002f;
    private readonly int _seed, _passes;
    private readonly Action<string> _report;
    private readonly EncodedSentence[] _sentences;
    private readonly ContextNetwork _network, _other;
    private readonly AdamOptimizer _optimizer;

    /// <summary>Prepares a network.</summary>
    /// <param name="shape">Sizes.</param>
    /// <param name="vocabulary">The forms there are.</param>
    /// <param name="sentences">Words of sentences.</param>
    /// <param name="seed">Seed.</param>
    /// <param name="passes">Times the text is read.</param>
    /// <param name="report">Told of progress.</param>
    public ContextTrainer(ModelShape shape, Vocabulary vocabulary, IReadOnlyList<string[]> sentences, int seed, int passes, Action<string> report)
    {
        (_seed, _passes, _report) = (seed, passes, report);
        _sentences = [.. sentences.Select(vocabulary.Encode)];
        var counts = new int[vocabulary.Forms.Length + 1];
        foreach (EncodedSentence s in _sentences)
            foreach (int form in s.Forms) counts[form]++;
        counts[0] = 0;
        _network = new ContextNetwork(shape, counts, new SeededRandom(seed, 1));
        _other = _network.Replica();
        _optimizer = new AdamOptimizer(_network.Parameters);
    }

    /// <summary>Trains; goes on from the checkpoint if there is one and it is asked to.</summary>
    /// <returns>Averaged weights by name.</returns>
    public IReadOnlyDictionary<string, float[]> Train(string checkpoint, bool resume, CancellationToken cancellation)
    {
        int done = resume && File.Exists(checkpoint) ? Checkpoint.Load(checkpoint, _network.Parameters, _optimizer).Epoch : 0;
        for (int slice = done; slice < _passes * Slices; slice++)
        {
            long start = Stopwatch.GetTimestamp();
            (double loss, long guesses) = TrainSlice(slice, cancellation);
            _report(string.Create(CultureInfo.InvariantCulture, $"text {slice + 1}/{_passes * Slices}: loss {loss / Math.Max(1, guesses):f3}, {Stopwatch.GetElapsedTime(start).TotalSeconds:f0} s"));
            Checkpoint.Save(checkpoint, slice + 1, 0, _network.Parameters, _optimizer);
        }
        return _network.Parameters.Zip(_optimizer.Average).ToDictionary(p => p.First.Name, p => p.Second, StringComparer.Ordinal);
    }

    private (double Loss, long Guesses) TrainSlice(int slice, CancellationToken cancellation)
    {
        // Each pass has an order of its own, cut into slices that a stopped run goes on between.
        int[] order = [.. Enumerable.Range(0, _sentences.Length)];
        new SeededRandom(_seed, 2, slice / Slices).Shuffle<int>(order);
        int from = (int)((long)order.Length * (slice % Slices) / Slices), to = (int)((long)order.Length * (slice % Slices + 1) / Slices);
        EncodedSentence[] part = [.. order[from..to].Select(i => _sentences[i])];
        EncodedSentence[][] batches = SentenceBatches.Of(part, s => s.Forms.Length, BatchWords, new SeededRandom(_seed, 3, slice));
        double loss = 0;
        long guesses = 0;
        for (int b = 0; b < batches.Length; b++)
        {
            cancellation.ThrowIfCancellationRequested();
            EncodedSentence[] even = [.. batches[b].Where((_, i) => i % 2 == 0)], odd = [.. batches[b].Where((_, i) => i % 2 == 1)];
            (double Loss, int Guesses) left = default, right = default;
            int batch = b;
            Parallel.Invoke(
                () => left = _network.Learn(even, new SeededRandom(_seed, 4, slice, batch, 0)),
                () => right = odd.Length == 0 ? default : _other.Learn(odd, new SeededRandom(_seed, 4, slice, batch, 1)));
            for (int i = 0; i < _network.Parameters.Length; i++) _network.Parameters[i].Absorb(_other.Parameters[i]);
            int count = left.Guesses + right.Guesses;
            if (count == 0) continue;
            float remaining = 1 - (slice + (float)b / batches.Length) / (_passes * Slices);
            _optimizer.Step(LearningRate * Math.Min(1, (_optimizer.Steps + 1f) / WarmUpSteps) * Math.Max(0.02f, remaining), 1f / count);
            loss += left.Loss + right.Loss;
            guesses += count;
            if (b % 100 == 99) _report(string.Create(CultureInfo.InvariantCulture, $"  text {slice + 1}: {b + 1}/{batches.Length} loss {loss / guesses:f3}"));
        }
        return (loss, guesses);
    }
}
