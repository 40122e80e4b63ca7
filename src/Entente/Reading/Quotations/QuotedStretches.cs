using Entente.Text;

namespace Entente.Reading.Quotations;

/// <summary>Finds what stands between quotation marks: curly, straight, doubled apostrophes or guillemets. Linear in the text.</summary>
/// <remarks>
/// A quotation left open ends with its paragraph; when the next one opens with a mark, it goes on there as a stretch of its own, as
/// printers do. An opening mark stands before a word, a closing one after a word or its stop; a straight mark is told by that.
/// </remarks>
internal static class QuotedStretches
{
    /// <summary>The outermost quoted stretches with their marks, in order.</summary>
    public static List<TextSpan> Find(string text)
    {
        var found = new List<TextSpan>();
        int open = -1, depth = 0;
        for (int i = 0; i < text.Length; i++)
        {
            char c = text[i];
            if (c == '\n')
            {
                if (open >= 0) Close(i);
                continue;
            }
            bool doubled = c is '\'' or '’' or '‘' or '`' && i + 1 < text.Length && text[i + 1] is '\'' or '’' or '‘' or '`' && text[i + 1] == c && !Lettered(text, i - 1, i + 2);
            int width = doubled ? 2 : 1;
            if (c is '“' or '«' || c is '‘' && doubled || c is '`' && doubled)
            {
                if (open < 0) (open, depth) = (i, 1);
                else depth++;
            }
            else if (c is '”' or '»' || c is '’' && doubled)
            {
                if (open >= 0 && --depth == 0) Close(i + width);
            }
            else if (c == '"' || doubled)
            {
                if (open < 0)
                {
                    if (i + width < text.Length && !char.IsWhiteSpace(text[i + width])) (open, depth) = (i, 1);
                }
                else Close(i + width);
            }
            if (doubled) i++;
        }
        if (open >= 0) Close(text.Length);
        return found;

        void Close(int end)
        {
            while (end > open + 1 && char.IsWhiteSpace(text[end - 1])) end--;
            found.Add(TextSpan.FromBounds(open, end));
            (open, depth) = (-1, 0);
        }
    }

    // Two apostrophes within a word ("rock''n") are no marks.
    private static bool Lettered(string text, int before, int after) =>
        before >= 0 && after < text.Length && char.IsLetter(text[before]) && char.IsLetter(text[after]);
}
