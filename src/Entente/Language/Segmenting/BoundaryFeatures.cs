namespace Entente.Language.Segmenting;

/// <summary>The features of the question whether a word ends between two characters of a stretch without white space.</summary>
internal readonly ref struct BoundaryFeatures
{
    /// <summary>Features of one question.</summary>
    public const int Count = 29;

    private const int Window = 24;

    private readonly string _text;
    private readonly int _start, _stop;
    private readonly uint _traits, _nextKind, _nextWord, _before;

    /// <summary>Looks at a stretch.</summary>
    /// <param name="text">The text.</param>
    /// <param name="start">Where the stretch begins.</param>
    /// <param name="stop">Where it ends.</param>
    /// <param name="begin">Where the paragraph begins: nothing before it is looked at.</param>
    /// <param name="end">Where the paragraph ends: nothing from there on is looked at.</param>
    public BoundaryFeatures(string text, int start, int stop, int begin, int end)
    {
        (_text, _start, _stop) = (text, start, stop);
        ReadOnlySpan<char> head = text.AsSpan(start, Math.Min(stop - start, 64));
        bool at = head.Contains('@'), address = head.Contains("://", StringComparison.Ordinal) || head.StartsWith("www.", StringComparison.OrdinalIgnoreCase);
        bool digits = head.IndexOfAnyInRange('0', '9') >= 0, letters = head.IndexOfAnyInRange('a', 'z') >= 0;
        _traits = (at ? 1u : 0) | (address ? 2u : 0) | (digits ? 4u : 0) | (letters ? 8u : 0) | (head.Count('.') > 1 ? 16u : 0) | (head.Count('-') > 1 ? 32u : 0);
        int next = stop;
        while (next < end && next - stop < 8 && char.IsWhiteSpace(text[next])) next++;
        bool more = next < end && !char.IsWhiteSpace(text[next]);
        _nextKind = more ? (uint)CharKinds.Of(text[next]) : 99;
        int close = next;
        while (more && close < end && close - next < Window && char.IsLetterOrDigit(text[close])) close++;
        _nextWord = more ? FeatureHash.Lower(text.AsSpan(next, close - next)) : 0;
        int back = start - 1;
        _before = (uint)(back > begin ? CharKinds.Of(text[back - 1]) : CharKind.Space);
    }

    /// <summary>Fills the features of the place before <c>text[at]</c>.</summary>
    /// <param name="at">The place.</param>
    /// <param name="word">Where the word that may end began.</param>
    /// <param name="before">The answer to the question before in this stretch.</param>
    /// <param name="features">Receives <see cref="Count"/> hashes.</param>
    public void Fill(int at, int word, int before, Span<uint> features)
    {
        uint a3 = Char(at - 3), a2 = Char(at - 2), a1 = Char(at - 1), b0 = Char(at), b1 = Char(at + 1), b2 = Char(at + 2);
        uint k3 = Kind(at - 3), k2 = Kind(at - 2), k1 = Kind(at - 1), l0 = Kind(at), l1 = Kind(at + 1), l2 = Kind(at + 2);
        uint pair = k1 << 5 | l0, four = k2 << 15 | pair << 5 | l1;
        uint far = k3 << 25 | four << 5 | l2;
        int from = Math.Max(word, at - Window), run = at - 1, rest = at;
        while (run > from && SameRun(run - 1, run)) run--;
        while (rest + 1 < _stop && rest - at < Window && SameRun(rest, rest + 1)) rest++;
        uint left = FeatureHash.Lower(_text.AsSpan(from, at - from)), leftRun = FeatureHash.Lower(_text.AsSpan(run, at - run));
        uint right = FeatureHash.Lower(_text.AsSpan(at, rest + 1 - at));
        int last = Math.Min(_stop, at + Window);
        uint remaining = FeatureHash.Lower(_text.AsSpan(at, last - at));
        uint leftShape = Shape(from, at), rightShape = Shape(at, last), ends = _stop - at == 1 ? 1u : 0;
        uint distance = (uint)Math.Min(at - word, 5) << 3 | (uint)Math.Min(_stop - at, 5);
        uint i = 0;
        Add(0, features, ref i);
        Add(FeatureHash.Of(1, a1, b0), features, ref i);
        Add(FeatureHash.Of(2, a2, a1, b0), features, ref i);
        Add(FeatureHash.Of(3, a1, b0, b1), features, ref i);
        Add(FeatureHash.Of(4, a2 << 16 | a1, b0 << 16 | b1), features, ref i);
        Add(FeatureHash.Of(5, a3 << 16 | a2, a1 << 16 | b0), features, ref i);
        Add(FeatureHash.Of(6, a1 << 16 | b0, b1 << 16 | b2), features, ref i);
        Add(FeatureHash.Of(7, far), features, ref i);
        Add(FeatureHash.Of(8, four, a1), features, ref i);
        Add(FeatureHash.Of(9, four, b0), features, ref i);
        Add(FeatureHash.Of(10, left), features, ref i);
        Add(FeatureHash.Of(11, left, right), features, ref i);
        Add(FeatureHash.Of(12, left, b0), features, ref i);
        Add(FeatureHash.Of(13, leftRun, b0), features, ref i);
        Add(FeatureHash.Of(14, leftRun, b0, right), features, ref i);
        Add(FeatureHash.Of(15, right, a1), features, ref i);
        Add(FeatureHash.Of(16, remaining, k1), features, ref i);
        Add(FeatureHash.Of(17, leftShape, b0), features, ref i);
        Add(FeatureHash.Of(18, leftShape, rightShape), features, ref i);
        Add(FeatureHash.Of(19, rightShape, a1), features, ref i);
        Add(FeatureHash.Of(20, _traits, pair), features, ref i);
        Add(FeatureHash.Of(21, _traits, a1 << 16 | b0, distance), features, ref i);
        Add(FeatureHash.Of(22, distance, pair), features, ref i);
        Add(FeatureHash.Of(23, _nextKind << 1 | ends, left, b0), features, ref i);
        Add(FeatureHash.Of(24, _nextKind << 1 | ends, leftShape, b0), features, ref i);
        Add(FeatureHash.Of(25, ends == 1 ? _nextWord : 1, leftShape, b0), features, ref i);
        Add(FeatureHash.Of(26, (uint)before, pair, a1), features, ref i);
        Add(FeatureHash.Of(28, b0 == '.' && Abbreviations.Contains(left) ? 1u + ends : 0, b1), features, ref i);
        Add(FeatureHash.Of(27, _before, pair, word == _start ? b0 : 0), features, ref i);
    }

    private static void Add(uint hash, Span<uint> features, ref uint i) => features[(int)i++] = hash;

    private uint Char(int i) => i >= _start && i < _stop ? FeatureHash.LowerOf(_text[i]) : 1u;

    private uint Kind(int i) => i >= _start && i < _stop ? (uint)CharKinds.Of(_text[i]) : 31;

    private bool SameRun(int a, int b)
    {
        CharKind left = CharKinds.Of(_text[a]), right = CharKinds.Of(_text[b]);
        return CharKinds.IsLetter(left) ? CharKinds.IsLetter(right) : left == right;
    }

    // Runs of one kind count once.
    private uint Shape(int from, int to)
    {
        uint hash = 17;
        CharKind last = CharKind.Space;
        for (int i = from; i < to; i++)
        {
            CharKind kind = CharKinds.Of(_text[i]);
            if (kind != last) hash = (hash ^ (uint)kind) * 16777619;
            last = kind;
        }
        return hash;
    }
}
