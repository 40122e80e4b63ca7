using Entente.Evaluation.Syntax;
using Entente.Language;
using Entente.Language.Segmenting;
using Entente.Training.Lemmas;
using Entente.Training.Segmenting;

namespace Entente.Training.Words;

/// <summary>Trains what is learned about words alone: where words and sentences end, and lemmas.</summary>
public static class WordTrainer
{
    /// <summary>Trains; the same documents, name and seed give the same bytes.</summary>
    /// <param name="train">Annotated documents to learn from.</param>
    /// <param name="dev">Annotated documents to choose the threshold of sentence ends on; none keeps it at 0.</param>
    /// <param name="name">Name and version the model will carry.</param>
    /// <param name="seed">Seed of every random choice.</param>
    /// <param name="log">Receives progress.</param>
    public static WordModel Train(IReadOnlyList<GoldDocument> train, IReadOnlyList<GoldDocument> dev, string name, int seed, Action<string> log)
    {
        ArgumentNullException.ThrowIfNull(train);
        ArgumentNullException.ThrowIfNull(dev);
        ArgumentNullException.ThrowIfNull(log);
        SegmenterModel segmenter = SegmenterTrainer.Train(train, dev, seed, log);
        var lemmas = LemmaTrainer.Train(train.SelectMany(d => d.Sentences));
        log(FormattableString.Invariant($"{lemmas.Forms.Count} lemmas of forms, {lemmas.Endings.Count} of endings"));
        return new WordModel(name, segmenter, lemmas);
    }
}
