using System.Collections.Concurrent;
using System.Collections.Frozen;
using Entente.Language.Networks;

namespace Entente.Language.Parsing;

/// <summary>A trained tagger and dependency parser: two layers of bidirectional LSTM over embeddings of forms and affixes;
/// tags from the first, arcs from the second by a bilinear form, as in Dozat and Manning 2017, and relations by one hidden layer.</summary>
/// <remarks>Immutable and thread-safe. What it says of a sentence does not depend on other sentences, batches or threads.</remarks>
internal sealed class DependencyModel
{
    /// <summary>Words of a sentence that are parsed together; a longer one is parsed in pieces, hung from the first as <c>parataxis</c>.</summary>
    public const int LongestSentence = 512;

    private readonly ConcurrentBag<DependencyReader> _readers = [];

    private DependencyModel(LanguageModelFile file)
    {
        Metadata = ModelMetadata.Parse(file.Text("metadata"));
        Checksum = file.Checksum;
        ModelShape s = Metadata.Shape;
        Inputs = new WordInputs(this);
        Tags = new TagInventory(file.Lines("tags"), file.Lines("relations"));
        string[] forms = file.Lines("forms");
        Forms = forms.Index().DistinctBy(f => f.Item, StringComparer.Ordinal).ToFrozenDictionary(f => f.Item, f => f.Index + 1, StringComparer.Ordinal);
        FormVectors = file.Halves("forms.vectors", (forms.Length + 1) * s.FormWidth);
        AffixVectors = file.Halves("affixes.vectors", s.AffixBuckets * s.AffixWidth);
        First = Layer("1");
        Second = Layer("2");
        FirstInput = Packed("lstm1.input", s.InputWidth, 8 * s.Hidden);
        FirstBias = file.Singles("lstm1.bias", 8 * s.Hidden);
        SecondInput = Quantized("lstm2.input", s.OutputWidth, 8 * s.Hidden);
        SecondBias = file.Singles("lstm2.bias", 8 * s.Hidden);
        float[] tags = file.Singles("tags.weights", s.OutputWidth * Tags.Scores), bias = file.Singles("tags.bias", Tags.Scores);
        int first = TagInventory.UposCount + Tags.Xpos.Length;
        TagWeights = QuantizedMatrix.Of(tags, s.OutputWidth, first, Tags.Scores);
        TagBias = bias[..first];
        FeatureWeights = new float[Tags.Features.Length * s.OutputWidth];
        for (int f = 0; f < Tags.Features.Length; f++)
            for (int i = 0; i < s.OutputWidth; i++) FeatureWeights[f * s.OutputWidth + i] = tags[i * Tags.Scores + first + f] / QuantizedMatrix.One;
        FeatureBias = bias[first..];
        ArcWeights = Quantized("arcs.weights", s.OutputWidth, s.ArcOutputs);
        ArcBias = file.Singles("arcs.bias", s.ArcOutputs);
        Bilinear = Packed("arcs.bilinear", s.ArcWidth, s.ArcWidth);
        HeadBias = file.Singles("arcs.headbias", s.ArcWidth);
        RootHead = file.Singles("arcs.root", s.ArcWidth);
        RootRelation = file.Singles("relations.root", s.RelationWidth);
        RelationWeights = Packed("relations.weights", s.RelationWidth, Tags.Relations.Length);
        RelationBias = file.Singles("relations.bias", Tags.Relations.Length);

        PackedMatrix Packed(string name, int rows, int columns) => PackedMatrix.Of(file.Singles(name, rows * columns), rows, columns);
        QuantizedMatrix Quantized(string name, int rows, int columns) => QuantizedMatrix.Of(file.Singles(name, rows * columns), rows, columns, columns);
        BiLstm Layer(string n) => new(Quantized($"lstm{n}.forward", s.Hidden, 4 * s.Hidden), Quantized($"lstm{n}.backward", s.Hidden, 4 * s.Hidden));
    }

    /// <summary>What the model says about itself.</summary>
    public ModelMetadata Metadata { get; }

    /// <summary>SHA-256 of its contents, in lower-case hexadecimal.</summary>
    public string Checksum { get; }

    /// <summary>The tags and relations it knows.</summary>
    public TagInventory Tags { get; }

    /// <summary>Row of <see cref="FormVectors"/> of each known form; row 0 is for the others.</summary>
    public FrozenDictionary<string, int> Forms { get; }

    /// <summary>Embeddings of forms.</summary>
    public Half[] FormVectors { get; }

    /// <summary>Embeddings of hashed affixes.</summary>
    public Half[] AffixVectors { get; }

    internal WordInputs Inputs { get; }
    internal BiLstm First { get; }
    internal BiLstm Second { get; }
    internal PackedMatrix FirstInput { get; }
    internal float[] FirstBias { get; }
    internal QuantizedMatrix SecondInput { get; }
    internal float[] SecondBias { get; }
    internal QuantizedMatrix TagWeights { get; }
    internal float[] TagBias { get; }
    internal float[] FeatureWeights { get; }
    internal float[] FeatureBias { get; }
    internal QuantizedMatrix ArcWeights { get; }
    internal float[] ArcBias { get; }
    internal PackedMatrix Bilinear { get; }
    internal float[] HeadBias { get; }
    internal float[] RootHead { get; }
    internal float[] RootRelation { get; }
    internal PackedMatrix RelationWeights { get; }
    internal float[] RelationBias { get; }

    /// <summary>Loads a model from the bytes of its file.</summary>
    /// <exception cref="LanguageModelException">The file cannot be used.</exception>
    public static DependencyModel Load(ReadOnlyMemory<byte> bytes) => new(LanguageModelFile.Read(bytes));

    /// <summary>Loads a model from a stream, read to its end.</summary>
    /// <exception cref="LanguageModelException">The file cannot be used.</exception>
    public static DependencyModel Load(Stream stream)
    {
        ArgumentNullException.ThrowIfNull(stream);
        using var memory = new MemoryStream(stream.CanSeek ? checked((int)(stream.Length - stream.Position)) : 0);
        stream.CopyTo(memory);
        return Load(memory.GetBuffer().AsMemory(0, (int)memory.Length));
    }

    /// <summary>Tags and parses sentences.</summary>
    /// <param name="sentences">Each the forms of its words, in order.</param>
    /// <returns>For each sentence its words, in order.</returns>
    public WordAnalysis[][] Analyze(IReadOnlyList<string[]> sentences)
    {
        ArgumentNullException.ThrowIfNull(sentences);
        if (!_readers.TryTake(out DependencyReader? reader)) reader = new DependencyReader(this);
        WordAnalysis[][] result = reader.Read(sentences);
        _readers.Add(reader);
        return result;
    }
}
