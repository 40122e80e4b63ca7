using System.Text;
using Entente.Documents;
using Entente.Text;

namespace Entente.Tests.Documents;

public sealed class HtmlReaderTests
{
    private static readonly string s_page = "<!doctype html><html><head><title>Pact</title><meta property='article:published_time' content='2021-05-06T10:00:00Z'>"
        + "<script>var secret = 'ministers';</script></head><body><nav>Home News Sport</nav><article><h1>Pact</h1>"
        + string.Concat(Enumerable.Range(1, 8).Select(i => $"<p>In part {i}, the two ministers said &ldquo;trade&rdquo; would <b>grow</b>, and that talks, now in their {i}th week, go on.</p>"))
        + "</article><footer>All rights reserved</footer></body></html>";

    [Fact]
    public void Page_WithArticle_GivesTextDateAndTheWayBack()
    {
        byte[] bytes = Encoding.UTF8.GetBytes(s_page);
        Document document = Assert.IsType<Document>(Assert.Single(DocumentReader.Read(RawInput.FromBytes("a.html", bytes), new DocumentReaderOptions())).Document);
        Assert.DoesNotContain("Home News", document.Body.Text, StringComparison.Ordinal);
        Assert.DoesNotContain("secret", document.Body.Text, StringComparison.Ordinal);
        Assert.Equal(new PublicationDate(new DateOnly(2021, 5, 6), DateBasis.Metadata), document.Published);
        const string quote = "In part 3, the two ministers said “trade” would grow";
        int at = document.Body.Text.IndexOf(quote, StringComparison.Ordinal);
        Assert.True(at >= 0);
        ByteSpan span = document.Body.BytesOf(new TextSpan(at, quote.Length));
        Assert.Equal("In part 3, the two ministers said &ldquo;trade&rdquo; would <b>grow", Encoding.UTF8.GetString(bytes, (int)span.Start, (int)span.Length));
    }

    [Fact]
    public void Page_NestedTooDeep_IsSkipped()
    {
        byte[] bytes = Encoding.UTF8.GetBytes("<html><body>" + string.Concat(Enumerable.Repeat("<div>", 2000)) + "x");
        Assert.Equal("malformed", Assert.Single(DocumentReader.Read(RawInput.FromBytes("a.html", bytes), new DocumentReaderOptions())).Skipped?.Reason);
    }

    [Fact]
    public void Pdf_CutShort_IsSkippedAsTruncated() =>
        Assert.Equal("truncated", Assert.Single(DocumentReader.Read(RawInput.FromBytes("a.pdf", "%PDF-1.7\n1 0 obj\n<< /Type"u8.ToArray()), new DocumentReaderOptions())).Skipped?.Reason);
}
