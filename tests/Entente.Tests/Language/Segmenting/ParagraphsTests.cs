namespace Entente.Tests.Language.Segmenting;

public class ParagraphsTests
{
    private static readonly string LongLine = string.Concat(Enumerable.Repeat("Ministers of both states met again. ", 6)).TrimEnd();

    [Fact]
    public void Of_AHeadingAboveALongLine_StandsAlone() =>
        Assert.Equal(["A heading without a stop", LongLine, LongLine], Paragraphs("A heading without a stop\n" + LongLine + "\r\n" + LongLine));

    [Fact]
    public void Of_LinesSetAtAColumn_StayTogether()
    {
        const string Set = "Ministers of both states met again in\nSamarkand and talked about trade.";
        Assert.Equal([Set, "Then they left."], Paragraphs(Set + "\n\nThen they left."));
    }

    private static string[] Paragraphs(string text) => [.. Entente.Language.Segmenting.Paragraphs.Of(text).Select(p => text[p.Start..p.End])];
}
