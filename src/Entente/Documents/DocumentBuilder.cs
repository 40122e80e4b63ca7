using System.Collections.Immutable;
using System.Security.Cryptography;
using Entente.Documents.Repair;
using Entente.Text;

namespace Entente.Documents;

/// <summary>What was found beside the text.</summary>
internal sealed record FoundMetadata(string? Title = null, string? Byline = null, string? Outlet = null, string? Url = null, string? Date = null);

/// <summary>The last step of every format: filters, repairs, dates and names one document.</summary>
internal static class DocumentBuilder
{
    private const int LongestTitle = 160;

    public static DocumentResult Build(ReadOnlySpan<byte> original, string text, OffsetMap toBytes, DocumentOrigin origin, FoundMetadata found, DocumentReaderOptions options)
    {
        if (options.GivenDate is { } given && options.Today is { } today && given > today)
            return Skip(origin.Location, origin.Member, "future-date", FormattableString.Invariant($"The given date {given:yyyy-MM-dd} is after {today:yyyy-MM-dd}."));
        if (PublicationDates.FutureClaim(options, found.Date) is { } future)
            return Skip(origin.Location, origin.Member, "future-date", FormattableString.Invariant($"It says it was published on {future:yyyy-MM-dd}, after {options.Today:yyyy-MM-dd}; --date gives another day."));
        if (string.IsNullOrWhiteSpace(text)) return Skip(origin.Location, origin.Member, "no-text", "No readable text was found.");
        (SourceText filtered, ImmutableArray<DroppedText> dropped) = BoilerplateFilter.Filter(text, toBytes);
        (SourceText body, ImmutableArray<TextRepair> repairs) = MojibakeRepairer.Repair(filtered);
        if (string.IsNullOrWhiteSpace(body.Text)) return Skip(origin.Location, origin.Member, "no-text", "Only boilerplate was found.");
        return new DocumentResult(
            new Document
            {
                Id = Convert.ToHexStringLower(SHA256.HashData(original))[..16],
                Origin = origin,
                Body = body,
                Title = NullIfEmpty(found.Title) is { } title ? MojibakeRepairer.Repair(SourceText.FromString(title)).Item1.Text : FirstLineTitle(body.Text),
                Byline = NullIfEmpty(found.Byline),
                Outlet = NullIfEmpty(found.Outlet),
                Url = NullIfEmpty(found.Url),
                Published = PublicationDates.Find(options, found.Date, found.Url ?? origin.Location),
                Repairs = repairs,
                Dropped = dropped,
            },
            null);
    }

    public static DocumentResult Skip(string location, string? member, string reason, string detail) =>
        new(null, new SkippedInput(location, member, reason, detail));

    private static string? NullIfEmpty(string? value) => string.IsNullOrWhiteSpace(value) ? null : value.Trim();

    /// <summary>The first line, when it is short, ends no sentence and has text under it.</summary>
    private static string? FirstLineTitle(string text)
    {
        ReadOnlySpan<char> rest = text.AsSpan().TrimStart();
        int end = rest.IndexOf('\n');
        if (end < 0) return null;
        ReadOnlySpan<char> line = rest[..end].Trim();
        return line.Length is > 0 and <= LongestTitle && line[^1] is not ('.' or ':' or ';' or ',') && !rest[end..].IsWhiteSpace() ? line.ToString() : null;
    }
}
