using System.Globalization;
using System.Text;

namespace Entente.Documents.Repair;

/// <summary>Characters whose bytes in a charset form one UTF-8 sequence, and how strongly they look like damage.</summary>
/// <param name="Start">First code unit.</param>
/// <param name="Length">Number of code units.</param>
/// <param name="Decoded">What the bytes say as UTF-8.</param>
/// <param name="Lost">A byte was lost (U+FFFD, or a no-break space turned into a space).</param>
internal readonly record struct MisreadSequence(int Start, int Length, string Decoded, bool Lost)
{
    public int End => Start + Length;

    /// <summary>The sequence that starts here, or null.</summary>
    public static MisreadSequence? At(string text, int i, SingleByteCharset charset)
    {
        int lead = charset.ByteOf(text[i]);
        int length = lead switch { >= 0xC2 and <= 0xDF => 2, >= 0xE0 and <= 0xEF => 3, >= 0xF0 and <= 0xF4 => 4, _ => 0 };
        if (length == 0) return null;
        if (lead == 0xED && Surrogates(text, i, charset) is { } pair) return pair;
        if (i + length > text.Length) return null;
        Span<byte> bytes = stackalloc byte[4];
        bytes[0] = (byte)lead;
        bool spaced = false, gone = false;
        for (int k = 1; k < length; k++)
        {
            char c = text[i + k];
            int b = charset.ByteOf(c);
            if (c == ' ' && !spaced && (length > 2 || lead is 0xC2 or 0xC3 or 0xC5 or 0xCE or 0xD0 or 0xD9)) { spaced = true; b = 0xA0; }
            else if (c == '\uFFFD' || (c == '?' && k == 2 && length == 3 && lead == 0xE2)) { gone = true; b = 0x80; }
            if (b is < 0x80 or > 0xBF) return null;
            bytes[k] = (byte)b;
        }
        if (spaced && length == 3 && text[i + 1] == ' ' && text[i + 2] == ' ') return null;
        if (gone) return new MisreadSequence(i, length, "\uFFFD", true);
        if (Rune.DecodeFromUtf8(bytes[..length], out Rune rune, out int used) != System.Buffers.OperationStatus.Done || used != length) return null;
        string decoded = rune.ToString();
        // A word à that lost its no-break space swallowed the space between words as well, unless it ends à-s.
        if (spaced && lead == 0xC3 && i + 2 < text.Length && text[i + 2] != ' ' && !text.AsSpan(i + 2).StartsWith("s ", StringComparison.Ordinal)) decoded += " ";
        return new MisreadSequence(i, length, decoded, spaced);
    }

    // CESU-8: an astral character written as two three-byte surrogates.
    private static MisreadSequence? Surrogates(string text, int i, SingleByteCharset charset)
    {
        if (i + 6 > text.Length) return null;
        Span<int> b = stackalloc int[6];
        for (int k = 0; k < 6; k++) b[k] = charset.ByteOf(text[i + k]);
        if (b[1] is < 0xA0 or > 0xAF || b[2] is < 0x80 or > 0xBF || b[3] != 0xED || b[4] is < 0xB0 or > 0xBF || b[5] is < 0x80 or > 0xBF) return null;
        char high = (char)(0xD000 | ((b[1] & 0x3F) << 6) | (b[2] & 0x3F)), low = (char)(0xD000 | ((b[4] & 0x3F) << 6) | (b[5] & 0x3F));
        return new MisreadSequence(i, 6, new string([high, low]), false);
    }

    /// <summary>0 unbelievable, 1 needs other damage beside it, 2 needs one more like it, 3 damage by itself.</summary>
    public int Strength(string text)
    {
        if (Decoded == "\uFFFD") return Length >= 3 ? 2 : 1;
        if (!Plausible) return 0;
        if (Length >= 6) return 3;
        char lead = text[Start], before = Start > 0 ? text[Start - 1] : ' ', after = End < text.Length ? text[End] : ' ';
        ReadOnlySpan<char> tail = text.AsSpan(Start + 1, Length - 1);
        bool control = tail.ContainsAnyInRange('\u0080', '\u009F');
        bool closing = tail.IndexOfAnyExcept(Closing) < 0;
        bool letters = true;
        foreach (char c in tail) letters &= char.IsLetter(c);
        bool oneCase = letters && OneCase(text.AsSpan(Start, Length));
        if (Decoded[0] is >= '\u0300' and < '\u0370') return 1;
        if (Lost && !char.IsLetter(lead)) return 0;
        if (Lost && lead == 'Ã' && Length == 2 && char.IsLower(before)) return 3;
        if (Lost) return Length >= 3 && !letters && !closing ? 2 : 1;
        if (control && char.IsLetter(lead)) return 3;
        if (oneCase) return 1;
        if (Length >= 3) return closing ? 1 : 3;

        if (Decoded[0] is ('¿' or '¡') && char.IsLetter(after) && !char.IsLetter(before) && lead is ('Â' or '┬' or '¬')) return 3;
        if (lead is '√' or '¬') return char.IsLetter(before) || char.IsLetter(after) ? 3 : 2;
        if (IsBox(lead)) return !IsBox(tail[0]) && (char.IsLetter(before) || char.IsLetter(after)) ? 3 : 2;
        if (IsBox(tail[0]) && char.IsLetter(lead)) return 3;
        if (!IsLatin(lead) && char.IsLetter(lead))
        {
            if (char.IsAsciiLetter(before) || char.IsAsciiLetter(after)) return closing && !char.IsAsciiLetter(before) ? 1 : 3;
            if (tail[0] is ('‚' or '„' or '†' or '‡' or '€' or '¦' or '±' or '¶' or '¤') && char.IsLetter(after)) return 3;
            return closing ? 1 : 2;
        }
        if (lead is '×' or 'ß') return closing ? 1 : 2;
        if (!char.IsLetter(lead)) return 1;

        bool latin = IsLatin(Decoded[0]) || Decoded[0] < 0xC0;
        if (latin && char.IsLower(Decoded[0]) && char.IsUpper(before) && !char.IsAsciiLetterLower(after) && lead is not 'Ã') return 1;
        if (lead is 'Â' or 'Ã' or 'Ă')
        {
            if (char.IsLower(before)) return 3;
            if (lead == 'Ã' && tail[0] == '\u00A0' && !char.IsLetter(before)) return 3;
            if (closing || tail[0] == '\u00A0') return char.IsUpper(before) && !char.IsLetter(after) ? 1 : char.IsLetter(after) || lead == 'Â' ? 3 : 1;
            return letters && lead != 'Ã' ? 2 : 3;
        }
        if (closing) return char.IsLetter(after) && latin && char.IsLower(before) ? 3 : 1;
        if (letters) return 2;
        if (latin) return char.IsLetter(before) || char.IsLetter(after) ? 3 : 2;
        return char.IsLetter(before) && char.IsLetter(after) && char.IsAsciiLetter(after) ? 3 : 2;
    }

    private bool Plausible
    {
        get
        {
            var rune = Rune.GetRuneAt(Decoded, 0);
            int v = rune.Value;
            if (Rune.GetUnicodeCategory(rune) is UnicodeCategory.OtherNotAssigned or UnicodeCategory.PrivateUse or UnicodeCategory.Surrogate) return false;
            return v switch
            {
                >= 0x80 and < 0x17F => true,
                0x192 or 0x18F or 0x259 or 0x1A0 or 0x1A1 or 0x1AF or 0x1B0 or (>= 0x218 and <= 0x21B) or (>= 0x2C6 and <= 0x2DD) => true,
                >= 0x17F and < 0x300 => false,
                >= 0x700 and < 0x900 => false,
                _ => true,
            };
        }
    }

    // Marks that stand after a word in sound text, so that a capital before them says nothing.
    private static readonly System.Buffers.SearchValues<char> Closing = System.Buffers.SearchValues.Create("…–—’”»›™®©´°");

    private static bool IsBox(char c) => c is >= '\u2500' and <= '\u259F';

    internal static bool IsLatin(char c) => char.IsLetter(c) && c is < '\u0250' or (>= '\u1E00' and < '\u1F00');

    private static bool OneCase(ReadOnlySpan<char> text)
    {
        bool upper = true, lower = true;
        foreach (char c in text) { upper &= char.IsUpper(c); lower &= char.IsLower(c); }
        return upper || lower;
    }
}
