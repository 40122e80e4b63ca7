using System.Text.Json;
using Entente.Reading;

namespace Entente.Evaluation.Dates;

/// <summary>How well expressions of time are found and valued.</summary>
/// <param name="N">Annotated expressions.</param>
/// <param name="SpanF1">F1 of exact spans, 0 to 1; null when there is nothing to score.</param>
/// <param name="ValueF1">F1 of exact spans with the right value, in texts whose annotations have values; null when none has.</param>
public sealed record DateScore(int N, double? SpanF1, double? ValueF1)
{
    /// <summary>F1 of overlapping spans with the right value: TempEval-3's value F1 (UzZaman et al. 2013), which published systems report.</summary>
    public double? OverlapValueF1 { get; init; }

    /// <summary>The same for the cases of days and longer (Date, DatePeriod, Duration, Holiday), which news has; null when the set does not name its cases.</summary>
    public DateScore? News { get; init; }

    /// <summary>The same for each kind of case that the set names.</summary>
    public IReadOnlyDictionary<string, DateScore> BySpec { get; init; } = new Dictionary<string, DateScore>(StringComparer.Ordinal);
}

/// <summary>Scores date reading on JSON lines of MEANTIME's or of Recognizers-Text's form.</summary>
public static class DateScorer
{
    /// <summary>Scores the lines; empty lines are left out.</summary>
    /// <param name="lines">Gold, one object a line.</param>
    /// <param name="missed">Told of every expression missed, invented or wrongly valued, as a JSON line.</param>
    /// <exception cref="JsonException">A line is of neither form.</exception>
    public static DateScore Score(IEnumerable<string> lines, Action<string> missed)
    {
        ArgumentNullException.ThrowIfNull(lines);
        ArgumentNullException.ThrowIfNull(missed);
        Tally all = new(), news = new();
        var specs = new SortedDictionary<string, Tally>(StringComparer.Ordinal);
        foreach (string line in lines)
        {
            if (string.IsNullOrWhiteSpace(line)) continue;
            DateGold row = DateGold.Parse(line);
            var here = Tally.Of(row, DateReader.Read(row.Text, row.Scope, row.Reference), missed);
            all.Add(here);
            if (row.Spec is not { } spec) continue;
            if (!specs.TryGetValue(spec, out Tally? own)) specs[spec] = own = new Tally();
            own.Add(here);
            if (IsNews(spec)) news.Add(here);
        }
        return all.Score() with { News = specs.Count == 0 ? null : news.Score(), BySpec = specs.ToDictionary(p => p.Key, p => p.Value.Score(), StringComparer.Ordinal) };
    }

    private static bool IsNews(string spec) => spec is "DateParser" or "DateExtractor" or "DatePeriodParser" or "DatePeriodExtractor"
        or "DurationParser" or "DurationExtractor" or "HolidayParser" or "HolidayExtractor";
}
