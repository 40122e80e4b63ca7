using System.Text.Json;
using System.Text.Json.Serialization;
using Entente.Reading;

namespace Entente.Alerts;

/// <summary>Saved questions and where their alerts go, as a file gives them. Immutable.</summary>
/// <param name="Questions">The questions.</param>
/// <param name="Targets">The targets, by name.</param>
public sealed record WatchFile(IReadOnlyList<SavedQuestion> Questions, IReadOnlyDictionary<string, Target> Targets)
{
    /// <summary>Reads the file.</summary>
    /// <exception cref="FormatException">It is not of the form; the message says where and what to write.</exception>
    public static WatchFile Read(string json)
    {
        FileJson? file;
        try
        {
            file = JsonSerializer.Deserialize(json, WatchJson.Default.FileJson);
        }
        catch (JsonException e)
        {
            throw new FormatException($"The file of saved questions is not as docs/watch.md gives it: {e.Message}", e);
        }
        if (file?.Questions is not { Length: > 0 } questions) throw new FormatException("The file holds no \"questions\".");
        var targets = new Dictionary<string, Target>(StringComparer.Ordinal);
        foreach (TargetJson t in file.Targets ?? [])
            if (!targets.TryAdd(Named(t.Name, "A target"), TargetOf(t))) throw new FormatException($"Two targets are called '{t.Name}'.");
        var read = questions.Select(q => QuestionOf(q, targets)).ToList();
        if (read.Select(q => q.Name).Distinct(StringComparer.Ordinal).Count() < read.Count) throw new FormatException("Two questions have the same name; alerts are told apart by it.");
        return new WatchFile(read, targets);
    }

    private static Target TargetOf(TargetJson t) => t switch
    {
        { Webhook: { } address } => Uri.TryCreate(address, UriKind.Absolute, out Uri? uri) && uri.Scheme is "http" or "https" ? new WebhookTarget(t.Name!, new Uri(address), t.SecretVariable)
            : throw new FormatException($"The webhook of '{t.Name}' is no http(s) address."),
        { Mail: { } to } => t is { From: { } from, Host: { } host } ? new MailTarget(t.Name!, to, from, host, t.Port ?? 587, t.Encrypted ?? true, t.User, t.PasswordVariable)
            : throw new FormatException($"'{t.Name}' sends mail: give \"from\" and \"host\" too."),
        { Feed: { } path } => new FeedTarget(t.Name!, path),
        _ => throw new FormatException($"'{t.Name}' is no target: give \"webhook\", \"mail\" or \"feed\"."),
    };

    private static SavedQuestion QuestionOf(QuestionJson q, Dictionary<string, Target> targets)
    {
        string name = Named(q.Name, "A question");
        foreach (string to in q.To ?? [])
            if (!targets.ContainsKey(to)) throw new FormatException($"Question '{name}' names the target '{to}', which is not there.");
        if (q.To is not { Length: > 0 }) throw new FormatException($"Question '{name}' says nowhere to send alerts: give \"to\".");
        foreach (string kind in q.Kinds ?? [])
            if (kind is not ("event" or "quotation" or "conditional")) throw new FormatException($"Question '{name}': '{kind}' is no kind (event, quotation, conditional).");
        if (q.LeastConfidence is < 0 or > 1) throw new FormatException($"Question '{name}': \"leastConfidence\" is 0 to 1.");
        return new SavedQuestion(name, [.. (q.States ?? []).Select(s => StateNames.Resolve(s).Match ?? throw new FormatException($"Question '{name}': no state is called '{s}'."))],
            q.Kinds ?? [], q.Types ?? [], q.Modality ?? Modality.Asserted, q.LeastConfidence ?? 0, q.Words, q.To);
    }

    private static string Named(string? name, string what) => string.IsNullOrWhiteSpace(name) ? throw new FormatException($"{what} has no \"name\".") : name;
}

internal sealed record FileJson(QuestionJson[]? Questions, TargetJson[]? Targets);

internal sealed record QuestionJson(string? Name, string[]? States, string[]? Kinds, PloverType[]? Types, Modality? Modality, double? LeastConfidence, string? Words, string[]? To);

internal sealed record TargetJson(string? Name, string? Webhook, string? SecretVariable, string? Mail, string? From, string? Host, int? Port, bool? Encrypted, string? User, string? PasswordVariable, string? Feed);

[JsonSourceGenerationOptions(PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase, UseStringEnumConverter = true, UnmappedMemberHandling = JsonUnmappedMemberHandling.Disallow, ReadCommentHandling = JsonCommentHandling.Skip, AllowTrailingCommas = true)]
[JsonSerializable(typeof(FileJson))]
[JsonSerializable(typeof(Alert))]
[JsonSerializable(typeof(OutboxLine))]
internal sealed partial class WatchJson : JsonSerializerContext;
