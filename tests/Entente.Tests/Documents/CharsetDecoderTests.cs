using System.Text;
using CsCheck;
using Entente.Documents;

namespace Entente.Tests.Documents;

public class CharsetDecoderTests
{
    private static Encoding Page(int codePage) => CodePagesEncodingProvider.Instance.GetEncoding(codePage) ?? Encoding.GetEncoding(codePage);

    [Theory]
    [InlineData("gb2312", 936, "中国和俄罗斯“合作”", "gb18030 (declared)")]
    [InlineData("big5", 950, "中國和俄羅斯", "big5 (declared)")]
    [InlineData("shift_jis", 932, "日本とロシア", "shift_jis (declared)")]
    [InlineData("windows-1251", 1251, "Россия и Китай", "windows-1251 (declared)")]
    [InlineData("iso-8859-1", 1252, "the “café”", "windows-1252 (declared)")]
    public void Decode_DeclaredCharset_IsFollowed(string declared, int codePage, string text, string basis)
    {
        byte[] bytes = Page(codePage).GetBytes(text);
        var (decoded, map, how) = CharsetDecoder.Decode(bytes, declared);
        Assert.Equal(text, decoded);
        Assert.Equal(basis, how);
        var (start, length) = map.Map(decoded.Length - 1, 1);
        Assert.Equal(text[^1..], Page(codePage).GetString(bytes, (int)start, (int)length));
    }

    [Fact]
    public void Decode_ByteOrderMark_IsDroppedAndOffsetsStillPointPastIt()
    {
        var (text, map, how) = CharsetDecoder.Decode([0xEF, 0xBB, 0xBF, .. "é"u8], "gbk");
        Assert.Equal("é", text);
        Assert.Equal("utf-8 (bom)", how);
        Assert.Equal((3L, 2L), map.Map(0, 1));
    }

    [Fact]
    public void Decode_ValidUtf8_WinsOverDeclaration() =>
        Assert.Equal("utf-8 (valid)", CharsetDecoder.Decode("élu à Genève"u8, "iso-8859-1").CharsetAndBasis);

    [Fact]
    public void Decode_UnknownNameAndShortText_FallsBackToWindows1252() =>
        Assert.Equal(("“é”", "windows-1252 (fallback)"), (CharsetDecoder.Decode([0x93, 0xE9, 0x94], "no-such-charset") is var r ? (r.Text, r.CharsetAndBasis) : default));

    [Fact]
    public void Decode_LongUndeclaredRussian_IsDetected()
    {
        byte[] bytes = Page(1251).GetBytes(string.Concat(Enumerable.Repeat("Министр иностранных дел встретился с послом и обсудил отношения двух стран. ", 4)));
        var (text, _, how) = CharsetDecoder.Decode(bytes, null);
        Assert.Equal("windows-1251 (detected)", how);
        Assert.StartsWith("Министр иностранных", text, StringComparison.Ordinal);
    }

    [Fact]
    public void Decode_BrokenUtf8Declared_BadByteBecomesReplacementMappedToIt()
    {
        var (text, map, _) = CharsetDecoder.Decode([(byte)'a', 0xFF, .. "é"u8], "utf-8");
        Assert.Equal("a\uFFFDé", text);
        Assert.Equal((1L, 1L), map.Map(1, 1));
        Assert.Equal((2L, 2L), map.Map(2, 1));
    }

    [Fact]
    public void Decode_AnyBytesAnyCharset_NeverThrowsAndMapsAll()
    {
        string?[] known = [null, "utf-8", "gbk", "big5", "shift_jis", "euc-kr", "iso-2022-jp", "utf-16", "utf-7", "koi8-r", "x"];
        Gen.Select(Gen.Byte.Array[0, 300], Gen.Int[0, known.Length - 1]).Sample((bytes, which) =>
        {
            string? name = known[which];
            var (text, map, _) = CharsetDecoder.Decode(bytes, name);
            Assert.Equal(text.Length, map.OuterLength);
            if (text.Length > 0)
            {
                var (start, length) = map.Map(0, text.Length);
                Assert.InRange(start + length, 0, bytes.Length);
            }
        });
    }
}
