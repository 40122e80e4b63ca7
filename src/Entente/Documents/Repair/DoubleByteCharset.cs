using System.Collections.Immutable;
using System.Text;

namespace Entente.Documents.Repair;

/// <summary>A multi-byte East Asian charset in which UTF-8 is known to have been misread.</summary>
internal sealed class DoubleByteCharset
{
    private readonly Encoding _encoding;

    private DoubleByteCharset(string name, int codePage)
    {
        Name = name;
        _encoding = CodePagesEncodingProvider.Instance.GetEncoding(codePage, new EncoderExceptionFallback(), new DecoderExceptionFallback()) ?? Encoding.UTF8;
    }

    public string Name { get; }

    public static ImmutableArray<DoubleByteCharset> All { get; } =
        [new("gb18030", 54936), new("big5", 950), new("shift_jis", 932), new("euc-kr", 949)];

    /// <summary>Stretches whose bytes are wholly UTF-8 and that stand where their script has no business.</summary>
    public List<RepairEdit> Edits(string text)
    {
        var certain = new List<RepairEdit>();
        var doubtful = new List<RepairEdit>();
        for (int i = 0; i < text.Length;)
        {
            if (text[i] < 0x80 || Bytes(text.AsSpan(i, 1)) is null) { i++; continue; }
            int end = i;
            while (end < text.Length && text[end] >= 0x80 && !char.IsSurrogate(text[end]) && Bytes(text.AsSpan(end, 1)) is not null) end++;
            // ‘鈥 ’ whose third byte is gone ends a stretch; lost punctuation is settled last.
            int at = i;
            while (at < end)
            {
                int stop = at;
                while (stop < end && text[stop] != '鈥') stop++;
                if (stop < end && stop + 1 < end && Decode(text.AsSpan(stop, 2)) is not null && stop == at) stop = Math.Min(end, NextLost(text, stop + 1, end));
                if (stop == at) { at++; continue; }
                Judge(text, at, stop, certain, doubtful);
                at = stop;
            }
            i = end;
        }
        if (certain.Count == 0) return certain;
        certain.AddRange(doubtful);
        certain.Sort(static (a, b) => a.Start.CompareTo(b.Start));
        return certain;
    }

    private static int NextLost(string text, int from, int end)
    {
        while (from < end && text[from] != '鈥') from++;
        return from;
    }

    private void Judge(string text, int start, int end, List<RepairEdit> certain, List<RepairEdit> doubtful)
    {
        if (Decode(text.AsSpan(start, end - start)) is not { } decoded) return;
        char before = start > 0 ? text[start - 1] : ' ', after = end < text.Length ? text[end] : ' ';
        bool alone = before < 0x250 && after < 0x250 || before == '鈥' || after == '鈥';
        if (!alone || !MisreadSequenceText.IsUsual(decoded)) return;
        var edit = new RepairEdit(start, end - start, decoded, $"utf-8 read as {Name}", true);
        int wide = decoded.Count(static c => c >= 0x800);
        bool inWord = char.IsAsciiLetter(before) || char.IsAsciiLetter(after);
        bool punctuation = decoded[0] is >= '\u2010' and <= '\u203A' || decoded[0] == '€';
        if (punctuation || wide >= 2 || inWord && decoded.All(static c => c < 0x250) && (char.IsAsciiLetter(before) || end - start > 1)) certain.Add(edit);
        else doubtful.Add(edit);
    }

    private string? Decode(ReadOnlySpan<char> text)
    {
        if (Bytes(text) is not { } bytes || !System.Text.Unicode.Utf8.IsValid(bytes)) return null;
        string decoded = Encoding.UTF8.GetString(bytes);
        return decoded.AsSpan().SequenceEqual(text) ? null : decoded;
    }

    private byte[]? Bytes(ReadOnlySpan<char> text)
    {
        try
        {
            var bytes = new byte[_encoding.GetByteCount(text)];
            _encoding.GetBytes(text, bytes);
            return bytes;
        }
        catch (EncoderFallbackException)
        {
            return null;
        }
    }
}

/// <summary>What decoded text may hold to be believed.</summary>
internal static class MisreadSequenceText
{
    public static bool IsUsual(string text)
    {
        foreach (Rune r in text.EnumerateRunes())
        {
            int v = r.Value;
            bool usual = v is < 0x180 or (>= 0x370 and < 0x600) or (>= 0x1E00 and < 0x2000) or (>= 0x2010 and < 0x2050) or 0x20AC or 0x2122 or (>= 0x3000 and < 0x3100) or (>= 0x4E00 and < 0xA000) or (>= 0xAC00 and < 0xD7A4) or (>= 0xFF00 and < 0xFFF0);
            if (!usual || v is >= 0x80 and < 0xA0) return false;
        }
        return true;
    }
}
