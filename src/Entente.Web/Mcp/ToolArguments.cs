using System.Globalization;
using Entente.Web.Errors;
using Entente.Web.Pages;

namespace Entente.Web.Mcp;

/// <summary>Arguments of tools, read with an error that says what to write instead.</summary>
internal static class ToolArguments
{
    /// <exception cref="QuestionException">It is no state.</exception>
    public static StateId State(string name) => PageQuery.State(name);

    /// <exception cref="QuestionException">One is unknown, or both are the same.</exception>
    public static (StateId A, StateId B) Dyad(string first, string second)
    {
        StateId a = State(first), b = State(second);
        return a != b ? (a, b) : throw new QuestionException($"A dyad is two different states; both are {StateRegistry.Default[a].Name}.");
    }

    /// <exception cref="QuestionException">It is no day.</exception>
    public static DateOnly? Day(string? text, string argument) => string.IsNullOrWhiteSpace(text) ? null
        : DateOnly.TryParseExact(text.Trim(), "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out DateOnly day) ? day
        : throw new QuestionException($"'{text}' is no day: write {argument} as 2022-09-20.");
}
