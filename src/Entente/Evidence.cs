using Entente.Text;

namespace Entente;

/// <summary>The way back from an observation to what it was read from.</summary>
/// <param name="DocumentId">The document, by content hash.</param>
/// <param name="Span">Where, in UTF-16 code units of the document's cleaned text.</param>
/// <param name="Bytes">Where, in the document's original bytes.</param>
/// <param name="Quoted">The cleaned text of <paramref name="Span"/>.</param>
/// <param name="Rule">The codebook rule or model that read it, as <c>name@version</c>.</param>
public sealed record Evidence(string DocumentId, TextSpan Span, ByteSpan Bytes, string Quoted, string Rule);
