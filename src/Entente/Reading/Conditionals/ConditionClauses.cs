using Entente.Reading.Quotations;
using Entente.Text;

namespace Entente.Reading.Conditionals;

/// <summary>A condition and its consequence in a stretch of text.</summary>
/// <param name="Marker">What opens the condition.</param>
/// <param name="Condition">The condition, its marker left out.</param>
/// <param name="Consequence">The consequence; a clause that reports it ("warns that") left out.</param>
/// <param name="Main">The consequence with the clause that reports it: who warns is a party too.</param>
internal sealed record ConditionClauses(ConditionMarker Marker, TextSpan Condition, TextSpan Consequence, TextSpan Main)
{
    private static readonly string[] Modals = ["will", "would", "could", "might", "may", "can", "shall", "should", "won't", "won’t", "cannot", "then", "must", "is", "are", "there"];
    private static readonly string[] Reporting = ["that", "believe", "believes", "say", "says", "said", "but"];
    private static readonly string[] Leading = ["for", "example", "instance", "only", "especially", "particularly", "but", "however", "and", "even", "until", "whatsoever"];

    /// <summary>The first conditional of a stretch, or null.</summary>
    public static ConditionClauses? Find(string text, TextSpan scope)
    {
        if (!ConditionMarker.MayStandIn(scope.Of(text))) return null;
        List<Word> words = Words.Cut(text, scope.Start, scope.End);
        for (int i = 0; i < words.Count; i++)
        {
            if (ConditionMarker.Read(words, i) is not { } marker) continue;
            int end = Trim(words, words.Count);
            if (marker.After >= end) continue;
            int start = marker.At;
            while (start > 0 && (!words[start - 1].IsWord || Leading.Contains(words[start - 1].Lower))) start--;
            int comma = Comma(words, marker.After, end);
            bool leads = start <= 1 || comma > 0 && StartsClause(words, start);
            if (leads && comma > marker.After && comma + 1 < end)
                return new ConditionClauses(marker, Span(words, marker.After, comma), Span(words, comma + 1, end), start <= 1 ? Span(words, comma + 1, end) : Span(words, 0, end));
            if (start <= 1) continue;
            int stop = ConditionEnd(words, marker.After, end);
            return new ConditionClauses(marker, Span(words, marker.After, stop), Span(words, ClauseStart(words, start), start), Span(words, 0, start));
        }
        return null;
    }

    // "…, that if Russia invades, we will respond": the condition leads its clause though not the sentence.
    private static bool StartsClause(List<Word> words, int at) => at > 0 && words[at - 1].Lower is "that" or "and" or "but" or "said" or "says" or "clear" or "reiterated" or "again" || at > 0 && words[at - 1].Text is ":" or "“”" or "—" or "–";

    private static int ClauseStart(List<Word> words, int end)
    {
        for (int k = end - 1; k > 0; k--)
            if (end - k > 2 && (Reporting.Contains(words[k - 1].Lower) || k > 2 && words[k - 1].Lower == "and" && words[k - 2].Text == "," && end - k > 4)) return k;
        int first = 0;
        while (first < end && !words[first].IsWord) first++;
        return first;
    }

    // A trailing condition ends where another clause of the sentence goes on.
    private static int ConditionEnd(List<Word> words, int from, int end)
    {
        for (int k = from + 3; k < end; k++)
        {
            if (words[k].Text is ";" or "—" or "–" or ":") return k;
            if (words[k].Text == "," && k + 1 < end && words[k + 1].Lower is "and" or "but" or "adding" or "saying" or "says" or "said" or "according" or "which" or "while" or "stating" or "in" or "as") return k;
        }
        return end;
    }

    private static int Comma(List<Word> words, int from, int end)
    {
        int first = -1;
        for (int k = from; k < end; k++)
        {
            if (words[k].Text != ",") continue;
            if (first < 0) first = k;
            for (int m = k + 1; m < Math.Min(k + 9, end) && words[m].Text != ","; m++)
                if (Modals.Contains(words[m].Lower) || words[m].Lower.EndsWith("’ll", StringComparison.Ordinal) || words[m].Lower.EndsWith("'ll", StringComparison.Ordinal) || words[m].Lower.EndsWith("’d", StringComparison.Ordinal)) return k;
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
        return TextSpan.FromBounds(words[from].Start, words[Math.Max(from, end - 1)].End);
    }
}
