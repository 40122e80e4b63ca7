using Entente.Record;

namespace Entente.Datasets;

/// <summary>A dataset this program can read: what its publisher says of it, and the shape its file must have.</summary>
/// <param name="About">Identity, version, coverage and terms; rows and hash are known only once imported.</param>
/// <param name="FileName">Name of the file as it is handed out, without <c>.gz</c>.</param>
/// <param name="Columns">Columns the header must have.</param>
/// <param name="WholeNumbers">Those of them that must hold a whole number in every row; a row where one does not is counted as malformed.</param>
public sealed record DatasetDefinition(DatasetInfo About, string FileName, IReadOnlyList<string> Columns, IReadOnlyList<string> WholeNumbers);
