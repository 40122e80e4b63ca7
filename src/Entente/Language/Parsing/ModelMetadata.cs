using System.Globalization;
using System.Text.Json;
using System.Text.Json.Nodes;

namespace Entente.Language.Parsing;

/// <summary>What a model says about itself.</summary>
/// <param name="Name">Name and version, as stored with every observation.</param>
/// <param name="Shape">Sizes of its network.</param>
/// <param name="Training">How it was trained: free text by key.</param>
internal sealed record ModelMetadata(string Name, ModelShape Shape, IReadOnlyDictionary<string, string> Training)
{
    /// <summary>As the section <c>metadata</c> holds it.</summary>
    public byte[] ToJson()
    {
        var training = new JsonObject();
        foreach ((string key, string value) in Training) training[key] = value;
        var json = new JsonObject
        {
            ["name"] = Name,
            ["formWidth"] = Shape.FormWidth,
            ["affixWidth"] = Shape.AffixWidth,
            ["affixBuckets"] = Shape.AffixBuckets,
            ["hidden"] = Shape.Hidden,
            ["arcWidth"] = Shape.ArcWidth,
            ["relationWidth"] = Shape.RelationWidth,
            ["training"] = training,
        };
        return System.Text.Encoding.UTF8.GetBytes(json.ToJsonString());
    }

    /// <summary>Reads the section.</summary>
    /// <exception cref="LanguageModelException">A size is missing or out of range.</exception>
    public static ModelMetadata Parse(string json)
    {
        try
        {
            using JsonDocument document = JsonDocument.Parse(json);
            JsonElement root = document.RootElement;
            var shape = new ModelShape
            {
                FormWidth = Size("formWidth", 1),
                AffixWidth = Size("affixWidth", 1),
                AffixBuckets = Size("affixBuckets", 1, 1 << 22),
                Hidden = Size("hidden", 8),
                ArcWidth = Size("arcWidth", 1),
                RelationWidth = Size("relationWidth", 1),
            };
            return new ModelMetadata(root.GetProperty("name").GetString() ?? "", shape,
                root.GetProperty("training").EnumerateObject().ToDictionary(p => p.Name, p => p.Value.GetString() ?? "", StringComparer.Ordinal));

            int Size(string key, int multiple, int most = 4096)
            {
                int value = root.GetProperty(key).GetInt32();
                return value > 0 && value <= most && value % multiple == 0 ? value
                    : throw new LanguageModelException($"The language model's {key} is {value.ToString(CultureInfo.InvariantCulture)}, which this program cannot use. Train it again.");
            }
        }
        catch (Exception e) when (e is JsonException or KeyNotFoundException or InvalidOperationException or FormatException)
        {
            throw new LanguageModelException("The language model's metadata cannot be read. Train it again.", e);
        }
    }
}
