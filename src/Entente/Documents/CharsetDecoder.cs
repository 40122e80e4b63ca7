using System.Text;
using Entente.Text;
using UtfUnknown;

namespace Entente.Documents;

/// <summary>Turns bytes into text, remembering which bytes each character came from. Never throws for bad bytes.</summary>
/// <remarks>
/// Evidence is asked in this order: byte order mark, strict UTF-8, what the carrier declared, detection by statistics
/// (only for texts long enough to have any), and windows-1252, which WHATWG falls back to. A byte that the charset does
/// not know becomes U+FFFD, mapped to that byte.
/// </remarks>
public static class CharsetDecoder
{
    private const int DetectableLength = 64;
    private const float DetectionConfidence = 0.6f;

    static CharsetDecoder() => Encoding.RegisterProvider(CodePagesEncodingProvider.Instance);

    /// <summary>Decodes bytes.</summary>
    /// <param name="bytes">The bytes as received.</param>
    /// <param name="declaredCharset">What a header, a meta element or the user says, or null. Unknown names are ignored.</param>
    /// <returns>The text, the map to its bytes, and the charset with how it is known, as <c>gb18030 (declared)</c>.</returns>
    public static (string Text, OffsetMap ToBytes, string CharsetAndBasis) Decode(ReadOnlySpan<byte> bytes, string? declaredCharset)
    {
        if (bytes.StartsWith((ReadOnlySpan<byte>)[0xEF, 0xBB, 0xBF])) return DecodeUtf8(bytes, 3, "utf-8 (bom)");
        if (bytes.StartsWith((ReadOnlySpan<byte>)[0xFF, 0xFE, 0, 0])) return DecodeWith(new UTF32Encoding(false, false), bytes, 4, "utf-32le (bom)");
        if (bytes.StartsWith((ReadOnlySpan<byte>)[0, 0, 0xFE, 0xFF])) return DecodeWith(new UTF32Encoding(true, false), bytes, 4, "utf-32be (bom)");
        if (bytes.StartsWith((ReadOnlySpan<byte>)[0xFF, 0xFE])) return DecodeWith(new UnicodeEncoding(false, false), bytes, 2, "utf-16le (bom)");
        if (bytes.StartsWith((ReadOnlySpan<byte>)[0xFE, 0xFF])) return DecodeWith(new UnicodeEncoding(true, false), bytes, 2, "utf-16be (bom)");

        Encoding? declared = Named(declaredCharset);
        bool wide = declared is UnicodeEncoding or UTF32Encoding;
        // ISO-2022 and HZ are seven-bit: their bytes are ASCII and would pass as UTF-8.
        bool sevenBit = declared is not null && (declared.WebName.StartsWith("iso-2022", StringComparison.OrdinalIgnoreCase) || declared.WebName.StartsWith("hz", StringComparison.OrdinalIgnoreCase));
        if (!wide && !sevenBit && System.Text.Unicode.Utf8.IsValid(bytes)) return DecodeUtf8(bytes, 0, "utf-8 (valid)");
        if (declared is UTF8Encoding) return DecodeUtf8(bytes, 0, "utf-8 (declared)");
        if (declared is not null) return DecodeWith(declared, bytes, 0, $"{declared.WebName} (declared)");
        if (Detect(bytes) is { } detected)
            return detected is UTF8Encoding ? DecodeUtf8(bytes, 0, "utf-8 (detected)") : DecodeWith(detected, bytes, 0, $"{detected.WebName} (detected)");
        return DecodeWith(Encoding.GetEncoding(1252), bytes, 0, "windows-1252 (fallback)");
    }

    private static Encoding? Named(string? name)
    {
        if (string.IsNullOrWhiteSpace(name)) return null;
        string label = name.Trim().Trim('"', '\'').ToLowerInvariant();
        // The web reads these labels as their larger Windows relatives (WHATWG Encoding, section 4.2).
        label = label switch
        {
            "iso-8859-1" or "latin1" or "latin-1" or "ascii" or "us-ascii" or "iso8859-1" or "l1" or "cp1252" => "windows-1252",
            "gb2312" or "gbk" or "x-gbk" or "gb_2312-80" or "cp936" => "gb18030",
            "iso-8859-9" or "latin5" => "windows-1254",
            "ks_c_5601-1987" or "ksc5601" => "euc-kr",
            "sjis" or "x-sjis" or "ms_kanji" or "windows-31j" => "shift_jis",
            "cp1251" => "windows-1251",
            "cp1250" => "windows-1250",
            "utf8" => "utf-8",
            _ => label,
        };
        try
        {
            var encoding = Encoding.GetEncoding(label);
            return encoding.CodePage == 65000 ? null : encoding; // UTF-7 is refused: it hides markup.
        }
        catch (Exception e) when (e is ArgumentException or NotSupportedException)
        {
            return null;
        }
    }

    private static Encoding? Detect(ReadOnlySpan<byte> bytes)
    {
        int high = bytes.Length - CountAscii(bytes);
        if (bytes.Length < DetectableLength || high < 4) return null;
        const int sample = 1 << 18;
        DetectionDetail? found = CharsetDetector.DetectFromBytes(bytes[..Math.Min(bytes.Length, sample)].ToArray()).Detected;
        if (found is null || found.Confidence < DetectionConfidence) return null;
        return Named(found.EncodingName);
    }

    private static int CountAscii(ReadOnlySpan<byte> bytes)
    {
        int count = 0;
        foreach (byte b in bytes) if (b < 0x80) count++;
        return count;
    }

    private static (string, OffsetMap, string) DecodeUtf8(ReadOnlySpan<byte> bytes, int at, string basis)
    {
        var text = new StringBuilder(bytes.Length);
        var map = new OffsetMap.Builder();
        while (at < bytes.Length)
        {
            ReadOnlySpan<byte> rest = bytes[at..];
            int ascii = rest.IndexOfAnyExceptInRange((byte)0, (byte)0x7F);
            if (ascii < 0) ascii = rest.Length;
            if (ascii > 0)
            {
                text.Append(Encoding.ASCII.GetString(rest[..ascii]));
                map.Copy(ascii, at);
                at += ascii;
                continue;
            }
            Rune.DecodeFromUtf8(rest, out Rune rune, out int used);
            text.Append(rune.ToString());
            map.Replace(rune.Utf16SequenceLength, at, used);
            at += used;
        }
        return (text.ToString(), map.ToMap(), basis);
    }

    private static (string, OffsetMap, string) DecodeWith(Encoding encoding, ReadOnlySpan<byte> bytes, int start, string basis)
    {
        var lenient = (Encoding)encoding.Clone();
        lenient.DecoderFallback = new DecoderReplacementFallback("\uFFFD");
        Decoder decoder = lenient.GetDecoder();
        var text = new StringBuilder(bytes.Length);
        var map = new OffsetMap.Builder();
        Span<char> chars = stackalloc char[32];
        int from = start;
        for (int at = start; at < bytes.Length; at++)
        {
            // One byte at a time: characters that come out were made from all bytes since the last ones came.
            int made = decoder.GetChars(bytes.Slice(at, 1), chars, flush: at + 1 == bytes.Length);
            if (made == 0) continue;
            int used = at + 1 - from;
            if (made == 1 && used == 1) map.Copy(1, from);
            else map.Replace(made, from, used);
            text.Append(chars[..made]);
            from = at + 1;
        }
        return (text.ToString(), map.ToMap(), basis);
    }
}
