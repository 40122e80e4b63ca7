using System.Globalization;
using System.Text.Json;
using Entente.Measures.Similarity;

namespace Entente.Cli.Similarity;

/// <summary>Two columns of codes, a row a target; a third column is weights. A first row of names is passed over; a row with an empty code or NA is dropped.</summary>
internal static class VectorFile
{
    private static readonly char[] Separators = [',', ';', '\t', ' '];

    public static int Run(string path, string? scale)
    {
        List<int> first = [], second = [];
        List<double>? weights = null;
        int dropped = 0, number = 0;
        foreach (string line in File.ReadLines(path))
        {
            number++;
            if (string.IsNullOrWhiteSpace(line)) continue;
            string[] fields = Fields(line);
            if (fields.Length < 2) throw Bad(number, "two columns of codes are expected");
            if (fields.Take(2).Any(IsMissing))
            {
                dropped++;
                continue;
            }
            if (!Code(fields[0], out int a) || !Code(fields[1], out int b))
            {
                if (first.Count == 0 && dropped == 0 && number == 1) continue;
                throw Bad(number, $"'{fields[0]}' and '{fields[1]}' are no whole codes");
            }
            if (fields.Length > 2)
            {
                if (!double.TryParse(fields[2], NumberStyles.Float, CultureInfo.InvariantCulture, out double w)) throw Bad(number, $"'{fields[2]}' is no weight");
                if (weights is null && first.Count > 0) throw Bad(number, "a weight stands here and in no row before");
                (weights ??= []).Add(w);
            }
            else if (weights is not null)
            {
                throw Bad(number, "the weight is missing");
            }
            first.Add(a);
            second.Add(b);
        }
        try
        {
            CodeScale on = scale is null ? CodeScale.Infer([.. first, .. second]) : Named(scale);
            Console.Out.WriteLine(Json(VectorSimilarity.Of(first, second, weights, on), first.Count, dropped, on, scale is null));
            return dropped > 0 ? ExitCodes.Partial : ExitCodes.Ok;
        }
        catch (ArgumentException e)
        {
            Console.Error.WriteLine(e.Message);
            return ExitCodes.Input;
        }
    }

    private static string Json(SimilarityScores scores, int n, int dropped, CodeScale scale, bool inferred)
    {
        var values = MeasureNames.All.ToDictionary(m => m.Key.Replace('-', '_'), m => scores[m.Value]);
        var reasons = MeasureNames.All.Where(m => scores[m.Value] is null).ToDictionary(m => m.Key.Replace('-', '_'), m => MeasureNames.Reason(scores.Reason(m.Value)));
        var json = new Dictionary<string, object?>(StringComparer.Ordinal) { ["n"] = n, ["dropped"] = dropped, ["scale"] = new { from = scale.From, to = scale.To, inferred } };
        foreach ((string name, double? value) in values) json[name] = value;
        json["reasons"] = reasons;
        return JsonSerializer.Serialize(json);
    }

    private static CodeScale Named(string scale)
    {
        if (scale == "alliances") return CodeScale.Alliances;
        if (scale == "votes") return CodeScale.Votes;
        if (scale == "binary") return CodeScale.Binary;
        string[] ends = scale.Split("..");
        if (ends.Length == 2 && Code(ends[0], out int from) && Code(ends[1], out int to) && to > from && (long)to - from <= 100) return new CodeScale(from, to);
        throw new ArgumentException($"'{scale}' is no scale: alliances, votes, binary or LOW..HIGH (at most 100 apart) is expected.", nameof(scale));
    }

    private static string[] Fields(string line)
    {
        char separator = Array.Find(Separators, s => line.Contains(s, StringComparison.Ordinal));
        return [.. line.Split(separator == default ? ',' : separator, separator == ' ' ? StringSplitOptions.RemoveEmptyEntries : StringSplitOptions.None).Select(f => f.Trim(' ', '"', '\uFEFF'))];
    }

    private static bool IsMissing(string field) => field.Length == 0 || field is "NA" or "NaN" or "null";

    private static bool Code(string text, out int code)
    {
        bool ok = double.TryParse(text, NumberStyles.Float, CultureInfo.InvariantCulture, out double number) && number == Math.Floor(number) && Math.Abs(number) <= 1e6;
        code = ok ? (int)number : 0;
        return ok;
    }

    private static InvalidDataException Bad(int line, string what) => new($"Line {line} of the vectors: {what}.");
}
