using System.Globalization;

namespace Entente.Measures.News;

/// <summary>A month of the calendar. Ordered; the default is January of the year 0, which no text is of.</summary>
/// <param name="Index">Months since January of the year 0.</param>
public readonly record struct CalendarMonth(int Index) : IComparable<CalendarMonth>
{
    /// <summary>The month a day lies in.</summary>
    public static CalendarMonth Of(DateOnly day) => new((day.Year * 12) + day.Month - 1);

    /// <summary>The last month that is over at the end of a day: the day's own when it is the last of it, else the one before.</summary>
    public static CalendarMonth LastWhole(DateOnly day) => day.AddDays(1).Day == 1 ? Of(day) : new CalendarMonth(Of(day).Index - 1);

    /// <summary>Reads <c>2014-03</c>; null for anything else.</summary>
    public static CalendarMonth? TryParse(string text) =>
        DateOnly.TryParseExact(text, "yyyy-MM", CultureInfo.InvariantCulture, DateTimeStyles.None, out DateOnly day) ? Of(day) : null;

    /// <summary>Its year.</summary>
    public int Year => Index / 12;

    /// <summary>1 to 12.</summary>
    public int Number => (Index % 12) + 1;

    /// <inheritdoc/>
    public int CompareTo(CalendarMonth other) => Index.CompareTo(other.Index);

    /// <inheritdoc/>
    public override string ToString() => string.Create(CultureInfo.InvariantCulture, $"{Year:0000}-{Number:00}");

    /// <summary>Earlier.</summary>
    public static bool operator <(CalendarMonth left, CalendarMonth right) => left.Index < right.Index;

    /// <summary>Later.</summary>
    public static bool operator >(CalendarMonth left, CalendarMonth right) => left.Index > right.Index;

    /// <summary>Not later.</summary>
    public static bool operator <=(CalendarMonth left, CalendarMonth right) => left.Index <= right.Index;

    /// <summary>Not earlier.</summary>
    public static bool operator >=(CalendarMonth left, CalendarMonth right) => left.Index >= right.Index;
}
