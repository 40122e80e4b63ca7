using System.Globalization;

namespace Entente.Reading;

internal sealed partial class DateGrammar
{
    // "now", "recently", "in the past", "soon", "annual", "every two weeks".
    private DateReading? Spoken(int i)
    {
        const string present = "is the present", past = "is the past", future = "is the future";
        switch (Text(i))
        {
            case "now" when !Is(i + 1, "defunct"):
            case "currently" or "nowadays": return new(i + 1, DateValue.Vague("PRESENT_REF", present));
            case "at" when Text(i + 1) is "present" && Kind(i + 2) != DateWord.Other: return new(i + 2, DateValue.Vague("PRESENT_REF", present));
            case "at" when Is(i + 1, "the") && Is(i + 2, "moment"): return new(i + 3, DateValue.Vague("PRESENT_REF", present));
            case "recently": return new(i + 1, DateValue.Vague("PAST_REF", past));
            case "more" when Is(i + 1, "recently"): return new(i + 2, DateValue.Vague("PAST_REF", past));
            case "the" when Is(i + 1, "past") && Text(i - 1) is "in" or "of" or "from" && !IsUnit(i + 2) && Kind(i + 2) is not (DateWord.Number or DateWord.Unit) && Text(i + 2) is not ("few" or "several" or "couple" or "half"):
                return new(i + 2, DateValue.Vague("PAST_REF", past));
            case "the" when Is(i + 1, "future") && Text(i - 1) is "in" or "of" or "for": return new(i + 2, DateValue.Vague("FUTURE_REF", future));
            case "soon" when !Is(i + 1, "after") && !Is(i - 1, "as") && !Is(i - 1, "too"): return new(i + 1, DateValue.Vague("FUTURE_REF", future));
            case "very" when Is(i + 1, "soon"): return new(i + 2, DateValue.Vague("FUTURE_REF", future));
            case "annual" or "annually" or "yearly" when !tokens[i].Capital: return Rhythm(i + 1, "P1Y");
            case "daily" when !tokens[i].Capital: return Rhythm(i + 1, "P1D");
            case "weekly" when !tokens[i].Capital: return Rhythm(i + 1, "P1W");
            case "monthly" when !tokens[i].Capital: return Rhythm(i + 1, "P1M");
            case "quarterly" when !tokens[i].Capital: return Rhythm(i + 1, "P3M");
            case "every" or "each": return Every(i);
            case "once" or "twice" when Text(i + 1) is "a" && Kind(i + 2) == DateWord.Unit: return Rhythm(i + 3, Length(1, (char)tokens[i + 2].Value));
            default: return null;
        }
    }

    private static DateReading Rhythm(int end, string timex) => new(end, DateValue.Vague(timex, "is a rhythm"));

    private DateReading? Every(int i)
    {
        int at = Past(i + 1, "other");
        if (Kind(at) == DateWord.Weekday && tokens[at].Capital) return Rhythm(at + 1, "XXXX-WXX-" + tokens[at].Value.ToString(CultureInfo.InvariantCulture));
        if (CountAt(at) is { N: { } n, Article: false } count && Kind(count.End) == DateWord.Unit) return Rhythm(count.End + 1, Length(n, (char)tokens[count.End].Value));
        if (Kind(at) == DateWord.DayPart) return Rhythm(at + 1, Part(at, out _));
        return Kind(at) == DateWord.Unit && !IsPlural(at) && !IsUnit(at, 'H', 'E') ? Rhythm(at + 1, Length(at > i + 1 ? 2 : 1, (char)tokens[at].Value)) : null;
    }

    // "16:15 UTC", "3 p.m.", "9:30 am", "noon".
    private DateReading? Clock(int i)
    {
        if (Text(i) is "noon" or "midnight" && tokens[i].Word is DateWord.Known) return new(i + 1, new DateValue(Is(i, "noon") ? "T12:00" : "T00:00", DateGrain.Time, null, null, "is a time of day"));
        if (Kind(i) != DateWord.Number || !tokens[i].Figures || tokens[i].Value > 23 || (i > 0 && Touches(i) && Is(i - 1, ":"))) return null;
        int hour = tokens[i].Value, at = i + 1;
        string minutes = "";
        if (Is(at, ":") && Touches(at) && Kind(at + 1) == DateWord.Number && Touches(at + 1) && tokens[at + 1].End - tokens[at + 1].Start == 2 && tokens[at + 1].Value < 60)
        {
            minutes = ":" + tokens[at + 1].Value.ToString("00", CultureInfo.InvariantCulture);
            at += 2;
            if (Is(at, ":") && Touches(at)) return null;
        }
        string half = Text(at);
        bool halved = half is "am" or "pm" or "a.m" or "p.m", zoned = half is "utc" or "gmt";
        if (minutes.Length == 0 && !halved) return null;
        if (halved && hour > 12) return null;
        if (half.StartsWith('p') && halved && hour < 12) hour += 12;
        else if (half.StartsWith('a') && halved && hour == 12) hour = 0;
        string time = string.Create(CultureInfo.InvariantCulture, $"T{hour:00}{minutes}{(zoned ? "Z" : "")}");
        return new(halved || zoned ? at + 1 : at, new DateValue(zoned && reference is { } r ? DateValue.Iso(r) + time : time, DateGrain.Time, null, null, "is a time of day"));
    }

    // "Christmas Day", "New Year's Eve", "Good Friday", "Thanksgiving", with a year or without.
    private DateReading? Holiday(int i)
    {
        if (tokens[i].Word is not (DateWord.Known or DateWord.Month) || (!tokens[i].Capital && tokens[i].Text is not ("christmas" or "easter" or "halloween" or "thanksgiving"))) return null;
        (int End, Func<int, DateOnly> Day)? found = Named(i);
        if (found is not { } holiday) return null;
        int at = Past(holiday.End, "of");
        if (YearAt(at) is { } year && tokens[at].Figures) return new(year.End, DateValue.Day(holiday.Day(year.Year), "is a holiday"));
        if (SaidYear(at) is { } said) return new(said.End, said.Year == 0 ? DateValue.Unanchored(DateGrain.Day) : DateValue.Day(holiday.Day(said.Year), "is a holiday"));
        if (reference is not { } r) return new(holiday.End, DateValue.Unanchored(DateGrain.Day));
        DateOnly[] near = [holiday.Day(r.Year - 1), holiday.Day(r.Year), holiday.Day(r.Year + 1)];
        DateOnly day = IsAhead(i) ? near.First(d => d >= r) : near.MinBy(d => Math.Abs(d.DayNumber - r.DayNumber));
        return new(holiday.End, DateValue.Day(day, "is the nearest such holiday to publication"));
    }

    private (int End, Func<int, DateOnly> Day)? Named(int i)
    {
        bool day = IsUnit(i + 1, 'D') && tokens[i + 1].Capital == tokens[i].Capital, eve = Is(i + 1, "eve");
        switch (Text(i))
        {
            case "christmas": return (day || eve ? i + 2 : i + 1, y => new DateOnly(y, 12, eve ? 24 : 25));
            case "new" when Text(i + 1) is "year's" || (IsUnit(i + 1, 'Y') && tokens[i + 1].Capital):
                if (Is(i + 2, "eve")) return (i + 3, y => new DateOnly(y, 12, 31));
                return IsUnit(i + 2, 'D') ? (i + 3, y => new DateOnly(y, 1, 1)) : Is(i + 1, "year's") ? (i + 2, y => new DateOnly(y, 1, 1)) : null;
            case "easter": return (Kind(i + 1) == DateWord.Weekday ? i + 2 : i + 1, Has(i + 1) && tokens[i + 1].Word is DateWord.Weekday && tokens[i + 1].Value == 1 ? y => Easter(y).AddDays(1) : Easter);
            case "good" when Kind(i + 1) == DateWord.Weekday && tokens[i + 1].Value == 5: return (i + 2, y => Easter(y).AddDays(-2));
            case "thanksgiving": return (day ? i + 2 : i + 1, y => Nth(y, 11, DayOfWeek.Thursday, 4));
            case "halloween": return (i + 1, y => new DateOnly(y, 10, 31));
            case "independence" when day: return (i + 2, y => new DateOnly(y, 7, 4));
            case "black" when Kind(i + 1) == DateWord.Weekday && tokens[i + 1].Value == 5: return (i + 2, y => Nth(y, 11, DayOfWeek.Thursday, 4).AddDays(1));
            case "st" or "saint" when Text(i + 1) is "patrick's" && IsUnit(i + 2, 'D'): return (i + 3, y => new DateOnly(y, 3, 17));
            case "father's" when day: return (i + 2, y => Nth(y, 6, DayOfWeek.Sunday, 3));
            case "mother's" when day: return (i + 2, y => Nth(y, 5, DayOfWeek.Sunday, 2));
            case "martin" when Text(i + 1) is "luther" && Is(i + 2, "king") && IsUnit(Text(i + 3) is "" ? i + 4 : i + 3, 'D'): return (Text(i + 3) is "" ? i + 5 : i + 4, y => Nth(y, 1, DayOfWeek.Monday, 3));
            case "bastille" when day: return (i + 2, y => new DateOnly(y, 7, 14));
            case "boxing" when day: return (i + 2, y => new DateOnly(y, 12, 26));
            case "labor" or "labour" when day: return (i + 2, y => Nth(y, 9, DayOfWeek.Monday, 1));
            case "memorial" when day: return (i + 2, y => Last(y, 5, DayOfWeek.Monday));
            case "veterans" or "armistice" or "remembrance" when day: return (i + 2, y => new DateOnly(y, 11, 11));
            case "columbus" when day: return (i + 2, y => Nth(y, 10, DayOfWeek.Monday, 2));
            case "victory" when day: return (i + 2, y => new DateOnly(y, 5, 9));
            case "valentine's" when day: return (i + 2, y => new DateOnly(y, 2, 14));
            case "may" when day && tokens[i].Word is DateWord.Month: return (i + 2, y => new DateOnly(y, 5, 1));
            default: return null;
        }
    }

    private static DateOnly Nth(int year, int month, DayOfWeek weekday, int n)
    {
        var first = new DateOnly(year, month, 1);
        return first.AddDays((((int)weekday - (int)first.DayOfWeek + 7) % 7) + (7 * (n - 1)));
    }

    private static DateOnly Last(int year, int month, DayOfWeek weekday)
    {
        var last = new DateOnly(year, month, DateTime.DaysInMonth(year, month));
        return last.AddDays(-(((int)last.DayOfWeek - (int)weekday + 7) % 7));
    }

    /// <summary>Easter Sunday of the Gregorian calendar (Meeus, Jones and Butcher's computation).</summary>
    private static DateOnly Easter(int year)
    {
        int a = year % 19, b = year / 100, c = year % 100;
        int h = ((19 * a) + b - (b / 4) - ((b - ((b + 8) / 25) + 1) / 3) + 15) % 30;
        int l = (32 + (2 * (b % 4)) + (2 * (c / 4)) - h - (c % 4)) % 7;
        int m = (a + (11 * h) + (22 * l)) / 451;
        int n = h + l - (7 * m) + 114;
        return new DateOnly(year, n / 31, (n % 31) + 1);
    }
}
