using Entente.Evaluation.Syntax;
using Entente.Text;

namespace Entente.Training.Segmenting;

/// <summary>The same annotated text as other pages set it: character for character, so that every span still holds.</summary>
public static class LayoutVariants
{
    /// <summary>With typographic quotes and apostrophes.</summary>
    public static GoldDocument WithTypographicMarks(GoldDocument document) => Change(document, text =>
    {
        bool open = false;
        for (int i = 0; i < text.Length; i++)
        {
            if (text[i] == '\n') open = false;
            else if (text[i] == '\'') text[i] = i == 0 || char.IsWhiteSpace(text[i - 1]) ? '‘' : '’';
            else if (text[i] == '"') text[i] = (open = !open) ? '“' : '”';
        }
    });

    /// <summary>With one line for each paragraph and no blank line between them, as many pages come out of extraction.</summary>
    public static GoldDocument WithLinesForParagraphs(GoldDocument document) => Change(document, text =>
    {
        for (int i = 0; i + 1 < text.Length; i++)
            if (text[i] == '\n' && text[i + 1] == '\n') text[i] = ' ';
    });

    /// <summary>With lines broken before a width, as mail and agencies' wires are.</summary>
    public static GoldDocument WithBrokenLines(GoldDocument document, int width) => Change(document, text =>
    {
        int line = 0, space = -1;
        for (int i = 0; i < text.Length; i++)
        {
            if (text[i] == '\n') (line, space) = (i + 1, -1);
            if (text[i] == ' ') space = i;
            if (i - line < width || space <= line) continue;
            text[space] = '\n';
            (line, space) = (space + 1, -1);
        }
    });

    private static GoldDocument Change(GoldDocument document, Action<char[]> change)
    {
        char[] text = document.Text.Text.ToCharArray();
        change(text);
        return document with { Text = SourceText.FromString(new string(text)) };
    }
}
