using System.Numerics;

namespace Entente.Reading.Quotations.Attributions;

/// <summary>Features by which a token is judged to belong to the content or the source of a given cue.</summary>
internal sealed class SpanFeatures
{
    /// <summary>Most features one token can have.</summary>
    public const int Most = 96;

    /// <summary>Contexts a transition can have.</summary>
    public const int Contexts = 16 * 4 * 2;

    private static readonly uint Say = AttributionTokens.Hash("say");
    private readonly AttributionTokens _t;
    private readonly float[] _cues;
    private readonly int _cue;
    private readonly int[] _ancestors = new int[6];
    private readonly int _height;
    private readonly byte[] _commas, _others, _turns;

    /// <param name="tokens">The document.</param>
    /// <param name="cues">How likely each token heads a cue.</param>
    /// <param name="cue">The cue's head.</param>
    /// <param name="start">First token of the window.</param>
    /// <param name="end">One past its last.</param>
    public SpanFeatures(AttributionTokens tokens, float[] cues, int cue, int start, int end)
    {
        (_t, _cues, _cue, Start, End) = (tokens, cues, cue, start, end);
        _commas = new byte[end - start];
        _others = new byte[end - start];
        _turns = new byte[end - start];
        for (int at = cue; at >= 0 && _height < _ancestors.Length; at = tokens.Head[at]) _ancestors[_height++] = at;
        Walk(1, end);
        Walk(-1, start - 1);
    }

    public int Start { get; }

    public int End { get; }

    /// <summary>Where the window of a cue begins and ends: its paragraph, within reach.</summary>
    public static (int Start, int End) Window(AttributionTokens t, int cue)
    {
        (int start, int end) = t.Paragraphs[t.Paragraph[cue]];
        return (Math.Max(start, cue - 110), Math.Min(end, cue + 150));
    }

    /// <summary>The context of the step into a token.</summary>
    public int ContextOf(int j)
    {
        int before = j == Start ? (int)TokenShape.Stop : (int)_t.Shape[j - 1];
        return (before * 4 + (int)_t.Quote[j]) * 2 + (j > _cue ? 1 : 0);
    }

    public void Add(ref FeatureBag bag, int j)
    {
        AttributionTokens t = _t;
        int i = _cue, k = j - Start;
        uint side = j < i ? 0u : j == i ? 1u : 2u;
        uint near = side + 3 * CueFeatures.Distance(Math.Abs(j - i));
        uint gap = side + 3u * (uint)Math.Clamp(t.Sentence[j] - t.Sentence[i] + 2, 0, 4);
        uint cueLemma = t.Lemma[i], cueForm = t.Lower[i], cueClass = t.Classes[i], l = t.Lemma[j];
        uint lp = t.LemmaAt(j - 1, j), ln = t.LemmaAt(j + 1, j);
        uint shape = t.ShapeAt(j, j), sp = t.ShapeAt(j - 1, j), sn = t.ShapeAt(j + 1, j);
        uint quote = (uint)t.Quote[j] + (t.QuoteId[j] >= 0 && t.QuoteId[j] == t.QuoteId[i] ? 4u : 0u);
        uint commas = _commas[k], others = _others[k], turns = _turns[k];
        uint cueQuote = QuoteBesideCue();
        uint ahead = side == 0 ? t.LemmaAt(i - 1, i) : t.LemmaAt(i + 1, i);
        bag.Add(0, side);
        bag.Add(1, l, side);
        bag.Add(2, l, near);
        bag.Add(3, lp, l, side);
        bag.Add(4, l, ln, side);
        bag.Add(5, shape, near);
        bag.Add(6, sp, shape, near);
        bag.Add(7, shape, sn, near);
        bag.Add(8, quote, gap, cueQuote);
        bag.Add(9, quote, gap, cueClass);
        bag.Add(10, quote, gap, commas);
        bag.Add(11, cueLemma, near);
        bag.Add(12, cueForm, side, quote);
        bag.Add(13, cueForm, l, side);
        bag.Add(14, cueClass, l, side);
        bag.Add(15, cueClass, near, shape);
        bag.Add(16, ahead, near);
        bag.Add(17, ahead, cueForm, side);
        bag.Add(18, commas, gap, quote != 0 ? 1u : 0u);
        bag.Add(19, commas, side, cueClass);
        bag.Add(20, turns, gap, commas);
        bag.Add(21, turns, side, cueClass);
        bag.Add(22, others, gap, commas);
        bag.Add(23, others, side, cueClass);
        bag.Add(24, lp, near);
        bag.Add(25, ln, near);
        bag.Add(26, t.LemmaAt(j - 2, j), lp, side);
        bag.Add(27, ln, t.LemmaAt(j + 2, j), side);
        bag.Add(28, _cues[j] > 0.5f ? 1u : 0u, near);
        bag.Add(29, cueQuote, near);
        bag.Add(30, cueQuote, commas, gap);
        bag.Add(31, cueForm, shape, near);
        bag.Add(32, cueForm, commas, side);
        bag.Add(33, cueForm, turns, side);
        uint first = j == Start || t.Sentence[j] != t.Sentence[j - 1] ? 1u : 0u, last = j + 1 == End || t.Sentence[j] != t.Sentence[j + 1] ? 1u : 0u;
        bag.Add(34, first + 2 * last, gap, shape);
        bag.Add(35, cueQuote, gap, cueForm);
        bag.Add(36, t.Suffix[i], ahead, near);
        for (uint rest = cueClass; rest != 0; rest &= rest - 1)
        {
            uint bit = (uint)BitOperations.TrailingZeroCount(rest);
            bag.Add(37, bit, near, shape);
            bag.Add(38, bit, gap, commas);
        }
        if (t.Head[j] != -2) Syntax(ref bag, j, side, cueClass, cueForm);
    }

    // How many steps above the cue a token stands; 0 for the cue itself, -1 when it does not dominate it.
    private int AncestorAt(int token) => Array.IndexOf(_ancestors, token, 0, _height);

    // Which quotation stands right before and right after the cue's clause, if any.
    private uint QuoteBesideCue()
    {
        uint left = 0, right = 0;
        for (int j = _cue - 1; j >= Start && _cue - j < 14 && left == 0; j--) if (_t.Quote[j] == QuotePlace.Closing) left = _cue - j < 3 ? 1u : 2u;
        for (int j = _cue + 1; j < End && j - _cue < 14 && right == 0; j++) if (_t.Quote[j] == QuotePlace.Opening) right = j - _cue < 3 ? 1u : 2u;
        return left * 3 + right + (_t.QuoteId[_cue] >= 0 ? 9u : 0u);
    }

    // What lies between the cue and each token: commas, other cues, relative and subordinate turns.
    private void Walk(int step, int stop)
    {
        int commas = 0, others = 0, turns = 0;
        for (int j = _cue; j != stop; j += step)
        {
            int k = j - Start;
            (_commas[k], _others[k], _turns[k]) = ((byte)commas, (byte)others, (byte)turns);
            if (j == _cue) continue;
            if (_t.Shape[j] is TokenShape.Comma && commas < 3) commas++;
            if (_t.Shape[j] is TokenShape.Stop or TokenShape.Semicolon) commas = commas >= 4 ? 5 : 4;
            if (_cues[j] > 0.5f && others < 2) others++;
            if (_t.Lemma[j] == Say && others < 4) others += 2;
            if (Turns.Of(_t.Lemma[j]) is var turn and > 0) turns = turn;
        }
    }

    private void Syntax(ref FeatureBag bag, int j, uint side, uint cueClass, uint cueForm)
    {
        // The relation by which the cue's dependent above this token hangs on the cue, and how deep the token lies under it.
        uint top = 0, depth = 0;
        int at = j;
        while (at >= 0 && at != _cue && depth < 24)
        {
            top = _t.Relation[at];
            at = _t.Head[at];
            depth++;
        }
        uint under = at == _cue ? top : 0u;
        uint close = Math.Min(depth, 3u);
        bag.Add(50, under, side);
        bag.Add(51, under, cueClass);
        bag.Add(52, under, cueForm);
        bag.Add(53, under, close, _t.Lemma[j]);
        bag.Add(54, under, _t.Relation[j], close);
        bag.Add(55, under, _t.ShapeAt(j, j), side);
        uint beforeUnder = 0;
        if (j > Start)
        {
            int b = j - 1;
            for (depth = 0; b >= 0 && b != _cue && depth < 24; depth++)
            {
                beforeUnder = _t.Relation[b];
                b = _t.Head[b];
            }
            if (b != _cue) beforeUnder = 0;
        }
        bag.Add(56, under, beforeUnder, side);
        // Where the paths from the token and the cue to the root meet, and by which relations they come there.
        uint fromToken = 0, second = 0;
        int meet = j;
        for (depth = 0; meet >= 0 && depth < 24 && AncestorAt(meet) < 0; depth++)
        {
            (second, fromToken) = (fromToken, _t.Relation[meet]);
            meet = _t.Head[meet];
        }
        int up = meet >= 0 ? AncestorAt(meet) : -1;
        uint fromCue = up > 0 ? _t.Relation[_ancestors[up - 1]] : 0;
        uint route = (uint)(up + 1);
        bag.Add(58, fromToken, fromCue, route);
        bag.Add(59, fromToken, fromCue, route * 8 + side);
        bag.Add(60, fromToken, second, route * 8 + side);
        bag.Add(61, fromToken ^ (fromCue * 31), cueClass, route);
        bag.Add(62, fromToken ^ (fromCue * 31), cueForm, route);
        bag.Add(63, fromToken ^ (fromCue * 31), _t.LemmaAt(j, j), route);
        bag.Add(64, _t.Relation[j], fromToken, route);
        bag.Add(65, fromToken ^ (fromCue * 31), _commas[j - Start], route);
        // From the cue upwards: a token that dominates the cue, or hangs on what does.
        int above = _t.Head[_cue];
        bag.Add(57, above >= 0 && above == j ? _t.Relation[_cue] : 0, above >= 0 && _t.Head[j] == above ? _t.Relation[j] : 0, side);
    }
}
