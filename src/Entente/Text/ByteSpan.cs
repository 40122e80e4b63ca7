namespace Entente.Text;

/// <summary>A stretch of original bytes: <c>[Start, End)</c> of the document as it was received.</summary>
public readonly record struct ByteSpan(long Start, long Length)
{
    /// <summary>One past the last byte.</summary>
    public long End => Start + Length;

    /// <inheritdoc/>
    public override string ToString() => $"bytes [{Start},{End})";
}
