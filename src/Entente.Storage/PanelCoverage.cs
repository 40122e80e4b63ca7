using Entente.Record;

namespace Entente.Storage;

/// <summary>Why a cell of the panel is empty, told from what the datasets cover and when the states existed.</summary>
/// <param name="datasets">What the panel was computed from; <c>x-y</c> continues <c>x</c>.</param>
internal sealed class PanelCoverage(IReadOnlyList<DatasetInfo> datasets)
{
    private const int UnitedStates = 2;
    private const int China = 710;

    private readonly Dictionary<string, (int First, int Last)?> _spans = Indicators.All.Select(i => i.DatasetId).Distinct(StringComparer.Ordinal)
        .ToDictionary(id => id, id => Span(datasets, id), StringComparer.Ordinal);

    /// <summary>Why there is no value.</summary>
    /// <param name="indicator">What is asked.</param>
    /// <param name="sourceCow">The source of a directed indicator.</param>
    /// <param name="existed">Whether both states were members in the year.</param>
    /// <param name="year">The year.</param>
    public Unknown Why(Indicator indicator, int sourceCow, bool existed, int year)
    {
        if (!existed) return Unknown.NotAState;
        (int First, int Last)? span = _spans.GetValueOrDefault(indicator.DatasetId);
        if (indicator == Indicators.LeaderVisits)
        {
            if (sourceCow is not (UnitedStates or China)) return span is null ? Unknown.NotImported : Unknown.StateNotCovered;
            span = Span(datasets, sourceCow == China ? "visits-china" : "visits-us");
        }
        if ((indicator == Indicators.MinisterVisits || indicator == Indicators.Troops) && sourceCow != UnitedStates)
            return span is null ? Unknown.NotImported : Unknown.StateNotCovered;
        if (span is not { } s) return Unknown.NotImported;
        if (year < s.First || year > s.Last) return Unknown.OutsideCoverage;
        return indicator == Indicators.VoteAgreement ? Unknown.TooFew : Unknown.NotReported;
    }

    private static (int First, int Last)? Span(IReadOnlyList<DatasetInfo> datasets, string id)
    {
        DatasetInfo[] its = [.. datasets.Where(d => string.Equals(d.Id, id, StringComparison.Ordinal) || d.Id.StartsWith(id + "-", StringComparison.Ordinal))];
        // The panel itself starts in 1946 for all but alliances, disputes and rivalries.
        int floor = id is "atop" or "mid" or "rivalries" ? 1816 : 1946;
        return its.Length == 0 ? null : (Math.Max(floor, its.Min(d => d.FirstYear)), its.Max(d => d.LastYear));
    }
}
