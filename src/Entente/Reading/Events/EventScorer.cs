using System.Collections.Immutable;
using System.IO.Compression;
using System.Text;
using Entente.Language;
using Entente.Text;

namespace Entente.Reading.Events;

/// <summary>A multinomial logistic regression over hashed features: how probable each class is. Immutable and thread-safe.</summary>
/// <remarks>
/// The model file is Brotli over: "EEV1", feature version, class names, temperature, then for each feature its hash, a scale and one signed byte a class.
/// CONCEDE and RETREAT are one class, YIELD, because the training data do not tell them apart.
/// </remarks>
public sealed class EventScorer
{
    private static readonly Lazy<EventScorer?> Shipped = new(LoadShipped);
    private static readonly byte[] Magic = Encoding.ASCII.GetBytes("EEV1");

    private readonly Dictionary<uint, int> _rows;
    private readonly float[] _weights;

    /// <summary>Makes a scorer.</summary>
    /// <param name="classes">Names of the classes: PLOVER types in capitals, or YIELD.</param>
    /// <param name="hashes">The features.</param>
    /// <param name="weights">A row of class weights for each feature.</param>
    /// <param name="temperature">What scores are divided by before they become probabilities; 1 leaves them.</param>
    public EventScorer(ImmutableArray<string> classes, IReadOnlyList<uint> hashes, float[] weights, float temperature)
    {
        ArgumentNullException.ThrowIfNull(hashes);
        ArgumentNullException.ThrowIfNull(weights);
        Classes = classes;
        Temperature = temperature;
        _weights = weights;
        _rows = new Dictionary<uint, int>(hashes.Count);
        for (int i = 0; i < hashes.Count; i++) _rows.Add(hashes[i], i);
    }

    /// <summary>The shipped model; null when it is not in the assembly.</summary>
    public static EventScorer? Default => Shipped.Value;

    /// <summary>Names of the classes.</summary>
    public ImmutableArray<string> Classes { get; }

    /// <summary>What scores are divided by.</summary>
    public float Temperature { get; }

    /// <summary>Calibrated probabilities of the classes, in their order.</summary>
    public double[] Probabilities(ParsedSentence sentence, TextSpan source, TextSpan target) => Probabilities(EventFeatures.Of(sentence, source, target));

    /// <summary>Calibrated probabilities of the classes, in their order.</summary>
    /// <param name="features">Hashes, each once.</param>
    public double[] Probabilities(ImmutableArray<uint> features)
    {
        var scores = new double[Classes.Length];
        double scale = 1 / Math.Sqrt(Math.Max(1, features.Length));
        foreach (uint feature in features)
        {
            if (!_rows.TryGetValue(feature, out int row)) continue;
            for (int c = 0; c < scores.Length; c++) scores[c] += _weights[row * scores.Length + c] * scale;
        }
        double top = double.NegativeInfinity, sum = 0;
        for (int c = 0; c < scores.Length; c++) top = Math.Max(top, scores[c] /= Temperature);
        for (int c = 0; c < scores.Length; c++) sum += scores[c] = Math.Exp(scores[c] - top);
        for (int c = 0; c < scores.Length; c++) scores[c] /= sum;
        return scores;
    }

    /// <summary>What each feature adds to the score of a class, before it becomes a probability; 0 for features the model does not know.</summary>
    /// <param name="features">Hashes, each once.</param>
    /// <param name="type">The class of this type.</param>
    internal Dictionary<uint, double> Contributions(IReadOnlyCollection<uint> features, PloverType type)
    {
        int c = Classes.IndexOf(type is PloverType.Concede or PloverType.Retreat ? "YIELD" : type.ToString().ToUpperInvariant());
        double scale = 1 / Math.Sqrt(Math.Max(1, features.Count)) / Temperature;
        return features.ToDictionary(f => f, f => c >= 0 && _rows.TryGetValue(f, out int row) ? _weights[row * Classes.Length + c] * scale : 0);
    }

    /// <summary>How far probabilities bear out a type that a rule gave: the mean of those of the type and of its quad class, since rule and scorer may part two types of one class elsewhere.</summary>
    /// <param name="type">The rule's type.</param>
    /// <param name="probabilities">Of the classes, in their order.</param>
    public double Trust(PloverType type, double[] probabilities)
    {
        ArgumentNullException.ThrowIfNull(probabilities);
        double own = 0, quad = 0;
        for (int c = 0; c < Classes.Length; c++)
        {
            PloverType other = Classes[c] is "YIELD" ? PloverType.Concede : Enum.Parse<PloverType>(Classes[c], ignoreCase: true);
            if (other == type || other == PloverType.Concede && type == PloverType.Retreat) own = probabilities[c];
            if (Quad(other) == Quad(type)) quad += probabilities[c];
        }
        return (own + quad) / 2;
    }

    // Verbal and material cooperation, verbal and material conflict.
    private static int Quad(PloverType type) => type switch
    {
        PloverType.Agree or PloverType.Consult or PloverType.Support => 1,
        PloverType.Cooperate or PloverType.Aid or PloverType.Concede or PloverType.Retreat => 2,
        PloverType.Request or PloverType.Accuse or PloverType.Reject or PloverType.Threaten => 3,
        _ => 4,
    };

    /// <summary>Writes the model; weights are rounded to one byte each.</summary>
    public void Write(Stream stream)
    {
        using var brotli = new BrotliStream(stream, CompressionLevel.SmallestSize, leaveOpen: true);
        using var writer = new BinaryWriter(brotli, Encoding.UTF8);
        writer.Write(Magic);
        writer.Write(EventFeatures.Version);
        writer.Write(Classes.Length);
        foreach (string name in Classes) writer.Write(name);
        writer.Write(Temperature);
        writer.Write(_rows.Count);
        foreach ((uint hash, int row) in _rows.OrderBy(r => r.Key))
        {
            ReadOnlySpan<float> weights = _weights.AsSpan(row * Classes.Length, Classes.Length);
            float most = 0;
            foreach (float w in weights) most = Math.Max(most, Math.Abs(w));
            writer.Write(hash);
            writer.Write(most);
            foreach (float w in weights) writer.Write((sbyte)(most == 0 ? 0 : MathF.Round(w / most * 127)));
        }
    }

    /// <summary>Reads a model.</summary>
    /// <exception cref="InvalidDataException">It is no model, or one of another version of the features.</exception>
    public static EventScorer Read(Stream stream)
    {
        using var brotli = new BrotliStream(stream, CompressionMode.Decompress);
        using var reader = new BinaryReader(brotli, Encoding.UTF8);
        try
        {
            if (!reader.ReadBytes(4).AsSpan().SequenceEqual(Magic)) throw new InvalidDataException("This is no model of events.");
            if (reader.ReadInt32() is var version && version != EventFeatures.Version)
                throw new InvalidDataException($"The model of events is for version {version} of the features, this is {EventFeatures.Version}: train it again with entente train events.");
            int count = reader.ReadInt32();
            if (count is < 2 or > 64) throw new InvalidDataException("The model of events is damaged.");
            ImmutableArray<string> classes = [.. Enumerable.Range(0, count).Select(_ => reader.ReadString())];
            float temperature = reader.ReadSingle();
            var hashes = new uint[reader.ReadInt32()];
            var weights = new float[hashes.Length * count];
            for (int i = 0; i < hashes.Length; i++)
            {
                hashes[i] = reader.ReadUInt32();
                float most = reader.ReadSingle();
                for (int c = 0; c < count; c++) weights[i * count + c] = reader.ReadSByte() / 127f * most;
            }
            return new EventScorer(classes, hashes, weights, temperature);
        }
        catch (EndOfStreamException e)
        {
            throw new InvalidDataException("The model of events ends too early.", e);
        }
    }

    private static EventScorer? LoadShipped()
    {
        using Stream? stream = typeof(EventScorer).Assembly.GetManifestResourceStream("data/models/events.model");
        return stream is null ? null : Read(stream);
    }
}
