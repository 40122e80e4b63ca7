using System.Globalization;
using System.Text;
using System.Text.RegularExpressions;

namespace Entente.Record;

/// <summary>A dataset as a BibTeX entry, from the citation its authors ask for.</summary>
public static partial class BibTex
{
    /// <summary>One <c>@misc</c> entry, with a line end. Authors and year are taken from a citation of the form "Names (year), title"; where it is of another form the whole is a note.</summary>
    public static string Of(DatasetInfo dataset)
    {
        ArgumentNullException.ThrowIfNull(dataset);
        var entry = new StringBuilder();
        entry.Append(CultureInfo.InvariantCulture, $"@misc{{entente-{dataset.Id},\n  title = {{{{{Escape(dataset.Name)}}}}},\n");
        Match match = AuthorsAndYear().Match(dataset.Citation);
        if (match.Success)
        {
            string authors = string.Join(" and ", match.Groups["authors"].Value.Replace(" et al.", ", others", StringComparison.Ordinal)
                .Replace(" and ", ", ", StringComparison.Ordinal).Split(',', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries));
            entry.Append(CultureInfo.InvariantCulture, $"  author = {{{Escape(authors)}}},\n  year = {{{match.Groups["year"].Value}}},\n");
        }
        entry.Append(CultureInfo.InvariantCulture, $"  version = {{{Escape(dataset.Version)}}},\n  note = {{{Escape(dataset.Citation)}}}\n}}\n");
        return entry.ToString();
    }

    private static string Escape(string text) => text.Replace("&", "\\&", StringComparison.Ordinal).Replace("%", "\\%", StringComparison.Ordinal)
        .Replace("_", "\\_", StringComparison.Ordinal).Replace("#", "\\#", StringComparison.Ordinal);

    [GeneratedRegex(@"^(?<authors>[^()]+?) \((?<year>\d{4})\)", RegexOptions.NonBacktracking | RegexOptions.ExplicitCapture)]
    private static partial Regex AuthorsAndYear();
}
