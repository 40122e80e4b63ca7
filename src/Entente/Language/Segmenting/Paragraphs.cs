namespace Entente.Language.Segmenting;

/// <summary>Stretches between blank lines.</summary>
internal static class Paragraphs
{
    /// <summary>Bounds of each paragraph that holds more than white space, in order.</summary>
    public static IEnumerable<(int Start, int End)> Of(string text)
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
