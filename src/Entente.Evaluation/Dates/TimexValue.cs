using System.Globalization;

namespace Entente.Evaluation.Dates;

/// <summary>When two TIMEX values say the same.</summary>
/// <remarks>
/// The same letters; or the same stretch of days, however written (<c>2016-Q3</c> and <c>(2016-07-01,2016-10-01,P3M)</c>, <c>197</c> and <c>(1970-01-01,1980-01-01,P10Y)</c>);
/// or a length and a range of that length, for TIMEX3 gives a span beside the present its length as value and its ends as anchors.
/// </remarks>
internal static class TimexValue
{
    public static bool Same(string gold, string? said)
    {
        if (said is null) return false;
        if (string.Equals(gold, said, StringComparison.Ordinal)) return true;
        if (gold.StartsWith('P') && said.EndsWith("," + gold + ")", StringComparison.Ordinal)) return true;
        return Days(gold) is { } a && Days(said) is { } b && a == b;
    }

    // First day and the day after the last; null for what is no stretch of days longer than one.
    private static (DateOnly From, DateOnly End)? Days(string value)
    {
        if (value.StartsWith('('))
        {
            string[] parts = value.Trim('(', ')').Split(',');
            return parts.Length >= 2 && Day(parts[0]) is { } from && Day(parts[1]) is { } to ? (from, to) : null;
        }
        if (value.Length is 2 or 3 && int.TryParse(value, NumberStyles.None, CultureInfo.InvariantCulture, out int tens) && tens > 0)
            return value.Length == 3 ? Years(tens * 10, 10) : Years(tens * 100, 100);
        if (value.Length < 4 || !int.TryParse(value.AsSpan(0, 4), NumberStyles.None, CultureInfo.InvariantCulture, out int year) || year is < 1 or > 9990) return null;
        if (value.Length == 4) return Years(year, 1);
        if (value[4] != '-' || !int.TryParse(value.AsSpan(^1), NumberStyles.None, CultureInfo.InvariantCulture, out int last)) return null;
        if (value.Length == 7 && value[5] == 'Q' && last is >= 1 and <= 4) return Months(year, (3 * last) - 2, 3);
        if (value.Length == 7 && value[5] == 'H' && last is 1 or 2) return Months(year, last == 1 ? 1 : 7, 6);
        if (value.Length == 8 && value[5] == 'W' && int.TryParse(value.AsSpan(6), NumberStyles.None, CultureInfo.InvariantCulture, out int week) && week is >= 1 and <= 53)
        {
            var monday = DateOnly.FromDateTime(ISOWeek.ToDateTime(year, week, DayOfWeek.Monday));
            return (monday, monday.AddDays(7));
        }
        return value.Length == 7 && int.TryParse(value.AsSpan(5), NumberStyles.None, CultureInfo.InvariantCulture, out int month) && month is >= 1 and <= 12 ? Months(year, month, 1) : null;
    }

    private static (DateOnly, DateOnly)? Years(int year, int count) => year is < 1 or > 9800 ? null : (new DateOnly(year, 1, 1), new DateOnly(year + count, 1, 1));

    private static (DateOnly, DateOnly) Months(int year, int month, int count) => (new DateOnly(year, month, 1), new DateOnly(year, month, 1).AddMonths(count));

    private static DateOnly? Day(string text) => DateOnly.TryParseExact(text, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out DateOnly day) ? day : null;
}
