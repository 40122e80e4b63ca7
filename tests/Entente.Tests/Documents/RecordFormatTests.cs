using System.Text;
using Entente.Documents;
using Entente.Text;

namespace Entente.Tests.Documents;

public sealed class RecordFormatTests
{
    private static List<DocumentResult> Read(string text, string name) =>
        [.. DocumentReader.Read(RawInput.FromBytes(name, Encoding.UTF8.GetBytes(text)), new DocumentReaderOptions())];

    [Fact]
    public void Csv_WithQuotesAndLineFeeds_KeepsTheWayBack()
    {
        const string csv = "title,date,text\r\n\"A, b\",2020-01-02,\"One \"\"two\"\"\nthrée.\"\r\nC,,\r\n";
        List<DocumentResult> results = Read(csv, "a.csv");
        Document document = Assert.IsType<Document>(results[0].Document);
        Assert.Equal("A, b", document.Title);
        Assert.Equal("One \"two\"\nthrée.", document.Body.Text);
        Assert.Equal(new DateOnly(2020, 1, 2), document.Published?.Day);
        ByteSpan span = document.Body.BytesOf(new TextSpan(4, 5));
        Assert.Equal("\"\"two\"\"", Encoding.UTF8.GetString(Encoding.UTF8.GetBytes(csv), (int)span.Start, (int)span.Length));
        Assert.Equal("no-text", results[1].Skipped?.Reason);
    }

    [Fact]
    public void Feed_WithEntries_GivesADocumentForEach()
    {
        const string rss = "<?xml version='1.0'?><rss version='2.0'><channel><title>Daily</title><link>https://example.org/</link><description>d</description>"
            + "<item><title>Pact</title><link>https://example.org/1</link><pubDate>Tue, 03 Mar 2020 10:00:00 GMT</pubDate><description>&lt;p&gt;They signed.&lt;/p&gt;</description></item>"
            + "</channel></rss>";
        Document document = Assert.IsType<Document>(Assert.Single(Read(rss, "a.xml")).Document);
        Assert.Equal(("Pact", "Daily", "They signed."), (document.Title, document.Outlet, document.Body.Text));
        Assert.Equal(new DateOnly(2020, 3, 3), document.Published?.Day);
    }

    [Fact]
    public void Feed_WithUnreadableDate_KeepsTheEntryUndated()
    {
        const string rss = "<rss version='2.0'><channel><title>D</title><item><title>P</title><pubDate>soon</pubDate><description>They met.</description></item></channel></rss>";
        Document document = Assert.IsType<Document>(Assert.Single(Read(rss, "a.xml")).Document);
        Assert.Null(document.Published);
    }

    [Fact]
    public void Feed_WithDocumentType_IsRefused() =>
        Assert.Equal("malformed", Assert.Single(Read("<!DOCTYPE rss [<!ENTITY a 'b'>]><rss version='2.0'><channel><title>&a;</title></channel></rss>", "a.xml")).Skipped?.Reason);
}
