using Entente.Reading;
using Entente.Web.Html;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;

namespace Entente.Web.Pages.Evidence;

/// <summary>What was read in the stored texts: observations by filter, and the documents.</summary>
internal static class EvidencePage
{
    public static void Map(IEndpointRouteBuilder app)
    {
        app.MapGet("/evidence", (HttpRequest request, Answers answers) => Observations(request, answers));
        app.MapGet("/evidence/documents", (HttpRequest request, Answers answers) => Documents(request, answers));
        DocumentPage.Map(app);
        CorrectionPost.Map(app);
    }

    private static TaggedResult Observations(HttpRequest request, Answers answers)
    {
        EvidenceQuery query = EvidenceQuestion.Of(request.Query);
        EvidenceFound found = answers.Evidence.Store.Search(query);
        IReadOnlySet<string> overruled = answers.Evidence.Overruled;
        var body = new HtmlPart();
        body.Add($"<h1>Evidence</h1>\n<p class=\"lead\">What the stored texts say, each piece with its place in their bytes. <a href=\"/evidence/documents\">All documents</a></p>\n<div class=\"sidebar\">{Filters(request.Query)}<div>\n");
        body.Add($"<p class=\"note\" role=\"status\">{found.Total:N0} observation{(found.Total == 1 ? "" : "s")}{(found.Total > EvidenceQuestion.PageSize ? HtmlPart.Of($", {query.Skip + 1:N0} to {Math.Min(query.Skip + EvidenceQuestion.PageSize, found.Total):N0} shown, newest document first") : null)}.</p>\n");
        if (found.Total == 0)
            body.Add($"<p>Nothing in the store fits. {(answers.Evidence.Store.Info().Documents == 0 ? HtmlPart.Of($"It is empty: <a href=\"/read\">read a text</a>, or run <code>entente read</code> on a folder.") : HtmlPart.Of($"Take a filter away, or <a href=\"/read\">read more</a>."))}</p>\n");
        body.Add($"<ol class=\"cards\">\n");
        foreach (StoredObservation o in found.Observations) body.Add(Row(o, overruled.Contains(o.Observation.Id)));
        body.Add($"</ol>\n{Paging.Of("/evidence", request.Query, EvidenceQuestion.PageOf(request.Query), found.Total, EvidenceQuestion.PageSize)}</div></div>");
        return Layout.Page("/evidence", "Evidence", body);
    }

    private static HtmlPart Row(StoredObservation o, bool overruled) => HtmlPart.Of($"""
        <li class="card{(overruled ? " overruled" : "")}"><p class="kicker"><span class="tag k-{o.Observation.Kind}">{o.Observation.Kind}</span> {(o.Document.Published is { } day ? HtmlPart.Of($"{day:yyyy-MM-dd}") : HtmlPart.Of($"undated"))} · {o.Document.Outlet ?? o.Document.Title ?? o.Document.Location}{(overruled ? HtmlPart.Of($" · <strong>marked as wrong</strong>") : null)}</p>
        <h3><a href="/evidence/document/{o.Document.Id}#o-{o.Observation.Id}"><bdi>{ObservationWords.Headline(o.Observation)}</bdi></a></h3>
        {(o.Observation is EventObservation ? HtmlPart.Of($"<blockquote dir=\"auto\">{Short(o.Observation.Evidence.Quoted)}</blockquote>") : null)}
        <p class="note">{(o.Observation.Grade is { } grade ? HtmlPart.Of($"grade {grade.Source.ToString()}{grade.Credibility} · ") : null)}{o.Observation.Evidence.Rule}{(o.Observation is EventObservation e ? HtmlPart.Of($" · {e.Modality.ToString().ToLowerInvariant()}{(e.Confidence is { } p ? HtmlPart.Of($" · confidence {p:0.00}") : null)}") : null)}</p></li>

        """);

    private static TaggedResult Documents(HttpRequest request, Answers answers)
    {
        int page = EvidenceQuestion.PageOf(request.Query);
        string? words = request.Query.Text("words");
        (IReadOnlyList<DocumentFound> documents, long total) = answers.Evidence.Store.Documents(words, EvidenceQuestion.PageSize * (page - 1), EvidenceQuestion.PageSize);
        var body = new HtmlPart();
        body.Add($"""
            <h1>Documents</h1>
            <p class="lead">The texts of this store. <a href="/evidence">What was read in them</a></p>
            <form class="search" action="/evidence/documents" method="get"><label for="words">Words in title or text</label><span class="row"><input id="words" name="words" type="search" value="{words}" maxlength="200"><button type="submit">Find</button></span></form>
            <p class="note" role="status">{total:N0} document{(total == 1 ? "" : "s")}.</p>
            <div class="wide"><table><thead><tr><th scope="col">Published</th><th scope="col">Document</th><th scope="col" class="n">Observations</th></tr></thead><tbody>

            """);
        foreach (DocumentFound d in documents)
            body.Add($"<tr><td class=\"d\">{(d.Document.Published is { } day ? HtmlPart.Of($"{day:yyyy-MM-dd}") : HtmlPart.Of($"undated"))}</td><th scope=\"row\"><a href=\"/evidence/document/{d.Document.Id}\"><bdi>{d.Document.Title ?? d.Document.Location}</bdi></a><br><span class=\"note\"><bdi>{d.Document.Outlet ?? d.Document.Url ?? d.Document.Location}</bdi></span></th><td class=\"n\">{d.Observations:N0}</td></tr>\n");
        body.Add($"</tbody></table></div>\n{Paging.Of("/evidence/documents", request.Query, page, total, EvidenceQuestion.PageSize)}");
        return Layout.Page("/evidence", "Documents", body);
    }

    private static HtmlPart Filters(IQueryCollection query)
    {
        HtmlPart Field(string name, string label, string type = "text", string? more = null) =>
            HtmlPart.Of($"<div><label for=\"f-{name}\">{label}</label><input id=\"f-{name}\" name=\"{name}\" type=\"{type}\" value=\"{query.Text(name)}\" maxlength=\"120\" placeholder=\"{more}\"></div>\n");
        HtmlPart Choice(string name, string label, IEnumerable<(string Value, string Text)> values) =>
            HtmlPart.Of($"<div><label for=\"f-{name}\">{label}</label><select id=\"f-{name}\" name=\"{name}\"><option value=\"\">any</option>{values.Select(v => HtmlPart.Of($"<option value=\"{v.Value}\"{(string.Equals(query.Text(name), v.Value, StringComparison.OrdinalIgnoreCase) ? HtmlPart.Of($" selected") : null)}>{v.Text}</option>"))}</select></div>\n");
        static IEnumerable<(string, string)> Names<T>() where T : struct, Enum => Enum.GetNames<T>().Select(n => (n.ToLowerInvariant(), n.ToLowerInvariant()));
        return HtmlPart.Of($"""
            <form class="filters" action="/evidence" method="get" aria-label="Filters">
            {Field("state", "State", more: "china")}{Field("other", "And state", more: "russia")}{Choice("kind", "Kind", [("event", "event"), ("quotation", "quotation"), ("conditional", "conditional")])}
            {Choice("type", "Type of event", Names<PloverType>())}{Choice("modality", "Modality", Names<Modality>())}{Field("speaker", "Speaker")}{Field("words", "Words in the text")}
            {Field("from", "Published from", "date")}{Field("to", "to", "date")}{Choice("overruled", "Marked as wrong", [("yes", "only those"), ("no", "without those")])}
            <div class="actions"><button type="submit">Filter</button> <a class="button quiet" href="/evidence">Clear</a></div>
            </form>

            """);
    }

    private static string Short(string text) => text.Length <= 400 ? text : string.Concat(text.AsSpan(0, 398), "…");
}
