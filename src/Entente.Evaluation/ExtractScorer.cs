using System.Text.RegularExpressions;

namespace Entente.Evaluation;

/// <summary>How well extracted main texts agree with annotated ones.</summary>
/// <param name="Pages">Pages scored.</param>
/// <param name="Precision">Share of extracted shingles that are annotated, 0 to 1.</param>
/// <param name="Recall">Share of annotated shingles that were extracted, 0 to 1.</param>
/// <param name="F1">Harmonic mean of the two.</param>
public sealed record ExtractScore(int Pages, double Precision, double Recall, double F1);

/// <summary>Scores main text by four-word shingles as the article extraction benchmark of Scrapinghub does.</summary>
/// <remarks>Counts are multiset counts, divided by their sum on each page, so that each page weighs the same.</remarks>
public static partial class ExtractScorer
{
    private const int Words = 4;

    /// <summary>Scores pairs of annotated and extracted text; null where there is no pair.</summary>
    public static ExtractScore? Score(IEnumerable<(string Gold, string Found)> pages)
    {
        ArgumentNullException.ThrowIfNull(pages);
        double hit = 0, extra = 0, missed = 0;
        int count = 0;
        foreach ((string gold, string found) in pages)
        {
            count++;
            Dictionary<string, int> wanted = Shingles(gold), got = Shingles(found);
            double tp = 0, fp = 0, fn = 0;
            foreach (string key in wanted.Keys.Union(got.Keys, StringComparer.Ordinal))
            {
                int w = wanted.GetValueOrDefault(key), g = got.GetValueOrDefault(key);
                tp += Math.Min(w, g);
                fp += Math.Max(0, g - w);
                fn += Math.Max(0, w - g);
            }
            double sum = tp + fp + fn;
            if (sum == 0) continue;
            hit += tp / sum;
            extra += fp / sum;
            missed += fn / sum;
        }
        if (count == 0) return null;
        double precision = hit + extra == 0 ? 0 : hit / (hit + extra), recall = hit + missed == 0 ? 0 : hit / (hit + missed);
        return new ExtractScore(count, precision, recall, precision + recall == 0 ? 0 : 2 * precision * recall / (precision + recall));
    }

    private static Dictionary<string, int> Shingles(string text)
    {
        string[] words = [.. Word().Matches(text).Select(m => m.Value)];
        var counts = new Dictionary<string, int>(StringComparer.Ordinal);
        if (words.Length == 0) return counts;
        for (int i = 0; i <= Math.Max(0, words.Length - Words); i++)
        {
            string key = string.Join(' ', words.Skip(i).Take(Words));
            counts[key] = counts.GetValueOrDefault(key) + 1;
        }
        return counts;
    }

    [GeneratedRegex(@"\w+", RegexOptions.NonBacktracking)]
    private static partial Regex Word();
}
