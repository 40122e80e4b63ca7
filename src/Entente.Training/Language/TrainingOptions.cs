using Entente.Language.Parsing;

namespace Entente.Training.Language;

/// <summary>What to train a language model on, and how.</summary>
public sealed record TrainingOptions
{
    /// <summary>Directories with <c>*-train.conllu</c> and <c>*-dev.conllu</c>, <c>.gz</c> or not.</summary>
    public required IReadOnlyList<string> Treebanks { get; init; }

    /// <summary>Plain text that the first layer learns from beforehand: <c>.txt</c>, or <c>.jsonl</c> with a field <c>text</c>; <c>.gz</c> or not.</summary>
    public IReadOnlyList<string> Unlabelled { get; init; } = [];

    /// <summary>Times that text is read.</summary>
    public int TextPasses { get; init; } = 2;

    /// <summary>The model file to write; <c>.checkpoint</c> beside it holds what a later run resumes from.</summary>
    public required string Output { get; init; }

    /// <summary>Name and version the model will carry.</summary>
    public string Name { get; init; } = "english@1";

    /// <summary>Seed of every random choice. The same seed, options and data give the same model.</summary>
    public int Seed { get; init; } = 1;

    /// <summary>Times the treebanks are read.</summary>
    public int Epochs { get; init; } = 34;

    /// <summary>Words of a batch, about.</summary>
    public int BatchWords { get; init; } = 800;

    /// <summary>Learning rate at its highest; it rises over the first steps and falls to nearly zero.</summary>
    public float LearningRate { get; init; } = 0.002f;

    /// <summary>Whether to go on from the checkpoint, when there is one.</summary>
    public bool Resume { get; init; }

    /// <summary>What the metadata says about where the data is from, beside what is known here.</summary>
    public IReadOnlyDictionary<string, string> Notes { get; init; } = new Dictionary<string, string>(StringComparer.Ordinal);

    internal float LearnedPace { get; init; } = 0.5f;

    internal ModelShape Shape { get; init; } = new();

    internal DropoutRates Dropout { get; init; } = new();
}
