namespace Entente.Evaluation.Syntax;

/// <summary>Which gold word each system word is: by characters, and by longest common subsequence of forms where a token has several words.</summary>
/// <remarks>The procedure of <c>conll18_ud_eval.py</c> (Zeman et al. 2018), so that figures may be set beside published ones.</remarks>
internal sealed class WordAlignment
{
    private const long LargestTable = 1 << 24;

    private readonly List<SyntaxWord> _gold, _system;
    private readonly int[] _goldOf;

    /// <summary>Aligned pairs of indices, in order.</summary>
    public List<(int Gold, int System)> Pairs { get; } = [];

    public WordAlignment(List<SyntaxWord> gold, List<SyntaxWord> system)
    {
        (_gold, _system) = (gold, system);
        _goldOf = new int[system.Count];
        Array.Fill(_goldOf, SyntaxWord.Unknown);
        Align();
    }

    /// <summary>The gold word that a system word is; <see cref="SyntaxWord.Unknown"/> when it is none. A root stays a root.</summary>
    public int GoldOf(int system) => system >= 0 ? _goldOf[system] : system;

    private void Align()
    {
        int g = 0, s = 0;
        while (g < _gold.Count && s < _system.Count)
        {
            if (_gold[g].IsMultiWord || _system[s].IsMultiWord)
            {
                (int gStart, int sStart, g, s) = MultiWordStretch(g, s);
                AlignForms(gStart, g, sStart, s);
            }
            else if (_gold[g].Span == _system[s].Span) Pair(g++, s++);
            else if (_gold[g].Span.Start <= _system[s].Span.Start) g++;
            else s++;
        }
    }

    private void Pair(int gold, int system)
    {
        Pairs.Add((gold, system));
        _goldOf[system] = gold;
    }

    // The smallest stretch of both sides that no token of several words leaves.
    private (int GoldStart, int SystemStart, int GoldEnd, int SystemEnd) MultiWordStretch(int g, int s)
    {
        int end;
        if (_gold[g].IsMultiWord)
        {
            end = _gold[g].Span.End;
            if (!_system[s].IsMultiWord && _system[s].Span.Start < _gold[g].Span.Start) s++;
        }
        else
        {
            end = _system[s].Span.End;
            if (!_gold[g].IsMultiWord && _gold[g].Span.Start < _system[s].Span.Start) g++;
        }
        (int gStart, int sStart) = (g, s);
        while (!IsBeyond(_gold, g, end) || !IsBeyond(_system, s, end))
        {
            if (g < _gold.Count && (s >= _system.Count || _gold[g].Span.Start <= _system[s].Span.Start)) end = Extend(_gold[g++], end);
            else end = Extend(_system[s++], end);
        }
        return (gStart, sStart, g, s);
    }

    private static bool IsBeyond(List<SyntaxWord> words, int i, int end) =>
        i >= words.Count || (words[i].IsMultiWord ? words[i].Span.Start >= end : words[i].Span.End > end);

    private static int Extend(SyntaxWord word, int end) => word.IsMultiWord && word.Span.End > end ? word.Span.End : end;

    private void AlignForms(int g, int gEnd, int s, int sEnd)
    {
        if ((long)(gEnd - g) * (sEnd - s) > LargestTable)
            throw new InvalidDataException($"Tokens of several words overlap over {gEnd - g} words; that is no treebank.");
        int[,] longest = new int[gEnd - g + 1, sEnd - s + 1];
        for (int i = gEnd - g - 1; i >= 0; i--)
            for (int j = sEnd - s - 1; j >= 0; j--)
                longest[i, j] = Math.Max(Same(g + i, s + j) ? 1 + longest[i + 1, j + 1] : 0, Math.Max(longest[i + 1, j], longest[i, j + 1]));
        (int a, int b) = (0, 0);
        while (a < gEnd - g && b < sEnd - s)
        {
            if (Same(g + a, s + b)) Pair(g + a++, s + b++);
            else if (longest[a, b] == longest[a + 1, b]) a++;
            else b++;
        }
    }

    private bool Same(int gold, int system) => string.Equals(_gold[gold].Word.Form, _system[system].Word.Form, StringComparison.OrdinalIgnoreCase);
}
