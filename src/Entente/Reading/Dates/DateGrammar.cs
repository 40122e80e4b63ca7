namespace Entente.Reading;

/// <summary>What was read at a token: the token after it, and the meaning.</summary>
internal sealed record DateReading(int End, DateValue Value);

/// <summary>
/// The grammar of expressions of time over one stretch of tokens. Each production looks a bounded number of tokens ahead and back, so that reading is linear.
/// </summary>
/// <remarks>
/// News speaks of the past: a bare weekday, month or season is the latest one not after the reference day, unless its own clause speaks of the future ("will meet on Monday").
/// "The next day", "that year" and "two days later" count from the last day named in the paragraph, or else from the reference day.
/// </remarks>
internal sealed partial class DateGrammar(string text, DateToken[] tokens, DateOnly? reference)
{
    private const int ClauseBack = 14;

    /// <summary>The last day read in this paragraph, for "the next day".</summary>
    public DateOnly? Narrated { get; set; }

    private DateOnly? Anchor => Narrated ?? reference;

    /// <summary>The longest expression that begins at a token, or null.</summary>
    public DateReading? At(int i)
    {
        DateToken first = tokens[i];
        if (first.Word is DateWord.Other or DateWord.Stop || (first.Word is DateWord.Mark && first.Text is not "'")) return null;
        DateReading? best = null;
        Take(Numeric(i));
        Take(MonthFirst(i));
        Take(DayFirst(i));
        Take(Weekday(i));
        Take(SaidUnit(i));
        Take(OrdinalUnit(i));
        Take(WeekOf(i));
        Take(Counted(i));
        Take(NearDay(i));
        Take(YearOrDecade(i));
        Take(Season(i));
        Take(Holiday(i));
        Take(Clock(i));
        Take(Spoken(i));
        return best;

        void Take(DateReading? read)
        {
            if (read is not null && (best is null || read.End > best.End)) best = read;
        }
    }

    private bool Has(int i) => i >= 0 && i < tokens.Length;

    private DateWord Kind(int i) => Has(i) ? tokens[i].Word : DateWord.Stop;

    private string Text(int i) => Has(i) ? tokens[i].Text : "\n";

    private bool Is(int i, string word) => Has(i) && string.Equals(tokens[i].Text, word, StringComparison.Ordinal);

    private bool Touches(int i) => Has(i) && Has(i - 1) && tokens[i].Start == tokens[i - 1].End;

    private int Past(int i, string word) => Is(i, word) ? i + 1 : i;

    private int PastHyphen(int i) => Is(i, "-") ? i + 1 : i;

    private bool IsUnit(int i, params ReadOnlySpan<char> units) => Kind(i) == DateWord.Unit && units.Contains((char)tokens[i].Value);

    private bool IsPlural(int i) => Text(i).EndsWith('s');

    /// <summary>Whether the clause before a token speaks of what is to come.</summary>
    private bool IsAhead(int i)
    {
        for (int j = i - 1; j >= 0 && j >= i - ClauseBack; j--)
        {
            if (tokens[j].Word is DateWord.Stop) return false;
            switch (tokens[j].Text)
            {
                case "said" or "told" or "announced" or "reported" or "added" or "says": return false;
                case "set" when Is(j + 1, "to"):
                case "will" or "would" or "should" or "must" or "want" or "wants" or "shall" or "going" or "plans" or "planned" or "planning" or "expected" or "scheduled" or "due" or "aims" or "hopes" or "intends":
                    return true;
            }
        }
        return false;
    }

    /// <summary>A year in figures (1500 to 2099) or words, and the token after it.</summary>
    private (int Year, int End)? YearAt(int i)
    {
        if (Kind(i) == DateWord.Number && tokens[i].Figures && tokens[i].End - tokens[i].Start == 4 && tokens[i].Value is >= 1500 and < 2100) return (tokens[i].Value, i + 1);
        if (Kind(i) != DateWord.Number || tokens[i].Figures) return null;
        int value = tokens[i].Value;
        if (value is 2 && Is(i + 1, "thousand"))
        {
            int at = Past(i + 2, "and");
            return Small(at) is { } rest ? (2000 + rest.N, rest.End) : (2000, i + 2);
        }
        int tens = PastHyphen(i + 1);
        if (value is >= 15 and <= 20 && Small(tens) is { N: >= 10 } two) return ((value * 100) + two.N, two.End);
        return null;
    }

    // A number below a hundred in words.
    private (int N, int End)? Small(int i)
    {
        if (Kind(i) != DateWord.Number || tokens[i].Figures || tokens[i].Value >= 100) return null;
        int n = tokens[i].Value;
        int next = PastHyphen(i + 1);
        if (n >= 20 && Kind(next) == DateWord.Number && !tokens[next].Figures && tokens[next].Value < 10) return (n + tokens[next].Value, next + 1);
        return (n, i + 1);
    }

    /// <summary>A day of the month, 1 to 31: "3", "3rd", "third", "twenty-first".</summary>
    private (int Day, int End, bool Ordinal)? DayAt(int i)
    {
        if (Kind(i) == DateWord.Ordinal) return tokens[i].Value is >= 1 and <= 31 ? (tokens[i].Value, i + 1, true) : null;
        if (Kind(i) != DateWord.Number) return null;
        if (tokens[i].Figures) return tokens[i].Value is >= 1 and <= 31 && tokens[i].End - tokens[i].Start <= 2 && !(Is(i + 1, ":") && Touches(i + 1)) ? (tokens[i].Value, i + 1, false) : null;
        int next = PastHyphen(i + 1);
        if (tokens[i].Value is 20 or 30 && Kind(next) == DateWord.Ordinal && !tokens[next].Figures && tokens[next].Value < 10) return (tokens[i].Value + tokens[next].Value, next + 1, true);
        return Small(i) is { N: <= 31 } small ? (small.N, small.End, false) : null;
    }

    /// <summary>How many of a unit: "3", "twenty-five", "a", "a couple of", "several"; vague ones have no number.</summary>
    private (int? N, int End, bool Article)? CountAt(int i)
    {
        switch (Text(i))
        {
            case "a" or "an":
                if (Is(i + 1, "couple")) return (2, Past(i + 2, "of"), false);
                if (Is(i + 1, "few")) return (null, i + 2, false);
                return (1, i + 1, true);
            case "another": return (1, i + 1, false);
            case "couple": return (2, Past(i + 1, "of"), false);
            case "few" or "several" or "many" or "some": return (null, i + 1, false);
            case "hundred" or "thousand": return null;
        }
        if (Kind(i) != DateWord.Number) return null;
        return tokens[i].Figures ? (tokens[i].Value, i + 1, false) : Small(i) is { } small ? (small.N, small.End, false) : null;
    }
}
