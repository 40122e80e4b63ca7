namespace Entente.Documents;

/// <summary>Looks over a page's tags before any parser sees them: parsers take quadratic time on what no browser was ever meant to show.</summary>
internal static class HtmlScan
{
    // A parser closes these itself, or they hold nothing.
    private static readonly string[] s_unclosed =
    [
        "area", "base", "br", "col", "embed", "hr", "img", "input", "link", "meta", "source", "track", "wbr", "p", "li", "dt", "dd", "tr", "td", "th",
        "thead", "tbody", "tfoot", "option", "optgroup", "rp", "rt", "colgroup", "body", "html", "head",
    ];

    /// <summary>Tags opened, and the deepest nesting that tags which must be closed reach.</summary>
    public static (int Tags, int Depth) Measure(ReadOnlySpan<char> html)
    {
        int tags = 0, depth = 0, deepest = 0;
        for (int at = html.IndexOf('<'); at >= 0 && at + 1 < html.Length;)
        {
            bool closes = html[at + 1] == '/';
            ReadOnlySpan<char> rest = html[(at + (closes ? 2 : 1))..];
            int length = 0;
            while (length < rest.Length && length < 12 && char.IsAsciiLetterOrDigit(rest[length])) length++;
            if (length > 0 && char.IsAsciiLetter(rest[0]))
            {
                if (!closes) tags++;
                if (!IsUnclosed(rest[..length])) depth = closes ? Math.Max(0, depth - 1) : depth + 1;
                deepest = Math.Max(deepest, depth);
            }
            int next = html[(at + 1)..].IndexOf('<');
            at = next < 0 ? -1 : at + 1 + next;
        }
        return (tags, deepest);
    }

    private static bool IsUnclosed(ReadOnlySpan<char> name)
    {
        foreach (string one in s_unclosed)
            if (name.Equals(one, StringComparison.OrdinalIgnoreCase)) return true;
        return false;
    }
}
