using System.Numerics;

namespace Entente.Reading.Quotations.Attributions;

/// <summary>Features by which a whole candidate, among the others around it, is judged right or wrong.</summary>
internal static class BeliefFeatures
{
    /// <summary>Most features one candidate can have.</summary>
    public const int Most = 80;

    public static void Add(ref FeatureBag bag, AttributionTokens t, List<Attribution> all, int c)
    {
        Attribution a = all[c];
        uint cue = Step(a.CueLikelihood), content = Step(a.ContentLikelihood), length = CueFeatures.Distance(a.Length);
        (int first, int last) = (a.Content[0].Start, a.Content[^1].End - 1);
        uint side = (first < a.Cue ? 1u : 0u) + (last > a.Cue ? 2u : 0u);
        uint source = a.Source.IsEmpty ? 0u : a.Source[0].Start < a.Cue ? 1u : 2u;
        uint quoted = (t.QuoteId[first] >= 0 ? 1u : 0u) + (t.QuoteId[last] >= 0 ? 2u : 0u) + (t.QuoteId[a.Cue] >= 0 ? 4u : 0u);
        uint pieces = (uint)Math.Min(a.Content.Length, 3), classes = t.Classes[a.Cue], lemma = t.Lemma[a.Cue];
        uint above = 0, rival = 0, inside = 0, sameContent = 0;
        for (int step = -1; step <= 1; step += 2)
            for (int o = c + step; o >= 0 && o < all.Count && Math.Abs(all[o].Cue - a.Cue) < 120; o += step)
            {
                Attribution b = all[o];
                uint stronger = b.CueLikelihood > a.CueLikelihood ? 1u : 0u;
                if (b.Holds(a.Cue)) above = Math.Max(above, 1 + Step(b.CueLikelihood));
                if (a.Holds(b.Cue)) inside = Math.Max(inside, 1 + Step(b.CueLikelihood));
                if (a.Holds(b.Content[0].Start) || b.Holds(first)) sameContent = Math.Max(sameContent, 1 + stronger);
                if (t.Sentence[b.Cue] == t.Sentence[a.Cue]) rival = Math.Max(rival, 1 + stronger);
            }
        bag.Add(0);
        bag.Add(1, cue);
        bag.Add(2, content);
        bag.Add(3, cue, content);
        bag.Add(4, cue, length, side);
        bag.Add(5, content, pieces, length);
        bag.Add(6, side, quoted, pieces);
        bag.Add(7, source, side, quoted);
        bag.Add(8, above, cue);
        bag.Add(9, inside, cue);
        bag.Add(10, sameContent, cue);
        bag.Add(11, rival, cue);
        bag.Add(12, above, quoted);
        bag.Add(13, lemma);
        bag.Add(14, lemma, side);
        bag.Add(15, lemma, source);
        bag.Add(16, classes, side, source);
        bag.Add(17, t.Lemma[first], side);
        bag.Add(18, t.LemmaAt(a.Cue + 1, a.Cue), side);
        bag.Add(19, above, sameContent, inside);
        bag.Add(20, t.ShapeAt(last + 1, last), t.ShapeAt(first - 1, first));
        bag.Add(21, lemma, length);
        bag.Add(22, t.Paragraph[a.Cue] == 0 ? 1u : 0u, cue);
        bag.Add(23, above, content);
        bag.Add(24, t.Lemma[last], quoted);
        if (t.Head[a.Cue] != -2)
        {
            int middle = a.Content[0].Start;
            for (int j = middle; j < a.Content[0].End; j++) if (t.Head[j] < a.Content[0].Start || t.Head[j] >= a.Content[0].End) { middle = j; break; }
            uint hangs = t.Head[middle] == a.Cue ? 1u : t.Head[a.Cue] >= 0 && t.Head[a.Cue] == middle ? 2u : t.Head[a.Cue] >= 0 && t.Head[a.Cue] == t.Head[middle] ? 3u : 0u;
            bag.Add(30, t.Relation[a.Cue], hangs);
            bag.Add(31, t.Relation[middle], hangs, side);
            bag.Add(32, t.Relation[middle], hangs, classes);
            bag.Add(33, t.Relation[a.Cue], (uint)t.Tag[a.Cue], cue);
            bag.Add(34, t.Relation[middle], hangs, lemma);
            bag.Add(35, (uint)t.Tag[a.Cue], source, hangs);
        }
        for (uint rest = classes; rest != 0; rest &= rest - 1)
        {
            uint bit = (uint)BitOperations.TrailingZeroCount(rest);
            bag.Add(25, bit, side, length);
            bag.Add(26, bit, cue);
            bag.Add(27, bit, source);
        }
    }

    // Likelihoods in steps, finer towards the ends.
    private static uint Step(float p) => p switch { < 0.15f => 0, < 0.22f => 1, < 0.3f => 2, < 0.4f => 3, < 0.5f => 4, < 0.6f => 5, < 0.7f => 6, < 0.8f => 7, < 0.88f => 8, < 0.94f => 9, < 0.98f => 10, _ => 11 };
}
