using System.Collections.Immutable;
using Entente.Measures;
using Entente.Record;

namespace Entente.Questions;

/// <summary>The scores of a dyad as of a day: one way to them, for the briefing that prints them and the explanation that computes them again.</summary>
public static class DyadScores
{
    /// <summary>The record of a dyad as of a day: nothing of a later year and, when strict, nothing of a dataset that was not surely out.</summary>
    public static DyadPanel AsOf(DyadPanel whole, DateOnly day, Vintage vintage, IReadOnlyList<DatasetInfo> datasets)
    {
        ArgumentNullException.ThrowIfNull(whole);
        DyadPanel cut = whole.Until(ReferencePanel.LastYear(day, whole.LastYear));
        return vintage == Vintage.Strict ? cut.PublishedBy(day, datasets) : cut;
    }

    /// <summary>Alignment over the years from nothing later than the day; null when nothing is known.</summary>
    public static AlignmentHistory? History(DyadPanel panel, DateOnly day, AlignmentModel model, IReadOnlyDictionary<string, double>? weights = null)
    {
        ArgumentNullException.ThrowIfNull(panel);
        int lastYear = ReferencePanel.LastYear(day, panel.LastYear);
        return AlignmentHistory.Of(model, panel.Until(lastYear), lastYear, weights);
    }

    /// <summary>Overall first, then each dimension, for the last year of the history.</summary>
    public static ImmutableArray<Alignment> Of(AlignmentHistory? history, DyadPanel panel, DateOnly day)
    {
        ArgumentNullException.ThrowIfNull(panel);
        return history is null
            ? AlignmentHistory.Unknown(panel, ReferencePanel.LastYear(day, panel.LastYear))
            : [.. Lines.All.Select(d => history.At(history.LastYear, d))];
    }

    /// <summary>Overall first, then each dimension, for the last year up to the day that has values of its own.</summary>
    public static ImmutableArray<Alignment> Of(DyadPanel panel, DateOnly day, AlignmentModel model) => Of(History(panel, day, model), panel, day);
}
