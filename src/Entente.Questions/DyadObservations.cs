using Entente.Reading;

namespace Entente.Questions;

/// <summary>What a store holds on two states: acts and conditions between them, and what officials of either are quoted as saying of the two.</summary>
public static class DyadObservations
{
    /// <summary>Finds it, newest first within each.</summary>
    /// <param name="store">The store.</param>
    /// <param name="dyad">The two states.</param>
    /// <param name="day">Nothing published later.</param>
    /// <param name="limit">At most so many acts and conditions, and as many quotations of either side looked through.</param>
    public static IReadOnlyList<StoredObservation> Of(IEvidenceStore store, UndirectedDyad dyad, DateOnly day, int limit)
    {
        ArgumentNullException.ThrowIfNull(store);
        // A quotation is kept by the state of its speaker, not by the states it is about.
        IEnumerable<StoredObservation> said = new[] { dyad.First, dyad.Second }
            .SelectMany(s => store.Search(new EvidenceQuery { State = s, Kind = "quotation", To = day, Overruled = false, Limit = limit }).Observations)
            .Where(o => o.Observation is QuotationObservation { About: { } about } && about.Dyad == dyad);
        return [.. store.About(dyad, day, limit), .. said.DistinctBy(o => o.Observation.Id)];
    }
}
