using System.Text.Json;

namespace Entente.Evaluation.Measures;

/// <summary>A series of the Turing Change Point Dataset.</summary>
/// <param name="Name">Its name.</param>
/// <param name="Length">Observations, missing ones included.</param>
/// <param name="Values">Observations that are there.</param>
/// <param name="Positions">Where each of them stands, from 0.</param>
public sealed record SeriesFile(string Name, int Length, IReadOnlyList<double> Values, IReadOnlyList<int> Positions)
{
    private const int Longest = 1_000_000;

    /// <summary>Reads a file of the dataset's form, or a bare array of numbers; null marks a missing observation.</summary>
    /// <exception cref="InvalidDataException">It is not of that form, or has several dimensions; the message says which.</exception>
    public static SeriesFile Parse(string json)
    {
        try
        {
            using JsonDocument document = JsonDocument.Parse(json.Replace("NaN", "null", StringComparison.Ordinal));
            JsonElement root = document.RootElement;
            if (root.ValueKind == JsonValueKind.Array) return Read("", root);
            if (root.ValueKind != JsonValueKind.Object || !root.TryGetProperty("series", out JsonElement series) || series.ValueKind != JsonValueKind.Array)
                throw new InvalidDataException("The file has no 'series'; the form of the Turing Change Point Dataset, or an array of numbers, is expected.");
            if (series.GetArrayLength() != 1)
                throw new InvalidDataException($"The file has {series.GetArrayLength()} series; the methods take one.");
            if (!series[0].TryGetProperty("raw", out JsonElement raw) || raw.ValueKind != JsonValueKind.Array)
                throw new InvalidDataException("The series has no 'raw' array of numbers.");
            return Read(root.TryGetProperty("name", out JsonElement name) && name.ValueKind == JsonValueKind.String ? name.GetString()! : "", raw);
        }
        catch (JsonException e)
        {
            throw new InvalidDataException($"This is no JSON: {e.Message}", e);
        }
    }

    private static SeriesFile Read(string name, JsonElement raw)
    {
        int length = raw.GetArrayLength();
        if (length > Longest) throw new InvalidDataException($"{length} observations are more than {Longest}.");
        var values = new List<double>();
        var positions = new List<int>();
        int at = 0;
        foreach (JsonElement value in raw.EnumerateArray())
        {
            if (value.ValueKind == JsonValueKind.Number && value.TryGetDouble(out double x) && double.IsFinite(x))
            {
                values.Add(x);
                positions.Add(at);
            }
            else if (value.ValueKind != JsonValueKind.Null)
            {
                throw new InvalidDataException($"Observation {at} is no number.");
            }
            at++;
        }
        return new SeriesFile(name, length, values, positions);
    }
}
