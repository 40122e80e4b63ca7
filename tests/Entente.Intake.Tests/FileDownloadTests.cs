using System.Globalization;
using System.Net;
using System.Net.Sockets;
using System.Security.Cryptography;
using System.Text;
using Entente.Intake.Downloads;

namespace Entente.Intake.Tests;

/// <summary>Downloads from a server of this machine that does everything a server should not.</summary>
public sealed class FileDownloadTests : IDisposable
{
    private static readonly byte[] s_body = Encoding.ASCII.GetBytes("ccode1,ccode2,year\n" + string.Concat(Enumerable.Range(0, 40_000).Select(i => FormattableString.Invariant($"2,200,{i}\n"))));
    private readonly string _folder = Directory.CreateTempSubdirectory("entente-download-").FullName;
    private readonly List<string?> _ranges = [];
    private readonly List<DownloadProgress> _progress = [];

    private string Target => Path.Combine(_folder, "file.csv");

    public void Dispose() => Directory.Delete(_folder, recursive: true);

    [Fact]
    public async Task Download_BrokenOffTwice_GoesOnFromWhereItBroke()
    {
        int asked = 0;
        await using LocalServer server = Serve((range, stream, stop) => SendAsync(stream, range ?? 0, ++asked < 3 ? 100_000 : null, tag: "\"one\"", stop));
        DownloadedFile file = await RunAsync(Request(server));
        Assert.Equal(s_body, await File.ReadAllBytesAsync(Target, TestContext.Current.CancellationToken));
        Assert.Equal(Convert.ToHexStringLower(SHA256.HashData(s_body)), file.Sha256);
        Assert.Equal([null, "bytes=100000-", "bytes=200000-"], _ranges);
        Assert.Equal(2, _progress.Count(p => p.Trouble is not null));
        Assert.Equal(["file.csv"], Directory.GetFiles(_folder).Select(Path.GetFileName));
    }

    [Fact]
    public async Task Download_StoppedAndRunAgain_FetchesTheRestOnly()
    {
        bool whole = false;
        await using LocalServer server = Serve((range, stream, stop) => SendAsync(stream, range ?? 0, whole ? null : 150_000, "\"one\"", stop));
        DownloadException first = await Assert.ThrowsAsync<DownloadException>(() => RunAsync(Request(server) with { Attempts = 1 }));
        Assert.Equal("truncated", first.Reason);
        Assert.False(File.Exists(Target));
        whole = true;
        DownloadedFile file = await RunAsync(Request(server));
        Assert.True(file.Resumed);
        Assert.Equal("bytes=150000-", _ranges[^1]);
        Assert.Equal(s_body, await File.ReadAllBytesAsync(Target, TestContext.Current.CancellationToken));
    }

    [Fact]
    public async Task Download_FileChangedBetween_BeginsAnew()
    {
        int asked = 0;
        // If-Range does not match any more: the server sends the whole, as RFC 9110 asks.
        await using LocalServer server = Serve((range, stream, stop) => ++asked == 1 ? SendAsync(stream, 0, 100_000, "\"old\"", stop) : SendAsync(stream, 0, null, "\"new\"", stop));
        await RunAsync(Request(server));
        Assert.Equal(s_body, await File.ReadAllBytesAsync(Target, TestContext.Current.CancellationToken));
    }

    [Fact]
    public async Task Download_ServerIgnoresRange_BeginsAnew()
    {
        int asked = 0;
        await using LocalServer server = Serve((_, stream, stop) => SendAsync(stream, 0, ++asked < 3 ? 50_000 * asked : null, "\"one\"", stop));
        await RunAsync(Request(server));
        Assert.Equal(s_body, await File.ReadAllBytesAsync(Target, TestContext.Current.CancellationToken));
    }

    [Fact]
    public async Task Download_NoSignOfTheFile_AsksForNoRange()
    {
        int asked = 0;
        await using LocalServer server = Serve((_, stream, stop) => SendAsync(stream, 0, ++asked < 2 ? 50_000 : null, tag: null, stop));
        await RunAsync(Request(server));
        Assert.Equal([null, null], _ranges);
        Assert.Equal(s_body, await File.ReadAllBytesAsync(Target, TestContext.Current.CancellationToken));
    }

    [Fact]
    public async Task Download_AnotherPartThanAskedFor_IsNotJoined()
    {
        int asked = 0;
        await using LocalServer server = Serve((range, stream, stop) => ++asked == 1
            ? SendAsync(stream, 0, 100_000, "\"one\"", stop)
            : SendRawAsync(stream, $"HTTP/1.1 206 Partial Content\nContent-Range: bytes 0-99/{s_body.Length}\nContent-Length: 100", s_body[..100], stop));
        DownloadException e = await Assert.ThrowsAsync<DownloadException>(() => RunAsync(Request(server)));
        Assert.Equal("refused", e.Reason);
        Assert.Empty(Directory.GetFiles(_folder));
    }

    [Fact]
    public async Task Download_LessThanTheLengthSaid_IsNoFile()
    {
        await using LocalServer server = Serve((_, stream, stop) => SendRawAsync(stream, "HTTP/1.1 200 OK\nContent-Length: 900000000", s_body, stop));
        DownloadException e = await Assert.ThrowsAsync<DownloadException>(() => RunAsync(Request(server) with { Attempts = 2 }));
        Assert.Equal("truncated", e.Reason);
        Assert.False(File.Exists(Target));
    }

    [Theory]
    [InlineData(10)]
    [InlineData(10_000_000)]
    public async Task Download_NotTheLengthKnown_IsRefusedBeforeItIsTaken(int known)
    {
        await using LocalServer server = Serve((_, stream, stop) => SendAsync(stream, 0, null, "\"one\"", stop));
        DownloadException e = await Assert.ThrowsAsync<DownloadException>(() => RunAsync(Request(server) with { Bytes = known }));
        Assert.Equal("length", e.Reason);
        Assert.Empty(Directory.GetFiles(_folder, "*.csv"));
    }

    [Fact]
    public async Task Download_WrongChecksum_IsRefusedAndThrownAway()
    {
        await using LocalServer server = Serve((_, stream, stop) => SendAsync(stream, 0, null, "\"one\"", stop));
        DownloadException e = await Assert.ThrowsAsync<DownloadException>(() => RunAsync(Request(server) with { Sha256 = new string('0', 64) }));
        Assert.Equal("checksum", e.Reason);
        Assert.Empty(Directory.GetFiles(_folder));
    }

    [Fact]
    public async Task Download_PartOfAnotherFile_IsFetchedOnceMoreFromTheStart()
    {
        bool broken = true;
        await using LocalServer server = Serve((range, stream, stop) => SendAsync(stream, range ?? 0, broken ? 100_000 : null, "\"one\"", stop));
        await Assert.ThrowsAsync<DownloadException>(() => RunAsync(Request(server) with { Attempts = 1 }));
        broken = false;
        byte[] part = await File.ReadAllBytesAsync(Target + ".part", TestContext.Current.CancellationToken);
        part[5_000] ^= 1;
        await File.WriteAllBytesAsync(Target + ".part", part, TestContext.Current.CancellationToken);
        await RunAsync(Request(server) with { Sha256 = Convert.ToHexStringLower(SHA256.HashData(s_body)) });
        Assert.Equal(s_body, await File.ReadAllBytesAsync(Target, TestContext.Current.CancellationToken));
    }

    [Theory]
    [InlineData("Content-Type: text/html", "<p>Please accept our cookies</p>")]
    [InlineData("Content-Type: text/csv", "<!DOCTYPE html><html><body>Moved</body></html>")]
    [InlineData("Content-Type: application/octet-stream", "\n  <HTML><head></head></HTML>")]
    [InlineData("Content-Type: text/csv", "{\"status\":\"ERROR\",\"message\":\"File not found\"}")]
    [InlineData("Content-Type: text/csv", "")]
    public async Task Download_PageForCsv_IsRefused(string header, string body)
    {
        byte[] bytes = Encoding.UTF8.GetBytes(body);
        await using LocalServer server = Serve((_, stream, stop) => SendRawAsync(stream, FormattableString.Invariant($"HTTP/1.1 200 OK\n{header}\nContent-Length: {bytes.Length}"), bytes, stop));
        DownloadException e = await Assert.ThrowsAsync<DownloadException>(() => RunAsync(Request(server) with { Form = FileForm.Text }));
        Assert.Equal("not-data", e.Reason);
        Assert.Empty(Directory.GetFiles(_folder, "*.csv"));
        Assert.Single(_ranges);
    }

    [Fact]
    public async Task Download_RedirectToPrivateAddress_IsRefusedAtTheRedirect()
    {
        await using LocalServer inner = Serve((_, stream, stop) => SendAsync(stream, 0, null, "\"one\"", stop));
        await using LocalServer outer = Serve((_, stream, stop) => SendRawAsync(stream, $"HTTP/1.1 302 Found\nLocation: http://127.0.0.2:{inner.Port}/x\nContent-Length: 0", [], stop));
        // The border runs through this machine: 127.0.0.1 is outside, 127.0.0.2 inside.
        var options = new WebOptions { IsPublic = a => a.Equals(IPAddress.Loopback) };
        DownloadException e = await Assert.ThrowsAsync<DownloadException>(() => RunAsync(Request(outer), options));
        Assert.Equal("refused", e.Reason);
        Assert.Contains("127.0.0.2", e.Message, StringComparison.Ordinal);
        Assert.Single(_ranges);
    }

    [Theory]
    [InlineData("file:///etc/passwd")]
    [InlineData("ftp://127.0.0.1/x")]
    [InlineData("http://user:word@127.0.0.1/x")]
    public async Task Download_RedirectElsewhere_IsRefused(string to)
    {
        await using LocalServer server = Serve((_, stream, stop) => SendRawAsync(stream, $"HTTP/1.1 301 Moved Permanently\nLocation: {to}\nContent-Length: 0", [], stop));
        Assert.Equal("refused", (await Assert.ThrowsAsync<DownloadException>(() => RunAsync(Request(server)))).Reason);
    }

    [Fact]
    public async Task Download_RedirectInACircle_EndsAfterFive()
    {
        await using LocalServer server = Serve((_, stream, stop) => SendRawAsync(stream, "HTTP/1.1 302 Found\nLocation: /again\nContent-Length: 0", [], stop));
        Assert.Equal("refused", (await Assert.ThrowsAsync<DownloadException>(() => RunAsync(Request(server)))).Reason);
        Assert.Equal(6, _ranges.Count);
    }

    [Fact]
    public async Task Download_PrivateAddress_IsRefusedUnlessAllowed()
    {
        await using LocalServer server = Serve((_, stream, stop) => SendAsync(stream, 0, null, "\"one\"", stop));
        Assert.Equal("refused", (await Assert.ThrowsAsync<DownloadException>(() => RunAsync(Request(server), new WebOptions()))).Reason);
        Assert.Empty(_ranges);
    }

    [Fact]
    public async Task Download_ServerBusy_IsTriedAgainAndNotFoundIsNot()
    {
        int asked = 0;
        await using LocalServer busy = Serve((_, stream, stop) => ++asked == 1
            ? SendRawAsync(stream, "HTTP/1.1 503 Service Unavailable\nRetry-After: 0\nContent-Length: 0", [], stop)
            : SendAsync(stream, 0, null, "\"one\"", stop));
        await RunAsync(Request(busy));
        Assert.Equal(2, asked);
        _ranges.Clear();
        await using LocalServer gone = Serve((_, stream, stop) => SendRawAsync(stream, "HTTP/1.1 404 Not Found\nContent-Length: 0", [], stop));
        Assert.Equal("access", (await Assert.ThrowsAsync<DownloadException>(() => RunAsync(Request(gone)))).Reason);
        Assert.Single(_ranges);
    }

    [Fact]
    public async Task Download_ServerFallsSilent_TimesOut()
    {
        await using LocalServer server = Serve(async (_, stream, stop) =>
        {
            await SendRawAsync(stream, $"HTTP/1.1 200 OK\nContent-Length: {s_body.Length}", s_body[..1000], stop);
            await Task.Delay(Timeout.Infinite, stop);
        });
        var options = new WebOptions { AllowPrivate = true, SilenceLimit = TimeSpan.FromMilliseconds(300) };
        Assert.Equal("timeout", (await Assert.ThrowsAsync<DownloadException>(() => RunAsync(Request(server) with { Attempts = 1 }, options))).Reason);
    }

    [Theory]
    [InlineData("", false)]
    [InlineData("\nTransfer-Encoding: chunked", true)]
    public async Task Download_LengthNotSaid_IsToldUnlessTheEndIs(string header, bool whole)
    {
        byte[] body = whole ? [.. Encoding.ASCII.GetBytes(FormattableString.Invariant($"{s_body.Length:x}\r\n")), .. s_body, .. "\r\n0\r\n\r\n"u8] : s_body;
        await using LocalServer server = Serve((_, stream, stop) => SendRawAsync(stream, "HTTP/1.1 200 OK\nContent-Type: text/csv" + header, body, stop));
        Assert.Equal(whole, (await RunAsync(Request(server))).IsWhole);
        Assert.Equal(s_body, await File.ReadAllBytesAsync(Target, TestContext.Current.CancellationToken));
    }

    [Fact]
    public async Task Download_ChunksBrokenOff_IsNoFile()
    {
        byte[] body = [.. Encoding.ASCII.GetBytes(FormattableString.Invariant($"{s_body.Length:x}\r\n")), .. s_body[..1000]];
        await using LocalServer server = Serve((_, stream, stop) => SendRawAsync(stream, "HTTP/1.1 200 OK\nTransfer-Encoding: chunked", body, stop));
        Assert.Equal("truncated", (await Assert.ThrowsAsync<DownloadException>(() => RunAsync(Request(server) with { Attempts = 2 }))).Reason);
        Assert.False(File.Exists(Target));
    }

    [Fact]
    public async Task Download_WhileItRuns_TheNameIsNotTaken()
    {
        await File.WriteAllTextAsync(Target, "old", TestContext.Current.CancellationToken);
        await using LocalServer server = Serve((_, stream, stop) => SendAsync(stream, 0, 100_000, "\"one\"", stop));
        await Assert.ThrowsAsync<DownloadException>(() => RunAsync(Request(server) with { Attempts = 1 }));
        Assert.Equal("old", await File.ReadAllTextAsync(Target, TestContext.Current.CancellationToken));
    }

    private LocalServer Serve(Func<long?, NetworkStream, CancellationToken, Task> answer) => new((_, headers, stream, stop) =>
    {
        string? range = headers.GetValueOrDefault("Range");
        _ranges.Add(range);
        return answer(range is null ? null : long.Parse(range["bytes=".Length..^1], CultureInfo.InvariantCulture), stream, stop);
    });

    // From a byte on, and when asked, broken off after so many more.
    private static Task SendAsync(NetworkStream stream, long from, int? bytes, string? tag, CancellationToken stop)
    {
        string status = from > 0
            ? FormattableString.Invariant($"HTTP/1.1 206 Partial Content\nContent-Range: bytes {from}-{s_body.Length - 1}/{s_body.Length}")
            : "HTTP/1.1 200 OK";
        string head = FormattableString.Invariant($"{status}\nContent-Type: text/csv\nContent-Length: {s_body.Length - from}{(tag is null ? "" : "\nETag: " + tag)}");
        return SendRawAsync(stream, head, s_body[(int)from..(int)Math.Min(s_body.Length, from + (bytes ?? s_body.Length))], stop);
    }

    private static async Task SendRawAsync(NetworkStream stream, string head, byte[] body, CancellationToken stop)
    {
        await stream.WriteAsync(LocalServer.Head(head), stop);
        await stream.WriteAsync(body, stop);
    }

    private DownloadRequest Request(LocalServer server) => new(new Uri(server.Address + "/file.csv"), Target);

    private Task<DownloadedFile> RunAsync(DownloadRequest request, WebOptions? options = null) =>
        new FileDownload(options ?? new WebOptions { AllowPrivate = true }, new HastyTime(), _progress.Add).RunAsync(request, TestContext.Current.CancellationToken);

    /// <summary>A clock on which every wait is over at once.</summary>
    private sealed class HastyTime : TimeProvider
    {
        public override ITimer CreateTimer(TimerCallback callback, object? state, TimeSpan dueTime, TimeSpan period) => System.CreateTimer(callback, state, TimeSpan.Zero, period);
    }
}
