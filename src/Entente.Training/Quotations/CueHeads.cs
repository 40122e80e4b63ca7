using System.Collections;
using Entente.Reading.Quotations.Attributions;

namespace Entente.Training.Quotations;

/// <summary>Picks the head of each annotated cue: the word that most often stands in a cue when it stands anywhere.</summary>
internal static class CueHeads
{
    // Smoothing, in occurrences: a word seen once in a cue is no better a head than "said".
    private const double Doubt = 3;

    // A word that is a head this rarely is not worth looking at wherever it stands.
    private const double Rare = 0.015;

    /// <summary>Stems that head cues often enough, as <see cref="AttributionModel.Heads"/> keeps them.</summary>
    public static BitArray Possible(IReadOnlyList<LabelledArticle> articles)
    {
        var heads = new Dictionary<uint, int>();
        var anywhere = new Dictionary<uint, int>();
        foreach (LabelledArticle article in articles)
        {
            for (int i = 0; i < article.Tokens.Count; i++) Count(anywhere, article.Tokens.Lemma[i]);
            foreach (int head in article.Heads) if (head >= 0) Count(heads, article.Tokens.Lemma[head]);
        }
        var bits = new BitArray(1 << AttributionModel.HeadBits);
        foreach ((uint stem, int times) in heads)
            if (times >= Rare * anywhere[stem]) bits[(int)(stem & ((1 << AttributionModel.HeadBits) - 1))] = true;
        return bits;
    }

    public static void Mark(IReadOnlyList<LabelledArticle> training, IReadOnlyList<LabelledArticle> all)
    {
        var inCue = new Dictionary<uint, int>();
        var anywhere = new Dictionary<uint, int>();
        foreach (LabelledArticle article in training)
        {
            for (int i = 0; i < article.Tokens.Count; i++) Count(anywhere, article.Tokens.Lower[i]);
            foreach ((HashSet<int> cue, _, _) in article.Gold)
                foreach (int i in cue) Count(inCue, article.Tokens.Lower[i]);
        }
        foreach (LabelledArticle article in all)
            article.Heads = [.. article.Gold.Select(g => g.Cue.Count == 0 ? -1 : g.Cue.Order().MaxBy(i => Rate(article.Tokens, i)))];

        double Rate(AttributionTokens t, int i) => t.Shape[i] >= TokenShape.Stop && t.Shape[i] != TokenShape.Colon ? -1
            : (inCue.GetValueOrDefault(t.Lower[i]) + 0.2 * ((t.Classes[i] & 0xFFF) != 0 ? 1 : 0)) / (anywhere.GetValueOrDefault(t.Lower[i]) + Doubt);
    }

    private static void Count(Dictionary<uint, int> counts, uint word) => counts[word] = counts.GetValueOrDefault(word) + 1;
}
