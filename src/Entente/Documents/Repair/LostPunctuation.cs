namespace Entente.Documents.Repair;

/// <summary>Punctuation of which only the lead is left, as <c>鈥 </c> or <c>â</c>: what stood there follows from its place.</summary>
internal static class LostPunctuation
{
    private const string Reason = "utf-8 punctuation with lost bytes";

    /// <param name="text">The text after all other repair.</param>
    /// <param name="damaged">Whether other damage was repaired in it.</param>
    public static List<RepairEdit> Find(string text, bool damaged)
    {
        var edits = new List<RepairEdit>();
        // One 鈥 in an otherwise sound text is the Chinese name of holmium.
        bool chinese = HasSoundChinese(text) || !damaged && text.IndexOf('鈥', StringComparison.Ordinal) == text.LastIndexOf('鈥');
        bool english = IsEnglish(text);
        int open = 0;
        for (int i = 0; i < text.Length; i++)
        {
            char c = text[i];
            if (c == '\n' && i + 1 < text.Length && text[i + 1] == '\n') open = 0;
            if (c == '“') open++;
            else if (c == '”') open = Math.Max(0, open - 1);
            bool lost = c == '鈥' && !chinese || c == 'â' && english && LooksLost(text, i);
            if (!lost) continue;
            int length = c == 'â' && i + 1 < text.Length && text[i + 1] is '€' ? 2 : 1;
            char mark = Choose(text, i, i + length, open);
            if (mark == '“') open++;
            else if (mark == '”') open = Math.Max(0, open - 1);
            edits.Add(new RepairEdit(i, length, mark.ToString(), Reason, false));
            i += length - 1;
        }
        return edits;
    }

    private static char Choose(string text, int start, int end, int open)
    {
        char before = start > 0 ? text[start - 1] : '\n', after = end < text.Length ? text[end] : '\n';
        bool wordBefore = char.IsLetterOrDigit(before), wordAfter = char.IsLetterOrDigit(after);
        if (wordBefore && wordAfter) return '’';
        if (before is ' ' or '\u00A0' && char.IsWhiteSpace(after)) return '—';
        if (!wordBefore && before is not (',' or '.' or '?' or '!' or ')' or ';' or ':' or '…') && (wordAfter || !char.IsWhiteSpace(after))) return '“';
        if (!wordBefore) return '”';
        // After a word: a plural's apostrophe while no quotation is open, or while one is and it closes further on.
        if (open == 0) return '’';
        return before == 's' && ClosesLater(text, end) ? '’' : '”';
    }

    private static bool ClosesLater(string text, int from)
    {
        for (int i = from; i < text.Length && text[i] != '\n'; i++)
        {
            char c = text[i];
            if (c == '“') return false;
            if (c == '”') return true;
            if (c is not ('鈥' or 'â')) continue;
            bool wordBefore = char.IsLetterOrDigit(text[i - 1]), wordAfter = i + 1 < text.Length && char.IsLetterOrDigit(text[i + 1]);
            if (wordBefore && wordAfter) continue;
            if (!wordBefore && wordAfter) return false;
            return !char.IsWhiteSpace(text[i - 1]) && text[i - 1] != c;
        }
        return false;
    }

    private static bool LooksLost(string text, int i)
    {
        char before = i > 0 ? text[i - 1] : '\n', after = i + 1 < text.Length ? text[i + 1] : '\n';
        if (after == '€') return true;
        int start = i;
        while (start > 0 && char.IsLetter(text[start - 1])) start--;
        ReadOnlySpan<char> word = text.AsSpan(start, i - start);
        if (word.ContainsAnyExceptInRange('\0', '\u007F')) return false; // Théâtre, hâlâ: a word of another language.
        if (word.IsEmpty && char.IsLetter(after)) return ClosesLater(text, i + 1); // âge, âme: only a quotation opens so.
        if (!char.IsLetter(after)) return true;
        int end = i + 1;
        while (end < text.Length && char.IsLetter(text[end])) end++;
        return text.AsSpan(i + 1, end - i - 1) switch
        {
            "s" or "re" or "ve" or "ll" => true,
            "t" => before == 'n',
            "m" => word is "I",
            "d" => word is "I" or "he" or "she" or "they" or "we" or "you" or "He" or "She" or "They" or "We" or "You",
            _ => false,
        };
    }

    private static bool HasSoundChinese(string text)
    {
        int han = 0;
        foreach (char c in text) if (c is >= '\u4E00' and <= '\u9FFF' && c != '鈥') han++;
        return han > 0;
    }

    // Common English words, and no more letters of other languages than marks to explain.
    private static bool IsEnglish(string text)
    {
        int found = 0, other = 0, marks = 0;
        foreach (ReadOnlyMemory<char> word in Words(text))
        {
            if (word.Span is "the" or "of" or "and" or "to" or "in" or "is" or "that" or "for" or "by" or "on" or "with" or "will" or "your" or "has") found++;
        }
        foreach (char c in text)
        {
            if (c is 'â') marks++;
            else if (c is >= '\u00C0' and < '\u0250') other++;
        }
        return found >= 1 && other <= marks;
    }

    private static IEnumerable<ReadOnlyMemory<char>> Words(string text)
    {
        for (int i = 0; i < text.Length; i++)
        {
            int start = i;
            while (i < text.Length && char.IsAsciiLetter(text[i])) i++;
            if (i > start) yield return text.AsMemory(start, i - start);
        }
    }
}
