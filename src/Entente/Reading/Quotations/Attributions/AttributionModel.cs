using System.Collections;
using System.IO.Compression;
using System.Text;

namespace Entente.Reading.Quotations.Attributions;

/// <summary>Trained weights of attribution reading: which words head cues, what each cue's content and source are, and which attributions to believe.</summary>
internal sealed class AttributionModel
{
    /// <summary>Rows of the tables, as powers of two.</summary>
    public const int CueBits = 19, SpanBits = 19, BeliefBits = 16;

    private const string Magic = "entente-quotations-1";

    public required WeightTable Cues { get; init; }

    /// <summary>Stems that may head a cue though no lexicon lists them, as bits by the low bits of their hash.</summary>
    public required BitArray Heads { get; init; }

    /// <summary>Bits of <see cref="Heads"/>.</summary>
    public const int HeadBits = 15;

    public required WeightTable Spans { get; init; }

    /// <summary>Sixteen for each transition context.</summary>
    public required float[] Steps { get; init; }

    public required WeightTable Belief { get; init; }

    /// <summary>Least probability of an attribution that is given out.</summary>
    public required float Threshold { get; init; }

    /// <summary>Whether a token may head a cue at all.</summary>
    public static bool MayHead(AttributionTokens t, int i, BitArray heads) =>
        (t.Shape[i] < TokenShape.Stop || t.Shape[i] == TokenShape.Colon) && (t.Classes[i] != 0 || heads[(int)(t.Lemma[i] & ((1 << HeadBits) - 1))]);

    /// <summary>The shipped model for words cut by rule.</summary>
    public static AttributionModel Plain { get; } = Shipped("data/models/quotations.model");

    /// <summary>The shipped model for parsed sentences.</summary>
    public static AttributionModel Parsed { get; } = Shipped("data/models/quotations-parsed.model");

    public void Write(Stream stream)
    {
        using var packed = new BrotliStream(stream, CompressionLevel.SmallestSize, leaveOpen: true);
        packed.Write(Encoding.ASCII.GetBytes(Magic));
        Cues.Write(packed);
        Spans.Write(packed);
        Belief.Write(packed);
        using var numbers = new BinaryWriter(packed, Encoding.ASCII, leaveOpen: true);
        numbers.Write(Threshold);
        var heads = new byte[(1 << HeadBits) / 8];
        Heads.CopyTo(heads, 0);
        numbers.Write(heads);
        numbers.Write(Steps.Length);
        foreach (float step in Steps) numbers.Write(step);
    }

    /// <exception cref="InvalidDataException">It is no model of this version.</exception>
    public static AttributionModel Read(Stream stream)
    {
        using var packed = new BrotliStream(stream, CompressionMode.Decompress, leaveOpen: true);
        Span<byte> magic = stackalloc byte[Magic.Length];
        packed.ReadExactly(magic);
        if (!magic.SequenceEqual(Encoding.ASCII.GetBytes(Magic))) throw new InvalidDataException("This is no model of quotations of this version; train it again with 'entente train quotations'.");
        WeightTable cues = WeightTable.Read(packed), spans = WeightTable.Read(packed), belief = WeightTable.Read(packed);
        using var numbers = new BinaryReader(packed, Encoding.ASCII, leaveOpen: true);
        float threshold = numbers.ReadSingle();
        var heads = new BitArray(numbers.ReadBytes((1 << HeadBits) / 8));
        if (heads.Length != 1 << HeadBits) throw new InvalidDataException("The model of quotations is cut short; train it again with 'entente train quotations'.");
        var steps = new float[numbers.ReadInt32()];
        if (steps.Length != SpanFeatures.Contexts * 16) throw new InvalidDataException("The model of quotations has other transitions than this version; train it again with 'entente train quotations'.");
        for (int i = 0; i < steps.Length; i++) steps[i] = numbers.ReadSingle();
        return new AttributionModel { Cues = cues, Heads = heads, Spans = spans, Belief = belief, Threshold = threshold, Steps = steps };
    }

    private static AttributionModel Shipped(string resource)
    {
        using Stream stream = typeof(AttributionModel).Assembly.GetManifestResourceStream(resource)
            ?? throw new InvalidOperationException($"{resource} is not embedded; restore the EmbeddedResource line of Entente.csproj.");
        return Read(stream);
    }
}
