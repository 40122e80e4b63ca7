using System.Collections.Immutable;
using System.Globalization;

namespace Entente.Language.Conllu;

/// <summary>Reads CoNLL-U sentence by sentence. Not thread-safe.</summary>
/// <remarks>Holds one sentence at a time, so any length of file may be read; lines and sentences beyond the bounds are refused.</remarks>
public sealed class ConlluReader
{
    /// <summary>Longest line taken, in UTF-16 code units.</summary>
    public const int LongestLine = 1 << 20;

    /// <summary>Longest sentence taken, in lines.</summary>
    public const int LongestSentence = 200_000;

    private readonly BoundedLines _lines;
    private readonly Dictionary<string, string>.AlternateLookup<ReadOnlySpan<char>> _seen =
        new Dictionary<string, string>(StringComparer.Ordinal).GetAlternateLookup<ReadOnlySpan<char>>();

    private ConlluReader(TextReader reader) => _lines = new BoundedLines(reader);

    /// <summary>The sentences of a file, in order, read as they are asked for.</summary>
    /// <param name="reader">The file, decoded; the caller closes it.</param>
    /// <exception cref="ConlluException">A line is not CoNLL-U. Raised when that sentence is reached.</exception>
    public static IEnumerable<ConlluSentence> Read(TextReader reader)
    {
        ArgumentNullException.ThrowIfNull(reader);
        return new ConlluReader(reader).ReadAll();
    }

    private IEnumerable<ConlluSentence> ReadAll()
    {
        while (ReadSentence() is { } sentence) yield return sentence;
    }

    private ConlluSentence? ReadSentence()
    {
        List<string> comments = [];
        var words = ImmutableArray.CreateBuilder<ConlluWord>();
        List<MultiWordToken> tokens = [];
        List<EmptyNode> empty = [];
        long first = 0;
        Span<Range> columns = stackalloc Range[11];
        for (int n = 0; _lines.Next(); n++)
        {
            ReadOnlySpan<char> line = _lines.Line;
            if (line.IsEmpty)
            {
                if (first > 0 && words.Count > 0) return Close();
                if (first > 0) throw Fault("a sentence of comments alone; a blank line ends a sentence, so remove it or add words");
                continue;
            }
            if (first == 0) first = _lines.Number;
            if (n > LongestSentence) throw Fault($"the sentence that began on line {first} has more than {LongestSentence} lines; are the blank lines between sentences lost?");
            if (line[0] == '#')
            {
                if (words.Count > 0 || tokens.Count > 0) throw Fault("a comment inside a sentence; comments stand before its first word");
                comments.Add(line[1..].Trim().ToString());
                continue;
            }
            if (line.Split(columns, '\t') != 10) throw Fault("expected ten columns with tabs between them");
            ReadOnlySpan<char> id = line[columns[0]];
            if (line[columns[1]].IsEmpty) throw Fault("the form (second column) is empty");
            if (id.IndexOf('-') is var dash and > 0)
            {
                int from = Number(id[..dash], "word"), to = Number(id[(dash + 1)..], "word");
                if (from != words.Count + 1 || to < from || tokens.Count > 0 && tokens[^1].Last >= from)
                    throw Fault($"the range {id} does not stand before its first word, or overlaps another");
                tokens.Add(new MultiWordToken(from, to, line[columns[1]].ToString(), Cell(line[columns[9]])));
            }
            else if (id.IndexOf('.') is var point and > 0)
            {
                int after = Number(id[..point], "word"), index = Number(id[(point + 1)..], "empty node");
                if (after != words.Count) throw Fault($"the empty node {id} does not stand after word {after}");
                empty.Add(new EmptyNode(after, index, Word(line, columns)));
            }
            else
            {
                if (Number(id, "word") != words.Count + 1) throw Fault($"expected word {words.Count + 1}, found {Shown(id)}");
                words.Add(Word(line, columns));
            }
        }
        if (first == 0) return null;
        return words.Count > 0 ? Close() : throw Fault("the file ends before the sentence has words");

        ConlluSentence Close()
        {
            if (tokens.Count > 0 && tokens[^1].Last > words.Count)
                throw Fault($"the range {tokens[^1].First}-{tokens[^1].Last} reaches beyond the last word, {words.Count}");
            foreach (ConlluWord word in words)
                if (word.Head > words.Count) throw Fault($"the head {word.Head} of \"{Shown(word.Form)}\" is beyond the last word, {words.Count}");
            return new ConlluSentence { Comments = [.. comments], Words = words.DrainToImmutable(), MultiWordTokens = [.. tokens], EmptyNodes = [.. empty], Line = first };
        }
    }

    private ConlluWord Word(ReadOnlySpan<char> line, ReadOnlySpan<Range> columns)
    {
        string form = Pool(line[columns[1]]);
        string? lemma = line[columns[2]].SequenceEqual("_") && form == "_" ? form : Cell(line[columns[2]]);
        ReadOnlySpan<char> head = line[columns[6]];
        return new ConlluWord(form, lemma, Cell(line[columns[3]]), Cell(line[columns[4]]), Cell(line[columns[5]]),
            head.SequenceEqual("_") ? null : Number(head, "head"), Cell(line[columns[7]]), Cell(line[columns[8]]), Cell(line[columns[9]]));
    }

    private string? Cell(ReadOnlySpan<char> cell) => cell is "_" or "" ? null : Pool(cell);

    // Forms and tags repeat; a bounded pool keeps one string of each.
    private string Pool(ReadOnlySpan<char> text)
    {
        if (text.Length > 32) return text.ToString();
        if (_seen.TryGetValue(text, out string? known)) return known;
        string made = text.ToString();
        if (_seen.Dictionary.Count < 1 << 18) _seen.Dictionary.Add(made, made);
        return made;
    }

    private int Number(ReadOnlySpan<char> digits, string of) =>
        int.TryParse(digits, NumberStyles.None, CultureInfo.InvariantCulture, out int number) ? number : throw Fault($"expected the number of a {of}, found \"{Shown(digits)}\"");

    private static string Shown(ReadOnlySpan<char> text) => text.Length <= 40 ? text.ToString() : string.Concat(text[..40], "…");

    private ConlluException Fault(string what) => new(_lines.Number, what);
}
