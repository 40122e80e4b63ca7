using System.Globalization;

namespace Entente.Reading;

/// <summary>What an expression means: its TIMEX value, its grain, the days it covers, and the rule that read it.</summary>
internal sealed record DateValue(string? Timex, DateGrain Grain, DateOnly? First, DateOnly? Last, string Rule)
{
    private const string Relative = "relative, and the day of publication is not known";

    /// <summary>The narrowest date that holds all its days; null when they share no year, or there are none.</summary>
    public PartialDate? Date => (First, Last, Grain) switch
    {
        (null, _, _) or (_, null, _) or (_, _, DateGrain.Time) => null,
        ({ } f, { } l, _) when f == l => new PartialDate(f),
        ({ } f, { } l, _) when f.Year == l.Year && f.Month == l.Month => new PartialDate(f.Year, f.Month),
        ({ } f, { } l, _) when f.Year == l.Year => new PartialDate(f.Year),
        _ => null,
    };

    public static DateValue Unanchored(DateGrain grain) => new(null, grain, null, null, Relative);

    public static DateValue Vague(string timex, string rule) => new(timex, DateGrain.None, null, null, rule);

    public static DateValue Day(DateOnly day, string rule, string suffix = "") => new(Iso(day) + suffix, DateGrain.Day, day, day, rule);

    public static DateValue? Day(int year, int month, int day, string rule) =>
        year is < 1 or > 9999 || month is < 1 or > 12 || day < 1 || day > DateTime.DaysInMonth(year, month) ? null : Day(new DateOnly(year, month, day), rule);

    public static DateValue Month(int year, int month, string rule) =>
        new(Text($"{year:0000}-{month:00}"), DateGrain.Month, new DateOnly(year, month, 1), new DateOnly(year, month, DateTime.DaysInMonth(year, month)), rule);

    public static DateValue? Year(int year, string rule) => year is < 1 or > 9999 ? null : new(Text($"{year:0000}"), DateGrain.Year, new DateOnly(year, 1, 1), new DateOnly(year, 12, 31), rule);

    public static DateValue Week(DateOnly day, string rule)
    {
        DateOnly monday = Monday(day);
        return new(WeekCode(monday), DateGrain.Week, monday, monday.AddDays(6), rule);
    }

    public static DateValue Weekend(DateOnly day, string rule)
    {
        DateOnly monday = Monday(day);
        return new(WeekCode(monday) + "-WE", DateGrain.Weekend, monday.AddDays(5), monday.AddDays(6), rule);
    }

    public static DateValue Quarter(int year, int quarter, string rule)
    {
        var first = new DateOnly(year, (3 * quarter) - 2, 1);
        return new(Text($"{year:0000}-Q{quarter}"), DateGrain.Quarter, first, first.AddMonths(3).AddDays(-1), rule);
    }

    public static DateValue Half(int year, int half, string rule)
    {
        var first = new DateOnly(year, half == 1 ? 1 : 7, 1);
        return new(Text($"{year:0000}-H{half}"), DateGrain.HalfYear, first, first.AddMonths(6).AddDays(-1), rule);
    }

    /// <summary>A season by the months of the northern half; winter begins in December of its year.</summary>
    public static DateValue Season(int year, int season, string rule)
    {
        var first = new DateOnly(year, 3 * season, 1);
        return new(Text($"{year:0000}-{"SP SU FA WI".Split(' ')[season - 1]}"), DateGrain.Season, first, first.AddMonths(3).AddDays(-1), rule);
    }

    public static DateValue? Decade(int year, string rule) => year is < 10 or > 9980 ? null
        : new((year / 10).ToString("000", CultureInfo.InvariantCulture), DateGrain.Decade, new DateOnly(year / 10 * 10, 1, 1), new DateOnly((year / 10 * 10) + 9, 12, 31), rule);

    /// <summary>The nineteenth century is 1801 to 1900 to the day, and the years that begin with 18 to TIMEX and to news.</summary>
    public static DateValue? Century(int number, string rule) => number is < 1 or > 99 ? null
        : new((number - 1).ToString("00", CultureInfo.InvariantCulture), DateGrain.Century, new DateOnly(Math.Max(1, (number - 1) * 100), 1, 1), new DateOnly(((number - 1) * 100) + 99, 12, 31), rule);

    /// <summary>From a first day to the day it ends, with a length.</summary>
    public static DateValue Range(DateOnly first, DateOnly end, string length, string rule) =>
        new($"({Iso(first)},{Iso(end)},{length})", DateGrain.Range, first, end, rule);

    public static DateOnly Monday(DateOnly day) => day.AddDays(-(((int)day.DayOfWeek + 6) % 7));

    public static string Iso(DateOnly day) => day.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);

    private static string WeekCode(DateOnly monday)
    {
        var at = monday.ToDateTime(TimeOnly.MinValue);
        return Text($"{ISOWeek.GetYear(at):0000}-W{ISOWeek.GetWeekOfYear(at):00}");
    }

    private static string Text(FormattableString text) => text.ToString(CultureInfo.InvariantCulture);
}
