namespace Entente.Reading;

internal sealed partial class DateGrammar
{
    private const string IsADate = "is a date";
    private const string NearestDay = "is the nearest such day to publication";

    // "2022-02-24", "24/02/2022", "2/24/2022", "3/2015".
    private DateReading? Numeric(int i)
    {
        if (Kind(i) != DateWord.Number || !tokens[i].Figures || !Has(i + 2) || !Touches(i + 1) || !Touches(i + 2) || Text(i + 1) is not ("-" or "/" or ".") || Kind(i + 2) != DateWord.Number || !tokens[i + 2].Figures) return null;
        if (i > 0 && Touches(i) && tokens[i - 1].Word is DateWord.Mark && tokens[i - 1].Text is "-" or "/" or ".") return null;
        int a = tokens[i].Value, b = tokens[i + 2].Value;
        if (Has(i + 4) && Is(i + 3, Text(i + 1)) && Touches(i + 3) && Touches(i + 4) && Kind(i + 4) == DateWord.Number && tokens[i + 4].Figures)
        {
            int c = tokens[i + 4].Value;
            if (a >= 1000) return Made(i + 5, DateValue.Day(a, b, c, IsADate));
            int year = c >= 1000 ? c : tokens[i + 4].End - tokens[i + 4].Start == 2 && Text(i + 1) is not "." ? c + (c < 50 ? 2000 : 1900) : 0;
            if (year is < 1500 or > 2099) return null;
            return Made(i + 5, a <= 12 ? DateValue.Day(year, a, b, IsADate) ?? DateValue.Day(year, b, a, IsADate) : DateValue.Day(year, b, a, IsADate));
        }
        if (Text(i + 1) is not "/") return null;
        if (b is >= 1500 and < 2100 && a is >= 1 and <= 12) return new(i + 3, DateValue.Month(b, a, "is a month"));
        return a is >= 1500 and < 2100 && b is >= 1 and <= 12 ? new(i + 3, DateValue.Month(a, b, "is a month")) : null;
    }

    // "February 24, 2022", "Feb. 24", "February 3-5", "February 2022", "February".
    private DateReading? MonthFirst(int i)
    {
        int start = i;
        string part = Text(i) is "early" or "late" or "mid" ? Text(i) : "";
        if (part.Length > 0) i = PastHyphen(i + 1);
        else if (IsUnit(Past(i, "the"), 'M') && !IsPlural(Past(i, "the")) && Is(Past(i, "the") + 1, "of")) i = Past(i, "the") + 2;
        if (Kind(i) != DateWord.Month) return null;
        DateToken month = tokens[i];
        bool abbreviated = month.End - month.Start <= 4 && month.Value is not (5 or 6 or 7);
        int at = i + 1;
        if (Is(at, ".") && Touches(at) && month.End - month.Start <= 4) at++;
        int after = Past(Past(at, ","), "the");
        if (part.Length == 0 && DayAt(after) is { } day && !(day.End - after == 1 && YearAt(after) is not null) && (after == at || day.Ordinal || tokens[after].Figures))
        {
            if (!month.Capital && !(day.Ordinal || tokens[after].Figures)) return null;
            int to = day.End;
            if (Text(to) is "-" or "–" or "to" or "through" or "until" or "and" && DayAt(to + 1) is { } last && last.Day > day.Day && tokens[to + 1].Figures && Kind(last.End) != DateWord.Month && !IsUnitWord(last.End))
            {
                (int? year, int end) = YearAfter(last.End);
                if (Text(to) is not "and" || year is not null) return Days(month.Value, day.Day, last.Day, year, end);
            }
            (int? inYear, int stop) = YearAfter(day.End);
            return inYear is { } y ? Made(stop, DateValue.Day(y, month.Value, day.Day, IsADate)) : Made(day.End, Near(month.Value, day.Day, start));
        }
        int before = at;
        if (Text(at) is "," or "of" or "in" or "'") at++;
        if (YearAt(at) is { } only && (Text(before) is not "in" || !month.Capital || before != at)) return Made(only.End, DateValue.Month(only.Year, month.Value, "is a month"));
        if (Text(before) is "of" or "in" && SaidYear(before + 1) is { } theirs)
            return new(theirs.End, reference is null ? DateValue.Unanchored(DateGrain.Month) : DateValue.Month(theirs.Year, month.Value, "is the month said, from publication"));
        if (!BareMonth(start, i, abbreviated)) return null;
        if (reference is not { } r) return new(i + 1, DateValue.Unanchored(DateGrain.Month));
        int end2 = abbreviated && Is(i + 1, ".") && Touches(i + 1) && Kind(i + 2) != DateWord.Stop && Has(i + 2) && !tokens[i + 2].Capital ? i + 2 : i + 1;
        if (IsAhead(start)) return new(end2, DateValue.Month(month.Value >= r.Month ? r.Year : r.Year + 1, month.Value, "is the next such month, as its clause speaks of the future"));
        return new(end2, DateValue.Month(month.Value <= r.Month ? r.Year : r.Year - 1, month.Value, "is the latest such month on or before publication"));
    }

    // "May" and "March" are words and names too: alone they are months only after a word that asks for one.
    private bool BareMonth(int start, int i, bool abbreviated)
    {
        bool asked = start < i || Text(i - 1) is "in" or "last" or "next" or "this" or "of" or "since" or "until" or "till" or "by" or "from" or "during" or "before" or "after" or "and" or "to" or "through" or "between" or "late" or "early" or "mid" or "for";
        if (!tokens[i].Capital) return asked && tokens[i].Value is not (3 or 5 or 8) && !abbreviated;
        if (abbreviated || tokens[i].Value is 3 or 5) return asked && !(Has(i + 1) && tokens[i + 1].Word is DateWord.Other && tokens[i + 1].Capital && tokens[i].Value is 5);
        return true;
    }

    // "24 February 2022", "the 24th of February", "3-5 March", "Wednesday the 24th" is read by Weekday.
    private DateReading? DayFirst(int i)
    {
        int at = Past(i, "the");
        if (DayAt(at) is not { } day) return null;
        int next = day.End;
        int? second = null;
        if (Text(next) is "-" or "–" or "to" or "and" or "until" or "till" && DayAt(next + 1) is { } last && last.Day > day.Day && Kind(Past(last.End, "of")) == DateWord.Month)
        {
            second = last.Day;
            next = last.End;
        }
        next = Past(next, "of");
        if (Kind(next) == DateWord.Month && (tokens[next].Capital || day.Ordinal || tokens[at].Figures))
        {
            int month = tokens[next].Value;
            int end = next + 1;
            if (Is(end, ".") && Touches(end) && tokens[next].End - tokens[next].Start <= 4 && YearAt(end + 1) is not null) end++;
            (int? year, int stop) = YearAfter(end);
            if (second is { } s) return Days(month, day.Day, s, year, stop);
            return year is { } y ? Made(stop, DateValue.Day(y, month, day.Day, IsADate)) : Made(next + 1, Near(month, day.Day, i));
        }
        // "the 20th of next month".
        int said = next;
        if (day.Ordinal && second is null && Text(said) is "next" or "this" or "last" or "previous" && IsUnit(said + 1, 'M'))
        {
            if (reference is not { } now) return new(said + 2, DateValue.Unanchored(DateGrain.Day));
            DateOnly of = now.AddMonths(Step(Text(said)));
            return Made(said + 2, DateValue.Day(of.Year, of.Month, day.Day, Counts));
        }
        // "on the 24th": the latest one, or the next where the clause looks ahead.
        if (at == i || !day.Ordinal || second is not null || next != day.End || !tokens[at].Figures || !(Text(i - 1) is "on" || (Has(day.End) && tokens[day.End].Word is DateWord.Stop))) return null;
        if (reference is not { } r) return new(day.End, DateValue.Unanchored(DateGrain.Day));
        DateOnly month1 = new(r.Year, r.Month, 1);
        if (IsAhead(i) ? day.Day < r.Day : day.Day > r.Day) month1 = month1.AddMonths(IsAhead(i) ? 1 : -1);
        return Made(day.End, DateValue.Day(month1.Year, month1.Month, day.Day, "is the latest such day on or before publication, or the next where the clause speaks of the future"));
    }

    private (int? Year, int End) YearAfter(int i)
    {
        int at = Text(i) is "," or "of" or "in" ? i + 1 : i;
        return YearAt(at) is { } year && (tokens[at].Figures || at == i || Text(i) is "of" or ",") && !(Text(i) is "in") ? (year.Year, year.End) : (null, i);
    }

    private DateReading? Days(int month, int first, int last, int? year, int end)
    {
        DateValue? from = year is { } y ? DateValue.Day(y, month, first, IsADate) : Near(month, first, end);
        if (from?.First is not { } a) return from is null ? null : new(end, from);
        return last > DateTime.DaysInMonth(a.Year, month) ? null : new(end, DateValue.Range(a, new DateOnly(a.Year, month, last), $"P{last - first}D", "is a range of days"));
    }

    // The year that puts a day of the year nearest to publication, or the next such day where the clause speaks of the future.
    private DateValue? Near(int month, int day, int at)
    {
        if (reference is not { } r) return DateValue.Unanchored(DateGrain.Day);
        if (IsAhead(at))
        {
            for (int year = r.Year; year <= r.Year + 4; year++)
                if (DateValue.Day(year, month, day, "is the next such day, as its clause speaks of the future") is { } ahead && ahead.First >= r) return ahead;
        }
        DateValue? best = null;
        for (int year = r.Year - 1; year <= r.Year + 1; year++)
            if (DateValue.Day(year, month, day, NearestDay) is { } made && (best is null || Distance(made, r) < Distance(best, r))) best = made;
        return best;
    }

    private static int Distance(DateValue value, DateOnly r) => Math.Abs(value.First!.Value.DayNumber - r.DayNumber);

    // "Monday", "last Monday", "Monday night", "Monday, 24 February 2022", "Tuesday of next week".
    private DateReading? Weekday(int i)
    {
        int at = i;
        string said = Text(i) is "last" or "past" or "previous" or "next" or "coming" or "upcoming" or "this" or "following" or "early" or "late" ? Text(i) : "";
        if (said.Length > 0) at++;
        else if (Is(i, "the") && Text(i + 1) is "following" or "previous" or "next")
        {
            said = Text(i + 1);
            at += 2;
        }
        if (Kind(at) != DateWord.Weekday) return null;
        DateToken day = tokens[at];
        bool abbreviated = day.End - day.Start <= 5;
        if (!day.Capital && abbreviated) return null;
        int end = at + 1;
        if (abbreviated && Is(end, ".") && Touches(end)) end++;
        int date = Is(end, "(") ? end + 1 : Past(end, ",");
        if (said.Length == 0 && (MonthFirst(date) ?? DayFirst(date)) is { Value.Grain: DateGrain.Day } whole) return whole;
        if (abbreviated && said.Length == 0 && day.Value is 3 or 6 or 7) return null;
        if (said.Length == 0 && Is(end, "the") && DayAt(end + 1) is { } nth && (tokens[end + 1].Figures ? nth.Ordinal : nth.Day > 3))
            return reference is { } near ? Made(nth.End, OnWeekday(day.Value, nth.Day, near)) : new(nth.End, DateValue.Unanchored(DateGrain.Day));
        int ofWeek = Past(end, "of");
        bool inWeek = Text(ofWeek) is "next" or "last" or "this" && IsUnit(ofWeek + 1, 'W');
        if (reference is not { } r) return new(inWeek ? ofWeek + 2 : end, DateValue.Unanchored(DateGrain.Day));
        DateOnly? found = said is "this" ? DateValue.Monday(r).AddDays(day.Value - 1) : null;
        if (inWeek)
        {
            found = DateValue.Monday(r).AddDays((7 * Step(Text(ofWeek))) + day.Value - 1);
            end = ofWeek + 2;
        }
        int back = (((int)r.DayOfWeek + 6) % 7) - (day.Value - 1);
        if (back < 0) back += 7;
        string rule = "is the latest such weekday on or before publication";
        int days = -back;
        if (said is "next" or "coming" or "upcoming" || (said is "following" && Narrated is null)) (days, rule) = (7 - back, "is the next such weekday after publication");
        else if (said is "last" or "past" or "previous" && back == 0) days = -7;
        else if (said is "" or "early" or "late" && back > 0 && IsAhead(i)) (days, rule) = (7 - back, "is the next such weekday, as its clause speaks of the future");
        DateOnly value = found ?? r.AddDays(days);
        string suffix = Part(end, out int stop);
        return new(stop, DateValue.Day(value, rule, suffix));
    }

    // The month nearest to publication in which that day is that weekday.
    private static DateValue? OnWeekday(int weekday, int day, DateOnly r)
    {
        for (int i = 0; i <= 12; i++)
        {
            foreach (int months in (int[])[-i, i])
            {
                DateOnly month = r.AddMonths(months);
                if (day > DateTime.DaysInMonth(month.Year, month.Month)) continue;
                var date = new DateOnly(month.Year, month.Month, day);
                if (((int)date.DayOfWeek + 6) % 7 == weekday - 1) return DateValue.Day(date, NearestDay);
            }
        }
        return null;
    }

    private string Part(int i, out int end)
    {
        end = i;
        int at = Text(i) is "early" or "late" ? PastHyphen(i + 1) : i;
        if (Kind(at) != DateWord.DayPart) return "";
        end = at + 1;
        return tokens[at].Value switch
        {
            0 => "TMO",
            1 => "TAF",
            2 => "TEV",
            _ => "TNI",
        };
    }

    private static int Step(string said) => said is "next" or "coming" or "following" or "upcoming" ? 1 : said is "last" or "past" or "previous" ? -1 : 0;

    private bool IsUnitWord(int i) => Kind(i) == DateWord.Unit;

    private static DateReading? Made(int end, DateValue? value) => value is null ? null : new(end, value);
}
