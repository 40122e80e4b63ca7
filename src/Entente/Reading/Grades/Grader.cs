using System.Globalization;

namespace Entente.Reading;

/// <summary>Grades an observation by rules that are printed with the grade. Pure.</summary>
public static class Grader
{
    private static readonly string[] Unnamed = ["condition of anonymity", "unnamed", "anonymous", "sources say", "sources said", "sources tell", "sources told", "source said", "source told", "reportedly", "allegedly", "unconfirmed", "rumor", "rumour", "an official said", "officials who"];

    /// <summary>The grade of an observation.</summary>
    /// <param name="observation">The observation.</param>
    /// <param name="outlet">Who published its document, or null.</param>
    /// <param name="url">Where it was published, or null.</param>
    /// <param name="independent">Reports of the event that are no copies of each other; 1 for a single source.</param>
    /// <param name="denied">Whether another source denies it.</param>
    public static Grade Of(Observation observation, string? outlet, string? url, int independent = 1, bool denied = false)
    {
        ArgumentNullException.ThrowIfNull(observation);
        (SourceReliability source, string who) = Reliability(observation, OutletKinds.Default.Of(outlet, url));
        (int credibility, string why) = Credibility(observation, source, independent, denied);
        return new Grade(source, credibility, $"{who}; {why}");
    }

    /// <summary>The grade of a stored observation by itself.</summary>
    public static Grade Of(StoredObservation stored)
    {
        ArgumentNullException.ThrowIfNull(stored);
        return Of(stored.Observation, stored.Document.Outlet, stored.Document.Url);
    }

    private static (SourceReliability, string) Reliability(Observation o, (OutletKind Kind, StateId? State)? outlet)
    {
        if (outlet is not { } known) return (SourceReliability.F, "publisher not known");
        var e = o as EventObservation;
        bool own = known.State is { } s && (e is not null && (e.Source.State == s || e.Target?.State == s) || o is QuotationObservation { SpeakerState: { } speaker } && speaker == s);
        return known.Kind switch
        {
            OutletKind.Official => own && e?.Source.State != known.State && o is EventObservation ? (SourceReliability.B, "official record, of an act of another state") : own || o is QuotationObservation ? (SourceReliability.A, "official record of the state's own act") : (SourceReliability.B, "official record, of others"),
            OutletKind.Agency => (SourceReliability.B, "news agency"),
            OutletKind.StateMedia => own ? (SourceReliability.D, "media of a party") : (SourceReliability.C, "state media, of others"),
            _ => (SourceReliability.C, "named outlet"),
        };
    }

    private static (int, string) Credibility(Observation o, SourceReliability source, int independent, bool denied)
    {
        if (o is EventObservation { Modality: not (Modality.Asserted or Modality.Reported) } or ConditionalObservation) return (6, "not said to have happened");
        if (denied && independent < 3) return (5, "denied by another source");
        if (independent >= 3) return (1, string.Create(CultureInfo.InvariantCulture, $"{independent} independent reports"));
        if (independent == 2) return (2, "2 independent reports");
        foreach (string mark in Unnamed)
            if (o.Evidence.Quoted.Contains(mark, StringComparison.OrdinalIgnoreCase)) return (4, $"single source, “{mark}”");
        if (source is SourceReliability.A) return (2, "single source, of its own act");
        return source is SourceReliability.D ? (4, "single source, a party's own media") : (3, "single source");
    }
}
