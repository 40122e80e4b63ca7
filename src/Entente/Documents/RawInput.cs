namespace Entente.Documents;

/// <summary>Bytes from outside, before anything is known about them. The reader of the input disposes the stream.</summary>
/// <param name="Location">Path, address or <c>-</c> for standard input.</param>
/// <param name="Open">Opens the bytes from their start; called once.</param>
/// <param name="MediaType">What the carrier says they are, as <c>text/html</c>, or null.</param>
/// <param name="Charset">What the carrier says they are encoded in, or null.</param>
public sealed record RawInput(string Location, Func<Stream> Open, string? MediaType = null, string? Charset = null)
{
    /// <summary>Bytes it has, packed as they are; null where that is not known.</summary>
    public long? Length { get; init; }

    /// <summary>An input already in memory.</summary>
    public static RawInput FromBytes(string location, byte[] bytes, string? mediaType = null, string? charset = null) =>
        new(location, () => new MemoryStream(bytes, writable: false), mediaType, charset);
}
