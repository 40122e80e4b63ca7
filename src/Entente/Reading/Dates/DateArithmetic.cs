using System.Globalization;
using System.Text.RegularExpressions;

namespace Entente.Reading;

internal static partial class DateRules
{
    private const int DaysAWeek = 7;

    private static int Month(Match m) => m.Groups["m"].Value.ToLowerInvariant()[..3] switch
    {
        "jan" => 1,
        "feb" => 2,
        "mar" => 3,
        "apr" => 4,
        "may" => 5,
        "jun" => 6,
        "jul" => 7,
        "aug" => 8,
        "sep" => 9,
        "oct" => 10,
        "nov" => 11,
        _ => 12,
    };

    private static string Said(Match m) => m.Groups["s"].Value.ToLowerInvariant();

    private static char Unit(Match m) => m.Groups["u"].Value.ToLowerInvariant() switch
    {
        ['d', 'a', ..] => 'D',
        ['w', ..] => 'W',
        ['m', 'o', ..] => 'M',
        _ => 'Y',
    };

    private static int Number(Match m) => m.Groups["n"].Value.ToLowerInvariant() switch
    {
        "a" or "an" or "one" or "" => 1,
        "two" => 2,
        "three" => 3,
        "four" => 4,
        "five" => 5,
        "six" => 6,
        "seven" => 7,
        "eight" => 8,
        "nine" => 9,
        "ten" => 10,
        "eleven" => 11,
        "twelve" => 12,
        "fifteen" => 15,
        "twenty" => 20,
        "thirty" => 30,
        string digits => int.Parse(digits, CultureInfo.InvariantCulture),
    };

    private static string Length(Match m)
    {
        int n = Number(m);
        return m.Groups["u"].Value.ToLowerInvariant() switch
        {
            ['h', ..] => $"PT{n}H",
            ['m', 'i', ..] => $"PT{n}M",
            ['q', ..] => $"P{3 * n}M",
            ['d', 'e', ..] => $"P{10 * n}Y",
            ['c', ..] => $"P{100 * n}Y",
            _ => $"P{n}{Unit(m)}",
        };
    }

    // The year that puts a day of the year nearest to publication.
    private static DateValue? Near(int month, int day, DateOnly? reference)
    {
        if (reference is not { } r) return NoReference();
        DateValue? best = null;
        int gap = int.MaxValue;
        for (int year = r.Year - 1; year <= r.Year + 1; year++)
        {
            if (Of(year, month, day) is not { Value: { } value } made) continue;
            int here = Math.Abs(value.Earliest.DayNumber - r.DayNumber);
            if (here < gap) (best, gap) = (made, here);
        }
        return best;
    }

    private static DateValue? SaidMonthOf(Match m, DateOnly? reference)
    {
        if (reference is not { } r) return NoReference();
        int month = Month(m);
        return Said(m) switch
        {
            "next" => Of(month > r.Month ? r.Year : r.Year + 1, month, null),
            "this" => Of(r.Year, month, null),
            _ => Of(month < r.Month ? r.Year : r.Year - 1, month, null),
        };
    }

    private static DateValue? ReadWeekday(Match m, DateOnly? reference)
    {
        if (reference is not { } r) return NoReference();
        var wanted = Enum.Parse<DayOfWeek>(m.Groups["w"].Value, ignoreCase: true);
        int back = ((int)r.DayOfWeek - (int)wanted + DaysAWeek) % DaysAWeek;
        int days = Said(m) switch
        {
            "next" or "coming" or "upcoming" => DaysAWeek - back,
            "last" or "past" or "previous" when back == 0 => -DaysAWeek,
            _ => -back,
        };
        return Day(r, days, m.Groups["t"].Value.ToLowerInvariant());
    }

    private static DateValue? Day(DateOnly reference, int days, string part)
    {
        DateOnly day = reference.AddDays(days);
        string suffix = part switch
        {
            "morning" => "TMO",
            "afternoon" => "TAF",
            "evening" => "TEV",
            "night" => "TNI",
            _ => "",
        };
        var value = new PartialDate(day);
        return new DateValue(value, value + suffix);
    }

    private static DateValue? ReadNearDay(Match m, DateOnly? reference)
    {
        if (reference is not { } r) return NoReference();
        string said = Said(m);
        int days = said is "yesterday" || said.StartsWith("last", StringComparison.Ordinal) ? -1 : said is "tomorrow" ? 1 : 0;
        return Day(r, days, said is "tonight" ? "night" : said.Split((char[]?)null)[^1]);
    }

    private static DateValue? ReadAgo(Match m, DateOnly? reference)
    {
        if (reference is not { } r) return NoReference();
        int n = Said(m) is "ago" or "earlier" ? -Number(m) : Number(m);
        return Shift(r, m.Groups["u"].Value.ToLowerInvariant(), n);
    }

    private static DateValue? ReadSaidUnit(Match m, DateOnly? reference)
    {
        if (reference is not { } r) return NoReference();
        int n = Said(m) switch
        {
            "this" => 0,
            "next" => 1,
            _ => -1,
        };
        string unit = m.Groups["u"].Value.ToLowerInvariant();
        if (unit is not ("week" or "weekend")) return Shift(r, unit, n);
        DateOnly day = r.AddDays(n * DaysAWeek);
        var at = day.ToDateTime(TimeOnly.MinValue);
        string timex = string.Create(CultureInfo.InvariantCulture, $"{ISOWeek.GetYear(at):0000}-W{ISOWeek.GetWeekOfYear(at):00}{(unit is "weekend" ? "-WE" : "")}");
        return new DateValue(new PartialDate(day.Year, day.Month), timex);
    }

    private static DateValue? Shift(DateOnly r, string unit, int n)
    {
        if (Math.Abs(n) > 900) return null;
        switch (unit[..2])
        {
            case "da": return Day(r, n, "");
            case "we": return Day(r, n * DaysAWeek, "");
            case "mo":
                DateOnly month = r.AddMonths(n);
                return Of(month.Year, month.Month, null);
            case "qu":
                DateOnly quarter = r.AddMonths(3 * n);
                return new DateValue(null, $"{quarter.Year}-Q{((quarter.Month - 1) / 3) + 1}", "no one date: a quarter");
            case "ye": return Of(r.Year + n, null, null);
            case "de": return new DateValue(null, ((r.Year / 10) + n).ToString(CultureInfo.InvariantCulture), "no one date: a decade");
            case "ce": return new DateValue(null, ((r.Year / 100) + n).ToString(CultureInfo.InvariantCulture), "no one date: a century");
            default: return new DateValue(null, null, "shorter than a day");
        }
    }

    private static DateValue? ReadClock(Match m, DateOnly? reference)
    {
        int hour = Int(m, "h");
        string half = m.Groups["ap"].Value.ToLowerInvariant();
        if (half.StartsWith('p') && hour < 12) hour += 12;
        else if (half.StartsWith('a') && hour == 12) hour = 0;
        string zone = half is "utc" or "gmt" ? "Z" : "";
        string time = string.Create(CultureInfo.InvariantCulture, $"T{hour:00}{(m.Groups["mi"].Success ? ":" + m.Groups["mi"].Value : "")}{zone}");
        return new DateValue(null, zone.Length > 0 && reference is { } r ? new PartialDate(r) + time : time, "no one date: a time of day");
    }

    private static DateValue? ReadQuarter(Match m, DateOnly? reference)
    {
        int q = m.Groups["q"].Value.ToLowerInvariant() switch
        {
            "first" => 1,
            "second" => 2,
            "third" => 3,
            _ => 4,
        };
        if (m.Groups["y"].Success) return new DateValue(null, $"{m.Groups["y"].Value}-Q{q}", "no one date: a quarter");
        if (reference is not { } r) return NoReference();
        int year = r.Year + (Said(m) switch
        {
            "this" => 0,
            "next" => 1,
            _ => -1,
        });
        return new DateValue(null, $"{year}-Q{q}", "no one date: a quarter");
    }
}
