using System.Text;

namespace Entente.Language.Drawing;

/// <summary>Draws a sentence's tree as lines of text: each word below its head, in order, with its relation and part of speech.</summary>
public static class TreeText
{
    private const int LeastIndent = 12;

    /// <summary>Draws.</summary>
    /// <param name="sentence">The sentence. One that is not parsed is drawn as a list of its words.</param>
    /// <param name="width">Columns to keep to, 40 at least; what does not fit ends in <c>…</c>.</param>
    /// <param name="colour">Whether relations and parts of speech are coloured by ANSI sequences.</param>
    /// <returns>Lines, each ended by <c>\n</c>.</returns>
    public static string Draw(ParsedSentence sentence, int width = 80, bool colour = false)
    {
        ArgumentNullException.ThrowIfNull(sentence);
        ArgumentOutOfRangeException.ThrowIfLessThan(width, 40);
        var lines = new StringBuilder();
        if (sentence.Root < 0)
        {
            foreach (Token token in sentence.Tokens) Word(lines, "", token, width, colour);
            return lines.ToString();
        }
        // A stack, not recursion: a tree may be as deep as the sentence is long.
        var open = new Stack<(int Index, string Prefix, bool Last)>();
        var drawn = new bool[sentence.Tokens.Length];
        open.Push((sentence.Root, "", true));
        while (open.TryPop(out (int Index, string Prefix, bool Last) at))
        {
            if (drawn[at.Index]) continue;
            drawn[at.Index] = true;
            bool root = at.Index == sentence.Root;
            Word(lines, root ? "" : at.Prefix + (at.Last ? "└─ " : "├─ "), sentence.Tokens[at.Index], width, colour);
            string below = root ? "" : at.Prefix + (at.Last ? "   " : "│  ");
            // Deep trees begin again at the left rather than run out of the page.
            if (below.Length > width - 2 * LeastIndent) below = "⋯  ";
            var children = sentence.ChildrenOf(at.Index);
            for (int i = children.Length - 1; i >= 0; i--) open.Push((children[i], below, i == children.Length - 1));
        }
        return lines.ToString();
    }

    private static void Word(StringBuilder lines, string prefix, Token token, int width, bool colour)
    {
        string relation = token.Relation ?? "", tag = token.Upos.ToConllu();
        int room = width - prefix.Length - relation.Length - tag.Length - (relation.Length > 0 ? 4 : 2);
        string form = Printable(token.Text);
        if (form.Length > room) form = string.Concat(form.AsSpan(0, Math.Max(1, room - 1)), "…");
        lines.Append(prefix);
        if (relation.Length > 0) Coloured(lines, relation, "36", colour).Append("  ");
        lines.Append(form).Append("  ");
        Coloured(lines, tag, "2", colour).Append('\n');
    }

    private static StringBuilder Coloured(StringBuilder lines, string text, string code, bool colour) =>
        colour ? lines.Append("\u001b[").Append(code).Append('m').Append(text).Append("\u001b[0m") : lines.Append(text);

    // Text of a page must not drive the terminal.
    private static string Printable(string form) => form.Any(char.IsControl) ? new string([.. form.Select(c => char.IsControl(c) ? '\uFFFD' : c)]) : form;
}
