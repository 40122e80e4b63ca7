using System.ServiceModel.Syndication;
using System.Xml;
using AngleSharp.Html.Parser;
using Entente.Text;

namespace Entente.Documents;

/// <summary>The entries of an RSS or Atom feed, each a document. Document type definitions are refused and nothing is fetched.</summary>
/// <remarks>Entry text is markup inside markup, so every span of an entry maps to the whole feed.</remarks>
internal static class FeedReader
{
    private static readonly XmlReaderSettings s_settings = new()
    {
        DtdProcessing = DtdProcessing.Prohibit,
        XmlResolver = null,
        MaxCharactersFromEntities = 1024,
    };

    public static IEnumerable<DocumentResult> Read(RawInput input, byte[] bytes, DocumentReaderOptions options)
    {
        SyndicationFeed? feed = null;
        string problem = "";
        try
        {
            using var xml = XmlReader.Create(new MemoryStream(bytes, writable: false), s_settings);
            feed = SyndicationFeed.Load(xml);
        }
        catch (Exception e) when (e is XmlException or FormatException or InvalidOperationException)
        {
            problem = e.Message;
        }
        if (feed is null)
        {
            yield return DocumentBuilder.Skip(input.Location, null, "malformed", $"Not a readable feed: {problem}");
            yield break;
        }
        int number = 0;
        foreach (SyndicationItem item in feed.Items)
        {
            number++;
            yield return TryReadItem(input, bytes, feed.Title?.Text, item, $"item {number}", options);
        }
    }

    private static DocumentResult TryReadItem(RawInput input, byte[] bytes, string? outlet, SyndicationItem item, string member, DocumentReaderOptions options)
    {
        try
        {
            return ReadItem(input, bytes, outlet, item, member, options);
        }
        catch (Exception e) when (e is XmlException or FormatException or InvalidOperationException or System.Runtime.Serialization.SerializationException)
        {
            return DocumentBuilder.Skip(input.Location, member, "malformed", e.Message);
        }
    }

    /// <summary>The day of an entry; a date that cannot be read is no date.</summary>
    private static DateTimeOffset? Stamp(SyndicationItem item)
    {
        try
        {
            DateTimeOffset stamp = item.PublishDate != default ? item.PublishDate : item.LastUpdatedTime;
            return stamp == default ? null : stamp;
        }
        catch (XmlException)
        {
            return null;
        }
    }

    private static DocumentResult ReadItem(RawInput input, byte[] bytes, string? outlet, SyndicationItem item, string member, DocumentReaderOptions options)
    {
        string markup = item.ElementExtensions.ReadElementExtensions<string>("encoded", "http://purl.org/rss/1.0/modules/content/").FirstOrDefault()
            ?? (item.Content as TextSyndicationContent)?.Text ?? item.Summary?.Text ?? "";
        string text = string.Join('\n', HtmlBlocks.Of(new HtmlParser().ParseDocument(markup).Body));
        var map = new OffsetMap.Builder();
        map.Replace(text.Length, 0, bytes.Length);
        var found = new FoundMetadata(
            item.Title?.Text, item.Authors.FirstOrDefault()?.Name, outlet, item.Links.FirstOrDefault()?.Uri?.OriginalString,
            Stamp(item)?.ToString("yyyy-MM-dd", System.Globalization.CultureInfo.InvariantCulture));
        // The feed's bytes are shared, so the entry's own text names it.
        byte[] own = System.Text.Encoding.UTF8.GetBytes($"{item.Id}\n{text}");
        return DocumentBuilder.Build(own, text, map.ToMap(), new DocumentOrigin(input.Location, member, "application/feed", "xml (format)"), found, options);
    }
}
