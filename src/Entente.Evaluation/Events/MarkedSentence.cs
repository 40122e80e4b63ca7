using System.Text;
using Entente.Language;
using Entente.Text;

namespace Entente.Evaluation.Events;

/// <summary>A sentence with a marked source and target, and the relation annotators gave it.</summary>
/// <param name="Marked">As the file has it, with <c>&lt;s&gt;</c> and <c>&lt;t&gt;</c>.</param>
/// <param name="Text">Without the marks.</param>
/// <param name="Source">The first marked source; empty at the start where none is marked.</param>
/// <param name="Target">The first marked target; empty at the end where none is marked.</param>
/// <param name="Root">Gold root type, in capitals.</param>
/// <param name="Penta">Gold class, 1 to 4.</param>
public sealed record MarkedSentence(string Marked, string Text, TextSpan Source, TextSpan Target, string Root, string Penta)
{
    private static readonly string[] Tags = ["<s>", "</s>", "<t>", "</t>"];

    /// <summary>Reads tab-separated lines whose first names the columns <c>marked_sentence, gold_penta, gold_root</c>.</summary>
    /// <param name="lines">The lines of one file; rows with too few fields are left out.</param>
    /// <returns>The sentences; null when a column is missing.</returns>
    public static IReadOnlyList<MarkedSentence>? Parse(IReadOnlyList<string> lines)
    {
        ArgumentNullException.ThrowIfNull(lines);
        string[] names = lines.Count == 0 ? [] : lines[0].TrimEnd('\r').Split('\t');
        int text = Array.IndexOf(names, "marked_sentence"), root = Array.IndexOf(names, "gold_root"), penta = Array.IndexOf(names, "gold_penta");
        if (text < 0 || root < 0 || penta < 0) return null;
        return [.. lines.Skip(1).Select(l => l.TrimEnd('\r').Split('\t')).Where(r => r.Length > Math.Max(text, Math.Max(root, penta))).Select(r => Read(r[text], r[root], r[penta]))];
    }

    /// <summary>The text as one sentence, whatever stops it has inside.</summary>
    public ParsedSentence Parse(ISentenceParser parser)
    {
        ArgumentNullException.ThrowIfNull(parser);
        IReadOnlyList<ParsedSentence> parts = parser.Parse(SourceText.FromString(Text));
        return parts.Count == 1 ? parts[0] : new ParsedSentence(new TextSpan(0, Text.Length), [.. Joined(parts)]);
    }

    // Heads are numbered within a sentence; joined, each is moved by the tokens before it.
    private static IEnumerable<Token> Joined(IReadOnlyList<ParsedSentence> parts)
    {
        int before = 0;
        foreach (ParsedSentence part in parts)
        {
            foreach (Token token in part.Tokens) yield return token.Head is >= 0 ? token with { Head = token.Head + before } : token;
            before += part.Tokens.Length;
        }
    }

    private static MarkedSentence Read(string marked, string root, string penta)
    {
        var clean = new StringBuilder();
        int[] marks = [-1, -1, -1, -1];
        for (int i = 0; i < marked.Length;)
        {
            int tag = Array.FindIndex(Tags, t => string.CompareOrdinal(marked, i, t, 0, t.Length) == 0);
            if (tag < 0) clean.Append(marked[i++]);
            else
            {
                if (marks[tag] < 0) marks[tag] = clean.Length;
                i += Tags[tag].Length;
            }
        }
        // "An actor" and "a recipient" that the sentence does not name have no mark: an empty span before or behind it all.
        if (marks[0] < 0 || marks[1] < marks[0]) (marks[0], marks[1]) = (0, 0);
        if (marks[2] < 0 || marks[3] < marks[2]) (marks[2], marks[3]) = (clean.Length, clean.Length);
        return new MarkedSentence(marked, clean.ToString(), TextSpan.FromBounds(marks[0], marks[1]), TextSpan.FromBounds(marks[2], marks[3]), root, penta);
    }
}
