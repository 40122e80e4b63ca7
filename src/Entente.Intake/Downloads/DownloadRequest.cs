namespace Entente.Intake.Downloads;

/// <summary>A file to fetch, and what is known of it beforehand.</summary>
/// <param name="Address">Where it lies: http, https, or a path of this machine as <c>file:</c>.</param>
/// <param name="Path">Where to put it; beside it grow <c>.part</c> and <c>.part.json</c> until it is whole.</param>
public sealed record DownloadRequest(Uri Address, string Path)
{
    /// <summary>Length it must have; null where that is not known.</summary>
    public long? Bytes { get; init; }

    /// <summary>SHA-256 it must have, hexadecimal in small letters; null where that is not known.</summary>
    public string? Sha256 { get; init; }

    /// <summary>What it must be.</summary>
    public FileForm Form { get; init; }

    /// <summary>Most bytes taken. Default 4 GiB.</summary>
    public long MostBytes { get; init; } = 4L << 30;

    /// <summary>Attempts before giving up; each goes on from where the last one broke off. Default 6.</summary>
    public int Attempts { get; init; } = 6;
}

/// <summary>What the first bytes of a file must look like.</summary>
public enum FileForm
{
    /// <summary>Anything but a web page.</summary>
    Data,
    /// <summary>Text, as CSV is: no web page, no zero byte.</summary>
    Text,
    /// <summary>Gzip.</summary>
    Gzip,
    /// <summary>A zip archive.</summary>
    Zip,
}

/// <summary>How a download ended.</summary>
/// <param name="Bytes">Length of the file.</param>
/// <param name="Sha256">Its hash, hexadecimal in small letters.</param>
/// <param name="Address">Where it came from at the end of the redirects.</param>
/// <param name="Resumed">Whether a part that was there before was gone on with.</param>
/// <param name="IsWhole">Whether it is known to be whole: by its hash or length, or because the server said where it ends. Else it may have been cut off unnoticed.</param>
public sealed record DownloadedFile(long Bytes, string Sha256, Uri Address, bool Resumed, bool IsWhole);

/// <summary>How far a download is.</summary>
/// <param name="Bytes">Bytes there.</param>
/// <param name="Total">Bytes in all; null where the server does not say.</param>
/// <param name="Trouble">What broke it off just now, before it is tried again; else null.</param>
public readonly record struct DownloadProgress(long Bytes, long? Total, string? Trouble);

/// <summary>A file that was not taken: why, and what to do.</summary>
public sealed class DownloadException : Exception
{
    /// <summary>Makes the fault.</summary>
    /// <param name="reason">Code of the reason: <c>refused</c>, <c>access</c>, <c>timeout</c>, <c>truncated</c>, <c>too-large</c>, <c>not-data</c>, <c>length</c>, <c>checksum</c>.</param>
    /// <param name="message">Why, and what to do.</param>
    public DownloadException(string reason, string message) : base(message) => Reason = reason;

    /// <summary>Code of the reason.</summary>
    public string Reason { get; }
}
