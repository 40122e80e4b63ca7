using System.Text.Json;
using Entente.Documents;
using Entente.Language;
using Entente.Reading.Quotations;
using Entente.Text;

namespace Entente.Evaluation.Quotations;

/// <summary>Figures of quotation reading. A prediction matches a gold attribution when the Jaccard overlap of the words in their contents is at least 0.5, one to one.</summary>
/// <param name="N">Gold attributions.</param>
/// <param name="Precision">Matched over predicted.</param>
/// <param name="Recall">Matched over gold.</param>
/// <param name="F1">Harmonic mean of the two.</param>
/// <param name="SpeakerAccuracy">Of the matched with a gold source, those whose speaker shares the source's last capitalised word or overlaps its place.</param>
/// <param name="ExactF1">F1 of contents that agree word for word.</param>
/// <param name="AnyF1">F1 of pairs that share a word at all.</param>
/// <param name="WordF1">F1 over single words: in a gold content, in a predicted content.</param>
public sealed record QuotationScore(int N, double Precision, double Recall, double F1, double SpeakerAccuracy, double ExactF1, double AnyF1, double WordF1);

/// <summary>One miss, for people who read the errors.</summary>
/// <param name="Error"><c>missed</c>, <c>spurious</c>, <c>speaker</c> or <c>boundary</c> (matched, but not word for word).</param>
/// <param name="Article">The article's id.</param>
/// <param name="Cue">Cue in gold, else as predicted.</param>
/// <param name="Gold">Content in gold, or null.</param>
/// <param name="GoldSource">Source in gold, or null.</param>
/// <param name="Predicted">Content predicted, or null.</param>
/// <param name="Speaker">Speaker predicted, or null.</param>
public sealed record QuotationError(string Error, string Article, string? Cue, string? Gold, string? GoldSource, string? Predicted, string? Speaker);

/// <summary>Scores quotation reading on PolNeAR's JSON lines; of several annotators the first counts.</summary>
public sealed class QuotationScorer(ISentenceParser parser)
{
    private int _gold, _predicted, _matched, _exact, _any, _sourced, _right, _goldWords, _predictedWords, _sharedWords;

    /// <summary>The figures so far; 0 where nothing was counted.</summary>
    public QuotationScore Score => new(_gold, Ratio(_matched, _predicted), Ratio(_matched, _gold), F1(_matched, _predicted, _gold), Ratio(_right, _sourced),
        F1(_exact, _predicted, _gold), F1(_any, _predicted, _gold), F1(_sharedWords, _predictedWords, _goldWords));

    /// <summary>Scores one line.</summary>
    /// <param name="line">A JSON object with <c>id</c>, <c>text</c> and <c>annotations</c>; spans count code points.</param>
    /// <param name="onError">Told of each miss.</param>
    /// <exception cref="JsonException">The line is not of that form.</exception>
    /// <exception cref="KeyNotFoundException">A property is missing.</exception>
    public void Add(string line, Action<QuotationError>? onError = null)
    {
        GoldArticle article = GoldArticle.Parse(line);
        string text = article.Text;
        IReadOnlyList<GoldAttribution> gold = article.Annotators.Count > 0 ? article.Annotators[0] : [];
        var body = SourceText.FromString(text);
        var document = new Document { Id = article.Id, Origin = new DocumentOrigin("-", null, "text/plain", "utf-8"), Body = body };
        IReadOnlyList<AttributedQuotation> predicted = QuotationReader.ReadAttributed(document, parser.Parse(body), []);
        _gold += gold.Count;
        _predicted += predicted.Count;
        List<HashSet<int>> goldWords = [.. gold.Select(g => ContentMatch.Words(text, g.Content))], words = [.. predicted.Select(p => ContentMatch.Words(text, p.Content))];
        CountWords(goldWords, words);
        _any += ContentMatch.Pair(goldWords, words, double.Epsilon).Count;
        var usedGold = new HashSet<int>();
        var usedPredicted = new HashSet<int>();
        foreach ((int g, int p, double overlap) in ContentMatch.Pair(goldWords, words, ContentMatch.Least))
        {
            usedGold.Add(g);
            usedPredicted.Add(p);
            _matched++;
            if (overlap == 1) _exact++;
            else onError?.Invoke(Error("boundary", gold[g], predicted[p]));
            if (gold[g].Source.Count == 0) continue;
            _sourced++;
            if (IsSpeaker(predicted[p], gold[g].Source, text)) _right++;
            else onError?.Invoke(Error("speaker", gold[g], predicted[p]));
        }
        if (onError is null) return;
        for (int g = 0; g < gold.Count; g++) if (!usedGold.Contains(g)) onError(Error("missed", gold[g], null));
        for (int p = 0; p < predicted.Count; p++) if (!usedPredicted.Contains(p)) onError(Error("spurious", null, predicted[p]));

        QuotationError Error(string kind, GoldAttribution? g, AttributedQuotation? p) => new(kind, article.Id, g is null ? p!.Observation.Cue : Join(g.Cue), g is null ? null : Join(g.Content),
            g is null ? null : Join(g.Source), p is null ? null : Join(p.Content), p?.Observation.Speaker);
        string Join(IEnumerable<TextSpan> spans) => string.Join(" … ", spans.Select(s => s.Of(text).ToString()));
    }

    private void CountWords(List<HashSet<int>> gold, List<HashSet<int>> predicted)
    {
        HashSet<int> all = [.. gold.SelectMany(g => g)], said = [.. predicted.SelectMany(p => p)];
        _goldWords += all.Count;
        _predictedWords += said.Count;
        said.IntersectWith(all);
        _sharedWords += said.Count;
    }

    private static bool IsSpeaker(AttributedQuotation p, IReadOnlyList<TextSpan> source, string text) =>
        p.SpeakerSpan is { } at && source.Any(s => s.Overlaps(at))
        || Head(string.Join(' ', source.Select(s => s.Of(text).ToString()))) is { } head && head == Head(p.Observation.Speaker ?? "");

    private static double Ratio(int part, int whole) => whole == 0 ? 0 : (double)part / whole;

    private static double F1(int both, int a, int b) => a + b == 0 ? 0 : 2.0 * both / (a + b);

    private static string? Head(string name) => name.Split([' ', '\u00a0', ',', '(', ')', '’', '\''], StringSplitOptions.RemoveEmptyEntries).LastOrDefault(w => char.IsUpper(w[0]));
}
