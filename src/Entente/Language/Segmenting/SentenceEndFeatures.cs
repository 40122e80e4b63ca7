using System.Runtime.InteropServices;

namespace Entente.Language.Segmenting;

/// <summary>The features of the question whether a sentence ends after a word.</summary>
internal ref struct SentenceEndFeatures
{
    /// <summary>Features of one question.</summary>
    public const int Count = 47;

    private readonly ReadOnlySpan<Piece> _words;
    private readonly uint _paragraph;
    private int _sentence, _quotes, _brackets, _line;
    private bool _verb;
    private readonly Span<uint> _features;
    private int _count;

    /// <summary>Begins at the first word of a paragraph.</summary>
    /// <param name="words">The paragraph.</param>
    /// <param name="features">Receives <see cref="Count"/> hashes for each question.</param>
    public SentenceEndFeatures(List<Piece> words, Span<uint> features)
    {
        _features = features;
        _words = CollectionsMarshal.AsSpan(words);
        int last = _words.Length - 1, terminals = 0;
        while (last > 0 && WordShapes.IsCloser(_words[last].Shape)) last--;
        foreach (ref readonly Piece word in _words)
            if (WordShapes.IsTerminal(word.Shape)) terminals++;
        _line = _words.Length > 0 ? _words[0].Start : 0;
        bool closes = last >= 0 && WordShapes.IsTerminal(_words[last].Shape);
        _paragraph = (closes ? 1u : 0) | (uint)Math.Min(3, terminals == 0 ? 0 : 1 + (terminals * 15 / _words.Length)) << 1
            | (_words.Length < 12 ? 8u : _words.Length < 40 ? 16u : 0);
    }

    /// <summary>Takes note of a word; call it for each in order, before asking about it.</summary>
    public void Pass(int i)
    {
        ref readonly Piece word = ref _words[i];
        if (word.Gap == Gap.Line) _line = word.Start;
        switch (word.Shape)
        {
            case WordShape.Quote: _quotes ^= 1; break;
            case WordShape.OpenQuote: _quotes = 1; break;
            case WordShape.CloseQuote: _quotes = 0; break;
            case WordShape.Open: _brackets = Math.Min(_brackets + 1, 3); break;
            case WordShape.Close: _brackets = Math.Max(_brackets - 1, 0); break;
        }
        _verb |= VerbForms.Contains(word.Lower);
    }

    /// <summary>A sentence begins after word <paramref name="i"/>.</summary>
    public void Begin(int i)
    {
        _sentence = i + 1;
        _verb = false;
        _brackets = 0;
    }

    /// <summary>Fills the features of the question whether a sentence ends after word <paramref name="i"/>, which is not the paragraph's last.</summary>
    public void Fill(int i)
    {
        _count = 0;
        ref readonly Piece p1 = ref At(i), p2 = ref At(i - 1), p3 = ref At(i - 2), n1 = ref At(i + 1), n2 = ref At(i + 2), n3 = ref At(i + 3);
        uint gap = (uint)n1.Gap, s1 = (uint)p1.Shape, s2 = (uint)p2.Shape, s3 = (uint)p3.Shape, t1 = (uint)n1.Shape, t2 = (uint)n2.Shape, t3 = (uint)n3.Shape;
        uint glue = (p1.Gap == Gap.None ? 1u : 0) | (n2.Gap == Gap.None ? 2u : 0) | gap << 2;
        int length = i + 1 - _sentence, left = _words.Length - 1 - i;
        uint size = length < 4 ? (uint)length : length < 7 ? 4u : length < 12 ? 5u : length < 20 ? 6u : length < 32 ? 7u : length < 50 ? 8u : 9u;
        uint ahead = (uint)(left < 4 ? left : left < 10 ? 4 : 5);
        ref readonly Piece first = ref At(_sentence);
        uint open = (uint)_quotes | (uint)_brackets << 1, pair = s1 << 8 | t1;
        // The last word before closing marks decides as the mark itself would.
        int core = i;
        while (core > _sentence && i - core < 3 && WordShapes.IsCloser(_words[core].Shape)) core--;
        ref readonly Piece c1 = ref At(core), c2 = ref At(core - 1);
        uint closed = (uint)(i - core) << 8 | (uint)c1.Shape;
        int opener = i + 1;
        while (opener < _words.Length && opener - i < 3 && _words[opener].Shape is WordShape.Quote or WordShape.OpenQuote or WordShape.Open or WordShape.Apostrophe) opener++;
        ref readonly Piece o1 = ref At(opener);
        Add(0, pair, glue);
        Add(1, p1.Lower, t1, gap);
        Add(2, p1.Exact, n1.Lower);
        Add(3, n1.Exact, s1, gap);
        Add(4, n1.Exact);
        Add(5, p1.Lower);
        Add(6, p2.Lower, p1.Lower, t1);
        Add(7, n1.Lower, n2.Lower, s1);
        Add(8, p2.Lower, s1, t1);
        Add(9, n2.Lower, s1, t1);
        Add(10, s2 << 16 | pair, t2, gap);
        Add(11, s3 << 8 | s2, pair, t2);
        Add(12, pair, t2 << 8 | t3, s2);
        Add(13, size, pair);
        Add(14, size, t1, _verb ? 1u : 0);
        Add(15, open, pair, gap);
        Add(16, open, closed, t1);
        Add(17, closed, t1, gap);
        Add(18, closed, (uint)o1.Shape, gap);
        Add(19, c1.Lower, (uint)o1.Shape, closed);
        Add(20, c2.Lower, closed, (uint)o1.Shape);
        Add(21, o1.Exact, closed);
        Add(22, _paragraph, pair);
        Add(23, _paragraph, s1, n1.Exact);
        Add(24, ahead, pair);
        Add(25, first.Lower, size, t1);
        Add(26, (uint)first.Shape, size, pair);
        Add(27, p1.Suffix, t1);
        Add(28, n1.Suffix, s1, gap);
        Add(29, p1.Suffix, n1.Suffix, gap);
        Add(30, _verb ? 1u : 0, pair, size);
        Add(31, p1.Suffix, n1.Lower);
        Add(32, p1.Lower, n1.Suffix);
        Add(33, p2.Suffix, p1.Suffix, t1);
        Add(34, n1.Suffix, n2.Suffix, s1);
        Add(35, (uint)p2.Length, pair, glue);
        Add(36, p3.Lower, s2, pair);
        Add(37, n1.Exact, n2.Exact);
        Add(38, p1.Exact, n1.Exact, n2.Lower);
        Add(39, VerbForms.Contains(n2.Lower) ? 1u : VerbForms.Contains(n3.Lower) ? 2u : 0, pair, n1.Lower);
        Add(40, VerbForms.Contains(n1.Lower) ? 1u : VerbForms.Contains(n2.Lower) ? 2u : 0, pair, _verb ? 1u : 0);
        Add(41, first.Exact == n1.Exact ? 1u : 0, pair, (uint)first.Shape);
        Add(42, s1, n1.Exact, n2.Lower);
        Add(43, p1.Exact, gap, open);
        // A line that was broken for want of room is about as long as its neighbours; one that ends where it does by itself may be short.
        bool breaks = n1.Gap == Gap.Line;
        uint room = breaks ? (uint)Math.Min((p1.End - _line) / 8, 12) + 1 : 0;
        Add(44, room, closed, t1);
        Add(45, room, t1, NextLine(i + 1, breaks));
        Add(46, room, p1.Lower);
    }

    // Length of the line that begins with a word, in steps of eight characters.
    private readonly uint NextLine(int i, bool breaks)
    {
        if (!breaks) return 0;
        int end = i;
        while (end + 1 < _words.Length && end - i < 24 && _words[end + 1].Gap != Gap.Line) end++;
        return (uint)Math.Min((_words[end].End - _words[i].Start) / 8, 12) + 1;
    }

    private void Add(uint template, uint a, uint b = 0, uint c = 0) => _features[_count++] = FeatureHash.Of(template + 100, a, b, c);

    private static readonly Piece Beyond = new(0, 0, false, Gap.None, default);

    private readonly ref readonly Piece At(int i)
    {
        if ((uint)i < (uint)_words.Length) return ref _words[i];
        return ref Beyond;
    }
}
