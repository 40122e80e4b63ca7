using Entente.Text;

namespace Entente.Reading.Quotations;

/// <summary>Finds what stands between quotation marks, curly or straight. A quotation left open ends with its paragraph.</summary>
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
            if (c == '\n' && open >= 0) Close(i);
            else if (c is '“' || (c == '"' && open < 0))
            {
                if (open < 0) (open, depth) = (i, 1);
                else depth++;
            }
            else if (open >= 0 && (c is '”' || c == '"') && (--depth == 0 || c == '"')) Close(i + 1);
        }
        if (open >= 0) Close(text.Length);
        return found;

        void Close(int end)
        {
            found.Add(TextSpan.FromBounds(open, end));
            open = -1;
            depth = 0;
        }
    }
}
