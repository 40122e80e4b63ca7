using Entente.Language.Parsing;
using Entente.Training.Networks;

namespace Entente.Training.Language;

/// <summary>From a trained network to the bytes of a model file.</summary>
internal static class ModelWriter
{
    /// <summary>Writes the weights given, one array for each parameter of the network.</summary>
    public static byte[] Write(ParserNetwork network, IReadOnlyList<float[]> weights, Vocabulary vocabulary, ModelMetadata metadata)
    {
        var sections = new List<(string, byte[])>
        {
            ("metadata", metadata.ToJson()),
            ("forms", LanguageModelFile.Bytes(vocabulary.Forms)),
            ("tags", LanguageModelFile.Bytes(vocabulary.Tags.Combinations)),
            ("relations", LanguageModelFile.Bytes(vocabulary.Tags.Relations)),
        };
        for (int i = 0; i < weights.Count; i++)
        {
            Parameter p = network.Parameters[i];
            sections.Add((p.Name, p.Name == "forms.vectors" ? Forms(weights[i], network.Known, p.Columns)
                : p.IsSparse ? LanguageModelFile.HalfBytes(weights[i]) : LanguageModelFile.Bytes(weights[i])));
        }
        return LanguageModelFile.Write(sections);
    }

    // What is known of a form and what was learned of it are one vector from here on.
    private static byte[] Forms(float[] learned, float[] known, int width)
    {
        var sum = (float[])known.Clone();
        for (int at = 0; at < sum.Length; at += width)
            VectorMath.Add(learned.AsSpan(at < learned.Length ? at : 0, width), sum.AsSpan(at, width));
        return LanguageModelFile.HalfBytes(sum);
    }
}
