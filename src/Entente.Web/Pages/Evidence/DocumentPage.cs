using System.Security.Cryptography;
using Entente.Documents;
using Entente.Reading;
using Entente.Web.Html;
using Entente.Web.Security;
using Microsoft.AspNetCore.Antiforgery;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;

namespace Entente.Web.Pages.Evidence;

/// <summary>A stored document: its text with the observations highlighted, what repair changed, and its original bytes.</summary>
internal static class DocumentPage
{
    /// <summary>Code units of text on one page: a longer document is shown in parts.</summary>
    private const int PartLength = 60_000;

    private const long LargestFile = 32 * 1024 * 1024;

    public static void Map(IEndpointRouteBuilder app)
    {
        app.MapGet("/evidence/document/{id}", (string id, HttpContext context, Answers answers, IAntiforgery antiforgery) => answers.Evidence.Store.Find(id) is { } coded
            ? Show(coded, context, answers, antiforgery) : Results.NotFound());
        app.MapGet("/evidence/document/{id}/original", (string id, Answers answers) => answers.Evidence.Store.Find(id) is { } coded && Original(coded.Document, answers) is { } bytes
            ? new TaggedResult(bytes, "application/octet-stream") { FileName = $"{coded.Document.Id}.bin" } : Results.NotFound());
        app.MapGet("/evidence/observation/{id}", (string id, Answers answers) => answers.Evidence.Store.FindObservation(id) is { } found
            ? Results.Redirect($"/evidence/document/{found.Document.Id}#o-{found.Observation.Id}") : Results.NotFound());
    }

    private static TaggedResult Show(CodedDocument coded, HttpContext context, Answers answers, IAntiforgery antiforgery)
    {
        Document d = coded.Document;
        ILookup<string, Correction> corrections = answers.Evidence.Store.Corrections([.. coded.Observations.Select(o => o.Id)]).ToLookup(c => c.ObservationId, StringComparer.Ordinal);
        bool may = context.User.IsInRole(nameof(AccessRole.Analyst));
        string? token = may ? antiforgery.GetAndStoreTokens(context).RequestToken : null;
        int parts = Math.Max(1, (d.Body.Text.Length + PartLength - 1) / PartLength), part = Math.Clamp(context.Request.Query.Number("part") ?? 1, 1, parts);
        (int from, int to) = ((part - 1) * PartLength, Math.Min(d.Body.Text.Length, part * PartLength));
        var here = coded.Observations.Index().Where(o => o.Item.Evidence.Span.Start >= from && (o.Item.Evidence.Span.Start < to || part == parts)).ToList();
        var body = new HtmlPart();
        body.Add($"""
            <article class="document">
            <header><p class="kicker">{(d.Published is { } p ? HtmlPart.Of($"Published {p.Day:yyyy-MM-dd} ({p.Basis.ToString().ToLowerInvariant()})") : HtmlPart.Of($"Day of publication unknown"))}{(d.Outlet is null ? null : HtmlPart.Of($" · <bdi>{d.Outlet}</bdi>"))}{(d.Byline is null ? null : HtmlPart.Of($" · <bdi>{d.Byline}</bdi>"))}</p>
            <h1 dir="auto">{d.Title ?? "(no title)"}</h1>
            {Origin(d, answers)}
            </header>
            <div class="beside"><section aria-label="Text">
            {Parts(d.Id, part, parts)}
            <div class="doc-text" dir="auto">{MarkedText.Of(d.Body.Text, coded.Observations, from, to)}</div>
            {Parts(d.Id, part, parts)}
            {Repairs(d)}
            </section>
            <section aria-labelledby="observations"><h2 id="observations">{here.Count:N0} observation{(here.Count == 1 ? "" : "s")}{(parts > 1 ? " in this part" : "")}</h2>
            <p class="key"><span class="tag k-event">event</span> <span class="tag k-quotation">quotation</span> <span class="tag k-conditional">conditional</span></p>
            <ol class="cards">

            """);
        foreach ((int index, Observation o) in here) body.Add(Card(o, index + 1, [.. corrections[o.Id]], token, context.User.Identity?.Name));
        body.Add($"</ol></section></div></article>");
        return Layout.Page("/evidence", d.Title ?? "Document", body, keep: token is null);
    }

    private static HtmlPart Origin(Document d, Answers answers)
    {
        bool at = HasOriginal(d, answers);
        return HtmlPart.Of($"""
            <p class="note">{(d.Url is null ? null : HtmlPart.Of($"{Layout.Outside(d.Url)} · "))}read from <bdi>{d.Origin.Location}</bdi>{(d.Origin.Member is null ? null : HtmlPart.Of($", {d.Origin.Member}"))} as {d.Origin.MediaType}, {d.Origin.Charset} · id <code>{d.Id}</code> · {(at ? HtmlPart.Of($"<a href=\"/evidence/document/{d.Id}/original\" download>Original bytes</a>") : HtmlPart.Of($"original bytes: not at hand on this server, see where it was read from"))}</p>
            """);
    }

    private static HtmlPart? Parts(string id, int part, int parts) => parts == 1 ? null : HtmlPart.Of($"""
        <nav class="paging" aria-label="Parts of the text">{(part > 1 ? HtmlPart.Of($"<a rel=\"prev\" href=\"/evidence/document/{id}?part={part - 1}\">← Before</a>") : null)} <span>Part {part} of {parts}</span> {(part < parts ? HtmlPart.Of($"<a rel=\"next\" href=\"/evidence/document/{id}?part={part + 1}\">After →</a>") : null)}</nav>
        """);

    private static HtmlPart? Repairs(Document d)
    {
        const int Most = 200;
        if (d.Repairs.IsEmpty && d.Dropped.IsEmpty) return HtmlPart.Of($"<p class=\"note\">Nothing was repaired or left out: the text stands as in its bytes.</p>");
        return HtmlPart.Of($"""
            <details><summary>{d.Repairs.Length:N0} repaired, {d.Dropped.Length:N0} left out</summary>
            <div class="wide"><table><thead><tr><th scope="col">Bytes</th><th scope="col">Before</th><th scope="col">After</th><th scope="col">Why</th></tr></thead><tbody>
            {d.Repairs.Take(Most).Select(r => HtmlPart.Of($"<tr><td class=\"d\">{r.Bytes.ToString()}</td><td><bdi>{r.Before}</bdi></td><td><bdi>{r.After}</bdi></td><td>{r.Reason}{(r.Certain ? null : HtmlPart.Of($" (from context)"))}</td></tr>\n"))}
            {d.Dropped.Take(Most).Select(x => HtmlPart.Of($"<tr><td class=\"d\">{x.Bytes.ToString()}</td><td><bdi>{(x.Text.Length <= 200 ? x.Text : string.Concat(x.Text.AsSpan(0, 198), "…"))}</bdi></td><td>left out</td><td>{x.Reason}</td></tr>\n"))}
            </tbody></table></div>{(d.Repairs.Length + d.Dropped.Length > 2 * Most ? HtmlPart.Of($"<p class=\"note\">The first {Most} of each are shown; <code>entente show {d.Id}</code> has all.</p>") : null)}</details>
            """);
    }

    private static HtmlPart Card(Observation o, int number, IReadOnlyList<Correction> corrections, string? token, string? user)
    {
        bool wrong = corrections is [.., { Verdict: Verdict.Wrong }];
        return HtmlPart.Of($"""
            <li class="card{(wrong ? " overruled" : "")}" id="o-{o.Id}" value="{number}"><p class="kicker"><span class="tag k-{o.Kind}">{number} {o.Kind}</span>{(wrong ? HtmlPart.Of($" <strong>marked as wrong</strong>") : null)}</p>
            <h3><bdi>{ObservationWords.Headline(o)}</bdi></h3>
            <dl>{ObservationWords.Details(o).Select(x => HtmlPart.Of($"<div><dt>{x.Name}</dt><dd><bdi>{x.Value}</bdi></dd></div>"))}</dl>
            {(corrections.Count == 0 ? null : HtmlPart.Of($"<ul class=\"note\">{corrections.Select(c => HtmlPart.Of($"<li>{c.At:yyyy-MM-dd HH:mm} {c.By}: {(c.Verdict == Verdict.Wrong ? "wrong" : "taken back")}, “<bdi>{c.Reason}</bdi>”</li>"))}</ul>"))}
            {(token is null ? null : CorrectionPost.Form(o, wrong, token, user))}
            </li>

            """);
    }

    private static bool HasOriginal(Document d, Answers answers) =>
        answers.Evidence.Store.Original(d.Id) is not null || (d.Origin.Member is null && Path.IsPathRooted(d.Origin.Location) && new FileInfo(d.Origin.Location) is { Exists: true, Length: <= LargestFile });

    // A file is given out only while its hash is still the document's id: a path in the store opens nothing else.
    private static byte[]? Original(Document d, Answers answers)
    {
        if (answers.Evidence.Store.Original(d.Id) is { } kept) return kept;
        if (!HasOriginal(d, answers)) return null;
        try
        {
            byte[] bytes = File.ReadAllBytes(d.Origin.Location);
            return Convert.ToHexStringLower(SHA256.HashData(bytes)).StartsWith(d.Id, StringComparison.Ordinal) ? bytes : null;
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            return null;
        }
    }
}
