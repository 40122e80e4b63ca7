using CsCheck;
using Entente.Web.Html;

namespace Entente.Web.Tests;

public class HtmlPartTests
{
    [Fact]
    public void Of_AnyText_LeavesNoMarkupOfItsOwn() => Gen.String.Sample(text =>
    {
        string html = HtmlPart.Of($"<p title=\"{text}\">{text}</p>").ToString();
        string inner = html["<p title=\"".Length..^"</p>".Length];
        Assert.Equal(-1, inner.Replace("\">", "", StringComparison.Ordinal).AsSpan().IndexOfAny("<>\"'"));
    });

    [Fact]
    public void Of_TextThatTurnsTheReadingOrder_IsShownByName() =>
        Assert.Equal("<b>a‹U&#x2B;202E›b</b>", HtmlPart.Of($"<b>{"a\u202Eb"}</b>").ToString());

    [Theory]
    [InlineData("javascript:alert(1)")]
    [InlineData("JaVaScRiPt:alert(1)")]
    [InlineData("\u0001javascript:alert(1)")]
    [InlineData("data:text/html,<script>")]
    [InlineData("//evil.example/")]
    [InlineData("/\\evil.example/")]
    [InlineData("https://user:secret@evil.example/")]
    public void Of_AddressThatIsNone_LeadsNowhere(string address) => Assert.Equal("<a href=\"#\">x</a>", HtmlPart.Of($"<a href=\"{address}\">x</a>").ToString());

    [Theory]
    [InlineData("/dyad/CHN-RUS?as-of=2022-09-20")]
    [InlineData("#s1")]
    [InlineData("https://example.org/a")]
    public void Of_GoodAddress_IsKept(string address) => Assert.Equal($"<a href=\"{address}\">x</a>", HtmlPart.Of($"<a href=\"{address}\">x</a>").ToString());

    [Fact]
    public void Of_Number_IsWrittenTheSameInEveryCulture()
    {
        System.Globalization.CultureInfo.CurrentCulture = new("tr-TR");
        Assert.Equal("<i>1,234.5</i>", HtmlPart.Of($"<i>{1234.5:N1}</i>").ToString());
    }
}
