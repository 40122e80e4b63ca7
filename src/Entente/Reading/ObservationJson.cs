using System.Collections.Immutable;
using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Serialization;
using Entente.Documents;
using Entente.Reading.Events;
using Entente.Text;

namespace Entente.Reading;

/// <summary>Observations as JSON, one object each; <c>docs/observations.md</c> gives the schema. The property <c>kind</c> says which it is.</summary>
public static class ObservationJson
{
    private static readonly ObservationJsonContext Context = new(new JsonSerializerOptions(ObservationJsonContext.Default.Options)
    {
        Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
    });

    /// <summary>The observation on one line.</summary>
    /// <exception cref="NotSupportedException">A kind this version does not know.</exception>
    public static string Write(Observation observation) => observation switch
    {
        EventObservation e => JsonSerializer.Serialize(e, Context.EventObservation),
        QuotationObservation q => JsonSerializer.Serialize(q, Context.QuotationObservation),
        ConditionalObservation c => JsonSerializer.Serialize(c, Context.ConditionalObservation),
        _ => throw new NotSupportedException($"No JSON for {observation?.Kind}."),
    };

    /// <summary>The observation that <see cref="Write"/> wrote.</summary>
    /// <param name="kind">Its <see cref="Observation.Kind"/>.</param>
    /// <param name="json">Its JSON.</param>
    /// <exception cref="JsonException">It is no observation of that kind.</exception>
    public static Observation Read(string kind, string json) => (Observation?)(kind switch
    {
        "event" => JsonSerializer.Deserialize(json, Context.EventObservation),
        "quotation" => JsonSerializer.Deserialize(json, Context.QuotationObservation),
        "conditional" => JsonSerializer.Deserialize(json, Context.ConditionalObservation),
        _ => throw new JsonException($"'{kind}' is no kind of observation that this version knows."),
    }) ?? throw new JsonException("An observation is never null.");

    /// <summary>A sentence without events on one line: <c>kind</c> is <c>silence</c>.</summary>
    public static string WriteSilence(Document document, EventSilence silence)
    {
        ArgumentNullException.ThrowIfNull(document);
        ArgumentNullException.ThrowIfNull(silence);
        return JsonSerializer.Serialize(new SilenceJson("silence", document.Id, silence.Sentence, silence.Reason, silence.Predicate, silence.Sentence.Of(document.Body.Text).ToString()), Context.SilenceJson);
    }

    /// <summary>Repairs of a document as a JSON array.</summary>
    public static string WriteRepairs(ImmutableArray<TextRepair> repairs) => JsonSerializer.Serialize(repairs, Context.ImmutableArrayTextRepair);

    /// <summary>Repairs that <see cref="WriteRepairs"/> wrote.</summary>
    public static ImmutableArray<TextRepair> ReadRepairs(string json) => JsonSerializer.Deserialize(json, Context.ImmutableArrayTextRepair);

    /// <summary>Dropped stretches of a document as a JSON array.</summary>
    public static string WriteDropped(ImmutableArray<DroppedText> dropped) => JsonSerializer.Serialize(dropped, Context.ImmutableArrayDroppedText);

    /// <summary>Dropped stretches that <see cref="WriteDropped"/> wrote.</summary>
    public static ImmutableArray<DroppedText> ReadDropped(string json) => JsonSerializer.Deserialize(json, Context.ImmutableArrayDroppedText);
}

[JsonSourceGenerationOptions(
    PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase,
    UseStringEnumConverter = true,
    Converters = [typeof(StateIdJson), typeof(DyadJson), typeof(PartialDateJson), typeof(TextSpanJson), typeof(ByteSpanJson)])]
[JsonSerializable(typeof(EventObservation))]
[JsonSerializable(typeof(QuotationObservation))]
[JsonSerializable(typeof(ConditionalObservation))]
[JsonSerializable(typeof(SilenceJson))]
[JsonSerializable(typeof(ImmutableArray<TextRepair>))]
[JsonSerializable(typeof(ImmutableArray<DroppedText>))]
internal sealed partial class ObservationJsonContext : JsonSerializerContext;

internal sealed record SilenceJson(string Kind, string DocumentId, TextSpan Span, NoEventReason Reason, string? Predicate, string Quoted);

internal sealed class StateIdJson : JsonConverter<StateId>
{
    public override StateId Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options) => new(reader.GetString()!);

    public override void Write(Utf8JsonWriter writer, StateId value, JsonSerializerOptions options) => writer.WriteStringValue(value.Code);
}

internal sealed class DyadJson : JsonConverter<UndirectedDyad>
{
    public override UndirectedDyad Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options) =>
        reader.GetString() is { Length: 7 } s ? new(new StateId(s[..3]), new StateId(s[4..])) : throw new JsonException("A dyad is CHN-RUS.");

    public override void Write(Utf8JsonWriter writer, UndirectedDyad value, JsonSerializerOptions options) => writer.WriteStringValue(value.ToString());
}

internal sealed class PartialDateJson : JsonConverter<PartialDate>
{
    public override PartialDate Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options) =>
        PartialDate.TryParse(reader.GetString(), out PartialDate date) ? date : throw new JsonException("A date is 2022, 2022-02 or 2022-02-04.");

    public override void Write(Utf8JsonWriter writer, PartialDate value, JsonSerializerOptions options) => writer.WriteStringValue(value.ToString());
}

/// <summary>A span as <c>[start, end]</c>, end exclusive.</summary>
internal sealed class TextSpanJson : JsonConverter<TextSpan>
{
    public override TextSpan Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options)
    {
        (long start, long end) = SpanPair.Read(ref reader);
        return TextSpan.FromBounds(checked((int)start), checked((int)end));
    }

    public override void Write(Utf8JsonWriter writer, TextSpan value, JsonSerializerOptions options) => SpanPair.Write(writer, value.Start, value.End);
}

internal sealed class ByteSpanJson : JsonConverter<ByteSpan>
{
    public override ByteSpan Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options)
    {
        (long start, long end) = SpanPair.Read(ref reader);
        return new ByteSpan(start, end - start);
    }

    public override void Write(Utf8JsonWriter writer, ByteSpan value, JsonSerializerOptions options) => SpanPair.Write(writer, value.Start, value.End);
}

internal static class SpanPair
{
    public static (long Start, long End) Read(ref Utf8JsonReader reader)
    {
        if (reader.TokenType != JsonTokenType.StartArray || !reader.Read()) throw new JsonException("A span is [start, end].");
        long start = reader.GetInt64();
        if (!reader.Read()) throw new JsonException("A span is [start, end].");
        long end = reader.GetInt64();
        if (!reader.Read() || reader.TokenType != JsonTokenType.EndArray) throw new JsonException("A span is [start, end].");
        return (start, end);
    }

    public static void Write(Utf8JsonWriter writer, long start, long end)
    {
        writer.WriteStartArray();
        writer.WriteNumberValue(start);
        writer.WriteNumberValue(end);
        writer.WriteEndArray();
    }
}
