using Entente.Reading;

namespace Entente.Storage;

/// <summary>What of an observation is searched for, as columns beside its payload; the same in every store.</summary>
internal readonly record struct ObservationColumns(string? StateA, string? StateB, string? Happened, string? Type, string? Modality, string? Speaker)
{
    public static ObservationColumns Of(Observation observation) => observation switch
    {
        EventObservation e => new(e.Source.State?.Code, e.Target?.State?.Code, e.Date?.ToString(), e.Type.ToString(), e.Modality.ToString(), null),
        ConditionalObservation c => new(c.Dyad.First.Code, c.Dyad.Second.Code, null, null, null, c.Speaker),
        QuotationObservation q => new(q.SpeakerState?.Code, null, null, null, null, q.Speaker),
        _ => default,
    };
}
