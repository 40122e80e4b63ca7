using System.Text.Encodings.Web;
using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Authentication.Cookies;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;

namespace Entente.Web.Security;

/// <summary>Lets in whoever shows a key (<c>Authorization: Bearer</c> or <c>X-Api-Key</c>), then whoever signed in with one in the browser; without keys, everybody on this machine.</summary>
internal sealed class KeyAuthentication(IOptionsMonitor<AuthenticationSchemeOptions> options, ILoggerFactory logger, UrlEncoder encoder, ServeOptions serve)
    : AuthenticationHandler<AuthenticationSchemeOptions>(options, logger, encoder)
{
    public const string SchemeName = "key";
    public const string LocalUser = "local";

    protected override async Task<AuthenticateResult> HandleAuthenticateAsync()
    {
        if (serve.Keys is not { } keys) return Success(LocalUser, AccessRole.Admin);
        string? shown = Request.Headers["X-Api-Key"];
        string? authorization = Request.Headers.Authorization;
        if (shown is null && authorization?.StartsWith("Bearer ", StringComparison.OrdinalIgnoreCase) is true) shown = authorization["Bearer ".Length..].Trim();
        if (shown is not null) return keys.Find(shown) is { } found ? Success(found.Name, found.Role) : AuthenticateResult.Fail("This key lets nobody in.");
        return await Context.AuthenticateAsync(CookieAuthenticationDefaults.AuthenticationScheme);
    }

    protected override Task HandleChallengeAsync(AuthenticationProperties properties)
    {
        if (ErrorKind.IsForMachines(Request)) return base.HandleChallengeAsync(properties);
        Response.Redirect("/sign-in?to=" + Uri.EscapeDataString(Request.Path + Request.QueryString));
        return Task.CompletedTask;
    }

    private AuthenticateResult Success(string name, AccessRole role) =>
        AuthenticateResult.Success(new AuthenticationTicket(AccessKeys.PrincipalOf(name, role, Scheme.Name), Scheme.Name));
}
