using System.Globalization;
using System.Text.RegularExpressions;

namespace Entente.Reading;

/// <summary>What a rule read: the date, its TIMEX value, and why there is no date.</summary>
internal sealed record DateValue(PartialDate? Value, string? Timex, string? Why = null);

/// <summary>One shape of expression and its meaning; earlier rules win where two overlap.</summary>
internal sealed record DateRule(string Name, Regex Pattern, Func<Match, DateOnly?, DateValue?> Read);

/// <summary>The rules, most specific first.</summary>
internal static partial class DateRules
{
    private const string M = "(?<m>January|February|March|April|May|June|July|August|September|October|November|December|Jan|Feb|Mar|Apr|Jun|Jul|Aug|Sept|Sep|Oct|Nov|Dec)\\.?";
    private const string W = "(?<w>Monday|Tuesday|Wednesday|Thursday|Friday|Saturday|Sunday)";
    private const string N = "(?<n>[0-9]{1,3}|an?|one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|fifteen|twenty|thirty)";
    private const string U = "(?<u>day|week|month|quarter|year|decade|century|centuries|hour|minute)s?";
    private const RegexOptions Plain = RegexOptions.NonBacktracking | RegexOptions.CultureInvariant;
    private const RegexOptions AnyCase = Plain | RegexOptions.IgnoreCase;

    public static IReadOnlyList<DateRule> All { get; } =
    [
        new("is an ISO date", Iso(), (m, _) => Of(Int(m, "y"), Int(m, "mo"), Int(m, "d"))),
        new("is a date", MonthDayYear(), (m, _) => Of(Int(m, "y"), Month(m), Int(m, "d"))),
        new("is a date", DayMonthYear(), (m, _) => Of(Int(m, "y"), Month(m), Int(m, "d"))),
        new("is a month", MonthYear(), (m, _) => Of(Int(m, "y"), Month(m), null)),
        new("is a date", Slashed(), (m, _) => Of(Int(m, "y"), Int(m, "mo"), Int(m, "d"))),
        new("is a quarter", Quarter(), ReadQuarter),
        new("is the nearest such day to publication", MonthDay(), (m, r) => Near(Month(m), Int(m, "d"), r)),
        new("is the nearest such day to publication", DayMonth(), (m, r) => Near(Month(m), Int(m, "d"), r)),
        new("is the month said, from publication", SaidMonth(), (m, r) => SaidMonthOf(m, r)),
        new("is the latest such weekday on or before publication", Weekday(), ReadWeekday),
        new("counts from publication", Ago(), ReadAgo),
        new("is a span of unnamed length", Recent(), (m, _) => new DateValue(null, "PX" + Unit(m), "no one date: a span before publication")),
        new("is a length of time", PastSpan(), (m, _) => new DateValue(null, Length(m), "no one date: a length of time")),
        new("counts from publication", SaidUnit(), ReadSaidUnit),
        new("counts from publication", NearDay(), ReadNearDay),
        new("is a time of day", Clock(), ReadClock),
        new("is a decade", Decade(), (m, _) => new DateValue(null, m.Groups["y"].Value[..3], "no one date: a decade")),
        new("is the latest such month on or before publication", BareMonth(), (m, r) => r is { } day ? Of(day.Month >= Month(m) ? day.Year : day.Year - 1, Month(m), null) : NoReference()),
        new("is a year", Year(), (m, _) => Of(Int(m, "y"), null, null)),
        new("is the present", Present(), (_, _) => new DateValue(null, "PRESENT_REF", "no one date: the present")),
        new("is the past", Past(), (_, _) => new DateValue(null, "PAST_REF", "no one date: the past")),
        new("is a length of time", Duration(), (m, _) => new DateValue(null, Length(m), "no one date: a length of time")),
        new("is a rhythm", Annual(), (_, _) => new DateValue(null, "P1Y", "no one date: a rhythm")),
    ];

    [GeneratedRegex("\\b(?<y>[12][0-9]{3})-(?<mo>0[1-9]|1[0-2])-(?<d>[0-3][0-9])\\b", Plain)]
    private static partial Regex Iso();

    [GeneratedRegex("\\b" + M + "\\s+(?<d>[0-3]?[0-9])(?:st|nd|rd|th)?\\s*,?\\s*(?<y>1[5-9][0-9]{2}|20[0-9]{2})\\b", AnyCase)]
    private static partial Regex MonthDayYear();

    [GeneratedRegex("\\b(?<d>[0-3]?[0-9])(?:st|nd|rd|th)?\\s+(?:of\\s+)?" + M + "\\s*,?\\s*(?<y>1[5-9][0-9]{2}|20[0-9]{2})\\b", AnyCase)]
    private static partial Regex DayMonthYear();

    [GeneratedRegex("\\b" + M + "\\s*,?\\s*(?:of\\s+)?(?<y>1[5-9][0-9]{2}|20[0-9]{2})\\b", AnyCase)]
    private static partial Regex MonthYear();

    [GeneratedRegex("\\b(?<mo>0?[1-9]|1[0-2])/(?<d>[0-3]?[0-9])/(?<y>1[5-9][0-9]{2}|20[0-9]{2})\\b", Plain)]
    private static partial Regex Slashed();

    [GeneratedRegex("\\b(?:the\\s+)?(?<q>first|second|third|fourth|final|last)\\s+quarter\\s+of\\s+(?:(?<y>[12][0-9]{3})|(?<s>this|last|next)\\s+year)\\b", AnyCase)]
    private static partial Regex Quarter();

    [GeneratedRegex("\\b" + M + "\\s+(?<d>[0-3]?[0-9])(?:st|nd|rd|th)?\\b", AnyCase)]
    private static partial Regex MonthDay();

    [GeneratedRegex("\\b(?<d>[0-3]?[0-9])(?:st|nd|rd|th)?\\s+(?:of\\s+)?" + M + "\\b", AnyCase)]
    private static partial Regex DayMonth();

    [GeneratedRegex("\\b(?<s>[Ll]ast|[Pp]ast|[Nn]ext|[Tt]his)\\s+" + M + "\\b", Plain)]
    private static partial Regex SaidMonth();

    [GeneratedRegex("\\b(?:(?<s>last|next|this|past|previous|coming|upcoming)\\s+)?" + W + "(?:\\s+(?<t>morning|afternoon|evening|night))?\\b", AnyCase)]
    private static partial Regex Weekday();

    [GeneratedRegex("\\b" + N + "\\s+" + U + "\\s+(?<s>ago|earlier|from\\s+now|later)\\b", AnyCase)]
    private static partial Regex Ago();

    [GeneratedRegex("\\b(?:the\\s+)?(?:recent|past|last|coming)\\s+(?<u>days|weeks|months|years|decades)\\b", AnyCase)]
    private static partial Regex Recent();

    [GeneratedRegex("\\bthe\\s+(?:(?:last|next|coming|previous|past)\\s+" + N + "|past)\\s+" + U + "\\b", AnyCase)]
    private static partial Regex PastSpan();

    [GeneratedRegex("\\b(?:the\\s+(?:end|beginning|start|middle)\\s+of\\s+)?(?:the\\s+)?(?<s>last|this|next|previous)\\s+(?<u>week|month|year|quarter|decade|century|weekend)\\b", AnyCase)]
    private static partial Regex SaidUnit();

    [GeneratedRegex("\\b(?:earlier\\s+)?(?<s>today|yesterday|tomorrow|tonight|this\\s+morning|this\\s+afternoon|this\\s+evening|last\\s+night)\\b", AnyCase)]
    private static partial Regex NearDay();

    [GeneratedRegex("\\b(?<h>[01]?[0-9]|2[0-3])(?::(?<mi>[0-5][0-9])(?:\\s*(?<ap>am|pm|a\\.m\\.|p\\.m\\.|UTC|GMT))?|\\s*(?<ap>am|pm|a\\.m\\.|p\\.m\\.))", AnyCase)]
    private static partial Regex Clock();

    [GeneratedRegex("\\b(?:the\\s+)?(?:(?:early|mid|late)[ -])?(?<y>1[5-9][0-9]0|20[0-9]0)s\\b", AnyCase)]
    private static partial Regex Decade();

    [GeneratedRegex("\\b(?:(?:early|mid|late)[ -])?(?<m>January|February|March|April|May|June|July|August|September|October|November|December)\\b", Plain)]
    private static partial Regex BareMonth();

    [GeneratedRegex("\\b(?:(?:early|mid|late)[ -])?(?<y>1[89][0-9]{2}|20[0-4][0-9])\\b", AnyCase)]
    private static partial Regex Year();

    [GeneratedRegex("\\b(?:now|currently|nowadays|at\\s+present)\\b", AnyCase)]
    private static partial Regex Present();

    [GeneratedRegex("\\b(?:more\\s+)?recently\\b|\\bin\\s+the\\s+past\\b", AnyCase)]
    private static partial Regex Past();

    [GeneratedRegex("\\b" + N + "[ -]" + U + "\\b", AnyCase)]
    private static partial Regex Duration();

    [GeneratedRegex("\\bannual\\b|\\bannually\\b", AnyCase)]
    private static partial Regex Annual();

    internal static DateValue NoReference() => new(null, null, "relative, and the day of publication is not known");

    internal static DateValue? Of(int year, int? month, int? day)
    {
        if (year is < 1 or > 9999 || month is < 1 or > 12) return null;
        if (day is { } d && (month is not { } m || d < 1 || d > DateTime.DaysInMonth(year, m))) return null;
        var date = new PartialDate(year, month, day);
        return new DateValue(date, date.ToString());
    }

    internal static int Int(Match m, string group) => int.Parse(m.Groups[group].ValueSpan, CultureInfo.InvariantCulture);
}
