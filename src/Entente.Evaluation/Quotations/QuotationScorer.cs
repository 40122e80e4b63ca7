using System.Text.Json;
using Entente.Documents;
using Entente.Language;
using Entente.Reading.Quotations;
using Entente.Text;

namespace Entente.Evaluation.Quotations;

/// <summary>Figures of quotation reading. A prediction matches a gold attribution when the Jaccard overlap of their words is at least 0.5, one to one.</summary>
/// <param name="N">Gold attributions.</param>
/// <param name="Precision">Matched over predicted.</param>
/// <param name="Recall">Matched over gold.</param>
/// <param name="F1">Harmonic mean of the two.</param>
/// <param name="SpeakerAccuracy">Of the matched with a gold source, those whose speaker shares the source's last capitalised word or overlaps its place.</param>
public sealed record QuotationScore(int N, double Precision, double Recall, double F1, double SpeakerAccuracy);

/// <summary>Scores quotation reading on PolNeAR's JSON lines; of several annotators the first counts.</summary>
public sealed class QuotationScorer(ISentenceParser parser)
{
    private int _gold, _predicted, _matched, _sourced, _right;

    /// <summary>The figures so far; 0 where nothing was counted.</summary>
    public QuotationScore Score
    {
        get
        {
            double p = Ratio(_matched, _predicted), r = Ratio(_matched, _gold);
            return new QuotationScore(_gold, p, r, p + r > 0 ? 2 * p * r / (p + r) : 0, Ratio(_right, _sourced));
        }
    }

    /// <summary>Scores one line.</summary>
    /// <param name="line">A JSON object with <c>id</c>, <c>text</c> and <c>annotations</c>; spans count code points.</param>
    /// <param name="onError">Told of each missed, spurious or wrongly attributed quotation: kind and text.</param>
    /// <exception cref="JsonException">The line is not of that form.</exception>
    public void Add(string line, Action<string, string>? onError = null)
    {
        using var json = JsonDocument.Parse(line);
        string text = json.RootElement.GetProperty("text").GetString() ?? "";
        int[] units = CodePoints(text);
        var gold = new List<(List<TextSpan> Content, List<TextSpan> Source)>();
        foreach (JsonElement annotator in json.RootElement.GetProperty("annotations").EnumerateArray().Take(1))
            foreach (JsonElement a in annotator.GetProperty("attributions").EnumerateArray())
                gold.Add((Spans(a.GetProperty("content"), units), Spans(a.GetProperty("source"), units)));
        gold.RemoveAll(g => g.Content.Count == 0);
        var body = SourceText.FromString(text);
        var document = new Document { Id = json.RootElement.GetProperty("id").ToString(), Origin = new DocumentOrigin("-", null, "text/plain", "utf-8"), Body = body };
        var predicted = QuotationReader.ReadAttributed(document, parser.Parse(body), []).ToList();
        _gold += gold.Count;
        _predicted += predicted.Count;
        var goldWords = gold.Select(g => Tokens(text, g.Content)).ToList();
        var pairs = new List<(double Overlap, int G, int P)>();
        for (int p = 0; p < predicted.Count; p++)
        {
            HashSet<int> words = Tokens(text, [predicted[p].ContentSpan]);
            for (int g = 0; g < gold.Count; g++)
            {
                int common = words.Count(goldWords[g].Contains);
                double overlap = common == 0 ? 0 : (double)common / (words.Count + goldWords[g].Count - common);
                if (overlap >= 0.5) pairs.Add((overlap, g, p));
            }
        }
        var usedGold = new HashSet<int>();
        var usedPredicted = new HashSet<int>();
        foreach ((_, int g, int p) in pairs.OrderByDescending(x => x.Overlap).ThenBy(x => x.G).ThenBy(x => x.P))
        {
            if (usedGold.Contains(g) || usedPredicted.Contains(p)) continue;
            usedGold.Add(g);
            usedPredicted.Add(p);
            _matched++;
            if (gold[g].Source.Count == 0) continue;
            _sourced++;
            string source = string.Join(' ', gold[g].Source.Select(s => s.Of(text).ToString()));
            if (predicted[p].SpeakerSpan is { } at && gold[g].Source.Exists(s => s.Overlaps(at)) || Head(source) is { } head && head == Head(predicted[p].Observation.Speaker ?? "")) _right++;
            else onError?.Invoke("speaker", $"{predicted[p].Observation.Speaker} for {source}: {predicted[p].Observation.Words}");
        }
        if (onError is null) return;
        for (int g = 0; g < gold.Count; g++) if (!usedGold.Contains(g)) onError("missed", string.Join(" … ", gold[g].Content.Select(s => s.Of(text).ToString())));
        for (int p = 0; p < predicted.Count; p++) if (!usedPredicted.Contains(p)) onError("spurious", $"{predicted[p].Observation.Speaker} [{predicted[p].Observation.Cue}] {predicted[p].ContentSpan.Of(text)}");
    }

    private static double Ratio(int part, int whole) => whole == 0 ? 0 : (double)part / whole;

    private static string? Head(string name) => name.Split([' ', '\u00a0', ',', '(', ')', '’', '\''], StringSplitOptions.RemoveEmptyEntries).LastOrDefault(w => char.IsUpper(w[0]));

    private static HashSet<int> Tokens(string text, List<TextSpan> spans)
    {
        var starts = new HashSet<int>();
        foreach (TextSpan s in spans)
            for (int i = s.Start; i < s.End; i++)
                if (char.IsLetterOrDigit(text[i]) && (i == 0 || !char.IsLetterOrDigit(text[i - 1]))) starts.Add(i);
        return starts;
    }

    private static List<TextSpan> Spans(JsonElement spans, int[] units) =>
        [.. spans.EnumerateArray().Select(s => TextSpan.FromBounds(units[Math.Min(s[0].GetInt32(), units.Length - 1)], units[Math.Min(s[1].GetInt32(), units.Length - 1)]))];

    private static int[] CodePoints(string text)
    {
        var units = new List<int>(text.Length + 1);
        for (int i = 0; i < text.Length; i++)
            if (i == 0 || !char.IsLowSurrogate(text[i]) || !char.IsHighSurrogate(text[i - 1])) units.Add(i);
        units.Add(text.Length);
        return [.. units];
    }
}
