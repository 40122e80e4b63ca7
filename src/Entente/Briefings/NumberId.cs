using System.Globalization;
using Entente.Record;

namespace Entente.Briefings;

/// <summary>Names one number of a briefing, so that <c>entente explain</c> can say where it comes from. Immutable.</summary>
/// <remarks>
/// <c>score:CHN-RUS:overall:2021@2022-09-20=72.3</c> for a score as of a day, <c>panel:trade_dependence:CHN>RUS:2016=0.0205</c> for a value of
/// the record (<c>CHN-RUS</c> where the indicator has no direction). The value may be left out. Permanent.
/// </remarks>
/// <param name="Dyad">The two states.</param>
/// <param name="Year">The year it speaks of.</param>
/// <param name="Value">The number as printed, or null.</param>
public abstract record NumberId(UndirectedDyad Dyad, int Year, double? Value)
{
    private static readonly string[] s_kinds = ["score:", "panel:"];

    /// <summary>Whether the text begins like such a name.</summary>
    public static bool IsNumber(string text) => s_kinds.Any(k => text.StartsWith(k, StringComparison.Ordinal));

    /// <summary>Reads a name; null when it is none.</summary>
    public static NumberId? TryParse(string text)
    {
        ArgumentNullException.ThrowIfNull(text);
        string[] halves = text.Split('=', 2);
        double? value = null;
        if (halves.Length == 2)
        {
            if (!double.TryParse(halves[1], NumberStyles.Float, CultureInfo.InvariantCulture, out double printed)) return null;
            value = printed;
        }
        return halves[0].Split(':') switch
        {
            ["score", var dyad, var line, var when] => Score(dyad, line, when.Split('@'), value),
            ["panel", var indicator, var dyad, var year] => Panel(indicator, dyad, year, value),
            _ => null,
        };
    }

    private static ScoreId? Score(string dyad, string line, string[] when, double? value)
    {
        if (Pair(dyad.Split('-')) is not var (a, b) || when is not [var year, var day] || ReadYear(year) is not { } of) return null;
        bool strict = day.EndsWith(ScoreId.StrictMark, StringComparison.Ordinal);
        if (strict) day = day[..^ScoreId.StrictMark.Length];
        if (!DateOnly.TryParseExact(day, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out DateOnly asOf)) return null;
        Dimension? dimension = null;
        if (line != "overall")
        {
            if (!Enum.TryParse(line, ignoreCase: true, out Dimension named) || !Enum.IsDefined(named)) return null;
            dimension = named;
        }
        return new ScoreId(new UndirectedDyad(a, b), dimension, of, asOf, value) { Vintage = strict ? Vintage.Strict : Vintage.Cut };
    }

    private static PanelId? Panel(string indicator, string dyad, string year, double? value)
    {
        bool directed = dyad.Contains('>', StringComparison.Ordinal);
        Indicator? found = Indicators.All.FirstOrDefault(i => i.Id == indicator);
        return found is null || found.Directed != directed || Pair(dyad.Split(directed ? '>' : '-')) is not var (a, b) || ReadYear(year) is not { } of
            ? null
            : new PanelId(found, new UndirectedDyad(a, b), a, of, value);
    }

    private static (StateId A, StateId B)? Pair(string[] codes) =>
        codes is [var a, var b] && a != b && StateNames.Resolve(a).Match is { } first && StateNames.Resolve(b).Match is { } second && first != second ? (first, second) : null;

    private static int? ReadYear(string text) => int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out int year) ? year : null;

    /// <summary>The value's part of the name.</summary>
    protected string Suffix(string format) => Value is { } value ? "=" + value.ToString(format, CultureInfo.InvariantCulture) : "";
}

/// <summary>A score: along one line or, with none, overall.</summary>
/// <param name="Dyad">The two states.</param>
/// <param name="Dimension">The line; null for overall.</param>
/// <param name="Year">The year it speaks of.</param>
/// <param name="AsOf">Nothing later was used.</param>
/// <param name="Value">The number as printed, or null.</param>
public sealed record ScoreId(UndirectedDyad Dyad, Dimension? Dimension, int Year, DateOnly AsOf, double? Value) : NumberId(Dyad, Year, Value)
{
    internal const string StrictMark = "+strict";

    /// <summary>Whether datasets published later were left out; written as <c>@2022-09-20+strict</c>.</summary>
    public Vintage Vintage { get; init; }

    /// <inheritdoc/>
    public override string ToString() => string.Create(CultureInfo.InvariantCulture,
        $"score:{Dyad.First}-{Dyad.Second}:{Dimension?.ToString().ToLowerInvariant() ?? "overall"}:{Year}@{AsOf:yyyy-MM-dd}{(Vintage == Vintage.Strict ? StrictMark : "")}{Suffix("0.0")}");
}

/// <summary>A value of the record.</summary>
/// <param name="Indicator">What is measured.</param>
/// <param name="Dyad">The two states.</param>
/// <param name="Source">The state it runs from, where it has a direction.</param>
/// <param name="Year">The year.</param>
/// <param name="Value">The number as printed, or null.</param>
public sealed record PanelId(Indicator Indicator, UndirectedDyad Dyad, StateId Source, int Year, double? Value) : NumberId(Dyad, Year, Value)
{
    /// <inheritdoc/>
    public override string ToString()
    {
        string dyad = Indicator.Directed ? $"{Source}>{(Source == Dyad.First ? Dyad.Second : Dyad.First)}" : $"{Dyad.First}-{Dyad.Second}";
        return string.Create(CultureInfo.InvariantCulture, $"panel:{Indicator.Id}:{dyad}:{Year}{Suffix("0.####")}");
    }
}
