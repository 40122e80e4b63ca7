using System.Text;
using AngleSharp.Dom;

namespace Entente.Documents;

/// <summary>The text of elements, one string for each block, with white space collapsed as a browser shows it.</summary>
internal static class HtmlBlocks
{
    private static readonly HashSet<string> s_inline = new(StringComparer.OrdinalIgnoreCase)
    {
        "a", "abbr", "b", "bdi", "bdo", "cite", "code", "data", "del", "dfn", "em", "font", "i", "ins", "kbd", "mark", "q", "s", "samp",
        "small", "span", "strike", "strong", "sub", "sup", "time", "tt", "u", "var", "wbr",
    };

    public static IReadOnlyList<string> Of(IElement? root)
    {
        var blocks = new List<string>();
        var current = new StringBuilder();
        if (root is not null) Walk(root, blocks, current);
        Close(blocks, current);
        return blocks;
    }

    private static void Walk(INode node, List<string> blocks, StringBuilder current)
    {
        foreach (INode child in node.ChildNodes)
        {
            if (child is IText text)
            {
                current.Append(text.Data);
            }
            else if (child is IElement element)
            {
                bool block = !s_inline.Contains(element.LocalName);
                if (block) Close(blocks, current);
                Walk(element, blocks, current);
                if (block) Close(blocks, current);
            }
        }
    }

    private static void Close(List<string> blocks, StringBuilder current)
    {
        string text = string.Join(' ', current.ToString().Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries));
        if (text.Length > 0) blocks.Add(text);
        current.Clear();
    }
}
