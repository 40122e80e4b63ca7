using System.Text.Json.Serialization;

namespace Entente.Web.Api;

/// <summary>How the API writes JSON: names in camel case, unknown values as null.</summary>
[JsonSourceGenerationOptions(PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase, PropertyNameCaseInsensitive = true)]
[JsonSerializable(typeof(IReadOnlyList<StateView>))]
[JsonSerializable(typeof(TrackView))]
[JsonSerializable(typeof(WhyView))]
[JsonSerializable(typeof(PartOf<RankView>))]
[JsonSerializable(typeof(PartOf<ObservationView>))]
[JsonSerializable(typeof(ObservationView))]
[JsonSerializable(typeof(DocumentTextView))]
[JsonSerializable(typeof(IReadOnlyList<DatasetView>))]
[JsonSerializable(typeof(StatusView))]
[JsonSerializable(typeof(CorrectionRequest))]
internal sealed partial class ApiJson : JsonSerializerContext;
