using System.Text;
using System.Text.RegularExpressions;
using AngleSharp.Dom;
using AngleSharp.Html.Dom;
using AngleSharp.Html.Parser;
using Entente.Text;
using SmartReader;

namespace Entente.Documents;

/// <summary>The main text of a web page. Never fetches anything and runs no script.</summary>
public static partial class HtmlReader
{
    private const int DeepestPage = 400;
    private const int LargestPage = 8 * 1024 * 1024;

    private const int MostTags = 100_000;
    private const int DeepestMarkup = 2_000;

    /// <summary>The article of a page as blocks of text joined by line feeds, or empty where none was found.</summary>
    /// <param name="html">The page as decoded.</param>
    public static string ExtractText(string html) => Extract(html, null) is { } page ? string.Join('\n', page.Blocks) : "";

    internal static DocumentResult Read(RawInput input, byte[] bytes, DocumentReaderOptions options)
    {
        if (bytes.Length > LargestPage)
            return DocumentBuilder.Skip(input.Location, null, "too-large", $"A web page of more than {LargestPage} bytes is not read.");
        string head = Encoding.Latin1.GetString(bytes.AsSpan(0, Math.Min(bytes.Length, 2048)));
        string? declared = input.Charset ?? (MetaCharset().Match(head) is { Success: true } match ? match.Groups[1].Value : null);
        (string html, OffsetMap toBytes, string charset) = CharsetDecoder.Decode(bytes, declared);
        (int tags, int depth) = HtmlScan.Measure(html);
        if (tags > MostTags) return DocumentBuilder.Skip(input.Location, null, "too-large", $"A web page of more than {MostTags} elements is not read.");
        if (depth > DeepestMarkup) return DocumentBuilder.Skip(input.Location, null, "malformed", $"Its elements are nested more than {DeepestPage} deep.");
        string? address = Uri.TryCreate(input.Location, UriKind.Absolute, out Uri? uri) && uri.Scheme.StartsWith("http", StringComparison.Ordinal) ? input.Location : null;
        if (Extract(html, address) is not { } page)
            return DocumentBuilder.Skip(input.Location, null, "malformed", $"Its elements are nested more than {DeepestPage} deep.");
        (string text, OffsetMap toHtml) = HtmlAlignment.Align(page.Blocks, html);
        return DocumentBuilder.Build(bytes, text, toHtml.Then(toBytes), new DocumentOrigin(input.Location, null, "text/html", charset), page.Found, options);
    }

    private static (IReadOnlyList<string> Blocks, FoundMetadata Found)? Extract(string html, string? address)
    {
        IHtmlDocument page = new HtmlParser().ParseDocument(html);
        if (IsTooDeep(page)) return null;
        string? canonical = address ?? page.QuerySelector("link[rel=canonical]")?.GetAttribute("href") ?? Meta(page, "og:url");
        string? date = Meta(page, "article:published_time") ?? Meta(page, "datePublished") ?? Meta(page, "date") ?? Meta(page, "pubdate")
            ?? (LinkedDate().Match(LinkedData(page)) is { Success: true } match ? match.Groups[1].Value : null)
            ?? page.QuerySelector("time[datetime]")?.GetAttribute("datetime");
        var found = new FoundMetadata(
            Meta(page, "og:title") ?? page.QuerySelector("h1")?.TextContent.Trim() ?? page.Title,
            Meta(page, "author"), Meta(page, "og:site_name"), canonical, date);
        HtmlNoise.Remove(page);
        using var reader = new Reader("https://page.invalid/", page) { ContinueIfNotReadable = true };
        string content = reader.GetArticle().Content ?? "";
        return (HtmlBlocks.Of(new HtmlParser().ParseDocument(content).Body), found);
    }

    private static string? Meta(IHtmlDocument page, string name) =>
        page.QuerySelector($"meta[property='{name}'],meta[name='{name}'],meta[itemprop='{name}']")?.GetAttribute("content") is { Length: > 0 } value ? value : null;

    private static string LinkedData(IHtmlDocument page) =>
        string.Join('\n', page.QuerySelectorAll("script[type='application/ld+json']").Select(e => e.TextContent));

    private static bool IsTooDeep(IHtmlDocument page)
    {
        var level = new Stack<(INode Node, int Depth)>();
        level.Push((page, 0));
        while (level.TryPop(out (INode Node, int Depth) at))
        {
            if (at.Depth > DeepestPage) return true;
            foreach (INode child in at.Node.ChildNodes) level.Push((child, at.Depth + 1));
        }
        return false;
    }

    [GeneratedRegex("charset\\s*=\\s*[\"']?\\s*([A-Za-z0-9_:.-]{2,40})", RegexOptions.NonBacktracking | RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex MetaCharset();

    [GeneratedRegex("\"datePublished\"\\s*:\\s*\"([^\"]{8,40})\"", RegexOptions.NonBacktracking)]
    private static partial Regex LinkedDate();
}
