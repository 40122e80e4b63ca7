namespace Entente.Text;

/// <summary>Cleaned text that remembers the original bytes it came from. Immutable.</summary>
public sealed class SourceText
{
    private readonly OffsetMap _toBytes;

    /// <summary>Makes the text.</summary>
    /// <param name="text">The cleaned text.</param>
    /// <param name="toBytes">From its code units to the original bytes.</param>
    /// <exception cref="ArgumentException">The map is not as long as the text.</exception>
    public SourceText(string text, OffsetMap toBytes)
    {
        ArgumentNullException.ThrowIfNull(text);
        ArgumentNullException.ThrowIfNull(toBytes);
        if (toBytes.OuterLength != text.Length)
            throw new ArgumentException($"The map covers {toBytes.OuterLength} code units, the text has {text.Length}.", nameof(toBytes));
        Text = text;
        _toBytes = toBytes;
    }

    /// <summary>The cleaned text. Every <see cref="TextSpan"/> of a document is measured in its UTF-16 code units.</summary>
    public string Text { get; }

    /// <summary>The map to the original bytes.</summary>
    public OffsetMap ToBytes => _toBytes;

    /// <summary>The original bytes a span was made from.</summary>
    public ByteSpan BytesOf(TextSpan span)
    {
        (long start, long length) = _toBytes.Map(span.Start, span.Length);
        return new ByteSpan(start, length);
    }

    /// <summary>Plain text taken as UTF-8 of itself: for tests and for text that was typed in.</summary>
    public static SourceText FromString(string text)
    {
        ArgumentNullException.ThrowIfNull(text);
        var map = new OffsetMap.Builder();
        long at = 0;
        for (int i = 0; i < text.Length;)
        {
            if (char.IsAscii(text[i]))
            {
                int run = i;
                while (run < text.Length && char.IsAscii(text[run])) run++;
                map.Copy(run - i, at);
                at += run - i;
                i = run;
                continue;
            }
            int units = char.IsHighSurrogate(text[i]) && i + 1 < text.Length && char.IsLowSurrogate(text[i + 1]) ? 2 : 1;
            int bytes = System.Text.Encoding.UTF8.GetByteCount(text.AsSpan(i, units));
            map.Replace(units, at, bytes);
            at += bytes;
            i += units;
        }
        return new SourceText(text, map.ToMap());
    }
}
