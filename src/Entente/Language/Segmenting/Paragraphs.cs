namespace Entente.Language.Segmenting;

/// <summary>Stretches between blank lines, and between line breaks where lines are too long to have been set at a column.</summary>
internal static class Paragraphs
{
    // Text broken at a column has no longer line, in UTF-16 code units: beside one, a line break ends a paragraph or a heading.
    private const int LongestSetLine = 160;

    /// <summary>Bounds of each paragraph that holds more than white space, in order.</summary>
    public static IEnumerable<(int Start, int End)> Of(string text)
    {
        foreach ((int start, int end) in Blocks(text))
        {
            int from = start, line = start;
            for (int cut = text.IndexOf('\n', line, end - line); cut >= 0; cut = text.IndexOf('\n', line, end - line))
            {
                int next = text.IndexOf('\n', cut + 1, end - cut - 1);
                bool beside = cut - line > LongestSetLine || (next < 0 ? end : next) - cut - 1 > LongestSetLine;
                if (beside)
                {
                    yield return (from, Trimmed(text, from, cut));
                    from = cut + 1;
                }
                line = cut + 1;
            }
            yield return (from, end);
        }
    }

    // Every line of a block holds a mark, so the stretch is never empty.
    private static int Trimmed(string text, int start, int end)
    {
        while (end > start && char.IsWhiteSpace(text[end - 1])) end--;
        return end;
    }

    private static IEnumerable<(int Start, int End)> Blocks(string text)
    {
        int start = 0;
        while (start < text.Length)
        {
            int end = start, breaks = 0, last = start;
            bool any = false;
            for (; end < text.Length && breaks < 2; end++)
            {
                char c = text[end];
                if (c is '\n' or '\u2029' or '\f') breaks += c == '\n' ? 1 : 2;
                else if (!char.IsWhiteSpace(c))
                {
                    breaks = 0;
                    any = true;
                    last = end + 1;
                }
            }
            if (any) yield return (start, last);
            start = end;
        }
    }
}
