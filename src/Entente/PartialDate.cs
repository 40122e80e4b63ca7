using System.Globalization;

namespace Entente;

/// <summary>A date known to the year, the month or the day, never more precise than its source: "last February" is <c>2022-02</c>.</summary>
/// <remarks>Invariant: a day implies a month. Prints and parses as ISO 8601 (<c>2022</c>, <c>2022-02</c>, <c>2022-02-04</c>).</remarks>
public readonly record struct PartialDate : IComparable<PartialDate>
{
    /// <summary>Makes the date.</summary>
    /// <exception cref="ArgumentOutOfRangeException">No such year (1–9999), month or day, or a day without a month.</exception>
    public PartialDate(int year, int? month = null, int? day = null)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(year, 1);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(year, 9999);
        if (month is < 1 or > 12) throw new ArgumentOutOfRangeException(nameof(month), month, "A month is 1 to 12.");
        if (day is not null && (month is null || day < 1 || day > DateTime.DaysInMonth(year, month.Value)))
            throw new ArgumentOutOfRangeException(nameof(day), day, "No such day in that month.");
        Year = year;
        Month = month;
        Day = day;
    }

    /// <summary>A date known to the day.</summary>
    public PartialDate(DateOnly date) : this(date.Year, date.Month, date.Day) { }

    /// <summary>Year of the common era.</summary>
    public int Year { get; }

    /// <summary>1 to 12, or null when only the year is known.</summary>
    public int? Month { get; }

    /// <summary>1 to 31, or null when only the month or year is known.</summary>
    public int? Day { get; }

    /// <summary>The first day the date can mean.</summary>
    public DateOnly Earliest => new(Year, Month ?? 1, Day ?? 1);

    /// <summary>The last day the date can mean.</summary>
    public DateOnly Latest
    {
        get
        {
            int month = Month ?? 12;
            return new(Year, month, Day ?? DateTime.DaysInMonth(Year, month));
        }
    }

    /// <summary>Reads <c>2022</c>, <c>2022-02</c> or <c>2022-02-04</c>.</summary>
    /// <returns>False, and <c>default</c>, for anything else.</returns>
    public static bool TryParse(string? text, out PartialDate date)
    {
        date = default;
        if (text is not { Length: 4 or 7 or 10 }) return false;
        if (!int.TryParse(text.AsSpan(0, 4), NumberStyles.None, CultureInfo.InvariantCulture, out int year) || year < 1) return false;
        int? month = null, day = null;
        if (text.Length >= 7)
        {
            if (text[4] != '-' || !int.TryParse(text.AsSpan(5, 2), NumberStyles.None, CultureInfo.InvariantCulture, out int m) || m is < 1 or > 12) return false;
            month = m;
        }
        if (text.Length == 10)
        {
            if (text[7] != '-' || !int.TryParse(text.AsSpan(8, 2), NumberStyles.None, CultureInfo.InvariantCulture, out int d)
                || d < 1 || d > DateTime.DaysInMonth(year, month!.Value)) return false;
            day = d;
        }
        date = new PartialDate(year, month, day);
        return true;
    }

    /// <summary>By the first day each can mean.</summary>
    public int CompareTo(PartialDate other) => Earliest.CompareTo(other.Earliest);

    /// <summary>ISO 8601, as precise as is known.</summary>
    public override string ToString() => (Month, Day) switch
    {
        (null, _) => Year.ToString("0000", CultureInfo.InvariantCulture),
        (_, null) => string.Create(CultureInfo.InvariantCulture, $"{Year:0000}-{Month:00}"),
        _ => string.Create(CultureInfo.InvariantCulture, $"{Year:0000}-{Month:00}-{Day:00}"),
    };

    /// <summary>By the first day each can mean.</summary>
    public static bool operator <(PartialDate left, PartialDate right) => left.CompareTo(right) < 0;

    /// <summary>By the first day each can mean.</summary>
    public static bool operator >(PartialDate left, PartialDate right) => left.CompareTo(right) > 0;

    /// <summary>By the first day each can mean.</summary>
    public static bool operator <=(PartialDate left, PartialDate right) => left.CompareTo(right) <= 0;

    /// <summary>By the first day each can mean.</summary>
    public static bool operator >=(PartialDate left, PartialDate right) => left.CompareTo(right) >= 0;
}
