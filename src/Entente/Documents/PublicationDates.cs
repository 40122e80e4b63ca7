using System.Globalization;
using System.Text.RegularExpressions;

namespace Entente.Documents;

/// <summary>Finds the day of publication from what is known, best basis first. Never guesses a part that is not there.</summary>
internal static partial class PublicationDates
{
    private static readonly string[] s_formats =
        ["yyyy-MM-dd", "yyyy/MM/dd", "yyyyMMdd", "d MMMM yyyy", "d MMM yyyy", "MMMM d, yyyy", "MMM d, yyyy", "ddd, d MMM yyyy"];

    /// <summary>The day, from the user, then metadata, then the address.</summary>
    public static PublicationDate? Find(DocumentReaderOptions options, string? metadata, string? url)
    {
        if (options.GivenDate is { } given) return new PublicationDate(given, DateBasis.Given);
        if (Parse(metadata) is { } day && Possible(day, options)) return new PublicationDate(day, DateBasis.Metadata);
        if (url is { Length: < 4096 } && InAddress().Match(url) is { Success: true } match
            && Parse($"{match.Groups[1].Value}-{match.Groups[2].Value}-{match.Groups[3].Value}") is { } addressed && Possible(addressed, options))
            return new PublicationDate(addressed, DateBasis.Address);
        return null;
    }

    /// <summary>The day the metadata claims, where that has not come yet anywhere on earth and the user gave no other.</summary>
    public static DateOnly? FutureClaim(DocumentReaderOptions options, string? metadata) =>
        options.GivenDate is null && Parse(metadata) is { } day && !Possible(day, options) ? day : null;

    /// <summary>Reads a full day; the day is the one printed, not the one in UTC.</summary>
    public static DateOnly? Parse(string? value)
    {
        if (value is null) return null;
        string text = value.Trim();
        if (text.Length is 0 or > 64) return null;
        if (DateOnly.TryParseExact(text, s_formats, CultureInfo.InvariantCulture, DateTimeStyles.AllowWhiteSpaces, out DateOnly day)) return day;
        if (text.Length > 10 && text[10] is 'T' or ' '
            && DateOnly.TryParseExact(text.AsSpan(0, 10), "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out day)) return day;
        int comma = text.IndexOf(',', StringComparison.Ordinal);
        if (comma == 3 && text[4..].Trim().Split(' ') is [var d, var m, var y, ..])
            return DateOnly.TryParseExact($"{d} {m} {y}", "d MMM yyyy", CultureInfo.InvariantCulture, DateTimeStyles.None, out day) ? day : null;
        return null;
    }

    private static bool Possible(DateOnly day, DocumentReaderOptions options) => options.Today is not { } today || day <= today.AddDays(1);

    [GeneratedRegex(@"[/-](19\d\d|20\d\d)[/-](0[1-9]|1[0-2])[/-](0[1-9]|[12]\d|3[01])(?:[^0-9]|$)", RegexOptions.NonBacktracking)]
    private static partial Regex InAddress();
}
