using System.Security.Cryptography;
using System.Text;
using Microsoft.AspNetCore.Http;
using Microsoft.Net.Http.Headers;

namespace Entente.Web.Html;

/// <summary>Bytes with a tag of their content: a client that has them already is told so and sent nothing.</summary>
internal sealed class TaggedResult(byte[] bytes, string contentType) : IResult
{
    /// <summary>Status. Default 200.</summary>
    public int Status { get; init; } = StatusCodes.Status200OK;

    /// <summary>False for a page that holds a form's token or belongs to one person: nothing is kept of it.</summary>
    public bool Keep { get; init; } = true;

    /// <summary>Name to save it under; null shows it.</summary>
    public string? FileName { get; init; }

    public Task ExecuteAsync(HttpContext httpContext)
    {
        HttpResponse response = httpContext.Response;
        response.StatusCode = Status;
        response.ContentType = contentType;
        response.Headers.CacheControl = Keep ? "private, no-cache" : "no-store";
        if (FileName is not null) response.Headers.ContentDisposition = new ContentDispositionHeaderValue("attachment") { FileName = FileName }.ToString();
        if (Keep && Status == StatusCodes.Status200OK)
        {
            string tag = $"W/\"{Convert.ToBase64String(SHA256.HashData(bytes).AsSpan(0, 12))}\"";
            response.Headers.ETag = tag;
            if (httpContext.Request.Headers.IfNoneMatch.Any(v => v is not null && v.Contains(tag, StringComparison.Ordinal)))
            {
                response.StatusCode = StatusCodes.Status304NotModified;
                response.ContentType = null;
                return Task.CompletedTask;
            }
        }
        if (HttpMethods.IsHead(httpContext.Request.Method)) return Task.CompletedTask;
        return response.Body.WriteAsync(bytes, httpContext.RequestAborted).AsTask();
    }

    public static TaggedResult Text(string text, string contentType, string? fileName = null) => new(Encoding.UTF8.GetBytes(text), contentType + "; charset=utf-8") { FileName = fileName };
}
