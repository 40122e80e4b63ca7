using Entente.Language;
using Entente.Reading;
using Entente.Reading.Events;
using Entente.Text;

namespace Entente.Evaluation.Events;

/// <summary>Scores of relation classification; each F1 is over the classes present in gold.</summary>
/// <param name="N">Gold sentences.</param>
/// <param name="MacroF1Root">Mean F1 of root types.</param>
/// <param name="MacroF1Penta">Mean F1 of the five-way classes.</param>
/// <param name="AccuracyRoot">Share with the right root type.</param>
/// <param name="PerClass">F1 of each root type.</param>
public sealed record EventsScore(int N, double MacroF1Root, double MacroF1Penta, double AccuracyRoot, IReadOnlyDictionary<string, double> PerClass);

/// <summary>Scores the codebook on sentences with a marked source and target.</summary>
public static class EventsEvaluation
{
    /// <summary>Scores tab-separated lines whose first names the columns <c>sentence, marked_sentence, gold_penta, gold_root</c>.</summary>
    /// <param name="lines">The lines of one file.</param>
    /// <returns>The scores; null when a column is missing.</returns>
    public static EventsScore? Score(IReadOnlyList<string> lines)
    {
        ArgumentNullException.ThrowIfNull(lines);
        string[] names = lines.Count == 0 ? [] : lines[0].Split('\t');
        int text = Array.IndexOf(names, "marked_sentence"), root = Array.IndexOf(names, "gold_root"), penta = Array.IndexOf(names, "gold_penta");
        if (text < 0 || root < 0 || penta < 0) return null;
        var roots = new List<(string Gold, string Got)>();
        var pentas = new List<(string Gold, string Got)>();
        var parser = new RuleSentenceParser();
        foreach (string[] row in lines.Skip(1).Select(l => l.Split('\t')).Where(r => r.Length > Math.Max(text, Math.Max(root, penta))))
        {
            PloverType? type = Classify(row[text], parser);
            roots.Add((row[root], Root(type)));
            pentas.Add((row[penta], Penta(type)));
        }
        Dictionary<string, double> perClass = PerClass(roots);
        return new EventsScore(roots.Count, Mean(perClass), Mean(PerClass(pentas)),
            roots.Count == 0 ? 0 : roots.Count(p => string.Equals(p.Gold, p.Got, StringComparison.Ordinal)) / (double)roots.Count, perClass);
    }

    private static PloverType? Classify(string marked, RuleSentenceParser parser)
    {
        var clean = new System.Text.StringBuilder();
        int[] marks = [-1, -1, -1, -1];
        string[] tags = ["<s>", "</s>", "<t>", "</t>"];
        for (int i = 0; i < marked.Length;)
        {
            int tag = Array.FindIndex(tags, t => string.CompareOrdinal(marked, i, t, 0, t.Length) == 0);
            if (tag < 0) clean.Append(marked[i++]);
            else
            {
                marks[tag] = clean.Length;
                i += tags[tag].Length;
            }
        }
        if (marks.Any(m => m < 0)) return null;
        IReadOnlyList<ParsedSentence> parts = parser.Parse(SourceText.FromString(clean.ToString()));
        if (parts.Count == 0) return null;
        var whole = new ParsedSentence(new TextSpan(0, clean.Length), [.. parts.SelectMany(p => p.Tokens)]);
        return EventClassifier.Classify(whole, TextSpan.FromBounds(marks[0], marks[1]), TextSpan.FromBounds(marks[2], marks[3]));
    }

    private static string Root(PloverType? type) => type switch
    {
        null => "",
        PloverType.Concede or PloverType.Retreat => "YIELD",
        _ => type.Value.ToString().ToUpperInvariant(),
    };

    private static string Penta(PloverType? type) => type switch
    {
        null => "",
        PloverType.Agree or PloverType.Consult or PloverType.Support => "1",
        PloverType.Cooperate or PloverType.Aid or PloverType.Concede or PloverType.Retreat => "2",
        PloverType.Request or PloverType.Accuse or PloverType.Reject or PloverType.Threaten => "3",
        _ => "4",
    };

    private static Dictionary<string, double> PerClass(List<(string Gold, string Got)> pairs) =>
        pairs.Select(p => p.Gold).Distinct(StringComparer.Ordinal).Order(StringComparer.Ordinal).ToDictionary(c => c, c =>
            2.0 * pairs.Count(p => p.Gold == c && p.Got == c) / (pairs.Count(p => p.Gold == c) + pairs.Count(p => p.Got == c)), StringComparer.Ordinal);

    private static double Mean(Dictionary<string, double> scores) => scores.Count == 0 ? 0 : scores.Values.Average();
}
