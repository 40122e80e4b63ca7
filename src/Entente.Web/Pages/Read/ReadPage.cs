using System.Globalization;
using System.Security.Cryptography;
using Entente.Documents;
using Entente.Reading;
using Entente.Web.Errors;
using Entente.Web.Html;
using Entente.Web.Pages.Evidence;
using Entente.Web.Security;
using Microsoft.AspNetCore.Antiforgery;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.Features;
using Microsoft.AspNetCore.Http.Metadata;
using Microsoft.AspNetCore.Routing;

namespace Entente.Web.Pages.Read;

/// <summary>Reading a text in: what it says is shown first, and stored when that is confirmed.</summary>
internal static class ReadPage
{
    /// <summary>Code units of a text shown before it is stored.</summary>
    private const int ShownLength = 60_000;

    private const int ShownDocuments = 10;

    public static void Map(IEndpointRouteBuilder app, ServeOptions options)
    {
        app.MapGet("/read", (HttpContext context, IAntiforgery antiforgery) => Form(context, antiforgery));
        app.MapPost("/read", PostAsync).RequireAuthorization(nameof(AccessRole.Analyst)).RequireRateLimiting(RequestLimits.Costly).WithMetadata(new Largest(options.MaxUploadBytes + (64 * 1024)));
        app.MapPost("/read/confirm", ConfirmAsync).RequireAuthorization(nameof(AccessRole.Analyst));
    }

    private static TaggedResult Form(HttpContext context, IAntiforgery antiforgery) => Layout.Page("/read", "Read a text", HtmlPart.Of($"""
        <div class="narrow"><h1>Read a text</h1>
        <p class="lead">Paste it, choose a file, or give an address. You see what is read in it before anything is stored.</p>
        {(context.User.IsInRole(nameof(AccessRole.Analyst)) ? null : HtmlPart.Of($"<p class=\"alert\">Your key lets you look; an analyst's lets you read texts in.</p>"))}
        <form class="stack wide-form" method="post" action="/read" enctype="multipart/form-data">
        <input type="hidden" name="token" value="{antiforgery.GetAndStoreTokens(context).RequestToken}">
        <label for="text">Text</label><textarea id="text" name="text" rows="10" dir="auto"></textarea>
        <label for="file">or a file <span class="note">text, HTML, PDF, JSON Lines, CSV, RSS; up to 32 MiB</span></label><input id="file" name="file" type="file">
        <label for="address">or an address</label><input id="address" name="address" type="url" placeholder="https://" maxlength="2000">
        <label for="date">Published on <span class="note">where the text itself does not say; needed for “on Tuesday”</span></label><input id="date" name="date" type="date">
        <div class="actions"><button type="submit">Read</button></div>
        </form></div>
        """), keep: false);

    private static async Task<IResult> PostAsync(HttpContext context, IAntiforgery antiforgery, ServeOptions options, Drafts drafts)
    {
        IFormCollection form = await FormOf(context, options);
        await antiforgery.ValidateRequestAsync(context);
        DateOnly? day = form["date"].ToString() is not { Length: > 0 } date ? null
            : DateOnly.TryParseExact(date, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out DateOnly given) ? given : throw new QuestionException($"'{date}' is no day: 2022-09-20, say.");
        (IReadOnlyList<CodedDocument> coded, IReadOnlyList<SkippedInput> skipped, byte[] bytes) = await new TextIntake(options).ReadAsync(form, day, context.RequestAborted);
        Draft draft = drafts.Keep(UserOf(context), coded, skipped, bytes);
        return Preview(draft, antiforgery.GetAndStoreTokens(context).RequestToken);
    }

    private static async Task<IResult> ConfirmAsync(HttpContext context, IAntiforgery antiforgery, Drafts drafts, Answers answers)
    {
        await antiforgery.ValidateRequestAsync(context);
        IFormCollection form = await context.Request.ReadFormAsync(context.RequestAborted);
        if (drafts.Take(form["draft"].ToString(), UserOf(context)) is not { } draft) throw new QuestionException("This reading is gone: it was stored already, or it is older than half an hour. Read the text again.");
        answers.Evidence.Change(store =>
        {
            int added = store.Add(draft.Coded);
            // Where the document is the whole input, its bytes are kept: they lie in no file.
            foreach (CodedDocument d in draft.Coded.Where(d => d.Document.Origin.Member is null && Convert.ToHexStringLower(SHA256.HashData(draft.Bytes)).StartsWith(d.Document.Id, StringComparison.Ordinal)))
                store.KeepOriginal(d.Document.Id, draft.Bytes);
            return added;
        });
        return Results.Redirect(draft.Coded is [var one] ? $"/evidence/document/{one.Document.Id}" : "/evidence/documents");
    }

    private static TaggedResult Preview(Draft draft, string? token)
    {
        int observations = draft.Coded.Sum(d => d.Observations.Count);
        var body = HtmlPart.Of($"""
            <h1>What was read</h1>
            <p class="lead">{draft.Coded.Count:N0} document{(draft.Coded.Count == 1 ? "" : "s")}, {observations:N0} observation{(observations == 1 ? "" : "s")}. Nothing is stored yet.</p>

            """);
        if (draft.Coded.Count > 0)
            body.Add($"<form class=\"actions\" method=\"post\" action=\"/read/confirm\"><input type=\"hidden\" name=\"token\" value=\"{token}\"><input type=\"hidden\" name=\"draft\" value=\"{draft.Id}\"><button type=\"submit\">Store it</button> <a class=\"button quiet\" href=\"/read\">Leave it</a></form>\n");
        else body.Add($"<p><a class=\"button quiet\" href=\"/read\">Read another text</a></p>\n");
        foreach (SkippedInput s in draft.Skipped)
            body.Add($"<p class=\"alert\" role=\"status\"><bdi>{s.Location}</bdi>{(s.Member is null ? null : HtmlPart.Of($", {s.Member}"))}: {s.Reason}. {s.Detail}</p>\n");
        foreach (CodedDocument coded in draft.Coded.Take(ShownDocuments)) body.Add(Coding(coded));
        if (draft.Coded.Count > ShownDocuments) body.Add($"<p class=\"note\">{draft.Coded.Count - ShownDocuments} more documents were read and are not shown here.</p>\n");
        return Layout.Page("/read", "What was read", body, keep: false);
    }

    private static HtmlPart Coding(CodedDocument coded)
    {
        Document d = coded.Document;
        int to = Math.Min(d.Body.Text.Length, ShownLength);
        string[] dyads = [.. coded.Observations.SelectMany(DyadsOf).Distinct().Select(x => x.ToString()).Order(StringComparer.Ordinal).Take(8)];
        return HtmlPart.Of($"""
            <article class="document"><h2 dir="auto">{d.Title ?? "(no title)"}</h2>
            <p class="note">{(d.Published is { } p ? HtmlPart.Of($"Published {p.Day:yyyy-MM-dd} ({p.Basis.ToString().ToLowerInvariant()})") : HtmlPart.Of($"<strong>Day of publication unknown</strong>: give it above, else no briefing uses this text"))} · {d.Origin.MediaType}, {d.Origin.Charset} · {d.Repairs.Length:N0} repaired, {d.Dropped.Length:N0} left out · id <code>{d.Id}</code></p>
            {(dyads.Length == 0 ? null : HtmlPart.Of($"<p>About {dyads.Select((x, i) => HtmlPart.Of($"{(i > 0 ? ", " : "")}<a href=\"/dyad/{x}\">{x}</a>"))}</p>"))}
            <div class="beside"><div class="doc-text" dir="auto">{MarkedText.Of(d.Body.Text, coded.Observations, 0, to)}{(to < d.Body.Text.Length ? HtmlPart.Of($"…") : null)}</div>
            <ol class="cards">{coded.Observations.Take(200).Select((o, i) => HtmlPart.Of($"<li class=\"card\" id=\"o-{o.Id}\"><p class=\"kicker\"><span class=\"tag k-{o.Kind}\">{i + 1} {o.Kind}</span></p><h3><bdi>{ObservationWords.Headline(o)}</bdi></h3><dl>{ObservationWords.Details(o).Select(x => HtmlPart.Of($"<div><dt>{x.Name}</dt><dd><bdi>{x.Value}</bdi></dd></div>"))}</dl></li>\n"))}</ol></div></article>

            """);
    }

    private static IEnumerable<UndirectedDyad> DyadsOf(Observation observation) => observation switch
    {
        EventObservation { Source.State: { } a, Target.State: { } b } when a != b => [new UndirectedDyad(a, b)],
        ConditionalObservation c => [c.Dyad],
        QuotationObservation { About: { } about } => [about.Dyad],
        _ => [],
    };

    private static string UserOf(HttpContext context) => context.User.Identity?.Name ?? "";

    // Read with this page's own bounds, before anything else reads it with the general ones.
    private static async Task<IFormCollection> FormOf(HttpContext context, ServeOptions options)
    {
        try
        {
            return await context.Request.ReadFormAsync(new FormOptions { ValueLengthLimit = options.MaxUploadBytes, MultipartBodyLengthLimit = options.MaxUploadBytes, ValueCountLimit = 16, BufferBody = false }, context.RequestAborted);
        }
        catch (Exception e) when (e is InvalidDataException or InvalidOperationException)
        {
            throw new QuestionException($"The form could not be read: {e.Message}", e);
        }
    }

    private sealed record Largest(long? MaxRequestBodySize) : IRequestSizeLimitMetadata;
}
