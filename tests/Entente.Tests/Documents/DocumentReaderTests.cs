using System.IO.Compression;
using System.Text;
using Entente.Documents;
using Entente.Text;

namespace Entente.Tests.Documents;

public sealed class DocumentReaderTests
{
    private static readonly DocumentReaderOptions s_options = new() { Today = new DateOnly(2024, 1, 1) };

    private static List<DocumentResult> Read(byte[] bytes, string name = "note.txt", DocumentReaderOptions? options = null) =>
        [.. DocumentReader.Read(RawInput.FromBytes(name, bytes), options ?? s_options)];

    private static List<DocumentResult> Read(string text, string name = "note.txt", DocumentReaderOptions? options = null) =>
        Read(Encoding.UTF8.GetBytes(text), name, options);

    [Fact]
    public void PlainText_WithPlaceholderAndTeaser_DropsThemAndKeepsTheWayBack()
    {
        const string text = "Ministers meet in Oslo\nLoading...\nThe ministers met — briefly.\nWhy We Wrote This\nA teaser of ours.\nShared aims\nThey signed a pact.\n";
        byte[] bytes = Encoding.UTF8.GetBytes(text);
        Document document = Assert.IsType<Document>(Assert.Single(Read(bytes)).Document);
        Assert.Equal("Ministers meet in Oslo", document.Title);
        Assert.Equal("Ministers meet in Oslo\nThe ministers met — briefly.\nShared aims\nThey signed a pact.\n", document.Body.Text);
        Assert.Equal(["loading placeholder", "teaser heading", "teaser"], document.Dropped.Select(d => d.Reason));
        int at = document.Body.Text.IndexOf("signed a pact", StringComparison.Ordinal);
        ByteSpan span = document.Body.BytesOf(new TextSpan(at, 13));
        Assert.Equal("signed a pact", Encoding.UTF8.GetString(bytes, (int)span.Start, (int)span.Length));
        Assert.Null(document.Published);
    }

    [Fact]
    public void JsonLines_WithEscapes_MapsTextToTheBytesOfItsLine()
    {
        const string text = "{\"title\":\"A\",\"date\":\"2020-03-04\",\"text\":\"One \\\"two\\\" caf\\u00e9 three.\"}\nnot json\n{\"x\":1}\n";
        byte[] bytes = Encoding.UTF8.GetBytes(text);
        List<DocumentResult> results = Read(bytes, "a.jsonl");
        Document document = Assert.IsType<Document>(results[0].Document);
        Assert.Equal("One \"two\" café three.", document.Body.Text);
        Assert.Equal(new PublicationDate(new DateOnly(2020, 3, 4), DateBasis.Metadata), document.Published);
        ByteSpan span = document.Body.BytesOf(new TextSpan(document.Body.Text.IndexOf("café", StringComparison.Ordinal), 4));
        Assert.Equal("caf\\u00e9", Encoding.UTF8.GetString(bytes, (int)span.Start, (int)span.Length));
        Assert.Equal(["malformed", "no-text"], results.Skip(1).Select(r => r.Skipped?.Reason));
    }

    [Theory]
    [InlineData(10)]
    [InlineData(40)]
    [InlineData(-9)]
    [InlineData(-1)]
    public void Gzip_CutShort_IsTruncatedWhereverItIsCut(int at)
    {
        byte[] whole = Pack("Ministers met in Oslo. " + new string('a', 70_000));
        byte[] two = [.. whole, .. Pack("They spoke.")];
        Assert.NotNull(Assert.Single(Read(whole)).Document);
        Assert.EndsWith("aThey spoke.", Assert.Single(Read(two)).Document?.Body.Text, StringComparison.Ordinal);
        Assert.Equal("truncated", Assert.Single(Read(whole[..(at < 0 ? whole.Length + at : at)])).Skipped?.Reason);
    }

    private static byte[] Pack(string text)
    {
        using var packed = new MemoryStream();
        using (var gzip = new GZipStream(packed, CompressionLevel.Optimal)) gzip.Write(Encoding.UTF8.GetBytes(text));
        return packed.ToArray();
    }

    [Theory]
    [InlineData("", "empty")]
    [InlineData("a\0b\0c", "binary")]
    [InlineData("  \n ", "no-text")]
    public void BadInput_OfEachKind_IsSkippedWithItsReason(string text, string reason) =>
        Assert.Equal(reason, Assert.Single(Read(text)).Skipped?.Reason);

    [Fact]
    public void LongLine_OverTheLimit_IsSkippedAndTheNextIsRead()
    {
        string text = "{\"text\":\"" + new string('x', 5000) + "\"}\n{\"text\":\"Short.\"}";
        List<DocumentResult> results = Read(text, "a.jsonl", s_options with { MaxBytes = 1000 });
        Assert.Equal("too-large", results[0].Skipped?.Reason);
        Assert.Equal("Short.", results[1].Document?.Body.Text);
    }

    [Fact]
    public void Gzip_ThatUnpacksToFarMore_IsSkippedAsBomb()
    {
        using var packed = new MemoryStream();
        using (var gzip = new GZipStream(packed, CompressionLevel.Optimal, leaveOpen: true)) gzip.Write(new byte[4_000_000].Select(_ => (byte)'a').ToArray());
        Assert.Equal("bomb", Assert.Single(Read(packed.ToArray(), "a.txt.gz", s_options with { RatioFreeBytes = 100_000 })).Skipped?.Reason);
    }

    [Fact]
    public void InvalidUtf8_InPlainText_IsReadNotRefused() =>
        Assert.Contains("pact", Assert.Single(Read([.. "A pact "u8, 0xFF, .. " was signed."u8])).Document?.Body.Text, StringComparison.Ordinal);

    [Fact]
    public void Dates_AfterToday_AreRefusedAndNamed()
    {
        Assert.Equal("future-date", Assert.Single(Read("A text.", options: s_options with { GivenDate = new DateOnly(2030, 1, 1) })).Skipped?.Reason);
        SkippedInput? claimed = Assert.Single(Read("{\"text\":\"A text.\",\"date\":\"2030-01-01\"}", "a.jsonl")).Skipped;
        Assert.Equal("future-date", claimed?.Reason);
        Assert.Contains("2030-01-01", claimed?.Detail, StringComparison.Ordinal);
        Document? given = Assert.Single(Read("{\"text\":\"A text.\",\"date\":\"2030-01-01\"}", "a.jsonl", s_options with { GivenDate = new DateOnly(2020, 1, 1) })).Document;
        Assert.Equal(2020, given?.Published?.Day.Year);
    }

    [Fact]
    public void Dates_OfTomorrow_AreTodayFurtherEast() =>
        Assert.NotNull(Assert.Single(Read("{\"text\":\"A text.\",\"date\":\"2024-01-02\"}", "a.jsonl")).Document?.Published);
}
