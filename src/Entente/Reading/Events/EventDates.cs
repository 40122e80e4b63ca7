using Entente.Language;

namespace Entente.Reading.Events;

/// <summary>The date of an event among those its sentence gives.</summary>
internal static class EventDates
{
    /// <summary>The date nearest to a word in the tree, not one of another clause that only explains; null, and why, when there is none.</summary>
    public static (PartialDate? Date, string Rule) Of(ParsedSentence sentence, int at, IReadOnlyList<DateMention> dates)
    {
        DateMention? nearest = null;
        int least = int.MaxValue;
        foreach (DateMention date in dates)
        {
            if (date.Value is null || !sentence.Span.Contains(date.Span) || IsDateline(date, sentence)) continue;
            int head = sentence.HeadOf(date.Span);
            // "his first trip since 2020": the year bounds the act, it does not date it.
            if (head < 0 || sentence.ChildOf(head, "case") is var mark and >= 0 && sentence.Tokens[mark].Text.ToLowerInvariant() is "since" or "until" or "till" or "before") continue;
            if (Distance(sentence, head, at) is not { } distance || distance >= least) continue;
            least = distance;
            nearest = date;
        }
        return nearest is null ? (null, "its sentence gives no date for it") : (nearest.Value, $"“{nearest.Text}” {nearest.Rule}");
    }

    // Steps in the tree; a date under a clause of its own ("since Russia invaded in February") belongs to that clause.
    private static int? Distance(ParsedSentence sentence, int date, int at)
    {
        int steps = 0;
        for (int x = date; x >= 0; x = sentence.ParentOf(x), steps++)
        {
            if (x == at) return steps;
            if (sentence.IsWithin(at, x))
            {
                int down = 0;
                for (int y = at; y != x; y = sentence.ParentOf(y), down++)
                    if (down > 0 && sentence.Tokens[y].Relation is "acl:relcl" || sentence.Tokens[y].Relation is "advcl" && steps > 0 && IsPast(sentence, y)) return null;
                return steps + down;
            }
            if (x != date && sentence.Tokens[x].Relation is { } relation && (relation.StartsWith("advcl", StringComparison.Ordinal) || relation.StartsWith("acl", StringComparison.Ordinal) || relation is "ccomp" or "parataxis")) return null;
        }
        return null;
    }

    // "having lifted restrictions", "after it lifted …" tells of an earlier time than its main clause.
    private static bool IsPast(ParsedSentence sentence, int clause) =>
        sentence.ChildOf(clause, "aux") is var aux and >= 0 && sentence.Tokens[aux].Text is "having" || sentence.ChildOf(clause, "mark") is var mark and >= 0 && Prepositions.IsBackground(sentence.Tokens[mark].Text.ToLowerInvariant());

    // "FUZHOU, Sept. 20 --" dates the report, not what it reports.
    private static bool IsDateline(DateMention date, ParsedSentence sentence)
    {
        for (int i = 0; i < sentence.Tokens.Length && i < 14; i++)
            if (sentence.Tokens[i].Text is "--" or "—" or "–") return date.Span.End <= sentence.Tokens[i].Span.Start && sentence.Tokens[0].Text.All(char.IsAsciiLetterUpper);
        return false;
    }
}
