using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Serialization;
using Entente.Measures;

namespace Entente.Briefings;

/// <summary>A briefing as one JSON object; names in camel case, unknown values as null with the reason beside them.</summary>
public static class BriefingJson
{
    /// <summary>Renders the briefing.</summary>
    public static string Render(Briefing briefing) => JsonSerializer.Serialize(briefing, BriefingJsonContext.Readable.Briefing) + "\n";
}

[JsonSerializable(typeof(Briefing))]

internal sealed partial class BriefingJsonContext : JsonSerializerContext
{
    // Readable in a terminal; the output is JSON, never embedded in HTML.
    public static BriefingJsonContext Readable { get; } = new(new JsonSerializerOptions
    {
        PropertyNamingPolicy = JsonNamingPolicy.CamelCase,
        WriteIndented = true,
        Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
        Converters = { new JsonStringEnumConverter<PhaseKind>(JsonNamingPolicy.CamelCase) },
    });
}
