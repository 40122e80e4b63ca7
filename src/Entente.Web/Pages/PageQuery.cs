using System.Globalization;
using Entente.Web.Errors;
using Microsoft.AspNetCore.Http;

namespace Entente.Web.Pages;

/// <summary>What a page's address asks, read with an error that names the field.</summary>
internal static class PageQuery
{
    public static string? Text(this IQueryCollection query, string name) => query[name].ToString().Trim() is { Length: > 0 } text ? text : null;

    /// <exception cref="QuestionException">It is no day.</exception>
    public static DateOnly? Day(this IQueryCollection query, string name) => query.Text(name) is not { } text ? null
        : DateOnly.TryParseExact(text, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out DateOnly day) ? day
        : throw new QuestionException($"'{text}' is no day: write {name}=2022-09-20.");

    /// <exception cref="QuestionException">It is no whole number.</exception>
    public static int? Number(this IQueryCollection query, string name) => query.Text(name) is not { } text ? null
        : int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out int number) ? number
        : throw new QuestionException($"'{text}' is no whole number: write {name}=2014, say.");

    /// <summary>Two states as an address has them: <c>CHN-RUS</c>.</summary>
    /// <exception cref="QuestionException">One is unknown, or both are the same.</exception>
    public static (StateId A, StateId B) Pair(string codes)
    {
        string[] parts = codes.Split('-');
        if (parts.Length != 2) throw new QuestionException($"'{codes}' names no two states: write CHN-RUS.");
        StateId a = State(parts[0]), b = State(parts[1]);
        return a != b ? (a, b) : throw new QuestionException($"A dyad is two different states; both are {StateRegistry.Default[a].Name}.");
    }

    public static StateId State(string name)
    {
        (StateId? match, IReadOnlyList<string> near) = StateNames.Resolve(name);
        return match ?? throw new QuestionException($"No state is called '{name}'.{(near.Count == 0 ? "" : $" Did you mean {string.Join(" or ", near)}?")}");
    }
}
