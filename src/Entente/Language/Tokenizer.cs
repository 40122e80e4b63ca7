using Entente.Text;

namespace Entente.Language;

/// <summary>Cuts text into words and marks, roughly by Universal Dependencies' conventions.</summary>
internal static class Tokenizer
{
    private static readonly HashSet<string> Abbreviations = new(StringComparer.OrdinalIgnoreCase)
    {
        "mr", "mrs", "ms", "messrs", "dr", "prof", "st", "gen", "lt", "col", "maj", "capt", "sgt", "adm", "gov", "sen", "rep",
        "rev", "hon", "jr", "sr", "jan", "feb", "mar", "apr", "jun", "jul", "aug", "sep", "sept", "oct", "nov", "dec", "no",
        "vs", "etc", "inc", "ltd", "corp", "co", "mt", "ft", "fig", "vol", "art",
    };

    /// <summary>Spans of the tokens, in order.</summary>
    public static IEnumerable<TextSpan> Tokenize(string text)
    {
        int at = 0;
        while (at < text.Length)
        {
            if (char.IsWhiteSpace(text[at])) { at++; continue; }
            int end = at;
            if (IsWord(text, at))
            {
                while (end < text.Length && (IsWord(text, end) || Joins(text, at, end))) end++;
                if (end < text.Length && text[end] == '.' && KeepsStop(text, at, end)) end++;
                int clitic = Clitic(text, at, end);
                if (clitic > at && clitic < end)
                {
                    yield return TextSpan.FromBounds(at, clitic);
                    at = clitic;
                }
            }
            else
            {
                end++;
                if (char.IsHighSurrogate(text[at]) && end < text.Length && char.IsLowSurrogate(text[end])) end++;
                else if (text[at] is '.' or '-') while (end < text.Length && text[end] == text[at]) end++;
            }
            yield return TextSpan.FromBounds(at, end);
            at = end;
        }
    }

    /// <summary>Whether a form is letters each followed by a stop (<c>U.S.</c>).</summary>
    public static bool IsAcronym(string form) => form.Length >= 4 && form[1] == '.' && form[^1] == '.';

    /// <summary>Whether a form is one that <see cref="Tokenize"/> cuts off the word before it (<c>n't</c>, <c>'s</c>).</summary>
    public static bool IsClitic(string form) => form.Length is 2 or 3 && form.AsSpan().ContainsAny('\'', '’') && char.IsAsciiLetterLower(form[^1])
        && (form[0] is '\'' or '’' || form[0] == 'n' && form[2] == 't');

    private static bool IsWord(string text, int i) => char.IsLetterOrDigit(text[i])
        || char.GetUnicodeCategory(text[i]) == System.Globalization.UnicodeCategory.NonSpacingMark;

    private static bool Joins(string text, int start, int i)
    {
        bool acronym = char.IsLetter(text[i - 1]) && (i - 1 == start || text[i - 2] == '.');
        if (text[i] == '.' && acronym && i + 2 < text.Length && text[i + 1] == '-' && IsWord(text, i + 2)) return true;
        if (i + 1 >= text.Length || !IsWord(text, i + 1)) return false;
        return text[i] switch
        {
            '-' or '\'' or '’' or '‑' => true,
            ',' => char.IsDigit(text[i - 1]) && char.IsDigit(text[i + 1]),
            '.' => acronym || char.IsDigit(text[i - 1]) && char.IsDigit(text[i + 1]),
            _ => false,
        };
    }

    private static bool KeepsStop(string text, int start, int end)
    {
        int length = end - start;
        if (length == 1) return char.IsUpper(text[start]);
        if (text[end - 2] == '.') return true;
        return length <= 6 && Abbreviations.Contains(text.Substring(start, length))
            && (char.IsUpper(text[start]) || end + 1 < text.Length && char.IsWhiteSpace(text[end + 1]));
    }

    private static int Clitic(string text, int start, int end)
    {
        ReadOnlySpan<char> word = text.AsSpan(start, end - start);
        int mark = word.LastIndexOfAny('\'', '’');
        if (mark <= 0) return start;
        ReadOnlySpan<char> tail = word[(mark + 1)..];
        if (tail is "t" or "T" && word[mark - 1] is 'n' or 'N') return start + mark - 1;
        return tail is "s" or "S" or "re" or "ve" or "ll" or "d" or "m" ? start + mark : start;
    }
}
