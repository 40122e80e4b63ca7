using System.Collections.Immutable;
using Entente.Text;

namespace Entente.Documents;

/// <summary>One text as read: cleaned, dated where a date is known, and mapped back to its original bytes. Immutable.</summary>
public sealed record Document
{
    /// <summary>SHA-256 of the document's original bytes, first 16 hexadecimal digits, lower case. Permanent.</summary>
    public required string Id { get; init; }

    /// <summary>Where the bytes came from.</summary>
    public required DocumentOrigin Origin { get; init; }

    /// <summary>The cleaned text. A title taken from the body stays in it; a title from metadata does not.</summary>
    public required SourceText Body { get; init; }

    /// <summary>Headline, or null when none was found.</summary>
    public string? Title { get; init; }

    /// <summary>Author as printed, or null.</summary>
    public string? Byline { get; init; }

    /// <summary>Newspaper, agency or ministry that published it, or null.</summary>
    public string? Outlet { get; init; }

    /// <summary>Address it was published at, or null.</summary>
    public string? Url { get; init; }

    /// <summary>Day of publication, or null: never today's date.</summary>
    public PublicationDate? Published { get; init; }

    /// <summary>Every change of character repair, in order of position.</summary>
    public ImmutableArray<TextRepair> Repairs { get; init; } = [];

    /// <summary>Every stretch left out as boilerplate, in order of position.</summary>
    public ImmutableArray<DroppedText> Dropped { get; init; } = [];
}

/// <summary>Where a document's bytes came from.</summary>
/// <param name="Location">Path, address or <c>-</c> for standard input.</param>
/// <param name="Member">Line, row, entry or page inside it (<c>line 12</c>, <c>item 3</c>), or null for the whole.</param>
/// <param name="MediaType">What it was read as: <c>text/plain</c>, <c>text/html</c>, <c>application/pdf</c>, …</param>
/// <param name="Charset">Encoding it was decoded from (WHATWG name), and how that is known, as <c>gb18030 (declared)</c>.</param>
public sealed record DocumentOrigin(string Location, string? Member, string MediaType, string Charset);

/// <summary>A day of publication and how it is known.</summary>
/// <param name="Day">The day.</param>
/// <param name="Basis">How it is known.</param>
public sealed record PublicationDate(DateOnly Day, DateBasis Basis);

/// <summary>How a publication date is known.</summary>
public enum DateBasis
{
    /// <summary>The user said so (<c>--date</c>).</summary>
    Given,

    /// <summary>A field of the record or the page's metadata.</summary>
    Metadata,

    /// <summary>Read from the text itself (a dateline, a printed date).</summary>
    Text,

    /// <summary>Read from the address (<c>/2022/09/20/</c>).</summary>
    Address,
}

/// <summary>One change of character repair.</summary>
/// <param name="Span">What stands there now, in cleaned text.</param>
/// <param name="Bytes">The original bytes.</param>
/// <param name="Before">What the bytes read as.</param>
/// <param name="After">What they were repaired to.</param>
/// <param name="Reason">The damage undone, as <c>utf-8 read as gb18030</c>.</param>
/// <param name="Certain">False where bytes were lost and context decided.</param>
public sealed record TextRepair(TextSpan Span, ByteSpan Bytes, string Before, string After, string Reason, bool Certain);

/// <summary>A stretch left out of the cleaned text.</summary>
/// <param name="Bytes">The original bytes.</param>
/// <param name="Text">What stood there.</param>
/// <param name="Reason">Why: <c>loading placeholder</c>, <c>navigation</c>, …</param>
public sealed record DroppedText(ByteSpan Bytes, string Text, string Reason);

/// <summary>An input that gave no document, and why. Bad input never ends a batch.</summary>
/// <param name="Location">Path, address or <c>-</c>.</param>
/// <param name="Member">Line, row or entry, or null.</param>
/// <param name="Reason">Stable code: <c>empty</c>, <c>binary</c>, <c>too-large</c>, <c>truncated</c>, <c>malformed</c>, <c>no-text</c>, <c>access</c>, <c>bomb</c>, <c>refused</c>, <c>timeout</c>, <c>future-date</c>, <c>fault</c>.</param>
/// <param name="Detail">What was found and what to do, for people.</param>
public sealed record SkippedInput(string Location, string? Member, string Reason, string Detail);

/// <summary>A document, or the reason why there is none. Exactly one is set.</summary>
/// <param name="Document">The document.</param>
/// <param name="Skipped">Why there is none.</param>
public readonly record struct DocumentResult(Document? Document, SkippedInput? Skipped);
