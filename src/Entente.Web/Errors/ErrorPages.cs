using Entente.Storage;
using Entente.Web.Html;
using Entente.Web.Security;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;

namespace Entente.Web.Errors;

/// <summary>Turns faults and statuses without a body into a page that says what is wrong and what to do, or into problem+json for programs.</summary>
internal static partial class ErrorPages
{
    public static void UseErrorPages(this IApplicationBuilder app) => app.Use(async (context, next) =>
    {
        try
        {
            await next(context);
            if (context.Response is { HasStarted: false, StatusCode: >= 400, ContentType: null, ContentLength: null }) await Say(context, context.Response.StatusCode, null);
        }
        catch (Exception e) when (!context.Response.HasStarted && !context.RequestAborted.IsCancellationRequested)
        {
            int status = StatusOf(e);
            if (status >= 500 && e is not StoreException) LogFault(context.RequestServices.GetRequiredService<ILoggerFactory>().CreateLogger("Entente.Web"), context.Request.Path, e);
            context.Response.Clear();
            context.Response.Headers.ContentSecurityPolicy = SecurityHeaders.ContentSecurityPolicy;
            context.Response.Headers.XContentTypeOptions = "nosniff";
            if (e is StoreBusyException) context.Response.Headers.RetryAfter = "10";
            await Say(context, status, status < 500 || e is StoreException ? e.Message : null);
        }
    });

    private static int StatusOf(Exception e) => e switch
    {
        QuestionException => StatusCodes.Status400BadRequest,
        BadHttpRequestException bad => bad.StatusCode,
        Microsoft.AspNetCore.Antiforgery.AntiforgeryValidationException => StatusCodes.Status400BadRequest,
        StoreException => StatusCodes.Status503ServiceUnavailable,
        _ => StatusCodes.Status500InternalServerError,
    };

    private static Task Say(HttpContext context, int status, string? detail)
    {
        (string title, string what) = Words(status);
        if (ErrorKind.IsForMachines(context.Request)) return Results.Problem(detail ?? what, statusCode: status, title: title).ExecuteAsync(context);
        var body = HtmlPart.Of($"""
            <div class="narrow"><h1>{title}</h1>
            <p class="lead">{detail ?? what}</p>
            {(detail is null ? null : HtmlPart.Of($"<p>{what}</p>"))}
            {Layout.SearchForm(null)}
            </div>
            """);
        return Layout.Page("", title, body, status, keep: false).ExecuteAsync(context);
    }

    private static (string Title, string What) Words(int status) => status switch
    {
        400 => ("The question is not understood", "Change the address or the form and ask again."),
        401 => ("A key is needed", "Send it as Authorization: Bearer KEY, or sign in."),
        403 => ("Not allowed", "Your key does not allow this; an analyst's or an admin's does."),
        404 => ("There is no such page", "The address may be mistyped, or what it named is not in this store."),
        405 => ("Not this way", "The page does not take requests of this kind."),
        413 => ("Too large", "The text is larger than this server takes."),
        415 => ("Not of a kind that is taken", "Send the form as the page gives it."),
        429 => ("Too many requests", "Wait a moment and ask again."),
        503 => ("The evidence store cannot be used now", "The record can be asked as ever; what rests on stored texts will be back when the store is free."),
        _ => ("A fault of Entente", "It was written to the log of the server. Please report it."),
    };

    [LoggerMessage(Level = LogLevel.Error, Message = "A request for {Path} failed.")]
    private static partial void LogFault(ILogger logger, string path, Exception fault);
}
