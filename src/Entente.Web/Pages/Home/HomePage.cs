using System.Text.Json;
using Entente.Measures;
using Entente.Questions;
using Entente.Record;
using Entente.Storage;
using Entente.Web.Html;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;

namespace Entente.Web.Pages.Home;

/// <summary>The front page: a search for two states, what changed most, and how old the data is.</summary>
internal static class HomePage
{
    private const int Years = 10;
    private const int Shown = 8;

    /// <summary>Fewer inputs than this make a change mostly the model's.</summary>
    private const int LeastInputs = 3;

    public static void Map(IEndpointRouteBuilder app)
    {
        app.MapGet("/", (Answers answers) => Show(answers, null, null));
        app.MapGet("/suggest", (string? q) => Results.Text(JsonSerializer.Serialize(Suggest(q), JsonSerializerOptions.Web), "application/json"));
    }

    /// <summary>The page, with what a search did not find said above the form.</summary>
    public static TaggedResult Show(Answers answers, string? asked, PairFound? found)
    {
        var body = new HtmlPart();
        body.Add($"""
            <section class="hero"><h1>How closely are two states aligned?</h1>
            <p class="lead">Along which lines, what would pull them apart, and how it is known.</p>
            {(found is null ? null : NotFound(asked, found))}
            {Layout.SearchForm(asked)}
            <p class="note">For example <a href="/dyad/CHN-RUS">China – Russia</a>, <a href="/dyad/USA-IND">United States – India</a>, <a href="/dyad/TUR-GRC">Turkey – Greece</a>.</p>
            </section>

            """);
        body.Add(Changes(answers)).Add(State(answers));
        return Layout.Page("/", "Alignment of states", body, found is null ? StatusCodes.Status200OK : StatusCodes.Status404NotFound);
    }

    private static HtmlPart NotFound(string? asked, PairFound found)
    {
        string known = found.A is { } a ? StateRegistry.Default[a].Name : found.B is { } b ? StateRegistry.Default[b].Name : "";
        var part = new HtmlPart();
        part.Add($"<div class=\"alert\" role=\"alert\"><p>No two states are understood in “{asked}”{(known.Length > 0 ? $"; {known} is one" : "")}.</p>");
        if (found.Near.Count > 0)
            part.Add($"<p>Did you mean {found.Near.Select((name, i) => HtmlPart.Of($"{(i > 0 ? " or " : "")}{(known.Length > 0 ? HtmlPart.Of($"<a href=\"/dyad?q={Uri.EscapeDataString($"{known}, {name}")}\">{known} – {name}</a>") : HtmlPart.Of($"{name}"))}"))}?</p>");
        else if (known.Length > 0) part.Add($"<p>Add a second state.</p>");
        return part.Add($"</div>");
    }

    private static HtmlPart Changes(Answers answers)
    {
        int to = answers.Panel.Record.LastYear, from = to - Years;
        AlignmentScale scale = answers.Panel.Model.Scale;
        var then = answers.Panel.Year(from, null).Where(r => r.Inputs >= LeastInputs).ToDictionary(r => r.Dyad);
        var moved = answers.Panel.Year(to, null).Where(r => r.Inputs >= LeastInputs && then.ContainsKey(r.Dyad))
            .Select(r => (r.Dyad, From: scale.Score(then[r.Dyad].Mean), To: scale.Score(r.Mean))).OrderBy(r => r.To - r.From).ThenBy(r => r.Dyad.ToString(), StringComparer.Ordinal).ToList();
        var part = new HtmlPart();
        part.Add($"<section aria-labelledby=\"changed\"><h2 id=\"changed\">Most changed, {from} to {to}</h2>\n<div class=\"two\">\n");
        part.Add(Table("Apart", moved.Take(Shown), from, to)).Add(Table("Closer", Enumerable.Reverse(moved).Take(Shown), from, to));
        return part.Add($"</div>\n<p class=\"note\">Overall alignment from 0 (hostile) to 100 (allied), of {moved.Count:N0} dyads with {LeastInputs} or more indicators known in both years.</p></section>\n");
    }

    private static HtmlPart Table(string name, IEnumerable<(UndirectedDyad Dyad, double From, double To)> rows, int from, int to)
    {
        var part = new HtmlPart();
        part.Add($"<div class=\"wide\"><table><caption>{name}</caption><thead><tr><th scope=\"col\">Dyad</th><th scope=\"col\" class=\"n\">{from}</th><th scope=\"col\" class=\"n\">{to}</th><th scope=\"col\" class=\"n\">Change</th></tr></thead><tbody>\n");
        foreach ((UndirectedDyad dyad, double before, double now) in rows)
            part.Add($"<tr><th scope=\"row\"><a href=\"/dyad/{dyad}?from={from}&amp;to={to}#why\">{Name(dyad.First)} – {Name(dyad.Second)}</a></th><td class=\"n\">{before:0}</td><td class=\"n\">{now:0}</td><td class=\"n {(now < before ? "down" : "up")}\">{now - before:+0;−0;0}</td></tr>\n");
        return part.Add($"</tbody></table></div>\n");
    }

    private static HtmlPart State(Answers answers)
    {
        var part = new HtmlPart();
        IReadOnlyList<DatasetInfo> datasets = answers.Panel.Record.Datasets;
        int last = answers.Panel.Record.LastYear;
        part.Add($"<section aria-labelledby=\"state\"><h2 id=\"state\">State of the data</h2>\n<ul>\n");
        part.Add($"<li>The record reaches to the end of {last}, from <a href=\"/data\">{datasets.Count} datasets</a>.</li>\n");
        var stale = Indicators.All.Select(i => (Indicator: i, Last: IndicatorDatasets.Of(i, datasets).Select(d => d.LastYear).DefaultIfEmpty(0).Max()))
            .Where(x => x.Last < last - 5).OrderBy(x => x.Last).ToList();
        if (stale.Count > 0)
            part.Add($"<li>Behind by more than five years: {stale.Select((s, i) => HtmlPart.Of($"{(i > 0 ? ", " : "")}{s.Indicator.Label} ({(s.Last == 0 ? "not imported" : $"to {s.Last}")})"))}. Later scores rest on the others.</li>\n");
        part.Add($"<li>{Texts(answers.Evidence)}</li>\n</ul></section>\n");
        return part;
    }

    private static HtmlPart Texts(EvidenceRoom evidence)
    {
        try
        {
            StoreInfo info = evidence.Store.Info();
            return info.Documents == 0
                ? HtmlPart.Of($"No text is stored yet: <a href=\"/read\">read one</a>.")
                : HtmlPart.Of($"<a href=\"/evidence\">{info.Documents:N0} documents</a> with {info.Observations:N0} observations, published {info.FirstDay:yyyy-MM-dd} to {info.LastDay:yyyy-MM-dd}.");
        }
        catch (StoreException e)
        {
            return HtmlPart.Of($"The store of texts cannot be used now: {e.Message}");
        }
    }

    private static string Name(StateId id) => StateRegistry.Default[id].Name;

    // The last part of the line is completed; what was understood before it stays.
    private static string[] Suggest(string? typed)
    {
        string text = (typed ?? "").TrimStart();
        if (text.Length is < 2 or > 80) return [];
        int cut = text.LastIndexOfAny([' ', ',', '-', '–', '/']);
        if (cut > 0 && StateNames.Resolve(text[..cut]).Match is { } first)
            return [.. PairSearch.Complete(text[(cut + 1)..], 8).Where(s => s.Id != first).Select(s => $"{Name(first)}, {s.Name}")];
        return [.. PairSearch.Complete(text, 8).Select(s => s.Name + ", ")];
    }
}
