using System.Net.Http.Headers;
using Entente.Documents;

namespace Entente.Intake;

/// <summary>Fetches one http or https address into memory, within bounds of size, time and place. No cookies, no proxy, nothing but GET.</summary>
public static class WebFetcher
{
    private static readonly string[] s_refusedKinds = ["image", "audio", "video", "font", "model"];
    private static readonly string[] s_refusedTypes = ["application/zip", "application/x-zip-compressed", "application/javascript", "text/css", "text/javascript"];

    /// <summary>Whether a path is an address this class fetches.</summary>
    public static bool IsAddress(string path) =>
        Uri.TryCreate(path, UriKind.Absolute, out Uri? address) && (address.Scheme == Uri.UriSchemeHttp || address.Scheme == Uri.UriSchemeHttps);

    /// <summary>Fetches an address; bad answers are skipped inputs, never exceptions.</summary>
    /// <param name="path">The address.</param>
    /// <param name="options">Bounds.</param>
    /// <param name="cancellation">The user's own; it throws.</param>
    /// <exception cref="OperationCanceledException">The user stopped it.</exception>
    public static async Task<IntakeResult> FetchAsync(string path, WebOptions options, CancellationToken cancellation)
    {
        ArgumentNullException.ThrowIfNull(options);
        using var limit = CancellationTokenSource.CreateLinkedTokenSource(cancellation);
        limit.CancelAfter(options.TimeLimit);
        try
        {
            return new IntakeResult(await FollowAsync(new Uri(path), options, limit.Token), null);
        }
        catch (OperationCanceledException) when (!cancellation.IsCancellationRequested)
        {
            return Skip(path, "timeout", limit.IsCancellationRequested
                ? $"It took longer than {options.TimeLimit.TotalSeconds:0.###} s."
                : $"No answer within {options.SilenceLimit.TotalSeconds:0.###} s.");
        }
        catch (WebRefusalException e)
        {
            return Skip(path, e.Reason, e.Message);
        }
        catch (Exception e) when (e is HttpRequestException or IOException)
        {
            // What the connection callback throws arrives wrapped.
            return e.InnerException is WebRefusalException refused
                ? Skip(path, refused.Reason, refused.Message)
                : Skip(path, e is HttpIOException ? "truncated" : "access", e.InnerException is null ? e.Message : $"{e.Message} {e.InnerException.Message}");
        }
    }

    private static async Task<RawInput> FollowAsync(Uri first, WebOptions options, CancellationToken cancellation)
    {
        using var client = new GuardedClient(options);
        (HttpResponseMessage reached, Uri address) = await client.AskAsync(first, r => r.Headers.AcceptEncoding.ParseAdd("gzip, deflate, br"), cancellation);
        using HttpResponseMessage answer = reached;
        if (!answer.IsSuccessStatusCode) throw new WebRefusalException("access", $"The server answered {(int)answer.StatusCode} {answer.ReasonPhrase}.");
        MediaTypeHeaderValue? type = answer.Content.Headers.ContentType;
        if (type?.MediaType is { } media && (s_refusedTypes.Contains(media, StringComparer.OrdinalIgnoreCase)
            || s_refusedKinds.Contains(media.Split('/')[0], StringComparer.OrdinalIgnoreCase)))
            throw new WebRefusalException("refused", $"It is {media}, not a text, page, feed, record file or PDF.");
        byte[] bytes = await WebBody.ReadAsync(answer.Content, options, cancellation);
        return RawInput.FromBytes(address.AbsoluteUri, bytes, type?.MediaType, type?.CharSet?.Trim('"'));
    }

    private static IntakeResult Skip(string location, string reason, string detail) => new(null, new SkippedInput(location, null, reason, detail));
}
