using System.Security.Claims;
using Entente.Web.Html;
using Entente.Web.Security;
using Microsoft.AspNetCore.Antiforgery;
using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Authentication.Cookies;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;

namespace Entente.Web.Pages.SignIn;

/// <summary>Signing in with a key, for people; programs send it with each request.</summary>
internal static class SignInPage
{
    public static void Map(IEndpointRouteBuilder app)
    {
        app.MapGet("/sign-in", (HttpContext context, IAntiforgery antiforgery, string? to) => Show(context, antiforgery, to, null)).AllowAnonymous();
        app.MapPost("/sign-in", SignInAsync).AllowAnonymous();
        app.MapPost("/sign-out", async (HttpContext context, IAntiforgery antiforgery) =>
        {
            await antiforgery.ValidateRequestAsync(context);
            await context.SignOutAsync(CookieAuthenticationDefaults.AuthenticationScheme);
            return Results.Redirect("/");
        });
    }

    private static async Task<IResult> SignInAsync(HttpContext context, IAntiforgery antiforgery, ServeOptions options)
    {
        await antiforgery.ValidateRequestAsync(context);
        IFormCollection form = await context.Request.ReadFormAsync(context.RequestAborted);
        string to = form["to"].ToString();
        if (options.Keys?.Find(form["key"].ToString()) is not { } found) return Show(context, antiforgery, to, "This key lets nobody in.");
        ClaimsPrincipal person = AccessKeys.PrincipalOf(found.Name, found.Role, CookieAuthenticationDefaults.AuthenticationScheme);
        await context.SignInAsync(CookieAuthenticationDefaults.AuthenticationScheme, person);
        return Results.LocalRedirect(to.Length > 0 && to[0] == '/' && HtmlText.IsSafeAddress(to) ? to : "/");
    }

    private static TaggedResult Show(HttpContext context, IAntiforgery antiforgery, string? to, string? wrong) => Layout.Page("/sign-in", "Sign in", HtmlPart.Of($"""
        <div class="narrow"><h1>Sign in</h1>
        <p>This server is for those who have a key. Its keeper gives one to you.</p>
        {(wrong is null ? null : HtmlPart.Of($"<p class=\"alert\" role=\"alert\">{wrong}</p>"))}
        <form class="stack" method="post" action="/sign-in">
        <input type="hidden" name="token" value="{antiforgery.GetAndStoreTokens(context).RequestToken}">
        <input type="hidden" name="to" value="{to}">
        <label for="key">Key</label>
        <input id="key" name="key" type="password" autocomplete="current-password" required>
        <button type="submit">Sign in</button>
        </form></div>
        """), wrong is null ? StatusCodes.Status200OK : StatusCodes.Status401Unauthorized, keep: false);
}
