using System.Text.Json;

namespace Entente.Evaluation.Repair;

/// <summary>A damaged text and what it said before the damage.</summary>
/// <param name="Original">The text as found.</param>
/// <param name="Expected">The sound text; equal to <paramref name="Original"/> where nothing is damaged.</param>
public sealed record RepairCase(string Original, string Expected)
{
    /// <summary>Reads a JSON array of <c>{original, fixed, fixed-encoding?}</c> or JSON lines of <c>{broken, fixed}</c>.</summary>
    /// <param name="content">The file's text.</param>
    /// <exception cref="JsonException">The content is neither.</exception>
    public static IReadOnlyList<RepairCase> Parse(string content)
    {
        ArgumentNullException.ThrowIfNull(content);
        var cases = new List<RepairCase>();
        if (content.AsSpan().TrimStart().StartsWith("[", StringComparison.Ordinal))
        {
            using var array = JsonDocument.Parse(content);
            foreach (JsonElement item in array.RootElement.EnumerateArray()) cases.Add(Of(item));
            return cases;
        }
        foreach (string line in content.Split('\n'))
        {
            if (string.IsNullOrWhiteSpace(line)) continue;
            using var row = JsonDocument.Parse(line);
            cases.Add(Of(row.RootElement));
        }
        return cases;
    }

    private static RepairCase Of(JsonElement item)
    {
        string? Field(string name) => item.TryGetProperty(name, out JsonElement value) ? value.GetString() : null;
        return new RepairCase(
            Field("original") ?? Field("broken") ?? throw new JsonException("A case has neither 'original' nor 'broken'."),
            Field("fixed-encoding") ?? Field("fixed") ?? throw new JsonException("A case has no 'fixed'."));
    }
}
