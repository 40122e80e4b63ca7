using System.IO.Compression;
using Entente.Questions;
using Entente.Web.Api;
using Entente.Web.Assets;
using Entente.Web.Errors;
using Entente.Web.Mcp;
using Entente.Web.Pages;
using Entente.Web.Security;
using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Authentication.Cookies;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.DataProtection.KeyManagement;
using Microsoft.AspNetCore.DataProtection.XmlEncryption;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.HostFiltering;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.ResponseCompression;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;

namespace Entente.Web;

/// <summary>The server of <c>entente serve</c>: pages, API and MCP over one set of answers.</summary>
public static class EntenteWeb
{
    /// <summary>Builds the server; nothing listens before it is started.</summary>
    /// <exception cref="InvalidOperationException">The address may not be listened on without keys; the message says what to give.</exception>
    /// <exception cref="FileNotFoundException">The panel is not there.</exception>
    public static WebApplication Build(ServeOptions options)
    {
        ArgumentNullException.ThrowIfNull(options);
        if (ListenAddress.Refusal(options) is { } refusal) throw new InvalidOperationException(refusal);
        WebApplicationBuilder builder = WebApplication.CreateSlimBuilder(new WebApplicationOptions { EnvironmentName = Environments.Production, ContentRootPath = AppContext.BaseDirectory });
        builder.Configuration.Sources.Clear();
        builder.WebHost.ConfigureKestrel(kestrel =>
        {
            kestrel.AddServerHeader = false;
            kestrel.Limits.MaxRequestBodySize = 1024 * 1024;
            kestrel.Limits.MaxRequestLineSize = 16 * 1024;
            kestrel.Limits.RequestHeadersTimeout = TimeSpan.FromSeconds(15);
            kestrel.Listen(options.Address, options.Port);
        });
        // Standard output belongs to data; over stdio it belongs to a protocol.
        builder.Logging.ClearProviders().AddSimpleConsole(c => c.SingleLine = true).SetMinimumLevel(LogLevel.Warning).AddFilter("Microsoft.AspNetCore.DataProtection", LogLevel.Error);
        builder.Services.Configure<Microsoft.Extensions.Logging.Console.ConsoleLoggerOptions>(o => o.LogToStandardErrorThreshold = LogLevel.Trace);
        builder.Services.AddSingleton<IHostLifetime, StartedByCommand>();
        AddServices(builder.Services, options);
        WebApplication app = builder.Build();
        Use(app);
        Map(app, options);
        return app;
    }

    private static void AddServices(IServiceCollection services, ServeOptions options)
    {
        services.AddSingleton(options);
        services.AddSingleton(options.Time);
        services.AddSingleton(ReferencePanel.Open(options.PanelDirectory));
        services.AddSingleton(_ => new EvidenceRoom(options.StorePath, options.Time));
        services.AddSingleton<Answers>();
        services.AddHostedService<PanelLoader>();
        services.AddSingleton<Pages.Read.Drafts>();
        services.AddRequestLimits(options);
        services.Configure<HostFilteringOptions>(o => (o.AllowedHosts, o.AllowEmptyHosts) = ([.. ListenAddress.Hosts(options)], false));
        services.AddResponseCompression(o =>
        {
            o.MimeTypes = [.. ResponseCompressionDefaults.MimeTypes, "image/svg+xml", "application/problem+json", "application/x-bibtex"];
        });
        services.Configure<BrotliCompressionProviderOptions>(o => o.Level = CompressionLevel.Fastest);
        services.Configure<GzipCompressionProviderOptions>(o => o.Level = CompressionLevel.Fastest);
        services.AddDataProtection();
        services.Configure<KeyManagementOptions>(o => (o.XmlRepository, o.XmlEncryptor) = (new MemoryKeys(), new NullXmlEncryptor()));
        services.AddAntiforgery(o => (o.Cookie.Name, o.Cookie.SameSite, o.FormFieldName) = ("entente-form", SameSiteMode.Strict, "token"));
        services.AddAuthentication(KeyAuthentication.SchemeName)
            .AddScheme<AuthenticationSchemeOptions, KeyAuthentication>(KeyAuthentication.SchemeName, null)
            .AddCookie(CookieAuthenticationDefaults.AuthenticationScheme, o => (o.Cookie.Name, o.Cookie.SameSite, o.Cookie.HttpOnly, o.ExpireTimeSpan) = ("entente", SameSiteMode.Strict, true, TimeSpan.FromHours(12)));
        services.AddAuthorizationBuilder()
            .SetFallbackPolicy(Policy(AccessRole.Reader)).SetDefaultPolicy(Policy(AccessRole.Reader))
            .AddPolicy(nameof(AccessRole.Analyst), Policy(AccessRole.Analyst))
            .AddPolicy(nameof(AccessRole.Admin), Policy(AccessRole.Admin));
        services.AddProblemDetails();
        services.AddApi();
        services.AddMcp();
    }

    private static AuthorizationPolicy Policy(AccessRole role) =>
        new AuthorizationPolicyBuilder(KeyAuthentication.SchemeName).RequireRole(role.ToString()).Build();

    private static void Use(WebApplication app)
    {
        app.UseSecurityHeaders();
        app.UseHostFiltering();
        app.UseResponseCompression();
        app.UseErrorPages();
        app.UseRouting();
        app.UseRateLimiter();
        app.UseAuthentication();
        app.UseAuthorization();
        app.UseAntiforgery();
    }

    private static void Map(WebApplication app, ServeOptions options)
    {
        AssetFiles.Map(app);
        PageEndpoints.Map(app, options);
        ApiEndpoints.Map(app);
        McpEndpoints.Map(app);
    }

    /// <summary>The command starts and stops the server; it listens to no signal itself.</summary>
    private sealed class StartedByCommand : IHostLifetime
    {
        public Task WaitForStartAsync(CancellationToken cancellationToken) => Task.CompletedTask;

        public Task StopAsync(CancellationToken cancellationToken) => Task.CompletedTask;
    }
}
