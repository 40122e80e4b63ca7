namespace Entente.Evaluation.Measures;

/// <summary>Scores of change points against several annotators, as van den Burg and Williams (2020) define them.</summary>
public static class ChangePointScorer
{
    /// <summary>
    /// F1 with a margin: 0 is always a true and a found point; a found point serves one true point; precision over the union of annotators, recall averaged over them.
    /// </summary>
    /// <param name="annotations">Each annotator's true points.</param>
    /// <param name="found">Points found.</param>
    /// <param name="margin">How far a found point may lie from a true one.</param>
    public static double F1(IReadOnlyList<IReadOnlyCollection<int>> annotations, IReadOnlyCollection<int> found, int margin = 5)
    {
        ArgumentNullException.ThrowIfNull(annotations);
        ArgumentNullException.ThrowIfNull(found);
        int[] ours = [.. found.Append(0).Distinct().Order()];
        double precision = Matched([.. annotations.SelectMany(a => a).Append(0).Distinct().Order()], ours, margin) / (double)ours.Length;
        double recall = annotations.Average(a =>
        {
            int[] theirs = [.. a.Append(0).Distinct().Order()];
            return Matched(theirs, ours, margin) / (double)theirs.Length;
        });
        return precision + recall > 0 ? 2 * precision * recall / (precision + recall) : 0;
    }

    /// <summary>Covering: for every annotator's segment its best Jaccard overlap with a found one, weighted by length; averaged over annotators.</summary>
    /// <param name="annotations">Each annotator's first observations of new segments.</param>
    /// <param name="found">Those found.</param>
    /// <param name="length">Observations of the series.</param>
    public static double Covering(IReadOnlyList<IReadOnlyCollection<int>> annotations, IReadOnlyCollection<int> found, int length)
    {
        ArgumentNullException.ThrowIfNull(annotations);
        ArgumentNullException.ThrowIfNull(found);
        List<(int From, int To)> ours = Segments(found, length);
        return annotations.Average(a => Segments(a, length).Sum(s => (s.To - s.From) * ours.Max(o => Overlap(s, o))) / length);
    }

    private static int Matched(int[] theirs, int[] ours, int margin)
    {
        var left = new List<int>(ours);
        int matched = 0;
        foreach (int point in theirs)
        {
            int[] near = [.. left.Where(x => Math.Abs(x - point) <= margin).OrderBy(x => Math.Abs(x - point)).ThenBy(x => x)];
            if (near.Length == 0) continue;
            left.Remove(near[0]);
            matched++;
        }
        return matched;
    }

    private static List<(int From, int To)> Segments(IReadOnlyCollection<int> starts, int length)
    {
        var segments = new List<(int, int)>();
        int from = 0;
        foreach (int s in starts.Where(s => s > 0 && s < length).Distinct().Order())
        {
            segments.Add((from, s));
            from = s;
        }
        segments.Add((from, length));
        return segments;
    }

    private static double Overlap((int From, int To) a, (int From, int To) b)
    {
        int common = Math.Min(a.To, b.To) - Math.Max(a.From, b.From);
        return common <= 0 ? 0 : common / (double)(Math.Max(a.To, b.To) - Math.Min(a.From, b.From));
    }
}
