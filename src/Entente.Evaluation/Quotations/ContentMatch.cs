using Entente.Text;

namespace Entente.Evaluation.Quotations;

/// <summary>Pairs predicted with gold contents, one to one, by the Jaccard overlap of their words, best first.</summary>
public static class ContentMatch
{
    /// <summary>Least overlap of a pair.</summary>
    public const double Least = 0.5;

    /// <summary>The pairs, best first; an overlap of 1 is an exact match of words.</summary>
    /// <param name="gold">Words of each gold content, by where they begin.</param>
    /// <param name="predicted">The same of each prediction.</param>
    /// <param name="least">Least overlap, above 0.</param>
    public static IReadOnlyList<(int Gold, int Predicted, double Overlap)> Pair(IReadOnlyList<HashSet<int>> gold, IReadOnlyList<HashSet<int>> predicted, double least)
    {
        ArgumentNullException.ThrowIfNull(gold);
        ArgumentNullException.ThrowIfNull(predicted);
        var owners = new Dictionary<int, List<int>>();
        for (int g = 0; g < gold.Count; g++)
            foreach (int word in gold[g]) (owners.TryGetValue(word, out List<int>? list) ? list : owners[word] = []).Add(g);
        var candidates = new List<(int Gold, int Predicted, double Overlap)>();
        for (int p = 0; p < predicted.Count; p++)
        {
            var common = new Dictionary<int, int>();
            foreach (int word in predicted[p])
                if (owners.TryGetValue(word, out List<int>? list)) foreach (int g in list) common[g] = common.GetValueOrDefault(g) + 1;
            foreach ((int g, int shared) in common)
                if ((double)shared / (predicted[p].Count + gold[g].Count - shared) is var overlap && overlap >= least) candidates.Add((g, p, overlap));
        }
        var usedGold = new HashSet<int>();
        var usedPredicted = new HashSet<int>();
        return [.. candidates.OrderByDescending(x => x.Overlap).ThenBy(x => x.Gold).ThenBy(x => x.Predicted)
            .Where(x => !usedGold.Contains(x.Gold) && !usedPredicted.Contains(x.Predicted) && usedGold.Add(x.Gold) && usedPredicted.Add(x.Predicted))];
    }

    /// <summary>Where each word of some stretches begins.</summary>
    public static HashSet<int> Words(string text, IEnumerable<TextSpan> spans)
    {
        ArgumentNullException.ThrowIfNull(text);
        ArgumentNullException.ThrowIfNull(spans);
        var starts = new HashSet<int>();
        foreach (TextSpan s in spans)
            for (int i = s.Start; i < s.End; i++)
                if (char.IsLetterOrDigit(text[i]) && (i == 0 || !char.IsLetterOrDigit(text[i - 1]))) starts.Add(i);
        return starts;
    }
}
