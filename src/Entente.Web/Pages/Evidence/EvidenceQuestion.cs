using System.Globalization;
using Entente.Reading;
using Entente.Web.Errors;
using Microsoft.AspNetCore.Http;

namespace Entente.Web.Pages.Evidence;

/// <summary>The filters of the evidence page, as its address has them.</summary>
internal static class EvidenceQuestion
{
    public const int PageSize = 25;

    /// <exception cref="QuestionException">A filter is not understood.</exception>
    public static EvidenceQuery Of(IQueryCollection query) => new()
    {
        State = State(query.Text("state")),
        Other = State(query.Text("other")),
        Kind = Kind(query.Text("kind")),
        Type = Named<PloverType>(query.Text("type"), "type"),
        Modality = Named<Modality>(query.Text("modality"), "modality"),
        Speaker = query.Text("speaker"),
        Words = query.Text("words"),
        From = query.Day("from"),
        To = query.Day("to"),
        Overruled = query.Text("overruled") switch { "yes" => true, "no" => false, _ => null },
        Skip = PageSize * (PageOf(query) - 1),
        Limit = PageSize,
    };

    /// <summary>Number of the page, from 1.</summary>
    public static int PageOf(IQueryCollection query) => query.Number("page") is { } page ? Math.Clamp(page, 1, 1_000_000) : 1;

    /// <summary>The same question on another page of its answer.</summary>
    public static string Address(string path, IQueryCollection query, int page)
    {
        IEnumerable<string> kept = query.Where(p => p.Key != "page").SelectMany(p => p.Value.Where(v => !string.IsNullOrEmpty(v)).Select(v => $"{Uri.EscapeDataString(p.Key)}={Uri.EscapeDataString(v!)}"));
        return path + "?" + string.Join('&', page > 1 ? kept.Append(string.Create(CultureInfo.InvariantCulture, $"page={page}")) : kept);
    }

    private static StateId? State(string? name)
    {
        if (name is null) return null;
        (StateId? match, IReadOnlyList<string> near) = StateNames.Resolve(name);
        return match ?? throw new QuestionException($"No state is called '{name}'.{(near.Count == 0 ? "" : $" Did you mean {string.Join(" or ", near)}?")}");
    }

    private static string? Kind(string? kind) => kind is null or "event" or "quotation" or "conditional" ? kind : throw new QuestionException($"'{kind}' is no kind: event, quotation or conditional.");

    private static T? Named<T>(string? name, string field) where T : struct, Enum => name is null ? null
        : Enum.TryParse(name, ignoreCase: true, out T value) && Enum.IsDefined(value) && !char.IsAsciiDigit(name[0]) ? value
        : throw new QuestionException($"'{name}' is no {field}: {string.Join(", ", Enum.GetNames<T>()).ToLowerInvariant()}.");
}
