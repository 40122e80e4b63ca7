using System.Collections.Immutable;
using Entente.Measures;
using Entente.Record;
using Entente.Storage;

namespace Entente.Cli;

/// <summary>The scores of a dyad as of a day: one way to them, for the briefing that prints them and the explanation that computes them again.</summary>
internal static class DyadScores
{
    /// <summary>The last year whose record is complete on the day.</summary>
    public static int LastYear(DyadPanel panel, DateOnly day) => DyadArguments.LastYear(day, panel.LastYear);

    /// <summary>Alignment over the years from nothing later than the day; null when nothing is known.</summary>
    public static AlignmentHistory? History(DyadPanel panel, DateOnly day, string panelDirectory, IReadOnlyDictionary<string, double>? weights = null)
    {
        int lastYear = LastYear(panel, day);
        return AlignmentHistory.Of(AlignmentStore.OpenModel(panelDirectory), panel.Until(lastYear), lastYear, weights);
    }

    /// <summary>Overall first, then each dimension, for the last year of the history.</summary>
    public static ImmutableArray<Alignment> Of(AlignmentHistory? history, DyadPanel panel, DateOnly day) => history is null
        ? AlignmentHistory.Unknown(panel, LastYear(panel, day))
        : [.. TrackCommand.Dimensions().Select(d => history.At(history.LastYear, d))];

    /// <summary>Overall first, then each dimension, for the last year up to the day that has values of its own.</summary>
    public static ImmutableArray<Alignment> Of(DyadPanel panel, DateOnly day, string panelDirectory) => Of(History(panel, day, panelDirectory), panel, day);
}
