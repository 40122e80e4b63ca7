using System.Net.Http.Headers;

namespace Entente.Intake;

/// <summary>Asks for addresses under the guards of <see cref="WebOptions"/>: public addresses only, at each redirect anew. No cookies, no proxy, nothing but GET.</summary>
internal sealed class GuardedClient : IDisposable
{
    private readonly WebOptions _options;
    private readonly HttpClient _client;

    public GuardedClient(WebOptions options)
    {
        _options = options;
        var handler = new SocketsHttpHandler
        {
            AllowAutoRedirect = false,
            UseCookies = false,
            UseProxy = false,
            ConnectTimeout = options.SilenceLimit,
            MaxResponseHeadersLength = 64,
            ConnectCallback = (context, token) => CheckedConnection.OpenAsync(context.DnsEndPoint, options, token),
        };
        _client = new HttpClient(handler) { Timeout = Timeout.InfiniteTimeSpan };
    }

    /// <summary>The answer at the end of the redirects, its body unread.</summary>
    /// <param name="address">Where to ask first.</param>
    /// <param name="shape">Gives each request its headers.</param>
    /// <param name="cancellation">Ends it.</param>
    /// <exception cref="WebRefusalException">It leads to where nothing is fetched from, or too far.</exception>
    public async Task<(HttpResponseMessage Answer, Uri Address)> AskAsync(Uri address, Action<HttpRequestMessage> shape, CancellationToken cancellation)
    {
        for (int hop = 0; ; hop++)
        {
            if (address.UserInfo.Length > 0) throw new WebRefusalException("refused", "An address with a user name in it is not fetched.");
            using var request = new HttpRequestMessage(HttpMethod.Get, address);
            request.Headers.UserAgent.Add(new ProductInfoHeaderValue("Entente", typeof(GuardedClient).Assembly.GetName().Version?.ToString(3)));
            shape(request);
            HttpResponseMessage answer = await AnswerAsync(request, cancellation);
            if ((int)answer.StatusCode is not (>= 301 and <= 308) || (int)answer.StatusCode is 304 or 305 or 306 || answer.Headers.Location is not { } next) return (answer, address);
            answer.Dispose();
            if (hop == _options.MaxRedirects) throw new WebRefusalException("refused", $"More than {_options.MaxRedirects} redirects.");
            var to = new Uri(address, next);
            if (!WebFetcher.IsAddress(to.AbsoluteUri)) throw new WebRefusalException("refused", $"It leads to {to.Scheme}:, which is not fetched.");
            address = to;
        }
    }

    public void Dispose() => _client.Dispose();

    private async Task<HttpResponseMessage> AnswerAsync(HttpRequestMessage request, CancellationToken cancellation)
    {
        using var silence = CancellationTokenSource.CreateLinkedTokenSource(cancellation);
        silence.CancelAfter(_options.SilenceLimit);
        return await _client.SendAsync(request, HttpCompletionOption.ResponseHeadersRead, silence.Token);
    }
}
