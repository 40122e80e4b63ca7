using System.Globalization;
using System.IO.Compression;
using System.Text;
using CsCheck;
using Entente.Documents;

namespace Entente.Tests.Documents;

public sealed class WarcReaderTests
{
    private const string Html = "<html><head><title>Talks</title><meta property=\"article:published_time\" content=\"2022-09-16\"></head><body><article><h1>Talks</h1><p>China and Russia held talks in Samarkand on Friday, and both sides said that they would go on with them.</p><p>The ministers of both states signed an agreement on trade, the first of its kind in ten years, officials said.</p></article></body></html>";
    private static readonly DocumentReaderOptions s_options = new();

    [Theory, InlineData(1), InlineData(4)]
    public void Read_PagesAmongOtherRecords_GivesThePages(int jobs)
    {
        string file = Record("warcinfo", "software: x") + Record("request", "GET / HTTP/1.1\r\n\r\n") + Response("https://a.example/2022/09/17/x", Html) + Response("https://a.example/b.png", "png", "image/png")
            + Response("https://a.example/c", "moved", status: "301 Moved") + Record("conversion", "Norway and Sweden signed a treaty on Monday.", "https://b.example/t", "text/plain");
        DocumentResult[] results = [.. DocumentReader.Read(RawInput.FromBytes("news.warc", Encoding.UTF8.GetBytes(file)), s_options with { Jobs = jobs })];
        Assert.Equal(2, results.Length);
        Document page = results[0].Document!;
        Assert.Equal(("https://a.example/2022/09/17/x", "record 3", "news.warc", new DateOnly(2022, 9, 16)), (page.Url, page.Origin.Member, page.Origin.Location, page.Published!.Day));
        Assert.Contains("held talks in Samarkand", page.Body.Text, StringComparison.Ordinal);
        Assert.Equal("https://b.example/t", results[1].Document!.Url);
    }

    [Fact]
    public void Read_GzippedRecordByRecord_AsCommonCrawlDoes_GivesAll()
    {
        using var file = new MemoryStream();
        for (int i = 0; i < 50; i++)
            using (var gzip = new GZipStream(file, CompressionLevel.Fastest, leaveOpen: true))
                gzip.Write(Encoding.UTF8.GetBytes(Response($"https://a.example/{i}", Html.Replace("Friday", $"day {i}", StringComparison.Ordinal))));
        DocumentResult[] results = [.. DocumentReader.Read(RawInput.FromBytes("a.warc.gz", file.ToArray()), s_options with { Jobs = 3 })];
        Assert.Equal(Enumerable.Range(0, 50).Select(i => $"https://a.example/{i}"), results.Select(r => r.Document?.Url));
    }

    [Fact]
    public void Read_ChunkedAndBrotli_AreSeenThrough()
    {
        byte[] html = Encoding.UTF8.GetBytes(Html);
        using var packed = new MemoryStream();
        using (var brotli = new BrotliStream(packed, CompressionLevel.Fastest, leaveOpen: true)) brotli.Write(html);
        byte[] head = Encoding.ASCII.GetBytes("HTTP/1.1 200 OK\r\nContent-Type: text/html; charset=utf-8\r\nContent-Encoding: br\r\n\r\n");
        byte[] first = Bytes("response", "https://a.example/1", [.. head, .. packed.ToArray()]);
        byte[] second = Bytes("response", "https://a.example/2", Encoding.UTF8.GetBytes(string.Create(CultureInfo.InvariantCulture,
            $"HTTP/1.1 200 OK\r\nContent-Type: text/html\r\nTransfer-Encoding: chunked\r\n\r\n{100:x}\r\n{Html[..100]}\r\n{Html.Length - 100:x}\r\n{Html[100..]}\r\n0\r\n\r\n")));
        byte[] third = Bytes("response", "https://a.example/3", [.. head, 1, 2, 3]);
        DocumentResult[] results = [.. DocumentReader.Read(RawInput.FromBytes("a.warc", [.. first, .. second, .. third]), s_options)];
        Assert.Equal(results[0].Document!.Body.Text, results[1].Document!.Body.Text);
        Assert.Equal("malformed", results[2].Skipped!.Reason);
    }

    [Fact]
    public void Read_BrokenRecords_AreNamedAndTheNextIsRead()
    {
        string good = Response("https://a.example/1", Html);
        string file = "WARC/1.0\r\nWARC-Type: response\r\n\r\nno length\r\n\r\n" + good + "rubbish\r\nmore\r\n" + good.Replace("/1", "/2", StringComparison.Ordinal) + Record("response", new string('x', 5000)) + good[..^100];
        DocumentResult[] results = [.. DocumentReader.Read(RawInput.FromBytes("a.warc", Encoding.UTF8.GetBytes(file)), s_options with { MaxBytes = 4000 })];
        Assert.Equal(["malformed", null, "malformed", null, "too-large", "truncated"], results.Select(r => r.Skipped?.Reason));
    }

    [Fact]
    public void Read_MutatedFiles_OnlySkip()
    {
        byte[] seed = Encoding.UTF8.GetBytes(Record("warcinfo", "x") + Response("https://a.example/1", Html) + Response("https://a.example/2", "3\r\nabc\r\n0\r\n\r\n", "text/plain") + Record("conversion", "A text that stays.", null, "text/plain"));
        Gen.Select(Gen.Int[0, seed.Length - 1], Gen.Byte, Gen.Int[0, 2]).Array[1, 10].Sample(changes =>
        {
            var bytes = seed.ToList();
            foreach ((int at, byte value, int kind) in changes)
                if (at >= bytes.Count) continue;
                else if (kind == 0) bytes[at] = value;
                else if (kind == 1) bytes.RemoveAt(at);
                else bytes.Insert(at, value);
            foreach (DocumentResult result in DocumentReader.Read(RawInput.FromBytes("a.warc", [.. bytes]), s_options)) Assert.True(result.Document is null != result.Skipped is null);
        }, iter: 300);
    }

    [Fact]
    public void Read_AnyBytesBehindItsFirstLine_OnlySkips() => Gen.Byte.Array[0, 2000].Sample(rest =>
    {
        foreach (DocumentResult result in DocumentReader.Read(RawInput.FromBytes("a.warc", [.. "WARC/1.0\r\n"u8, .. rest]), s_options)) Assert.True(result.Document is null != result.Skipped is null);
    }, iter: 300);

    [Fact]
    public void Map_StoppedEarly_RunsNoMoreThanItHolds()
    {
        int started = 0;
        Assert.Equal([0, 2, 4], OrderedParallel.Map(Enumerable.Range(0, 1_000_000), 4, i => { Interlocked.Increment(ref started); return i * 2; }).Take(3));
        Assert.InRange(started, 3, 20);
    }

    private static string Response(string address, string body, string type = "text/html; charset=utf-8", string status = "200 OK") =>
        Encoding.UTF8.GetString(Bytes("response", address, Encoding.UTF8.GetBytes($"HTTP/1.1 {status}\r\nContent-Type: {type}\r\n\r\n{body}")));

    private static string Record(string type, string body, string? address = null, string? media = null) => Encoding.UTF8.GetString(Bytes(type, address, Encoding.UTF8.GetBytes(body), media));

    private static byte[] Bytes(string type, string? address, byte[] content, string? media = null) =>
    [
        .. Encoding.UTF8.GetBytes(string.Create(CultureInfo.InvariantCulture, $"WARC/1.0\r\nWARC-Type: {type}\r\n{(address is null ? "" : $"WARC-Target-URI: {address}\r\n")}Content-Type: {media ?? "application/http"}\r\nContent-Length: {content.Length}\r\n\r\n")),
        .. content, .. "\r\n\r\n"u8,
    ];
}
