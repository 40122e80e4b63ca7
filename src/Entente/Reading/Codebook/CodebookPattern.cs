using System.Collections.Immutable;

namespace Entente.Reading.Codebook;

/// <summary>One word of a pattern.</summary>
/// <param name="Word">Lemma or lower-case form.</param>
/// <param name="Adjacent">Whether it must follow the word before it directly (<c>+</c>).</param>
/// <param name="Verb">Whether it must be a verb (<c>/V</c>).</param>
/// <param name="Noun">Whether it must be a noun (<c>/N</c>).</param>
internal readonly record struct PatternWord(string Word, bool Adjacent, bool Verb, bool Noun);

/// <summary>The pattern language of <c>data/codebook/events.tsv</c>; <c>docs/codebook.md</c> explains it.</summary>
internal static class CodebookPattern
{
    /// <summary>All sequences of words a pattern stands for: <c>(cut,sever) tie</c> stands for two.</summary>
    /// <exception cref="FormatException">A group is not closed, a mark is unknown, or a word is empty.</exception>
    public static IEnumerable<ImmutableArray<PatternWord>> Expand(string pattern)
    {
        ArgumentNullException.ThrowIfNull(pattern);
        IEnumerable<ImmutableArray<PatternWord>> sequences = [[]];
        foreach (string element in Elements(pattern))
        {
            ImmutableArray<PatternWord>[] alternatives = [.. Alternatives(element, pattern)];
            sequences = [.. sequences.SelectMany(_ => alternatives, (head, tail) => head.AddRange(tail))];
        }
        return sequences;
    }

    // Universal Dependencies cut "face-to-face" into five words; the rules that stand in for the model leave it whole.
    private static IEnumerable<PatternWord> CutAtHyphens(PatternWord word)
    {
        string[] parts = word.Word.Split('-', StringSplitOptions.RemoveEmptyEntries);
        if (parts.Length < 2) return [word];
        return parts.SelectMany((part, i) => i == 0
            ? (PatternWord[])[word with { Word = part, Verb = false, Noun = false }]
            : [new PatternWord("-", true, false, false), new PatternWord(part, true, word.Verb && i == parts.Length - 1, word.Noun && i == parts.Length - 1)]);
    }

    private static IEnumerable<string> Elements(string pattern)
    {
        int start = 0, depth = 0;
        for (int i = 0; i <= pattern.Length; i++)
        {
            if (i < pattern.Length && pattern[i] == '(') depth++;
            else if (i < pattern.Length && pattern[i] == ')') depth--;
            else if (i == pattern.Length || pattern[i] == ' ' && depth == 0)
            {
                if (i > start) yield return pattern[start..i];
                start = i + 1;
            }
        }
        if (depth != 0) throw new FormatException($"A group in the pattern '{pattern}' is not closed.");
    }

    private static IEnumerable<ImmutableArray<PatternWord>> Alternatives(string element, string pattern)
    {
        bool verb = element.EndsWith("/V", StringComparison.Ordinal), noun = element.EndsWith("/N", StringComparison.Ordinal);
        if (verb || noun) element = element[..^2];
        bool adjacent = element.StartsWith('+');
        if (adjacent) element = element[1..];
        if (element.StartsWith('(') && element.EndsWith(')')) element = element[1..^1];
        foreach (string alternative in element.Split(','))
        {
            string[] words = alternative.Split(' ', StringSplitOptions.RemoveEmptyEntries);
            if (words.Length == 0 || words.Any(w => w.AsSpan().IndexOfAny("()/|") >= 0)) throw new FormatException($"The pattern '{pattern}' cannot be read at '{element}'.");
            ImmutableArray<PatternWord> whole = [.. words.Select((w, i) => new PatternWord(w.TrimStart('+'), i == 0 ? adjacent : w[0] == '+', verb && i == 0, noun && i == 0))];
            yield return whole;
            if (alternative.Contains('-', StringComparison.Ordinal)) yield return [.. whole.SelectMany(CutAtHyphens)];
        }
    }
}
