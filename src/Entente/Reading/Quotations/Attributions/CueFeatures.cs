using System.Numerics;
using Entente.Language;

namespace Entente.Reading.Quotations.Attributions;

/// <summary>Features by which a token is judged to be the head of a cue.</summary>
internal static class CueFeatures
{
    /// <summary>Most features one token can have.</summary>
    public const int Most = 160;

    private static readonly uint That = AttributionTokens.Hash("that"), To = AttributionTokens.Hash("to"), Who = AttributionTokens.Hash("who"), Comma = AttributionTokens.Hash(",");

    private static readonly HashSet<uint> Be = [.. "be is are was were been being am".Split(' ').Select(w => AttributionTokens.Hash(w))];

    private static readonly uint Say = AttributionTokens.Hash("say");

    public static void Add(ref FeatureBag bag, AttributionTokens t, int i)
    {
        uint l0 = t.Lemma[i], f0 = t.Lower[i], c0 = t.Classes[i];
        uint lp = t.LemmaAt(i - 1, i), lq = t.LemmaAt(i - 2, i), ln = t.LemmaAt(i + 1, i), lm = t.LemmaAt(i + 2, i);
        uint sp = t.ShapeAt(i - 1, i), sn = t.ShapeAt(i + 1, i), sm = t.ShapeAt(i + 2, i), s0 = t.ShapeAt(i, i);
        uint q = (uint)t.Quote[i];
        bag.Add(0);
        bag.Add(1, l0);
        bag.Add(2, f0);
        bag.Add(3, t.Suffix[i], s0);
        bag.Add(4, c0, t.Suffix[i]);
        for (uint rest = c0; rest != 0; rest &= rest - 1)
        {
            uint bit = (uint)BitOperations.TrailingZeroCount(rest);
            bag.Add(5, bit);
            bag.Add(6, bit, ln);
            bag.Add(7, bit, lp);
            bag.Add(8, bit, t.Suffix[i]);
        }
        bag.Add(10, lp);
        bag.Add(11, ln);
        bag.Add(12, lp, f0);
        bag.Add(13, f0, ln);
        bag.Add(14, f0, ln, lm);
        bag.Add(15, lq, lp, f0);
        bag.Add(16, lm, f0);
        bag.Add(17, lq, f0);
        bag.Add(18, lp, ln, c0 == 0 ? 0u : 1u);
        bag.Add(19, sp, sn, f0);
        bag.Add(20, sp, f0);
        bag.Add(21, sn, f0);
        bag.Add(22, sp, sn, c0);
        bag.Add(23, sn, sm, c0);
        bag.Add(24, q, l0);
        bag.Add(25, q, c0);
        bag.Add(26, q, sp, sn);
        bag.Add(27, c0, ln);
        bag.Add(28, c0, lp);
        bag.Add(29, s0, sp, sn);
        Subject(ref bag, t, i, f0, c0, q);
        Surroundings(ref bag, t, i, l0, c0, q);
        if (t.Head[i] != -2) Syntax(ref bag, t, i, l0, c0);
    }

    // What stands before the cue once auxiliaries and adverbs are passed over: its subject, most often.
    private static void Subject(ref FeatureBag bag, AttributionTokens t, int i, uint f0, uint c0, uint q)
    {
        int j = i - 1;
        uint chain = 0;
        while (t.Together(j, i) && i - j < 6 && (t.Tag[j] is Upos.Aux or Upos.Part || t.Shape[j] == TokenShape.Adverb))
        {
            if (t.Tag[j] is Upos.Aux or Upos.Part) chain = Be.Contains(t.Lemma[j]) ? chain | 1u : t.Lemma[j] == To ? chain | 2u : t.Form[j].Contains('n', StringComparison.Ordinal) && t.Tag[j] == Upos.Part ? chain | 4u : chain | 8u;
            j--;
        }
        uint shape = t.ShapeAt(j, i), lemma = t.LemmaAt(j, i);
        bag.Add(40, chain, f0);
        bag.Add(41, chain, c0);
        bag.Add(42, shape, f0);
        bag.Add(43, shape, c0, chain);
        bag.Add(44, lemma, c0);
        bag.Add(45, lemma, f0);
        bag.Add(46, chain, shape, q);
        if (lemma == Who) bag.Add(47, t.ShapeAt(j - 1, i), c0);
    }

    private static void Surroundings(ref FeatureBag bag, AttributionTokens t, int i, uint l0, uint c0, uint q)
    {
        int sentence = t.Sentence[i], start = i, end = i + 1;
        uint before = 0, rivalsLeft = 0, commas = 0;
        for (int j = i - 1; j >= 0 && t.Sentence[j] == sentence && i - j < 40; j--)
        {
            start = j;
            if (before == 0 && t.Quote[j] == QuotePlace.Closing) before = Distance(i - j);
            if (t.Classes[j] != 0 && t.Quote[j] == QuotePlace.Outside && rivalsLeft == 0 && (t.Classes[j] & 1) != 0) rivalsLeft = Distance(i - j) + (t.LemmaAt(j + 1, j) == That ? 16u : 0u);
            if (t.Lemma[j] == Comma && commas < 3) commas++;
        }
        uint after = 0, that = 0, tail = 0, to = 0;
        for (; end < t.Count && t.Sentence[end] == sentence && end - i < 60; end++)
        {
            if (after == 0 && t.Quote[end] == QuotePlace.Opening) after = Distance(end - i);
            if (that == 0 && t.Lemma[end] == That) that = Distance(end - i);
            if (to == 0 && t.Lemma[end] == To) to = Distance(end - i);
            if (t.Lemma[end] == Say && t.Quote[end] == QuotePlace.Outside) tail = Distance(end - i);
        }
        uint room = Distance(end - i), place = Distance(i - start + 1);
        bag.Add(60, before, c0);
        bag.Add(61, before, l0);
        bag.Add(62, after, c0);
        bag.Add(63, after, l0);
        bag.Add(64, before, after, q);
        bag.Add(65, that, c0);
        bag.Add(66, that, l0);
        bag.Add(67, to, l0);
        bag.Add(68, tail, c0 == 0 ? 0u : 1u, q);
        bag.Add(69, rivalsLeft, c0);
        bag.Add(70, rivalsLeft, q);
        bag.Add(71, room, c0);
        bag.Add(72, room, l0);
        bag.Add(73, place, c0);
        bag.Add(74, commas, c0);
        bag.Add(75, t.Paragraph[i] == 0 ? 1u : 0u, c0);
        bag.Add(76, before == 1 ? 1u : 0u, room == 1 ? 1u : 0u, t.ShapeAt(i + 1, i));
    }

    private static void Syntax(ref FeatureBag bag, AttributionTokens t, int i, uint l0, uint c0)
    {
        uint tag = (uint)t.Tag[i], relation = t.Relation[i];
        bag.Add(80, tag, l0);
        bag.Add(81, relation, l0);
        bag.Add(82, relation, tag, c0);
        int head = t.Head[i];
        bag.Add(83, head >= 0 ? t.Lemma[head] : AttributionTokens.Edge, relation);
        bag.Add(84, head >= 0 ? t.Classes[head] : 0, relation);
        uint children = 0;
        for (int j = Math.Max(0, i - 40); j < Math.Min(t.Count, i + 60); j++)
        {
            if (t.Head[j] != i) continue;
            bag.Add(85, t.Relation[j], c0);
            bag.Add(86, t.Relation[j], l0);
            bag.Add(90, t.Relation[j], t.ShapeAt(j, j), c0);
            bag.Add(91, t.Relation[j], t.Lemma[j], c0);
            children = (children ^ t.Relation[j]) * 16777619;
        }
        bag.Add(87, children, tag);
        bag.Add(88, relation, tag, head >= 0 ? (uint)t.Tag[head] : 99u);
        bag.Add(89, head >= 0 ? t.Relation[head] : 0, relation, c0);
    }

    /// <summary>A distance of 1 or more in eight steps; 0 stays for "none".</summary>
    public static uint Distance(int d) => d switch { <= 1 => 1, 2 => 2, 3 => 3, <= 5 => 4, <= 8 => 5, <= 14 => 6, <= 25 => 7, _ => 8 };
}
