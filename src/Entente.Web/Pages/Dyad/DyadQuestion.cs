using System.Globalization;
using Entente.Questions;
using Entente.Web.Errors;
using Microsoft.AspNetCore.Http;

namespace Entente.Web.Pages.Dyad;

/// <summary>What the address of a dyad page asks. Immutable.</summary>
/// <param name="A">The state named first.</param>
/// <param name="B">The other.</param>
internal sealed record DyadQuestion(StateId A, StateId B)
{
    /// <summary>Nothing later is used; null means the end of the record.</summary>
    public DateOnly? AsOf { get; init; }

    /// <summary>A second day, for the same dyad as it was seen then.</summary>
    public DateOnly? AndAsOf { get; init; }

    /// <summary>A second dyad on the chart.</summary>
    public (StateId A, StateId B)? With { get; init; }

    /// <summary>The years between which the change is explained.</summary>
    public (int From, int To)? Why { get; init; }

    /// <summary>The line of the chart and of the change.</summary>
    public Dimension? Line { get; init; }

    /// <summary>Whether observations that an analyst marked as wrong are left out.</summary>
    public bool Corrected { get; init; } = true;

    public UndirectedDyad Dyad => new(A, B);

    public BriefingQuestion Briefing => new(A, B) { AsOf = AsOf };

    /// <exception cref="QuestionException">Something in it is not understood.</exception>
    public static DyadQuestion Of(string codes, IQueryCollection query)
    {
        (StateId a, StateId b) = PageQuery.Pair(codes);
        Dimension? dimension = null;
        if (query.Text("line") is { } line && !Lines.TryParse(line, out dimension)) throw new QuestionException($"'{line}' is no line: write {string.Join(", ", Lines.All.Select(Lines.NameOf))}.");
        (int? from, int? to) = (query.Number("from"), query.Number("to"));
        if (from is not null && to is not null && from >= to) throw new QuestionException("The change is told from an earlier year to a later one: from=2012&to=2022.");
        (StateId A, StateId B)? with = null;
        if (query.Text("with") is { } other)
        {
            PairFound found = PairSearch.Find(other);
            with = found is { A: { } c, B: { } d } ? (c, d) : throw new QuestionException($"No two states are understood in '{other}': write with=USA-IND.{(found.Near.Count > 0 ? $" Did you mean {string.Join(" or ", found.Near)}?" : "")}");
        }
        return new DyadQuestion(a, b)
        {
            AsOf = query.Day("as-of"),
            AndAsOf = query.Day("and-as-of"),
            With = with,
            Line = dimension,
            Corrected = query.Text("corrections") != "off",
            Why = from is { } f && to is { } t ? (f, t) : null,
        };
    }

    /// <summary>The address that asks this, whole: what a reader may keep and pass on.</summary>
    public string Address(string file = "")
    {
        var parts = new List<string>();
        if (AsOf is { } day) parts.Add(string.Create(CultureInfo.InvariantCulture, $"as-of={day:yyyy-MM-dd}"));
        if (AndAsOf is { } and) parts.Add(string.Create(CultureInfo.InvariantCulture, $"and-as-of={and:yyyy-MM-dd}"));
        if (With is var (c, d)) parts.Add($"with={c}-{d}");
        if (Line is { } line) parts.Add($"line={Lines.NameOf(line)}");
        if (Why is var (from, to)) parts.Add(string.Create(CultureInfo.InvariantCulture, $"from={from}&to={to}"));
        if (!Corrected) parts.Add("corrections=off");
        return $"/dyad/{A}-{B}{file}{(parts.Count > 0 ? "?" + string.Join('&', parts) : "")}";
    }
}
