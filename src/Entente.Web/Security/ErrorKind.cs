using Microsoft.AspNetCore.Http;

namespace Entente.Web.Security;

/// <summary>Who a request comes from, as far as the form of an error goes.</summary>
internal static class ErrorKind
{
    /// <summary>Whether a program asks, which wants <c>application/problem+json</c> rather than a page.</summary>
    public static bool IsForMachines(HttpRequest request) =>
        request.Path.StartsWithSegments("/api", StringComparison.Ordinal) || request.Path.StartsWithSegments("/mcp", StringComparison.Ordinal);
}
