using System.Text.RegularExpressions;

namespace Entente.Reading.Quotations;

/// <summary>A word or mark of a passage, by plain rules that need no model.</summary>
internal readonly record struct Word(int Start, int End, string Text)
{
    public string Lower => Text.ToLowerInvariant();

    public bool IsWord => char.IsLetterOrDigit(Text[0]);

    public bool IsCapital => char.IsUpper(Text[0]);
}

/// <summary>Cuts text into words and marks.</summary>
internal static partial class Words
{
    [GeneratedRegex(@"(?:Mr|Mrs|Ms|Dr|Messrs|Gov|Sen|Rep|Gen|Jr|Sr|St|Prof|U\.S|U\.N|U\.K|[A-Z])\.|[\p{L}\p{N}]+(?:[’'\-.&][\p{L}\p{N}]+)*|[^\s]", RegexOptions.NonBacktracking | RegexOptions.CultureInvariant)]
    private static partial Regex Pattern();

    public static List<Word> Cut(string text, int start, int end)
    {
        var words = new List<Word>();
        foreach (ValueMatch m in Pattern().EnumerateMatches(text.AsSpan(start, end - start)))
            words.Add(new Word(start + m.Index, start + m.Index + m.Length, text.Substring(start + m.Index, m.Length)));
        return words;
    }
}
