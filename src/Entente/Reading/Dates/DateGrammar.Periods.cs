namespace Entente.Reading;

internal sealed partial class DateGrammar
{
    private const string Counts = "counts from publication";
    private const string CountsNarrated = "counts from the day last named";

    // "last year", "the end of next month", "earlier this week", "last February", "the beginning of the year", "the week after next".
    private DateReading? SaidUnit(int i)
    {
        int at = Past(i, "the");
        if (Is(at, "very")) at++;
        bool part = false;
        if (Text(at) is "end" or "beginning" or "start" or "middle" or "rest" or "whole" or "entire" && (Is(at + 1, "of") || Text(at) is "whole" or "entire"))
        {
            part = true;
            at = Past(Past(at + 1, "of"), "the");
        }
        else if (Text(at) is "early" or "late" or "later" or "earlier" or "mid")
        {
            part = Text(at) is "later" or "earlier";
            at = PastHyphen(at + 1);
            int inThe = Is(at, "in") ? Past(at + 1, "the") : at;
            if (inThe > at + 1 && part && Kind(inThe) == DateWord.Unit) at = inThe;
            else if (Is(at, "in")) return null;
        }
        string said = Text(at) is "last" or "past" or "previous" or "this" or "current" or "next" or "coming" or "upcoming" or "following" or "same" or "that" ? Text(at) : "";
        int unit = said.Length > 0 ? at + 1 : at;
        if (said.Length > 0 && Kind(unit) == DateWord.Month && tokens[unit].Capital | Text(at) is "last" or "next" && said is not ("past" or "same" or "that" or "current")) return SaidMonth(said, unit);
        if (Kind(unit) != DateWord.Unit || IsPlural(unit)) return null;
        char u = (char)tokens[unit].Value;
        if (u is 'h' or 'm' or 's' or 'H' && said.Length == 0) return null;
        if (said.Length == 0)
        {
            if (!part && !(Is(i, "the") && Is(unit + 1, "after") && Is(unit + 2, "next")) && !(Is(i, "the") && u == 'E')) return null;
            if (Is(unit + 1, "of") || (i == unit && u != 'E')) return null;
        }
        if (said is "past" && u is 'T' or 'C' || (u == 'D' && said.Length == 0)) return null;
        bool narrated = said is "following" or "that" or "same" || (said is "previous" or "next" && Is(i, "the") && Narrated is not null);
        if ((narrated ? Anchor : reference) is not { } r) return new(unit + 1, DateValue.Unanchored(Grain(u)));
        int step = Step(said);
        int end = unit + 1;
        if (said.Length == 0 && Is(unit + 1, "after") && Is(unit + 2, "next")) (step, end) = (2, unit + 3);
        if (u == 'E' && said.Length == 0 && end == unit + 1)
        {
            // "Over the weekend" of a working day is the one before.
            bool over = r.DayOfWeek is not (DayOfWeek.Saturday or DayOfWeek.Sunday) && !IsAhead(i);
            return new(end, DateValue.Weekend(over ? r.AddDays(-7) : r, Counts));
        }
        if (u == 'D') return said is "last" or "past" or "current" ? null : new(end, DateValue.Day(r.AddDays(step), narrated && Narrated is not null ? CountsNarrated : Counts));
        return Made(end, Unit(u, r, step, narrated && Narrated is not null ? CountsNarrated : Counts));
    }

    private static DateValue? Unit(char unit, DateOnly r, int step, string rule)
    {
        if (Math.Abs(step) > 5000) return null;
        switch (unit)
        {
            case 'W': return DateValue.Week(r.AddDays(7 * step), rule);
            case 'E': return DateValue.Weekend(r.AddDays(7 * step), rule);
            case 'F': return null;
            case 'M': return DateValue.Month(r.AddMonths(step).Year, r.AddMonths(step).Month, rule);
            case 'Q': return DateValue.Quarter(r.AddMonths(3 * step).Year, ((r.AddMonths(3 * step).Month - 1) / 3) + 1, rule);
            case 'H': return DateValue.Half(r.AddMonths(6 * step).Year, r.AddMonths(6 * step).Month <= 6 ? 1 : 2, rule);
            case 'Y': return DateValue.Year(r.Year + step, rule);
            case 'T': return DateValue.Decade(r.Year + (10 * step), rule);
            case 'C': return DateValue.Century((r.Year / 100) + 1 + step, rule);
            default: return null;
        }
    }

    private static DateGrain Grain(char unit) => unit switch
    {
        'D' => DateGrain.Day,
        'W' => DateGrain.Week,
        'E' => DateGrain.Weekend,
        'M' => DateGrain.Month,
        'Q' => DateGrain.Quarter,
        'H' => DateGrain.HalfYear,
        'Y' => DateGrain.Year,
        'T' => DateGrain.Decade,
        'C' => DateGrain.Century,
        _ => DateGrain.None,
    };

    private DateReading? SaidMonth(string said, int unit)
    {
        if (reference is not { } r) return new(unit + 1, DateValue.Unanchored(DateGrain.Month));
        int month = tokens[unit].Value;
        int year = said switch
        {
            "next" or "coming" or "upcoming" or "following" => month > r.Month ? r.Year : r.Year + 1,
            "this" => r.Year,
            _ => month < r.Month ? r.Year : r.Year - 1,
        };
        return new(unit + 1, DateValue.Month(year, month, "is the month said, from publication"));
    }

    // "the week of March 3", "the week beginning on Monday".
    private DateReading? WeekOf(int i)
    {
        int at = Past(i, "the");
        if (!IsUnit(at, 'W') || IsPlural(at) || Text(at + 1) is not ("of" or "beginning" or "starting")) return null;
        int date = Past(Past(at + 2, "on"), "the");
        DateReading? day = MonthFirst(date) ?? DayFirst(date) ?? Weekday(date);
        if (day is not { Value.Grain: DateGrain.Day }) return null;
        return new(day.End, day.Value.First is { } first ? DateValue.Week(first, "is the week of a day") : DateValue.Unanchored(DateGrain.Week));
    }

    // "the third quarter of 2016", "first half", "the last week of March", "the first Monday of September", "the 19th century", "Q3 2016".
    private DateReading? OrdinalUnit(int i)
    {
        if (Text(i) is "q" or "h" && tokens[i].Word is DateWord.Known)
        {
            (int? y, int stop) = YearAfter(i + 1);
            return y is null && SaidYear(i + 1) is { } theirs ? Part(Text(i) is "q" ? 'Q' : 'H', tokens[i].Value, theirs.Year, theirs.End) : Part(Text(i) is "q" ? 'Q' : 'H', tokens[i].Value, y, y is null ? i + 1 : stop);
        }
        int at = Past(i, "the");
        if (Text(at) is "early" or "late" or "mid") at = PastHyphen(at + 1);
        bool last = Text(at) is "last" or "final";
        int n;
        if (last) n = -1;
        else if (DayAt(at) is { Ordinal: true } ordinal) (n, at) = (ordinal.Day, ordinal.End - 1);
        else return null;
        int unit = at + 1;
        while (Is(unit, "-")) unit++;
        int after = unit + 1;
        if (Kind(unit) == DateWord.Weekday && tokens[unit].Capital && Text(after) is "of" or "in" && n is >= 1 and <= 5 or -1) return NthWeekday(n, tokens[unit].Value, after + 1);
        if (Kind(unit) != DateWord.Unit || IsPlural(unit)) return null;
        switch ((char)tokens[unit].Value)
        {
            case 'C': return last ? null : Made(after, DateValue.Century(n, "is a century"));
            case 'Q' when n is >= 1 and <= 4 or -1:
            case 'H' when n is 1 or 2 or -1:
                char u = (char)tokens[unit].Value;
                if (n < 0) n = u == 'Q' ? 4 : 2;
                int of = Past(Text(after) is "of" or "in" ? after + 1 : after, "the");
                if (YearAt(of) is { } year) return Part(u, n, year.Year, year.End);
                if (SaidYear(of) is { } said) return Part(u, n, said.Year, said.End);
                if (last && Text(after) is not "of") return null;
                return u == 'H' && !Is(i, "the") ? null : Part(u, n, null, after);
            case 'W' when Text(after) is "of" or "in":
                int month = Past(after + 1, "the");
                if (Kind(month) == DateWord.Month)
                {
                    (int? y, int stop) = YearAfter(month + 1);
                    if (y is null && reference is null) return null;
                    int inYear = y ?? (tokens[month].Value <= reference!.Value.Month || IsAhead(i) ? reference!.Value.Year : reference.Value.Year - 1);
                    return new(y is null ? month + 1 : stop, WeekOfMonth(inYear, tokens[month].Value, n));
                }
                if (SaidYear(month) is { Year: > 0 } inSaid) return new(inSaid.End, n < 0 ? DateValue.Week(new DateOnly(inSaid.Year, 12, 28), "is a week of a year") : DateValue.Week(new DateOnly(inSaid.Year, 1, 4).AddDays(7 * (n - 1)), "is a week of a year"));
                if (YearAt(month) is { } whole) return new(whole.End, n < 0 ? DateValue.Week(new DateOnly(whole.Year, 12, 28), "is a week of a year") : DateValue.Week(new DateOnly(whole.Year, 1, 4).AddDays(7 * (n - 1)), "is a week of a year"));
                return null;
            default: return null;
        }
    }

    // The n-th week of a month holds its days 7n-6 to 7n for the most part; the last is the last whole one.
    private static DateValue WeekOfMonth(int year, int month, int n)
    {
        var last = new DateOnly(year, month, DateTime.DaysInMonth(year, month));
        DateOnly day = n < 0 ? last.AddDays(last.DayOfWeek == DayOfWeek.Sunday ? 0 : -(int)last.DayOfWeek) : new DateOnly(year, month, Math.Min(last.Day, (7 * (n - 1)) + 4));
        return DateValue.Week(day, "is a week of a month");
    }

    // The year zero stands for one that cannot be told without a reference day.
    private (int Year, int End)? SaidYear(int i)
    {
        int at = Past(i, "the");
        if (reference is not { } r)
            return Text(at) is "last" or "this" or "next" or "previous" or "current" or "coming" && IsUnit(at + 1, 'Y') ? (0, at + 2) : null;
        if (Text(at) is "last" or "this" or "next" or "previous" or "current" or "coming" && IsUnit(at + 1, 'Y')) return (r.Year + Step(Text(at)), at + 2);
        return at > i && IsUnit(at, 'Y') && !IsPlural(at) ? (r.Year, at + 1) : null;
    }

    private DateReading? Part(char unit, int n, int? year, int end)
    {
        if (unit == 'H' && n > 2) return null;
        int y = year ?? 0;
        if (year is 0) return new(end, DateValue.Unanchored(Grain(unit)));
        if (year is null)
        {
            if (reference is not { } r) return new(end, DateValue.Unanchored(Grain(unit)));
            // The nearest one: "the fourth quarter" is the coming one in August and the last one in January.
            int first = unit == 'Q' ? (3 * n) - 2 : n == 1 ? 1 : 7;
            int ahead = ((first - r.Month) % 12) + (first < r.Month ? 12 : 0);
            int behind = r.Month >= first ? r.Month - first - (unit == 'Q' ? 2 : 5) : r.Month + 12 - first - (unit == 'Q' ? 2 : 5);
            y = first <= r.Month ? r.Year : ahead < behind || IsAhead(end - 1) ? r.Year : r.Year - 1;
        }
        return new(end, unit == 'Q' ? DateValue.Quarter(y, n, "is a quarter") : DateValue.Half(y, n, "is half a year"));
    }

    private DateReading? NthWeekday(int n, int weekday, int at)
    {
        at = Past(at, "the");
        if (Kind(at) != DateWord.Month || reference is not { } r) return null;
        (int? year, int end) = YearAfter(at + 1);
        int y = year ?? r.Year;
        int month = tokens[at].Value;
        var first = new DateOnly(y, month, 1);
        int offset = (weekday - 1 - (((int)first.DayOfWeek + 6) % 7) + 7) % 7;
        int days = DateTime.DaysInMonth(y, month);
        int day = n > 0 ? 1 + offset + (7 * (n - 1)) : 1 + offset + (7 * ((days - 1 - offset) / 7));
        return Made(year is null ? at + 1 : end, DateValue.Day(y, month, day, "is such a weekday of a month"));
    }

    // "1999", "early 2022", "mid-2011", "fiscal 2009", "the 1990s", "the '90s".
    private DateReading? YearOrDecade(int i)
    {
        int at = Past(i, "the");
        bool part = Text(at) is "early" or "late" or "mid" or "end" or "beginning" or "start" or "middle";
        if (part) at = Past(PastHyphen(at + 1), "of");
        if (part) at = Past(at, "the");
        int decade = Is(at, "'") && Kind(at + 1) == DateWord.Decade ? at + 1 : at;
        if (Kind(decade) == DateWord.Decade)
        {
            int value = tokens[decade].Value;
            if (value < 100 && !(at > i || decade > at || Text(i - 1) is "and" or "or")) return null;
            int first = value >= 100 ? value : value >= 30 ? 1900 + value : reference is { Year: >= 2020 } && value == 20 ? 2020 : 1900 + value;
            return first is < 1500 or > 2100 ? null : Made(decade + 1, DateValue.Decade(first, "is a decade"));
        }
        if (part && Kind(at) == DateWord.Month && tokens[at].Capital && at > i + 1) return MonthFirst(at) is { } month ? new(month.End, month.Value) : null;
        if (at > i && !part) return null;
        bool fiscal = Text(at) is "fiscal" or "financial";
        if (fiscal) at = IsUnit(at + 1, 'Y') ? at + 2 : at + 1;
        if (!part && !fiscal && IsUnit(i, 'Y') && !IsPlural(i) && YearAt(i + 1) is { } named && tokens[i + 1].Figures) return Made(named.End, DateValue.Year(named.Year, "is a year"));
        if (YearAt(at) is not { } year || !tokens[at].Figures) return null;
        if (!part && !fiscal && !StandsAlone(at, year.Year)) return null;
        return Made(year.End, DateValue.Year(year.Year, "is a year"));
    }

    // "2000 troops", "UTC 1900", "flight 1549" are no years.
    private bool StandsAlone(int i, int year)
    {
        string before = Text(i - 1);
        bool asked = before is "in" or "since" or "of" or "by" or "from" or "until" or "till" or "between" or "before" or "after" or "during" or "to" or "through" or "and" or "or" or "late" or "early" or "around" or "about" or "for" or "year";
        if (Touches(i) && before is ":" or "/" or "." or "-" && !(before is "-" && Kind(i - 2) == DateWord.Number)) return false;
        if (year is < 1800 or > 2049) return asked && before is not ("of" or "to" or "and" or "or" or "for" or "about" or "around");
        if (Kind(i + 1) == DateWord.Unit || (Is(i + 1, ":") && Touches(i + 2))) return false;
        bool noun = Kind(i + 1) == DateWord.Other && !tokens[i + 1].Figures && !tokens[i + 1].Capital && Touches(i + 1) == false && tokens[i + 1].End > tokens[i + 1].Start;
        if (asked && before is not ("of" or "to" or "and" or "or" or "for" or "about" or "around" or "by" or "from")) return true;
        return !noun || (year % 100 != 0 && (asked || before is "the" or "a" or "'" || Kind(i - 1) is DateWord.Other or DateWord.Stop));
    }

    // "the summer of 2016", "last spring", "this summer", "in late autumn".
    private DateReading? Season(int i)
    {
        int at = Past(i, "the");
        bool bare = at == i;
        if (Text(at) is "early" or "late" or "mid") at = PastHyphen(at + 1);
        string said = Text(at) is "last" or "this" or "next" or "coming" or "past" or "previous" ? Text(at) : "";
        if (said.Length > 0) at++;
        if (Kind(at) != DateWord.Season) return null;
        int season = tokens[at].Value;
        int year = Past(at + 1, "of");
        if (YearAt(year) is { } named) return new(named.End, DateValue.Season(named.Year, season, "is a season"));
        if (SaidYear(year) is { } theirs) return new(theirs.End, theirs.Year == 0 ? DateValue.Unanchored(DateGrain.Season) : DateValue.Season(theirs.Year, season, "is a season"));
        if (Is(at + 1, "of") || (said.Length == 0 && bare && at == i && Text(i - 1) is not ("in" or "by" or "since" or "until")) || (!bare && said.Length == 0 && Text(i - 1) is not ("in" or "by" or "since" or "until" or "during" or "over" or "before" or "after" or "of" or "for"))) return null;
        if (reference is not { } r) return new(at + 1, DateValue.Unanchored(DateGrain.Season));
        // A winter's year is that of its December.
        int now = r.Month <= 2 && season == 4 ? r.Year - 1 : r.Year;
        bool begun = new DateOnly(now, 3 * season, 1) <= r;
        bool ahead = said.Length == 0 && IsAhead(i);
        int chosen = said switch
        {
            "this" => now,
            "next" or "coming" => begun ? now + 1 : now,
            "last" or "past" or "previous" => new DateOnly(now, 3 * season, 1).AddMonths(3) <= r ? now : now - 1,
            _ => begun || ahead ? now : now - 1,
        };
        return new(at + 1, DateValue.Season(chosen, season, "is the season said, from publication"));
    }
}
