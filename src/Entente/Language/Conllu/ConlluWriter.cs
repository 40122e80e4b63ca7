using System.Globalization;

namespace Entente.Language.Conllu;

/// <summary>Writes CoNLL-U, with <c>\n</c> as the line end.</summary>
public static class ConlluWriter
{
    /// <summary>Writes one sentence and the blank line that ends it.</summary>
    public static void Write(TextWriter writer, ConlluSentence sentence)
    {
        ArgumentNullException.ThrowIfNull(writer);
        ArgumentNullException.ThrowIfNull(sentence);
        foreach (string comment in sentence.Comments) Line(writer, "# " + comment);
        int token = 0, empty = 0;
        for (int i = 0; i <= sentence.Words.Length; i++)
        {
            if (i > 0)
            {
                if (token < sentence.MultiWordTokens.Length && sentence.MultiWordTokens[token].First == i)
                {
                    MultiWordToken range = sentence.MultiWordTokens[token++];
                    Columns(writer, string.Create(CultureInfo.InvariantCulture, $"{range.First}-{range.Last}"), new ConlluWord(range.Form, Misc: range.Misc));
                }
                Columns(writer, i.ToString(CultureInfo.InvariantCulture), sentence.Words[i - 1]);
            }
            for (; empty < sentence.EmptyNodes.Length && sentence.EmptyNodes[empty].After == i; empty++)
            {
                EmptyNode node = sentence.EmptyNodes[empty];
                Columns(writer, string.Create(CultureInfo.InvariantCulture, $"{node.After}.{node.Index}"), node.Word);
            }
        }
        writer.Write('\n');
    }

    private static void Columns(TextWriter writer, string id, ConlluWord word)
    {
        string head = word.Head?.ToString(CultureInfo.InvariantCulture) ?? "_";
        ReadOnlySpan<string?> cells = [id, word.Form, word.Lemma, word.Upos, word.Xpos, word.Features, head, word.Relation, word.Enhanced, word.Misc];
        for (int i = 0; i < cells.Length; i++)
        {
            if (i > 0) writer.Write('\t');
            writer.Write(Safe(string.IsNullOrEmpty(cells[i]) ? "_" : cells[i]!));
        }
        writer.Write('\n');
    }

    private static void Line(TextWriter writer, string text)
    {
        writer.Write(Safe(text));
        writer.Write('\n');
    }

    // A tab or a line end inside a cell would change the table.
    private static string Safe(string text) =>
        text.AsSpan().IndexOfAny('\t', '\n', '\r') < 0 ? text : text.Replace('\t', ' ').Replace('\n', ' ').Replace('\r', ' ');
}
