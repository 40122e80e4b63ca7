using System.Collections.Immutable;
using Entente.Measures;
using Entente.Record;

namespace Entente.Cli;

/// <summary>The scores of a dyad as of a day: one way to them, for the briefing that prints them and the explanation that computes them again.</summary>
internal static class DyadScores
{
    /// <summary>The last year whose record is complete on the day.</summary>
    public static int LastYear(DyadPanel panel, DateOnly day) => Math.Min(panel.LastYear, day is { Month: 12, Day: 31 } ? day.Year : day.Year - 1);

    /// <summary>Overall first, then each dimension, for the last year up to the day that has values of its own.</summary>
    public static ImmutableArray<Alignment> Of(DyadPanel panel, DateOnly day, string panelDirectory)
    {
        _ = panelDirectory;
        int lastYear = LastYear(panel, day);
        int year = AlignmentScorer.Series(panel, lastYear).LastOrDefault(h => h.Score.IsKnown && h.Inputs.Any(i => i.SourceYear == h.Year))?.Year ?? lastYear;
        return AlignmentScorer.Score(panel, year);
    }
}
