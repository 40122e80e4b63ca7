using System.Globalization;
using Entente.Reading;

namespace Entente.Web.Pages.Evidence;

/// <summary>An observation in a line, and what is known of it, for people.</summary>
internal static class ObservationWords
{
    /// <summary>What it says: <c>China → Russia: consult (visit)</c>.</summary>
    public static string Headline(Observation observation) => observation switch
    {
        EventObservation e => $"{e.Source.Name}{(e.Target is null ? "" : $" → {e.Target.Name}")}: {e.Type.ToString().ToLowerInvariant()}{(e.Mode is null ? "" : $" ({e.Mode})")}",
        QuotationObservation q => $"{q.Speaker ?? "Speaker not named"}{((q.Affiliation ?? q.Role) is { } office ? $", {office}" : "")}: “{Short(q.Words)}”",
        ConditionalObservation c => $"{(c.Marker ?? "if")} {Short(c.Condition)} → {Short(c.Consequence)}",
        _ => observation.Kind,
    };

    /// <summary>Name and value of what else is known.</summary>
    public static IEnumerable<(string Name, string Value)> Details(Observation observation)
    {
        switch (observation)
        {
            case EventObservation e:
                yield return ("Date", e.Date is { } date ? $"{date} ({e.DateRule})" : $"unknown ({e.DateRule})");
                yield return ("Modality", e.Modality.ToString().ToLowerInvariant());
                yield return ("Line", string.Create(CultureInfo.InvariantCulture, $"{e.Dimension.ToString().ToLowerInvariant()}, intensity {e.Intensity:+0.0;−0.0;0}"));
                yield return ("Confidence", e.Confidence is { } p ? string.Create(CultureInfo.InvariantCulture, $"{p:0.00}") : "not scored");
                if (e.Cameo is not null) yield return ("CAMEO", e.Cameo);
                if (e.Decision is not null) yield return ("Decided by", e.Decision);
                if (!e.AlsoAt.IsDefaultOrEmpty) yield return ("Also at", string.Join("; ", e.AlsoAt.Select(a => a.Bytes.ToString())));
                break;
            case QuotationObservation q:
                yield return ("Form", q.Form.ToString().ToLowerInvariant() + (q.Cue is null ? "" : $", “{q.Cue}”"));
                if (q.SpeakerState is { } state) yield return ("Speaks for", StateRegistry.Default.Find(state)?.Name ?? state.Code);
                if (q.Outlet is not null) yield return ("Reported through", q.Outlet);
                if (q.About is { } about) yield return ("About", $"{about.Dyad}, {about.Tone.ToString().ToLowerInvariant()}");
                break;
            case ConditionalObservation c:
                yield return ("Dyad", $"{c.Dyad}, {c.Direction.ToString().ToLowerInvariant()}");
                yield return ("Strength", $"{c.Strength.ToString().ToLowerInvariant()}{(c.Necessary ? ", necessary" : "")}{(c.Sufficient ? ", sufficient" : "")}");
                if (c.Speaker is not null) yield return ("Says", c.Speaker);
                break;
        }
        if (observation.Grade is { } grade) yield return ("Grade", string.Create(CultureInfo.InvariantCulture, $"{grade.Source}{grade.Credibility}: {grade.Why}"));
        yield return ("Read by", observation.Evidence.Rule);
        yield return ("Place", observation.Evidence.Bytes.ToString());
    }

    private static string Short(string text)
    {
        string flat = string.Join(' ', text.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries));
        return flat.Length <= 220 ? flat : string.Concat(flat.AsSpan(0, 218), "…");
    }
}
