using Entente.Record;

namespace Entente.Datasets;

/// <summary>A dataset this program can read: what its publisher says of it, and the shape its file must have.</summary>
/// <param name="About">Identity, version, release, coverage and terms; rows and hash are known only once imported.</param>
/// <param name="FileName">Name of the file as it is read here, without <c>.gz</c>.</param>
/// <param name="Columns">Columns the header must have.</param>
/// <param name="WholeNumbers">Those of them that must hold a whole number in every row; a row where one does not is counted as malformed.</param>
/// <param name="ReleasedBasis">How the release of the version is known.</param>
/// <param name="Copy">The file that the shipped panel was computed from.</param>
/// <param name="Publisher">Where the publisher keeps it.</param>
public sealed record DatasetDefinition(DatasetInfo About, string FileName, IReadOnlyList<string> Columns, IReadOnlyList<string> WholeNumbers,
    string ReleasedBasis, KnownFile Copy, Publisher Publisher);

/// <summary>A file by its name, length and hash.</summary>
/// <param name="File">Name.</param>
/// <param name="Bytes">Length.</param>
/// <param name="Sha256">Hash, hexadecimal in small letters.</param>
public sealed record KnownFile(string File, long Bytes, string Sha256);

/// <summary>Where a publisher keeps a dataset, and what lies there.</summary>
public sealed record Publisher
{
    /// <summary>Address of the file; null where there is none to fetch.</summary>
    public Uri? Address { get; init; }

    /// <summary>A page that leads to it, where there is no address.</summary>
    public Uri? Page { get; init; }

    /// <summary><c>csv</c>, <c>zip</c>, or the ending of a format that is only kept (<c>rda</c>, <c>dta</c>, <c>xls</c>, <c>dat</c>).</summary>
    public string Form { get; init; } = "csv";

    /// <summary>Of a zip, how the name of the file in it ends.</summary>
    public string? Member { get; init; }

    /// <summary>Columns that the publisher names otherwise: ours to theirs; theirs may be a whole-number column divided by (<c>/</c>) or its remainder by (<c>%</c>) a number.</summary>
    public IReadOnlyDictionary<string, string> Columns { get; init; } = new Dictionary<string, string>(StringComparer.Ordinal);

    /// <summary>Whether what lies there can be imported.</summary>
    public bool Imports { get; init; }

    /// <summary>Why it cannot, or why there is no address.</summary>
    public string? Note { get; init; }

    /// <summary>Hash of the publisher's file; null where it has not been seen.</summary>
    public string? Sha256 { get; init; }

    /// <summary>Its length; null where it has not been seen.</summary>
    public long? Bytes { get; init; }
}
