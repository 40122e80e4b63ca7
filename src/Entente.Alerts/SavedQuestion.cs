using Entente.Reading;

namespace Entente.Alerts;

/// <summary>A question asked again of every document that comes in. Immutable; what is null or empty does not narrow.</summary>
/// <param name="Name">What its asker calls it.</param>
/// <param name="States">All of these must take part: one state, or the two of a dyad.</param>
/// <param name="Kinds"><c>event</c>, <c>quotation</c>, <c>conditional</c>.</param>
/// <param name="Types">Types of events; other kinds pass.</param>
/// <param name="Modality">Modality of events. Default: asserted, for an alert of what did not happen is a false one.</param>
/// <param name="LeastConfidence">Least confidence of events, 0 to 1. Default 0.</param>
/// <param name="Words">Words that the sentence or quotation holds, in any case.</param>
/// <param name="Targets">Names of where alerts go.</param>
public sealed record SavedQuestion(string Name, IReadOnlyList<StateId> States, IReadOnlyList<string> Kinds, IReadOnlyList<PloverType> Types,
    Modality? Modality, double LeastConfidence, string? Words, IReadOnlyList<string> Targets)
{
    /// <summary>Why an observation answers the question; null when it does not.</summary>
    public string? Why(Observation observation)
    {
        ArgumentNullException.ThrowIfNull(observation);
        if (Kinds.Count > 0 && !Kinds.Contains(observation.Kind, StringComparer.OrdinalIgnoreCase)) return null;
        if (Words is not null && !observation.Evidence.Quoted.Contains(Words, StringComparison.OrdinalIgnoreCase)) return null;
        HashSet<StateId> named = [.. Named(observation)];
        if (!States.All(named.Contains)) return null;
        if (observation is EventObservation e)
        {
            if (Types.Count > 0 && !Types.Contains(e.Type)) return null;
            if (Modality is { } modality && e.Modality != modality) return null;
            if (LeastConfidence > 0 && e.Confidence is not { } confidence || e.Confidence < LeastConfidence) return null;
        }
        string about = States.Count > 0 ? $" about {string.Join(" and ", States.Select(s => StateRegistry.Default.Find(s)?.Name ?? s.Code))}" : "";
        return observation switch
        {
            EventObservation found => FormattableString.Invariant($"a new event of type {found.Type.ToString().ToLowerInvariant()}{about}{(found.Confidence is { } c ? $", confidence {c:0.00}" : "")}"),
            QuotationObservation q => $"a new quotation{about}{(q.Speaker is null ? "" : $", by {q.Speaker}")}",
            _ => $"a new conditional{about}",
        } + (Words is null ? "" : $", with the words “{Words}”");
    }

    // A predecessor's deeds belong to the state that continues it.
    private static IEnumerable<StateId> Named(Observation observation) => (observation switch
    {
        EventObservation e => new[] { e.Source.State, e.Target?.State },
        QuotationObservation q => [q.SpeakerState, q.About?.Dyad.First, q.About?.Dyad.Second],
        ConditionalObservation c => [c.Dyad.First, c.Dyad.Second],
        _ => [],
    }).OfType<StateId>().Select(Today);

    private static StateId Today(StateId state)
    {
        while (StateRegistry.Default.Find(state)?.ContinuedBy is { } next) state = next;
        return state;
    }
}
