using System.Runtime.CompilerServices;

namespace Entente.Language.Segmenting;

/// <summary>Cuts a paragraph into words. White space always separates; inside a stretch without any, the decider is asked where kinds of characters meet.</summary>
/// <remarks>Linear: a question looks at a bounded window around it.</remarks>
internal static class WordCutter
{
    private const int Window = 24;

    /// <summary>Appends the words of <c>text[start..end)</c>.</summary>
    public static void Cut<TDecider>(string text, int start, int end, ref TDecider decider, List<Piece> words) where TDecider : IDecider
    {
        Span<uint> features = stackalloc uint[BoundaryFeatures.Count];
        Gap gap = Gap.None;
        for (int at = start; at < end;)
        {
            if (char.IsWhiteSpace(text[at]))
            {
                gap = text[at] is '\n' or '\r' or '\u2028' or '\u0085' ? Gap.Line : gap switch { Gap.None => Gap.Space, Gap.Space => Gap.Wide, _ => gap };
                at++;
                continue;
            }
            int stop = at + 1;
            bool plain = CharKinds.IsLetter(CharKinds.Of(text[at]));
            for (; stop < end && !char.IsWhiteSpace(text[stop]); stop++) plain = plain && CharKinds.IsLetter(CharKinds.Of(text[stop]));
            if (plain && Contractions.Of(text.AsSpan(at, stop - at)).IsEmpty) words.Add(new Piece(at, stop - at, false, gap, text.AsSpan(at, stop - at)));
            else CutChunk(text, at, stop, start, end, gap, ref decider, features, words);
            gap = Gap.None;
            at = stop;
        }
    }

    private static void CutChunk<TDecider>(string text, int start, int stop, int begin, int end, Gap gap, ref TDecider decider, Span<uint> features, List<Piece> words)
        where TDecider : IDecider
    {
        var chunk = new BoundaryFeatures(text, start, stop, begin, end);
        int word = start;
        bool continues = false;
        int answer = 0;
        ReadOnlySpan<int> cuts = [];
        int run = start;
        for (int at = start; at < stop; at++)
        {
            if (CharKinds.IsLetter(CharKinds.Of(text[at])) && (at == start || !CharKinds.IsLetter(CharKinds.Of(text[at - 1]))))
            {
                run = at;
                int close = at + 1;
                while (close < stop && close - at <= Window && CharKinds.IsLetter(CharKinds.Of(text[close]))) close++;
                cuts = Contractions.Of(text.AsSpan(at, close - at));
            }
            if (at == start || !MayEnd(text, at, stop) && !cuts.Contains(at - run)) continue;
            if (text[at] == '.' && at + 1 == stop && stop < end && Abbreviations.IsTitle(text.AsSpan(word, at - word))) continue;
            chunk.Fill(at, word, answer, features);
            answer = decider.Decide(at, features);
            if (answer == WordBoundary.Inside) continue;
            Add(at);
            continues = answer == WordBoundary.PartOfWord;
            word = at;
        }
        Add(stop);

        void Add(int to)
        {
            words.Add(new Piece(word, to - word, continues, gap, text.AsSpan(word, to - word)));
            gap = Gap.None;
        }
    }

    // Between letters and between digits a word ends only before n't; a mark stays with its letter, a surrogate with its other half.
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static bool MayEnd(string text, int at, int stop)
    {
        CharKind left = CharKinds.Of(text[at - 1]), right = CharKinds.Of(text[at]);
        if (right == CharKind.Mark || char.IsLowSurrogate(text[at]) && char.IsHighSurrogate(text[at - 1])) return false;
        if (left == CharKind.Digit && right == CharKind.Digit) return false;
        if (!CharKinds.IsLetter(left) || !CharKinds.IsLetter(right)) return true;
        return at + 2 < stop && (text[at] | 0x20) == 'n' && CharKinds.Of(text[at + 1]) == CharKind.Apostrophe && (text[at + 2] | 0x20) == 't'
            && (at + 3 == stop || !CharKinds.IsLetter(CharKinds.Of(text[at + 3])));
    }
}
