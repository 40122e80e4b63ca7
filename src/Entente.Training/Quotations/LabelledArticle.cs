using Entente.Evaluation.Quotations;
using Entente.Language;
using Entente.Reading.Quotations;
using Entente.Reading.Quotations.Attributions;
using Entente.Text;

namespace Entente.Training.Quotations;

/// <summary>An article with the first annotator's attributions laid on its tokens.</summary>
internal sealed class LabelledArticle
{
    private LabelledArticle(AttributionTokens tokens, List<(HashSet<int> Cue, HashSet<int> Content, HashSet<int> Source)> gold, IReadOnlyList<HashSet<int>> goldWords, string text) =>
        (Tokens, Gold, GoldWords, Text) = (tokens, gold, goldWords, text);

    public string Text { get; }

    public AttributionTokens Tokens { get; }

    /// <summary>Tokens of cue, content and source of each attribution.</summary>
    public List<(HashSet<int> Cue, HashSet<int> Content, HashSet<int> Source)> Gold { get; }

    public IReadOnlyList<HashSet<int>> GoldWords { get; }

    /// <summary>Head of each attribution's cue; -1 where it has none.</summary>
    public int[] Heads { get; set; } = [];

    public static LabelledArticle Of(GoldArticle article, ISentenceParser parser)
    {
        var body = SourceText.FromString(article.Text);
        AttributionTokens tokens = AttributionTokens.Of(article.Text, parser.Parse(body), QuotedStretches.Find(article.Text));
        IReadOnlyList<GoldAttribution> gold = article.Annotators[0];
        return new LabelledArticle(tokens, [.. gold.Select(g => (On(tokens, g.Cue), On(tokens, g.Content), On(tokens, g.Source)))],
            [.. gold.Select(g => ContentMatch.Words(article.Text, g.Content))], article.Text);
    }

    /// <summary>The words of an attribution's content, as the scorer counts them.</summary>
    public HashSet<int> WordsOf(Attribution a) => ContentMatch.Words(Text, a.Content.Select(c => TextSpan.FromBounds(Tokens.Span[c.Start].Start, Tokens.Span[c.End - 1].End)));

    // A token belongs to a span that covers its middle.
    private static HashSet<int> On(AttributionTokens tokens, IReadOnlyList<TextSpan> spans)
    {
        var on = new HashSet<int>();
        foreach (TextSpan span in spans)
        {
            int low = 0, high = tokens.Count;
            while (low < high)
            {
                int middle = (low + high) / 2;
                if (tokens.Span[middle].Start + tokens.Span[middle].End < 2 * span.Start) low = middle + 1;
                else high = middle;
            }
            for (int i = low; i < tokens.Count && tokens.Span[i].Start + tokens.Span[i].End < 2 * span.End; i++) on.Add(i);
        }
        return on;
    }
}
