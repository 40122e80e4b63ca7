using Entente.Reading;
using Entente.Web.Errors;
using Entente.Web.Html;
using Entente.Web.Security;
using Microsoft.AspNetCore.Antiforgery;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;

namespace Entente.Web.Pages.Evidence;

/// <summary>Takes an analyst's word on an observation. It is added beside the evidence and can be taken back by another word.</summary>
internal static class CorrectionPost
{
    private const int LongestReason = 1000;

    public static void Map(IEndpointRouteBuilder app) =>
        app.MapPost("/evidence/observation/{id}/correction", PostAsync).RequireAuthorization(nameof(AccessRole.Analyst));

    public static HtmlPart Form(Observation o, bool wrong, string token, string? user) => HtmlPart.Of($"""
        <details class="correct"><summary>{(wrong ? "Take the correction back" : "Mark as wrong")}</summary>
        <form class="stack" method="post" action="/evidence/observation/{o.Id}/correction">
        <input type="hidden" name="token" value="{token}"><input type="hidden" name="verdict" value="{(wrong ? nameof(Verdict.Restored) : nameof(Verdict.Wrong))}">
        <label for="r-{o.Id}">Why</label><textarea id="r-{o.Id}" name="reason" rows="2" maxlength="{LongestReason}" required></textarea>
        {(user == KeyAuthentication.LocalUser ? HtmlPart.Of($"<label for=\"b-{o.Id}\">Your name</label><input id=\"b-{o.Id}\" name=\"by\" maxlength=\"80\" required autocomplete=\"name\">") : null)}
        <button type="submit">{(wrong ? "Take back" : "Mark as wrong")}</button>
        <p class="note">It is kept with your name and the time, and the evidence stays as it is.</p></form></details>
        """);

    private static async Task<IResult> PostAsync(string id, HttpContext context, IAntiforgery antiforgery, Answers answers, TimeProvider time)
    {
        await antiforgery.ValidateRequestAsync(context);
        IFormCollection form = await context.Request.ReadFormAsync(context.RequestAborted);
        string reason = form["reason"].ToString().Trim();
        if (reason.Length is 0 or > LongestReason) throw new QuestionException($"Say why, in at most {LongestReason} characters: others will want to know.");
        if (!Enum.TryParse(form["verdict"].ToString(), out Verdict verdict) || !Enum.IsDefined(verdict)) throw new QuestionException("The verdict is Wrong or Restored.");
        // On this machine nobody signs in: who corrects says who they are.
        string? user = context.User.Identity?.Name, by = user == KeyAuthentication.LocalUser ? form["by"].ToString().Trim() : user;
        if (by is not { Length: > 0 and <= 80 }) throw new QuestionException("Say who corrects, in at most 80 characters.");
        if (answers.Evidence.Store.FindObservation(id) is not { } found) return Results.NotFound();
        answers.Evidence.Change(store => store.Correct(new Correction(found.Observation.Id, verdict, reason, by, time.GetUtcNow())));
        return Results.Redirect($"/evidence/document/{found.Document.Id}#o-{found.Observation.Id}");
    }
}
