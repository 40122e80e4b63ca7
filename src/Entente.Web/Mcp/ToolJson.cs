using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Serialization;
using System.Text.Json.Serialization.Metadata;
using Entente.Web.Api;

namespace Entente.Web.Mcp;

/// <summary>How tools write JSON: as the API does.</summary>
[JsonSourceGenerationOptions(PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase)]
[JsonSerializable(typeof(ToolReply<TrackView>))]
[JsonSerializable(typeof(ToolReply<WhyView>))]
[JsonSerializable(typeof(ToolReply<IReadOnlyList<StateView>>))]
[JsonSerializable(typeof(ToolReply<PartOf<RankView>>))]
[JsonSerializable(typeof(ToolReply<PartOf<ObservationView>>))]
[JsonSerializable(typeof(ToolReply<DocumentTextView>))]
[JsonSerializable(typeof(string))]
[JsonSerializable(typeof(int?))]
[JsonSerializable(typeof(bool?))]
internal sealed partial class ToolJson : JsonSerializerContext
{
    /// <summary>Options for tools: read by assistants, never embedded in HTML.</summary>
    public static JsonSerializerOptions Make()
    {
        var options = new JsonSerializerOptions(Default.Options)
        {
            Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
            TypeInfoResolver = JsonTypeInfoResolver.Combine(Default, ModelContextProtocol.McpJsonUtilities.DefaultOptions.TypeInfoResolver),
        };
        options.MakeReadOnly();
        return options;
    }
}
