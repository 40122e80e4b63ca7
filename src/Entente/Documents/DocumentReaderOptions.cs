using System.Collections.Immutable;

namespace Entente.Documents;

/// <summary>Limits of reading, and what the user says about the inputs. Immutable.</summary>
public sealed record DocumentReaderOptions
{
    /// <summary>The user's own date for every document; it goes before any date found.</summary>
    public DateOnly? GivenDate { get; init; }

    /// <summary>The last day a document can have been published; null sets no limit.</summary>
    public DateOnly? Today { get; init; }

    /// <summary>Longest document or record, in bytes.</summary>
    public int MaxBytes { get; init; } = 32 * 1024 * 1024;

    /// <summary>Longest time for one page or PDF, and for reading what one long document says. Default 60 s.</summary>
    public TimeSpan TimeLimit { get; init; } = TimeSpan.FromSeconds(60);

    /// <summary>Pages of one archive read at the same time. Default 1.</summary>
    public int Jobs { get; init; } = 1;

    /// <summary>Most bytes an archive may unpack to: 1 TiB, for files of many records are never held whole.</summary>
    public long MaxUnpackedBytes { get; init; } = 1L << 40;

    /// <summary>Most bytes unpacked for one packed byte, once more than <see cref="RatioFreeBytes"/> came out.</summary>
    public int MaxUnpackRatio { get; init; } = 200;

    /// <summary>Bytes that may be unpacked before the ratio counts.</summary>
    public long RatioFreeBytes { get; init; } = 64L * 1024 * 1024;

    /// <summary>Names of the record field that holds the text, best first; compared without case.</summary>
    public ImmutableArray<string> TextFields { get; init; } = ["text", "body", "content"];

    /// <summary>Names of the headline field.</summary>
    public ImmutableArray<string> TitleFields { get; init; } = ["title", "headline"];

    /// <summary>Names of the date field.</summary>
    public ImmutableArray<string> DateFields { get; init; } = ["date", "published"];

    /// <summary>Names of the author field.</summary>
    public ImmutableArray<string> BylineFields { get; init; } = ["author", "byline"];

    /// <summary>Names of the outlet field.</summary>
    public ImmutableArray<string> OutletFields { get; init; } = ["source", "outlet"];

    /// <summary>Names of the address field.</summary>
    public ImmutableArray<string> UrlFields { get; init; } = ["url"];
}
