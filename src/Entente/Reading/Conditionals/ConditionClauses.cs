using System.Collections.Frozen;
using Entente.Reading.Quotations;
using Entente.Text;

namespace Entente.Reading.Conditionals;

/// <summary>A condition and its consequence in a passage.</summary>
/// <param name="Condition">The condition, its conjunction left out.</param>
/// <param name="Consequence">The consequence.</param>
/// <param name="Necessary">Whether the condition is stated as the only way.</param>
internal sealed record ConditionClauses(TextSpan Condition, TextSpan Consequence, bool Necessary)
{
    private static readonly FrozenSet<string> Modals = FrozenSet.ToFrozenSet(
        ["will", "would", "could", "might", "may", "can", "shall", "should", "won't", "won’t", "cannot", "you'll", "you’ll", "we'll", "we’ll", "they'll", "they’ll", "it'll", "it’ll", "then"], StringComparer.Ordinal);

    private static readonly FrozenSet<string> Unlikely = FrozenSet.ToFrozenSet(["unlikely", "cannot", "not", "won't", "won’t", "never", "impossible", "can't", "can’t"], StringComparer.Ordinal);

    /// <summary>The first conditional of a stretch, or null.</summary>
    public static ConditionClauses? Find(string text, TextSpan scope)
    {
        List<Word> words = Words.Cut(text, scope.Start, scope.End);
        for (int i = 0; i < words.Count; i++)
        {
            string w = words[i].Lower;
            bool should = w == "should" && words[i].IsCapital;
            bool asLong = w == "as" && i + 2 < words.Count && words[i + 1].Lower == "long" && words[i + 2].Lower == "as";
            bool without = w == "without" && words.Take(i).Any(x => Unlikely.Contains(x.Lower));
            if (!(w is "if" or "unless" || should || asLong || without) || (i > 0 && w == "if" && words[i - 1].Lower is "as" or "even" or "ask" or "asked" or "know")) continue;
            int from = asLong ? i + 3 : i + 1, end = Trim(words, words.Count);
            if (from >= end) continue;
            int start = i;
            while (start > 0 && (!words[start - 1].IsWord || words[start - 1].Lower is "for" or "example" or "instance" or "only" or "especially" or "particularly" or "but" or "however" or "and")) start--;
            bool necessary = w is "unless" or "without" || (i > 0 && words[i - 1].Lower == "only");
            if (start > 1) return new ConditionClauses(Span(words, from, end), Span(words, ClauseStart(words, start), start), necessary);
            int comma = Comma(words, from, end);
            if (comma > from && comma + 1 < end) return new ConditionClauses(Span(words, from, comma), Span(words, comma + 1, end), necessary);
        }
        return null;
    }

    private static int ClauseStart(List<Word> words, int end)
    {
        for (int k = end - 1; k > 0; k--)
            if (words[k - 1].Lower is "but" or "that" or "believe" or "believes" or "say" or "says" && end - k > 2) return k;
        int first = 0;
        while (first < end && !words[first].IsWord) first++;
        return first;
    }

    private static int Comma(List<Word> words, int from, int end)
    {
        int first = -1;
        for (int k = from; k < end; k++)
        {
            if (words[k].Text != ",") continue;
            if (first < 0) first = k;
            for (int m = k + 1; m < Math.Min(k + 7, end) && words[m].Text != ","; m++)
                if (Modals.Contains(words[m].Lower)) return k;
        }
        return first;
    }

    private static int Trim(List<Word> words, int end)
    {
        while (end > 0 && !words[end - 1].IsWord && !words[end - 1].Text.EndsWith('.')) end--;
        while (end > 0 && words[end - 1].Text is "." or ",") end--;
        return end;
    }

    private static TextSpan Span(List<Word> words, int from, int end)
    {
        while (from + 1 < end && !words[from].IsWord) from++;
        while (end - 1 > from && !words[end - 1].IsWord && words[end - 1].Text != "]") end--;
        return TextSpan.FromBounds(words[from].Start, words[end - 1].End);
    }
}
