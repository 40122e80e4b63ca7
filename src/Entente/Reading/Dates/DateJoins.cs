using System.Globalization;

namespace Entente.Reading;

/// <summary>Joins neighbours into one expression: "Wednesday at 3 pm", "from 2014 to 2018", "between March and May".</summary>
internal static class DateJoins
{
    public static void Apply(DateToken[] tokens, List<(int First, int End, DateValue Value)> found)
    {
        for (int i = found.Count - 2; i >= 0; i--)
        {
            if ((Clock(tokens, found, i) ?? Range(tokens, found[i], found[i + 1])) is not { } joined) continue;
            found[i] = joined;
            found.RemoveAt(i + 1);
        }
    }

    private static (int First, int End, DateValue Value)? Clock(DateToken[] tokens, List<(int First, int End, DateValue Value)> found, int i)
    {
        (int First, int End, DateValue Value) a = found[i], b = found[i + 1];
        int between = b.First - a.End;
        if (between > 1) return null;
        string link = between == 0 ? "" : tokens[a.End].Text;
        bool timeLast = link is "" or "," or "at" or "around" && a.Value is { Grain: DateGrain.Day, Timex.Length: 10 } && b.Value.Grain is DateGrain.Time;
        bool timeFirst = link is "" or "on" && b.Value is { Grain: DateGrain.Day, Timex.Length: 10 } && a.Value.Grain is DateGrain.Time;
        if (link is "," && a.Value is { Grain: DateGrain.Time, Timex: { } alone } && b.Value is { Grain: DateGrain.Day, Timex.Length: 10 })
        {
            // "At 16:15 UTC, June 1st": two expressions, the first on the second's day.
            found[i] = a with { Value = a.Value with { Timex = b.Value.Timex + alone[alone.IndexOf('T', StringComparison.Ordinal)..] } };
            return null;
        }
        if (timeLast == timeFirst) return null;
        (DateValue day, DateValue time) = timeLast ? (a.Value, b.Value) : (b.Value, a.Value);
        if (time.Timex is not { } clock || !clock.Contains('T', StringComparison.Ordinal)) return null;
        return (a.First, b.End, day with { Timex = day.Timex + clock[clock.IndexOf('T', StringComparison.Ordinal)..] });
    }

    private static (int First, int End, DateValue Value)? Range(DateToken[] tokens, (int First, int End, DateValue Value) a, (int First, int End, DateValue Value) b)
    {
        if (b.First - a.End != 1) return null;
        if (a.Value.Grain is DateGrain.Range or DateGrain.Time or DateGrain.Century || b.Value.Grain is DateGrain.Range or DateGrain.Time or DateGrain.Century) return null;
        string opener = a.First > 0 ? tokens[a.First - 1].Text : "";
        string link = tokens[a.End].Text;
        bool opened = (opener is "from" && link is "to" or "until" or "till" or "through" or "-" or "–") || (opener is "between" && link is "and" or "-" or "–" or "through");
        bool dashed = link is "to" or "through" or "until" or "till" or "–" or "-" && a.Value.Grain == b.Value.Grain && a.Value.Grain is DateGrain.Day or DateGrain.Month or DateGrain.Year;
        if (!opened && !dashed) return null;
        if (a.Value.First is not { } from || b.Value.First is not { } to)
            return a.Value.Timex is null && a.Value.Grain >= DateGrain.Day || b.Value.Timex is null && b.Value.Grain >= DateGrain.Day ? (opened ? a.First - 1 : a.First, b.End, DateValue.Unanchored(DateGrain.Range)) : null;
        if (from >= to) return null;
        DateGrain grain = a.Value.Grain > b.Value.Grain ? b.Value.Grain : a.Value.Grain;
        string length = grain switch
        {
            DateGrain.Year => Text($"P{to.Year - from.Year}Y"),
            DateGrain.Month => Text($"P{((to.Year - from.Year) * 12) + to.Month - from.Month}M"),
            DateGrain.Week => Text($"P{(to.DayNumber - from.DayNumber) / 7}W"),
            _ => Text($"P{to.DayNumber - from.DayNumber}D"),
        };
        DateValue range = DateValue.Range(from, to, length, "is a range") with { Last = b.Value.Last };
        return (opened ? a.First - 1 : a.First, b.End, range);
    }

    private static string Text(FormattableString text) => text.ToString(CultureInfo.InvariantCulture);
}
