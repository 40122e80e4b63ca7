using System.Globalization;
using System.Threading.RateLimiting;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.RateLimiting;
using Microsoft.Extensions.DependencyInjection;

namespace Entente.Web.Security;

/// <summary>How much one client may ask for, so that it does not starve the others.</summary>
internal static class RequestLimits
{
    /// <summary>Policy of what takes seconds of computing: few at a time, the next ones wait.</summary>
    public const string Costly = "costly";

    public static void AddRequestLimits(this IServiceCollection services, ServeOptions options) => services.AddRateLimiter(limiter =>
    {
        limiter.RejectionStatusCode = StatusCodes.Status429TooManyRequests;
        limiter.OnRejected = (context, _) =>
        {
            context.HttpContext.Response.Headers.RetryAfter = context.Lease.TryGetMetadata(MetadataName.RetryAfter, out TimeSpan after)
                ? Math.Ceiling(after.TotalSeconds).ToString(CultureInfo.InvariantCulture) : "1";
            return ValueTask.CompletedTask;
        };
        limiter.GlobalLimiter = PartitionedRateLimiter.Create<HttpContext, string>(context => RateLimitPartition.GetTokenBucketLimiter(Client(context), _ => new TokenBucketRateLimiterOptions
        {
            TokenLimit = 2 * options.RequestsPerSecond,
            TokensPerPeriod = Math.Max(1, options.RequestsPerSecond / 10),
            ReplenishmentPeriod = TimeSpan.FromMilliseconds(100),
        }));
        limiter.AddConcurrencyLimiter(Costly, o => (o.PermitLimit, o.QueueLimit) = (Math.Max(1, Environment.ProcessorCount), 64));
    });

    private static string Client(HttpContext context) => context.Connection.RemoteIpAddress?.ToString() ?? "";
}
