using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.OpenApi;
using Scalar.AspNetCore;

namespace Entente.Web.Api;

/// <summary>The OpenAPI 3.1 document of the API, at <c>/api/v1/openapi.json</c>, and a page to try it, at <c>/api/docs</c>.</summary>
internal static class ApiDocument
{
    private const string Path = ApiEndpoints.Root + "/openapi.json";

    // The page of the documentation styles itself from its script; nothing else on this site may.
    private const string DocsPolicy = "default-src 'none'; script-src 'self' 'nonce-NONCE'; style-src 'self' 'unsafe-inline'; img-src 'self' data:; font-src 'self' data:; connect-src 'self'; base-uri 'none'; frame-ancestors 'none'";

    public static void AddApiDocument(this IServiceCollection services) => services.AddOpenApi("v1", o =>
    {
        o.OpenApiVersion = OpenApiSpecVersion.OpenApi3_1;
        o.ShouldInclude = d => d.RelativePath?.StartsWith(ApiEndpoints.Root[1..], StringComparison.Ordinal) is true;
        o.AddDocumentTransformer((document, _, _) =>
        {
            document.Info = new OpenApiInfo { Title = "Entente", Version = "v1", Description = "How closely two states are aligned, along which lines, what would pull them apart, and how it is known." };
            // The address a client reached the server under is the one it goes on with.
            document.Servers = [new OpenApiServer { Url = "/" }];
            document.Components ??= new OpenApiComponents();
            document.Components.SecuritySchemes = new Dictionary<string, IOpenApiSecurityScheme>(StringComparer.Ordinal)
            {
                ["key"] = new OpenApiSecurityScheme { Type = SecuritySchemeType.Http, Scheme = "bearer", Description = "A key made by 'entente serve new-key'; on this machine, without --keys, none is needed." },
            };
            return Task.CompletedTask;
        });
    });

    public static void MapApiDocument(this IEndpointRouteBuilder app)
    {
        app.MapOpenApi("/api/{documentName}/openapi.json");
        app.MapScalarApiReference("/api/docs", (options, context) =>
        {
            string nonce = Convert.ToHexStringLower(System.Security.Cryptography.RandomNumberGenerator.GetBytes(16));
            context.Response.Headers.ContentSecurityPolicy = DocsPolicy.Replace("NONCE", nonce, StringComparison.Ordinal);
            options.OpenApiRoutePattern = Path;
            options.Title = "Entente API";
            options.WithNonce(nonce);
            options.DefaultFonts = false;
        });
    }
}
