using Entente.Reading;
using Entente.Storage;
using Entente.Web.Html;
using Entente.Web.Pages.Evidence;

namespace Entente.Web.Pages.Dyad;

/// <summary>What the stored texts say of the two, beside the briefing.</summary>
internal static class DyadEvidence
{
    private const int Shown = 6;

    public static HtmlPart Aside(Answers answers, DyadQuestion question, DateOnly asOf)
    {
        var html = HtmlPart.Of($"<aside aria-labelledby=\"evidence\"><h2 id=\"evidence\">Evidence</h2>\n");
        string all = $"/evidence?state={question.A}&other={question.B}";
        try
        {
            IReadOnlyList<StoredObservation> about = answers.About(question.Dyad, asOf, question.Corrected);
            int overruled = question.Corrected ? answers.About(question.Dyad, asOf, corrected: false).Count - about.Count : 0;
            if (about.Count == 0) html.Add($"<p class=\"note\">No stored text speaks of the two up to this day. <a href=\"/read\">Read one</a></p>\n");
            List(html, "Newest", about.Where(o => o.Observation is EventObservation { Modality: Modality.Asserted or Modality.Reported }).Take(Shown));
            Conditionals(html, about.Where(o => o.Observation is ConditionalObservation).Take(Shown));
            if (about.Count > 0) html.Add($"<p><a href=\"{all}\">All {about.Count:N0} observations on the two</a></p>\n");
            if (overruled > 0) html.Add($"<p class=\"note\">{overruled} marked as wrong {(overruled == 1 ? "is" : "are")} left out. <a href=\"{(question with { Corrected = false }).Address()}\">Show with {(overruled == 1 ? "it" : "them")}</a></p>\n");
            if (!question.Corrected) html.Add($"<p class=\"note\">Observations marked as wrong are counted in. <a href=\"{(question with { Corrected = true }).Address()}\">Leave them out</a></p>\n");
        }
        catch (StoreException e)
        {
            html.Add($"<p class=\"alert\" role=\"status\">Stored texts could not be asked: {e.Message}</p>\n");
        }
        return html.Add($"</aside>\n");
    }

    private static void List(HtmlPart html, string name, IEnumerable<StoredObservation> observations)
    {
        StoredObservation[] shown = [.. observations];
        if (shown.Length == 0) return;
        html.Add($"<h3>{name}</h3><ul class=\"plain\">\n");
        foreach (StoredObservation o in shown)
            html.Add($"<li><a href=\"/evidence/document/{o.Document.Id}#o-{o.Observation.Id}\"><bdi>{ObservationWords.Headline(o.Observation)}</bdi></a><br><span class=\"note\">{((o.Observation as EventObservation)?.Date?.ToString() ?? (o.Document.Published is { } day ? $"reported {new PartialDate(day)}" : "undated"))} · <bdi>{o.Document.Outlet ?? o.Document.Title ?? o.Document.Location}</bdi></span></li>\n");
        html.Add($"</ul>\n");
    }

    private static void Conditionals(HtmlPart html, IEnumerable<StoredObservation> observations)
    {
        StoredObservation[] shown = [.. observations];
        if (shown.Length == 0) return;
        html.Add($"<h3>If … then</h3><ul class=\"plain\">\n");
        foreach (StoredObservation o in shown)
            html.Add($"<li><a href=\"/evidence/document/{o.Document.Id}#o-{o.Observation.Id}\"><bdi>{ObservationWords.Headline(o.Observation)}</bdi></a><br><span class=\"note\">{((ConditionalObservation)o.Observation).Direction.ToString().ToLowerInvariant()}{(((ConditionalObservation)o.Observation).Shocks.IsDefaultOrEmpty ? null : HtmlPart.Of($" · <a href=\"/scenario?conditional={o.Observation.Id}\">run this</a>"))}</span></li>\n");
        html.Add($"</ul>\n");
    }
}
