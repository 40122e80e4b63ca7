using System.IO.Compression;
using System.Text;
using Entente.Documents;

namespace Entente.Intake.Tests;

public sealed class WebFetcherTests
{
    private static readonly WebOptions s_local = new() { AllowPrivate = true };

    [Fact]
    public async Task Fetch_Page_GivesItsBytesTypeAndCharset()
    {
        await using LocalServer server = LocalServer.Of("HTTP/1.1 200 OK\nContent-Type: text/html; charset=\"windows-1251\"\nContent-Length: 5", "hello"u8.ToArray());
        RawInput input = Assert.IsType<RawInput>((await Fetch(server.Address + "/2022/09/20/a.html")).Input);
        Assert.Equal("hello", Text(input));
        Assert.Equal(("text/html", "windows-1251"), (input.MediaType, input.Charset));
        Assert.EndsWith("/2022/09/20/a.html", input.Location, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("http://127.0.0.1:{0}/")]
    [InlineData("http://localhost:{0}/")]
    [InlineData("http://2130706433:{0}/")]
    [InlineData("http://0x7f.1:{0}/")]
    [InlineData("http://[::ffff:127.0.0.1]:{0}/")]
    [InlineData("http://[::1]:{0}/")]
    [InlineData("http://0.0.0.0:{0}/")]
    public async Task Fetch_PrivateAddress_IsRefusedBeforeAnyConnection(string address)
    {
        bool asked = false;
        await using var server = new LocalServer((_, _, _) =>
        {
            asked = true;
            return Task.CompletedTask;
        });
        IntakeResult result = await WebFetcher.FetchAsync(string.Format(System.Globalization.CultureInfo.InvariantCulture, address, server.Port), new WebOptions(), Token);
        Assert.Equal("refused", result.Skipped?.Reason);
        Assert.Contains("--allow-private", result.Skipped?.Detail, StringComparison.Ordinal);
        Assert.False(asked);
    }

    [Fact]
    public async Task Fetch_Redirects_AreFollowedFiveTimesAndNotMore()
    {
        await using var server = new LocalServer(async (path, stream, stop) =>
        {
            int left = int.Parse(path[1..], System.Globalization.CultureInfo.InvariantCulture);
            await stream.WriteAsync(left == 0
                ? [.. LocalServer.Head("HTTP/1.1 200 OK\nContent-Length: 4"), .. "done"u8]
                : LocalServer.Head($"HTTP/1.1 302 Found\nLocation: /{left - 1}\nContent-Length: 0"), stop);
        });
        IntakeResult five = await Fetch(server.Address + "/5");
        Assert.Equal("done", Text(Assert.IsType<RawInput>(five.Input)));
        Assert.EndsWith("/0", five.Input!.Location, StringComparison.Ordinal);
        Assert.Equal("refused", (await Fetch(server.Address + "/6")).Skipped?.Reason);
    }

    [Theory]
    [InlineData("file:///etc/passwd")]
    [InlineData("ftp://127.0.0.1/a")]
    [InlineData("http://name:word@127.0.0.1/a")]
    public async Task Fetch_RedirectToAnotherScheme_IsRefused(string to)
    {
        await using LocalServer server = LocalServer.Of($"HTTP/1.1 301 Moved\nLocation: {to}\nContent-Length: 0", []);
        Assert.Equal("refused", (await Fetch(server.Address)).Skipped?.Reason);
    }

    [Fact]
    public async Task Fetch_RedirectFromPublicToPrivate_IsRefused()
    {
        await using LocalServer secret = LocalServer.Of("HTTP/1.1 200 OK\nContent-Length: 6", "secret"u8.ToArray());
        await using LocalServer server = LocalServer.Of($"HTTP/1.1 302 Found\nLocation: http://localhost:{secret.Port}/\nContent-Length: 0", []);
        // 127.0.0.1 by number plays the public host, and by name the private one.
        int asked = 0;
        var border = new WebOptions { IsPublic = _ => asked++ == 0 };
        IntakeResult result = await WebFetcher.FetchAsync(server.Address, border, Token);
        Assert.Equal("refused", result.Skipped?.Reason);
        Assert.Contains("localhost", result.Skipped?.Detail, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Fetch_PromiseOfTooMuch_IsNotRead()
    {
        await using LocalServer server = LocalServer.Of("HTTP/1.1 200 OK\nContent-Length: 1073741824", []);
        Assert.Equal("too-large", (await Fetch(server.Address)).Skipped?.Reason);
    }

    [Fact]
    public async Task Fetch_EndlessBody_StopsAtTheBound()
    {
        long sent = 0;
        await using var server = new LocalServer(async (_, stream, stop) =>
        {
            await stream.WriteAsync(LocalServer.Head("HTTP/1.1 200 OK\nContent-Type: text/plain"), stop);
            byte[] block = new byte[1 << 16];
            for (; sent < 1L << 30; sent += block.Length) await stream.WriteAsync(block, stop);
        });
        Assert.Equal("too-large", (await WebFetcher.FetchAsync(server.Address, s_local with { MaxBytes = 1 << 20 }, Token)).Skipped?.Reason);
        Assert.True(sent < 1L << 28, $"{sent} bytes went out.");
    }

    [Fact]
    public async Task Fetch_BodyShorterThanPromised_IsTruncated()
    {
        await using LocalServer server = LocalServer.Of("HTTP/1.1 200 OK\nContent-Length: 100", "short"u8.ToArray());
        Assert.Equal("truncated", (await Fetch(server.Address)).Skipped?.Reason);
    }

    [Fact]
    public async Task Fetch_SilentServer_TimesOut()
    {
        await using var server = new LocalServer((_, _, stop) => Task.Delay(Timeout.Infinite, stop));
        Assert.Equal("timeout", (await WebFetcher.FetchAsync(server.Address, s_local with { SilenceLimit = TimeSpan.FromMilliseconds(200) }, Token)).Skipped?.Reason);
    }

    [Fact]
    public async Task Fetch_DripFeed_EndsAtTheTimeLimit()
    {
        await using var server = new LocalServer(async (_, stream, stop) =>
        {
            await stream.WriteAsync(LocalServer.Head("HTTP/1.1 200 OK\nContent-Type: text/plain"), stop);
            while (true)
            {
                await stream.WriteAsync("x"u8.ToArray(), stop);
                await Task.Delay(20, stop);
            }
        });
        Assert.Equal("timeout", (await WebFetcher.FetchAsync(server.Address, s_local with { TimeLimit = TimeSpan.FromMilliseconds(400) }, Token)).Skipped?.Reason);
    }

    [Fact]
    public async Task Fetch_EndlessHeaders_AreRefused()
    {
        await using var server = new LocalServer(async (_, stream, stop) =>
        {
            await stream.WriteAsync("HTTP/1.1 200 OK\r\n"u8.ToArray(), stop);
            byte[] line = Encoding.Latin1.GetBytes($"X-Pad: {new string('a', 1000)}\r\n");
            for (int i = 0; i < 100_000; i++) await stream.WriteAsync(line, stop);
        });
        Assert.Equal("access", (await Fetch(server.Address)).Skipped?.Reason);
    }

    [Theory]
    [InlineData("gzip")]
    [InlineData("br")]
    [InlineData("deflate")]
    public async Task Fetch_PackedAnswer_IsUnpackedAndABombIsRefused(string packing)
    {
        await using LocalServer good = LocalServer.Of($"HTTP/1.1 200 OK\nContent-Encoding: {packing}", Pack(packing, "a text"u8.ToArray()));
        Assert.Equal("a text", Text(Assert.IsType<RawInput>((await Fetch(good.Address)).Input)));
        byte[] bomb = Pack(packing, new byte[64 << 20]);
        await using LocalServer bad = LocalServer.Of($"HTTP/1.1 200 OK\nContent-Encoding: {packing}", bomb);
        Assert.Equal("bomb", (await Fetch(bad.Address)).Skipped?.Reason);
        await using LocalServer cut = LocalServer.Of($"HTTP/1.1 200 OK\nContent-Encoding: {packing}", "no such stream"u8.ToArray());
        Assert.Equal("truncated", (await Fetch(cut.Address)).Skipped?.Reason);
    }

    [Theory]
    [InlineData("HTTP/1.1 404 Not Found", "access")]
    [InlineData("HTTP/1.1 500 Oops", "access")]
    [InlineData("HTTP/1.1 200 OK\nContent-Type: image/png", "refused")]
    [InlineData("HTTP/1.1 200 OK\nContent-Type: application/zip", "refused")]
    [InlineData("HTTP/1.1 200 OK\nContent-Encoding: zstd", "refused")]
    [InlineData("HTTP/1.1 200 OK\nContent-Encoding: gzip, gzip", "refused")]
    [InlineData("SMTP? no", "access")]
    public async Task Fetch_AnswerThatIsNoText_IsSkippedWithAReason(string head, string reason)
    {
        await using LocalServer server = LocalServer.Of(head + "\nContent-Length: 1", "x"u8.ToArray());
        Assert.Equal(reason, (await Fetch(server.Address)).Skipped?.Reason);
    }

    [Fact]
    public async Task Fetch_StoppedByTheUser_Throws()
    {
        await using var server = new LocalServer((_, _, stop) => Task.Delay(Timeout.Infinite, stop));
        using var user = new CancellationTokenSource(TimeSpan.FromMilliseconds(100));
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => WebFetcher.FetchAsync(server.Address, s_local, user.Token));
    }

    [Fact]
    public async Task Fetch_FeedByAddress_ReadsAsItsEntries()
    {
        const string feed = "<?xml version=\"1.0\"?><rss version=\"2.0\"><channel><title>Desk</title><item><title>One</title><description>Ministers met in Oslo.</description><pubDate>Tue, 20 Sep 2022 10:00:00 GMT</pubDate></item></channel></rss>";
        await using LocalServer server = LocalServer.Of("HTTP/1.1 200 OK\nContent-Type: application/rss+xml", Encoding.UTF8.GetBytes(feed));
        IntakeResult result = Assert.Single(IntakeReader.Open([server.Address + "/feed"], s_local, Token));
        Document document = Assert.IsType<Document>(Assert.Single(DocumentReader.Read(result.Input!, new DocumentReaderOptions())).Document);
        Assert.Equal(new DateOnly(2022, 9, 20), document.Published?.Day);
    }

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    private static Task<IntakeResult> Fetch(string address) => WebFetcher.FetchAsync(address, s_local, Token);

    private static string Text(RawInput input)
    {
        using var reader = new StreamReader(input.Open());
        return reader.ReadToEnd();
    }

    private static byte[] Pack(string packing, byte[] bytes)
    {
        using var packed = new MemoryStream();
        using (Stream packer = packing switch
        {
            "gzip" => new GZipStream(packed, CompressionLevel.SmallestSize, true),
            "br" => new BrotliStream(packed, CompressionLevel.Fastest, true),
            _ => new ZLibStream(packed, CompressionLevel.SmallestSize, true),
        })
            packer.Write(bytes);
        return packed.ToArray();
    }
}
