using System.Text.Json;
using System.Text.Json.Serialization;
using Entente.Measures.ChangePoints;

namespace Entente.Evaluation.Measures;

/// <summary>Mean scores of a method.</summary>
/// <param name="F1">Mean F1, margin 5.</param>
/// <param name="Cover">Mean covering.</param>
public sealed record ChangePointScore([property: JsonPropertyName("f1")] double F1, [property: JsonPropertyName("cover")] double Cover);

/// <summary>Runs all methods, and the one that never finds a change, over annotated series.</summary>
public static class ChangePointEvaluation
{
    /// <summary>Names of the methods on the command line; permanent.</summary>
    public static IReadOnlyDictionary<string, ChangePointMethod> Methods { get; } = new Dictionary<string, ChangePointMethod>(StringComparer.Ordinal)
    {
        ["pelt"] = ChangePointMethod.Pelt,
        ["binseg"] = ChangePointMethod.BinarySegmentation,
        ["bocpd"] = ChangePointMethod.Bocpd,
        ["ecp"] = ChangePointMethod.EDivisive,
    };

    /// <summary>Locations in a series, in its own positions.</summary>
    public static int[] Find(SeriesFile series, ChangePointMethod method, ChangePointOptions? options = null)
    {
        ArgumentNullException.ThrowIfNull(series);
        return [.. ChangePointFinder.Find([.. series.Values], method, options).Select(i => series.Positions[i])];
    }

    /// <summary>Annotations by series: each annotator's change points.</summary>
    /// <exception cref="InvalidDataException">It is not of the dataset's form.</exception>
    public static IReadOnlyDictionary<string, IReadOnlyList<IReadOnlyCollection<int>>> ParseAnnotations(string json)
    {
        try
        {
            var read = JsonSerializer.Deserialize<Dictionary<string, Dictionary<string, int[]>>>(json) ?? [];
            return read.ToDictionary(s => s.Key, s => (IReadOnlyList<IReadOnlyCollection<int>>)[.. s.Value.OrderBy(a => a.Key, StringComparer.Ordinal).Select(a => a.Value)], StringComparer.Ordinal);
        }
        catch (JsonException e)
        {
            throw new InvalidDataException($"The annotations are not of the form {{series: {{annotator: [points]}}}}: {e.Message}", e);
        }
    }

    /// <summary>Scores of every method, by name; <c>zero</c> finds no change ever.</summary>
    public static IReadOnlyDictionary<string, ChangePointScore> Score(IReadOnlyList<(SeriesFile Series, IReadOnlyList<IReadOnlyCollection<int>> Annotations)> annotated)
    {
        var scores = new Dictionary<string, ChangePointScore>(StringComparer.Ordinal);
        foreach ((string name, ChangePointMethod method) in Methods) scores[name] = Mean(annotated, s => Find(s, method));
        scores["zero"] = Mean(annotated, _ => []);
        return scores;
    }

    private static ChangePointScore Mean(IReadOnlyList<(SeriesFile Series, IReadOnlyList<IReadOnlyCollection<int>> Annotations)> annotated, Func<SeriesFile, int[]> find)
    {
        var each = annotated.Select(a => (Found: find(a.Series), a.Annotations, a.Series.Length)).ToList();
        return new ChangePointScore(each.Average(e => ChangePointScorer.F1(e.Annotations, e.Found)), each.Average(e => ChangePointScorer.Covering(e.Annotations, e.Found, e.Length)));
    }
}
