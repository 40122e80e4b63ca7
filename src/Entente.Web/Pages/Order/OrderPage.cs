using Entente.Briefings;
using Entente.Measures;
using Entente.Order;
using Entente.Web.Charts;
using Entente.Web.Errors;
using Entente.Web.Html;
using Entente.Web.Security;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;

namespace Entente.Web.Pages.Order;

/// <summary>The system of states in a year: blocs on a map and as a network, the ties that fit no split, and triangles.</summary>
internal static class OrderPage
{
    private const int ShownTies = 25;

    /// <summary>Blocs with a colour of their own; smaller ones share the last.</summary>
    private const int Colours = 8;

    public static void Map(IEndpointRouteBuilder app)
    {
        app.MapGet("/order", (HttpRequest request, Answers answers) => Show(request, answers)).RequireRateLimiting(RequestLimits.Costly);
        app.MapGet("/order/{year:int}.{ending}", (int year, string ending, HttpResponse response, Answers answers) => File(year, ending, response, answers)).RequireRateLimiting(RequestLimits.Costly);
    }

    private static TaggedResult Show(HttpRequest request, Answers answers)
    {
        int last = answers.Panel.Record.LastYear, year = request.Query.Number("year") ?? last;
        SystemOrder order = Order(answers, year);
        string? three = request.Query.Text("triangle");
        int negative = order.States.Ties.Count(t => t.Sign < 0);
        var body = HtmlPart.Of($"""
            <h1>The order of states in {year}</h1>
            <p class="lead">{order.States.States.Count} states, {order.States.Ties.Count - negative:N0} close and {negative:N0} hostile ties. {Balance(order)}</p>
            <form class="inline slider" action="/order" method="get">
            <label for="year">Year</label><input id="year" name="year" type="range" min="{AlignmentModel.Beginning}" max="{last}" value="{year}" data-show="year-now"><output id="year-now" for="year">{year}</output>
            {(three is null ? null : HtmlPart.Of($"<input type=\"hidden\" name=\"triangle\" value=\"{three}\">"))}
            <button type="submit">Show</button>
            {(year > AlignmentModel.Beginning ? HtmlPart.Of($"<a href=\"/order?year={year - 1}\">← {year - 1}</a>") : null)} {(year < last ? HtmlPart.Of($"<a href=\"/order?year={year + 1}\">{year + 1} →</a>") : null)}
            </form>

            """);
        IReadOnlyList<IReadOnlyList<int>> members = order.Members();
        body.Add(ChartFigure.Of(MapOf(order, members), Caption(answers, order), null, ending => $"/order/{year}.{ending}", $"/order?year={year}"));
        body.Add(Blocs(order, members));
        body.Add($"""
            <section aria-labelledby="network"><h2 id="network">The network</h2>
            <figure><img src="/order/{year}.svg" width="1000" height="800" alt="Network of states in {year} by bloc; the tables on this page have its blocs and its frustrated ties" loading="lazy"><figcaption>A disc for each bloc, its most central states in the middle. Blue: close ties, red: hostile ones; dashed: ties that fit no split in two.</figcaption></figure></section>

            """);
        body.Add(Frustrated(order)).Add(Triangle(order, three));
        return Layout.Page("/order", $"The order of states in {year}", body);
    }

    private static SystemOrder Order(Answers answers, int year) => year >= AlignmentModel.Beginning && year <= answers.Panel.Record.LastYear
        ? answers.Order(year) : throw new QuestionException($"{year} cannot be asked: alignments are known for {AlignmentModel.Beginning} to {answers.Panel.Record.LastYear}.");

    private static string Balance(SystemOrder order) => order.Balance.Index == 0 ? "They fall into two camps without a tie against them."
        : $"{(order.Balance.IsOptimal ? order.Balance.Index.ToString("N0", System.Globalization.CultureInfo.InvariantCulture) : $"Between {order.Balance.LowerBound:N0} and {order.Balance.Index:N0}")} of them fit no split into two camps{(order.Triangles is { } share ? $"; {share:P0} of triangles are balanced" : "")}.";

    private static HtmlPart Caption(Answers answers, SystemOrder order)
    {
        (string on, TieRule rule) = order.States.Rules[0];
        return HtmlPart.Of($"Blocs by signed modularity ({order.Blocs.Modularity:0.00}), a heuristic; borders of today. A tie is close where the 90 % interval of {on} lies above {rule.Above:0.#}, hostile where below {rule.Below:0.#}; {order.States.Untied:N0} dyads make no tie. Source: {AlignmentModel.Method} on {answers.Panel.Record.Datasets.Count} datasets (<a href=\"/data\">versions</a>); shapes: Natural Earth.");
    }

    private static HtmlPart MapOf(SystemOrder order, IReadOnlyList<IReadOnlyList<int>> members)
    {
        var bloc = new Dictionary<string, int>(StringComparer.Ordinal);
        foreach ((int b, IReadOnlyList<int> states) in members.Index())
            foreach (int s in states) bloc[order.States.States[s].Code] = b;
        return WorldMap.Draw($"Blocs of states in {order.States.Year}; the table below lists them", code => bloc.TryGetValue(code, out int b)
            ? (members[b].Count == 1 ? "alone" : $"b{Math.Min(b, Colours - 1)}", $"{order.States.NameOf(new StateId(code))}: {(members[b].Count == 1 ? "in no bloc" : $"bloc {b + 1}")}") : null);
    }

    private static HtmlPart Blocs(SystemOrder order, IReadOnlyList<IReadOnlyList<int>> members)
    {
        var html = HtmlPart.Of($"<section aria-labelledby=\"blocs\"><h2 id=\"blocs\">Blocs</h2>\n<div class=\"wide\"><table><thead><tr><th scope=\"col\">Bloc</th><th scope=\"col\" class=\"n\">States</th><th scope=\"col\" class=\"n\">Stability</th><th scope=\"col\">Members, most tied first</th></tr></thead><tbody>\n");
        foreach ((int b, IReadOnlyList<int> states) in members.Index().Where(m => m.Item.Count > 1))
            html.Add($"<tr><th scope=\"row\"><span class=\"swatch b{Math.Min(b, Colours - 1)}\"></span>{b + 1}</th><td class=\"n\">{states.Count}</td><td class=\"n\">{states.Average(s => order.Blocs.Stability[s]):0.00}</td><td class=\"note\">{string.Join(", ", states.Select(order.States.NameOf))}</td></tr>\n");
        string[] alone = [.. members.Where(m => m.Count == 1).Select(m => order.States.NameOf(m[0]))];
        html.Add($"</tbody></table></div>\n<p class=\"note\">Stability: how often two members share a bloc over {order.Resamples} draws of the alignments from their intervals; 1 is always.{(alone.Length > 0 ? $" In no bloc: {string.Join(", ", alone)}." : "")}</p></section>\n");
        return html;
    }

    private static HtmlPart Frustrated(SystemOrder order)
    {
        IReadOnlyList<StateTie> ties = order.Frustrated();
        if (ties.Count == 0) return HtmlPart.Of($"");
        var html = HtmlPart.Of($"<section aria-labelledby=\"frustrated\"><h2 id=\"frustrated\">Frustrated ties</h2>\n<p class=\"note\">Ties that the best split into two camps leaves against their sign, the strongest first. Where tension is, by balance theory (Heider 1946, Cartwright and Harary 1956).</p>\n<div class=\"wide\"><table><thead><tr><th scope=\"col\">Dyad</th><th scope=\"col\">Tie</th><th scope=\"col\" class=\"n\">Alignment</th><th scope=\"col\" class=\"n\">90 % interval</th></tr></thead><tbody>\n");
        foreach (StateTie t in ties.Take(ShownTies))
            html.Add($"<tr><th scope=\"row\"><a href=\"/dyad/{t.Dyad}\">{order.States.NameOf(t.Dyad.First)} – {order.States.NameOf(t.Dyad.Second)}</a></th><td class=\"{(t.Sign > 0 ? "up" : "down")}\">{(t.Sign > 0 ? "+ close" : "− hostile")}</td><td class=\"n\">{t.Value:0}</td><td class=\"n\">{t.Low:0}–{t.High:0}</td></tr>\n");
        return html.Add($"</tbody></table></div>\n{(ties.Count > ShownTies ? HtmlPart.Of($"<p class=\"note\">{ties.Count - ShownTies} more are in the files above.</p>") : null)}</section>\n");
    }

    private static HtmlPart Triangle(SystemOrder order, string? three)
    {
        var html = HtmlPart.Of($"""
            <section aria-labelledby="triangles"><h2 id="triangles">Triangles</h2>
            <form class="inline" action="/order#triangles" method="get"><input type="hidden" name="year" value="{order.States.Year}">
            <label for="triangle">Three states</label><input id="triangle" name="triangle" value="{three}" placeholder="united states, china, russia" maxlength="120"><button type="submit">Show</button></form>

            """);
        if (three is null) return html.Add($"</section>");
        StateId[] states = [.. three.Split([',', ';', '/'], StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries).Select(n => StateNames.Resolve(n).Match ?? throw new QuestionException($"No state is called '{n}'; write three, with commas between."))];
        if (states.Distinct().Count() != 3 || states.Length != 3) throw new QuestionException("A triangle is three different states, with commas between: united states, china, russia.");
        (int A, int B)[] sides = [(0, 1), (0, 2), (1, 2)];
        StateTie?[] ties = [.. sides.Select(s => order.States.Look(states[s.A], states[s.B]))];
        html.Add($"<ul>{sides.Select((s, i) => HtmlPart.Of($"<li><a href=\"/dyad/{states[s.A]}-{states[s.B]}\">{order.States.NameOf(states[s.A])} – {order.States.NameOf(states[s.B])}</a>: {(ties[i] is not { } t ? "too little is known" : $"{(t.Sign > 0 ? "+ close" : t.Sign < 0 ? "− hostile" : "no tie")}, alignment {t.Value:0} ({t.Low:0}–{t.High:0})")}</li>\n"))}</ul>\n");
        html.Add(ties.All(t => t is { Sign: not 0 })
            ? HtmlPart.Of($"<p>{Words(StrategicTriangle.Of(ties[0]!.Value.Sign, ties[1]!.Value.Sign, ties[2]!.Value.Sign), states, order)}</p>")
            : HtmlPart.Of($"<p>No strategic triangle: a side is no tie.</p>"));
        return html.Add($"</section>");
    }

    private static string Words(StrategicTriangle triangle, StateId[] states, SystemOrder order) => (triangle.Kind switch
    {
        StrategicTriangleKind.MenageATrois => "Ménage à trois (+ + +)",
        StrategicTriangleKind.Romantic => "Romantic triangle (+ + −)",
        StrategicTriangleKind.StableMarriage => "Stable marriage (+ − −)",
        _ => "Unit veto (− − −)",
    }) + (triangle.IsBalanced ? ", balanced" : ", unbalanced") + (triangle.Odd is not { } odd ? "" : triangle.Kind == StrategicTriangleKind.Romantic
        ? $"; {order.States.NameOf(states[odd])} is the pivot, friend of two enemies" : $"; {order.States.NameOf(states[odd])} is the outcast of two friends") + " (Dittmer 1981).";

    private static IResult File(int year, string ending, HttpResponse response, Answers answers)
    {
        SystemOrder order = Order(answers, year);
        switch (ending)
        {
            case "svg":
                // Its style is its own; nothing else in it may load or run.
                response.Headers.ContentSecurityPolicy = "default-src 'none'; style-src 'unsafe-inline'; frame-ancestors 'none'";
                return TaggedResult.Text(OrderSvg.Render(order), "image/svg+xml");
            case "json":
                return TaggedResult.Text(OrderJson.Render(order, answers.LastDay), "application/json", $"order-{year}.json");
            case "csv":
                return TaggedResult.Text(OrderJson.StatesCsv(order), "text/csv", $"order-{year}.csv");
            default:
                return Results.NotFound();
        }
    }
}
