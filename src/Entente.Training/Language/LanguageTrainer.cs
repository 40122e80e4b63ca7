using System.Diagnostics;
using System.Globalization;
using Entente.Language.Parsing;
using Entente.Language.Tagging;
using Entente.Training.Networks;
using Entente.Training.Treebanks;

namespace Entente.Training.Language;

/// <summary>Treebanks in, model file out.</summary>
/// <remarks>Every batch is learned in two halves whose gradients are added in order, so the result is the same on one core and on two.</remarks>
public sealed class LanguageTrainer
{
    private const int WarmUpSteps = 200;

    // What makes one epoch's model better than another's: LAS, and a little of UPOS.
    private const double TagShare = 0.25;

    // Forms of plain text are known when they occur so often; at most so many.
    private const int LeastCount = 4, MostForms = 50_000;
    private readonly TrainingOptions _options;
    private readonly Action<string> _report;
    private readonly IReadOnlyList<GoldSentence> _training;
    private readonly (string Name, IReadOnlyList<GoldSentence> Sentences)[] _development;
    private readonly Vocabulary _vocabulary;
    private readonly NewsStyle _style;
    private readonly ParserNetwork _network, _other;
    private readonly string[][] _text;
    private AdamOptimizer _optimizer = new([]);

    /// <summary>Reads the treebanks and prepares a network.</summary>
    /// <param name="options">What and how.</param>
    /// <param name="report">Told of progress, a line at a time.</param>
    /// <exception cref="InvalidDataException">A treebank is no CoNLL-U, or there is nothing to learn from.</exception>
    public LanguageTrainer(TrainingOptions options, Action<string> report)
    {
        ArgumentNullException.ThrowIfNull(options);
        (_options, _report) = (options, report);
        _training = [.. options.Treebanks.SelectMany(d => TreebankReader.ReadPart(d, "train"))];
        if (_training.Count == 0) throw new InvalidDataException($"No *-train.conllu or *-train.conllu.gz is in {string.Join(", ", options.Treebanks)}.");
        _development = [.. options.Treebanks.SelectMany(DevelopmentFiles)];
        _text = [.. UnlabelledText.Read(options.Unlabelled)];
        _vocabulary = new Vocabulary(_training, FrequentForms(_text), options.Shape.AffixBuckets);
        _style = new NewsStyle(_vocabulary);
        _network = new ParserNetwork(options.Shape, _vocabulary, new float[(_vocabulary.Forms.Length + 1) * options.Shape.FormWidth], options.Dropout, new SeededRandom(options.Seed));
        _other = _network.Replica();
        report(string.Create(CultureInfo.InvariantCulture, $"{_training.Count} sentences, {_training.Sum(s => s.Forms.Length)} words, {_vocabulary.Forms.Length} forms, {_vocabulary.Tags.Combinations.Length} tags, {_vocabulary.Tags.Relations.Length} relations; {_text.Length} sentences, {_text.Sum(s => s.Length)} words of plain text"));
    }

    /// <summary>Trains; the best model so far is always in the output file.</summary>
    /// <exception cref="OperationCanceledException">It was ended early; the checkpoint holds the epochs done.</exception>
    public void Train(CancellationToken cancellation)
    {
        string checkpoint = _options.Output + ".checkpoint";
        if (_text.Length > 0) LearnFromText(cancellation);
        _optimizer = new AdamOptimizer(_network.Parameters);
        (int done, double best) = _options.Resume && File.Exists(checkpoint) ? Checkpoint.Load(checkpoint, _network.Parameters, _optimizer) : (0, -1);
        if (done > 0) _report($"resuming after epoch {done.ToString(CultureInfo.InvariantCulture)}");
        for (int epoch = done; epoch < _options.Epochs; epoch++)
        {
            long start = Stopwatch.GetTimestamp();
            Loss loss = TrainEpoch(epoch, cancellation);
            double seconds = Stopwatch.GetElapsedTime(start).TotalSeconds;
            byte[] bytes = Export();
            DependencyModel model = DependencyModel.Load(bytes);
            ParseScore[] scores = [.. _development.Select(d => ParseScore.Of(model, d.Sentences))];
            _report(string.Create(CultureInfo.InvariantCulture,
                $"epoch {epoch + 1}/{_options.Epochs}: loss {loss.Total / loss.Words:f3} (tags {loss.Tags / loss.Words:f3}, arcs {loss.Arcs / loss.Words:f3}, relations {loss.Relations / loss.Words:f3}), {seconds:f0} s"));
            for (int i = 0; i < scores.Length; i++) _report($"  {_development[i].Name}: {scores[i]}");
            double score = scores.Length == 0 ? epoch : scores.Average(s => s.Las + TagShare * s.Upos);
            if (score >= best)
            {
                best = score;
                File.WriteAllBytes(_options.Output + ".part", bytes);
                File.Move(_options.Output + ".part", _options.Output, overwrite: true);
            }
            Checkpoint.Save(checkpoint, epoch + 1, best, _network.Parameters, _optimizer);
        }
    }

    // The forms' embeddings are taken as known, and added to; the rest of the first layer is where learning begins.
    private void LearnFromText(CancellationToken cancellation)
    {
        string[][] sentences = [.. _training.Select(s => s.Forms), .. _text];
        var trainer = new ContextTrainer(_options.Shape, _vocabulary, sentences, _options.Seed, _options.TextPasses, _report);
        IReadOnlyDictionary<string, float[]> learned = trainer.Train(_options.Output + ".text.checkpoint", _options.Resume, cancellation);
        learned["forms.vectors"].CopyTo(_network.Known, 0);
        foreach (Parameter p in _network.Parameters)
        {
            if (p.Name == "forms.vectors" || !learned.TryGetValue(p.Name, out float[]? weights)) continue;
            weights.CopyTo(p.Value, 0);
            p.Pace = _options.LearnedPace;
        }
    }

    private Loss TrainEpoch(int epoch, CancellationToken cancellation)
    {
        EncodedSentence[][] batches = Batches(epoch);
        int steps = batches.Length * _options.Epochs;
        var sum = default(Loss);
        for (int b = 0; b < batches.Length; b++)
        {
            cancellation.ThrowIfCancellationRequested();
            EncodedSentence[] even = [.. batches[b].Where((_, i) => i % 2 == 0)], odd = [.. batches[b].Where((_, i) => i % 2 == 1)];
            Loss left = default, right = default;
            int batch = b;
            Parallel.Invoke(
                () => left = _network.Learn(even, new SeededRandom(_options.Seed, epoch, batch, 0)),
                () => right = odd.Length == 0 ? default : _other.Learn(odd, new SeededRandom(_options.Seed, epoch, batch, 1)));
            for (int i = 0; i < _network.Parameters.Length; i++) _network.Parameters[i].Absorb(_other.Parameters[i]);
            int words = left.Words + right.Words;
            _optimizer.Step(Rate(_optimizer.Steps, steps), 1f / words);
            sum = new Loss(sum.Tags + left.Tags + right.Tags, sum.Arcs + left.Arcs + right.Arcs, sum.Relations + left.Relations + right.Relations, sum.Words + words);
            if (b % 100 == 99)
                _report(string.Create(CultureInfo.InvariantCulture, $"  {epoch + 1}: {b + 1}/{batches.Length} loss {sum.Total / sum.Words:f3}"));
        }
        return sum;
    }

    private float Rate(int step, int steps)
    {
        float warm = Math.Min(1, (step + 1f) / WarmUpSteps), left = Math.Max(0, 1 - (float)step / Math.Max(1, steps));
        return _options.LearningRate * warm * Math.Max(0.02f, left);
    }

    private EncodedSentence[][] Batches(int epoch)
    {
        var random = new SeededRandom(_options.Seed, epoch, -1);
        EncodedSentence[] sentences = [.. _training.Select(s => _vocabulary.Encode(_style.Vary(s, random)))];
        return SentenceBatches.Of(sentences, s => s.Forms.Length, _options.BatchWords, random);
    }

    private byte[] Export()
    {
        var training = new Dictionary<string, string>(_options.Notes, StringComparer.Ordinal)
        {
            ["seed"] = _options.Seed.ToString(CultureInfo.InvariantCulture),
            ["epochs"] = _options.Epochs.ToString(CultureInfo.InvariantCulture),
            ["sentences"] = _training.Count.ToString(CultureInfo.InvariantCulture),
            ["text"] = _text.Sum(s => s.Length).ToString(CultureInfo.InvariantCulture),
            ["words"] = _training.Sum(s => s.Forms.Length).ToString(CultureInfo.InvariantCulture),
        };
        return ModelWriter.Write(_network, _optimizer.Average, _vocabulary, new ModelMetadata(_options.Name, _options.Shape, training));
    }

    private static IEnumerable<string> FrequentForms(string[][] text) => text.SelectMany(s => s).Select(WordFeatures.Normalize).CountBy(f => f, StringComparer.Ordinal)
        .Where(f => f.Value >= LeastCount).OrderByDescending(f => f.Value).ThenBy(f => f.Key, StringComparer.Ordinal).Take(MostForms).Select(f => f.Key);

    private static IEnumerable<(string, IReadOnlyList<GoldSentence>)> DevelopmentFiles(string directory) => Directory.EnumerateFiles(directory)
        .Where(f => f.EndsWith("-dev.conllu", StringComparison.Ordinal) || f.EndsWith("-dev.conllu.gz", StringComparison.Ordinal)).Order(StringComparer.Ordinal)
        .Select(f => (Path.GetFileName(f).Split('.')[0], (IReadOnlyList<GoldSentence>)[.. TreebankReader.ReadFile(f)]));
}
