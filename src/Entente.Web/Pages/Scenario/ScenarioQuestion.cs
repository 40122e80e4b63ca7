using System.Globalization;
using Entente.Questions;
using Entente.Web.Errors;
using Microsoft.AspNetCore.Http;

namespace Entente.Web.Pages.Scenario;

/// <summary>What the address of a scenario asks. Immutable.</summary>
internal sealed record ScenarioQuestion
{
    public const int MostYears = 20, MostShocks = 6;

    /// <summary>The dyad asked for; null where a conditional names it, or nothing is asked yet.</summary>
    public (StateId A, StateId B)? Dyad { get; init; }

    /// <summary>Shocks as written.</summary>
    public IReadOnlyList<string> Shocks { get; init; } = [];

    /// <summary>Id of the conditional to run; null when shocks are written.</summary>
    public string? Conditional { get; init; }

    /// <summary>Years simulated.</summary>
    public int Years { get; init; } = 10;

    /// <summary>Whether there is something to run.</summary>
    public bool IsAsked => Conditional is not null || (Dyad is not null && Shocks.Count > 0);

    /// <exception cref="QuestionException">Something in it is not understood.</exception>
    public static ScenarioQuestion Of(IQueryCollection query)
    {
        string[] shocks = [.. query["if"].Select(s => s?.Trim()).Where(s => !string.IsNullOrEmpty(s)).Select(s => s!)];
        if (shocks.Length > MostShocks) throw new QuestionException($"At most {MostShocks} shocks are run here; the command line takes more.");
        int years = query.Number("years") ?? 10;
        if (years is < 1 or > MostYears) throw new QuestionException($"years={years}: 1 to {MostYears} are allowed; forecasts are tested to 5 years, and nothing is known beyond {MostYears}.");
        (StateId, StateId)? dyad = null;
        if (query.Text("dyad") is { } text)
        {
            PairFound found = PairSearch.Find(text);
            dyad = found is { A: { } a, B: { } b } ? (a, b) : throw new QuestionException($"No two states are understood in '{text}'.{(found.Near.Count > 0 ? $" Did you mean {string.Join(" or ", found.Near)}?" : "")}");
        }
        if (dyad is not null && shocks.Length == 0 && query.ContainsKey("if")) throw new QuestionException("Nothing is supposed: write a shock, as USA-CHN eases.");
        return new ScenarioQuestion { Dyad = dyad, Shocks = shocks, Conditional = query.Text("conditional"), Years = years };
    }

    /// <summary>The address that asks this, whole.</summary>
    public string Address(string file = "")
    {
        var parts = new List<string>();
        if (Conditional is not null) parts.Add("conditional=" + Uri.EscapeDataString(Conditional));
        else if (Dyad is var (a, b)) parts.Add($"dyad={a}-{b}");
        parts.AddRange(Shocks.Select(s => "if=" + Uri.EscapeDataString(s)));
        parts.Add(string.Create(CultureInfo.InvariantCulture, $"years={Years}"));
        return $"/scenario{file}?{string.Join('&', parts)}";
    }
}
