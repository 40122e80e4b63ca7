using System.Globalization;

namespace Entente.Reading;

/// <summary>A token to the grammar of dates; positions are in the text read.</summary>
internal readonly record struct DateToken(int Start, int End, DateWord Word, int Value, string Text, bool Capital)
{
    /// <summary>Whether it is written in figures.</summary>
    public bool Figures { get; init; }
}

/// <summary>Cuts a stretch of text into the tokens that the grammar of dates knows. One pass.</summary>
internal static class DateTokens
{
    private const int LongestWord = 14;
    private const int MostFigures = 4;

    public static DateToken[] Cut(string text, int from, int to)
    {
        var tokens = new List<DateToken>((to - from) / 5);
        Span<char> lower = stackalloc char[LongestWord];
        int at = from;
        while (at < to)
        {
            char c = text[at];
            if (c is '\n' or '\r') { tokens.Add(new(at, at + 1, DateWord.Stop, 0, "\n", false)); at++; }
            else if (char.IsWhiteSpace(c)) at++;
            else if (char.IsAsciiDigit(c)) at = Figures(text, at, to, tokens);
            else if (char.IsLetter(c)) at = Word(text, at, to, lower, tokens);
            else
            {
                bool stop = c is '.' or '?' or '!' or ';' && (at + 1 >= to || char.IsWhiteSpace(text[at + 1]) || text[at + 1] is '"' or '”');
                tokens.Add(new(at, at + 1, stop ? DateWord.Stop : DateWord.Mark, 0, Mark(c), false));
                at++;
            }
        }
        return [.. tokens];
    }

    private static string Mark(char c) => c switch
    {
        '-' or '‐' or '‑' => "-",
        '–' or '—' or '~' => "–",
        ',' => ",",
        '.' => ".",
        ':' => ":",
        '/' => "/",
        '\'' or '’' or '‘' => "'",
        '(' => "(",
        ')' => ")",
        _ => "",
    };

    private static int Figures(string text, int at, int to, List<DateToken> tokens)
    {
        int end = at;
        while (end < to && char.IsAsciiDigit(text[end])) end++;
        char before = at == 0 ? ' ' : text[at - 1];
        bool plain = end - at <= MostFigures && before is not ('$' or '£' or '€' or '#' or '.') && !char.IsLetter(before) && (end >= to || text[end] is not ('%' or '$'));
        int value = plain ? int.Parse(text.AsSpan(at, end - at), NumberStyles.None, CultureInfo.InvariantCulture) : -1;
        bool fraction = end + 1 < to && text[end] is '.' or ',' && char.IsAsciiDigit(text[end + 1]) && text[end] is '.' or ',' && Groups(text, end, to);
        if (!plain || fraction)
        {
            while (end < to && (char.IsAsciiDigit(text[end]) || (end + 1 < to && text[end] is '.' or ',' && char.IsAsciiDigit(text[end + 1])))) end++;
            tokens.Add(new(at, end, DateWord.Other, 0, "", false) { Figures = true });
            return end;
        }
        ReadOnlySpan<char> rest = text.AsSpan(end, Math.Min(3, to - end));
        if (Suffix(rest, "st") || Suffix(rest, "nd") || Suffix(rest, "rd") || Suffix(rest, "th"))
        {
            tokens.Add(new(at, end + 2, DateWord.Ordinal, value, "", false) { Figures = true });
            return end + 2;
        }
        if (rest.Length > 0 && rest[0] == 's' && (rest.Length == 1 || !char.IsLetter(rest[1])) && value % 10 == 0)
        {
            tokens.Add(new(at, end + 1, DateWord.Decade, value, "", false) { Figures = true });
            return end + 1;
        }
        if (rest.Length > 1 && rest[0] is '\'' or '’' && rest[1] == 's' && (rest.Length == 2 || !char.IsLetter(rest[2])) && value % 10 == 0 && (end - at == 2 || value is >= 1500 and < 2100))
        {
            tokens.Add(new(at, end + 2, DateWord.Decade, value, "", false) { Figures = true });
            return end + 2;
        }
        tokens.Add(new(at, end, DateWord.Number, value, "", false) { Figures = true });
        return end;
    }

    // "3.5", "2,000": a point or comma inside figures, three of them after a comma. "May 12,2016" is no such number.
    private static bool Groups(string text, int mark, int to)
    {
        int end = mark + 1;
        while (end < to && char.IsAsciiDigit(text[end])) end++;
        return text[mark] == '.' ? end == to || text[end] != '.' : end - mark == 4;
    }

    private static bool Suffix(ReadOnlySpan<char> rest, string suffix) =>
        rest.StartsWith(suffix, StringComparison.OrdinalIgnoreCase) && (rest.Length == 2 || !char.IsLetterOrDigit(rest[2]));

    private static int Word(string text, int at, int to, Span<char> lower, List<DateToken> tokens)
    {
        int end = at;
        while (end < to && (char.IsLetter(text[end]) || (text[end] is '\'' or '’' && end + 1 < to && char.IsLetter(text[end + 1])))) end++;
        if (end + 1 < to && text[end] == '.' && text[end + 1] is 'm' or 'M' && end - at == 1 && text[at] is 'a' or 'p' or 'A' or 'P') end += end + 2 < to && text[end + 2] == '.' ? 3 : 2;
        // "Q3", "H1".
        if (end - at == 1 && text[at] is 'Q' or 'H' && end < to && text[end] is >= '1' and <= '4' && (end + 1 == to || !char.IsLetterOrDigit(text[end + 1])))
        {
            tokens.Add(new(at, end + 1, DateWord.Known, text[end] - '0', text[at] == 'Q' ? "q" : "h", true));
            return end + 1;
        }
        int length = end - at;
        bool capital = char.IsUpper(text[at]);
        DateWordEntry entry = default;
        bool known = false;
        if (length <= LongestWord)
        {
            for (int i = 0; i < length; i++) lower[i] = text[at + i] == '’' ? '\'' : char.ToLowerInvariant(text[at + i]);
            ReadOnlySpan<char> word = lower[..length];
            if (word.Length > 1 && word[^1] == '.') word = word[..^1];
            known = DateWords.TryFind(word, out entry);
            // "Monday's", "April's" are the day and the month.
            if (!known && word.EndsWith("'s", StringComparison.Ordinal) && DateWords.TryFind(word[..^2], out entry) && entry.Word is DateWord.Month or DateWord.Weekday or DateWord.Unit or DateWord.Known)
            {
                end -= 2;
                known = true;
            }
        }
        tokens.Add(known ? new(at, end, entry.Word, entry.Value, entry.Text, capital) : new(at, end, DateWord.Other, 0, "", capital));
        return end;
    }
}
