using System.Globalization;
using System.Text;
using System.Text.Json;
using Entente.Measures;
using Entente.Questions;
using Entente.Reading;
using Entente.Scenarios.Dynamics;
using Entente.Scenarios.Shocks;
using Entente.Scenarios.Simulation;
using Entente.Storage;
using Entente.Web.Charts;
using Entente.Web.Errors;
using Entente.Web.Html;
using Entente.Web.Pages.Evidence;
using Entente.Web.Security;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;

namespace Entente.Web.Pages.Scenario;

/// <summary>What a change of the world would do to two states, from a form or from a conditional found in a text.</summary>
internal static class ScenarioPage
{
    private const int ShownPast = 25;

    // A page is waited for: fewer draws than the command line makes, and neither blocs nor assumptions.
    private static readonly ScenarioOptions s_options = new() { Draws = 1000, Full = false, Threads = Environment.ProcessorCount };
    private static readonly JsonSerializerOptions s_json = new(JsonSerializerDefaults.Web) { WriteIndented = true, IncludeFields = true };

    public static void Map(IEndpointRouteBuilder app)
    {
        app.MapGet("/scenario", (HttpRequest request, Answers answers) => Show(ScenarioQuestion.Of(request.Query), answers)).RequireRateLimiting(RequestLimits.Costly);
        app.MapGet("/scenario/result.{ending}", (string ending, HttpRequest request, Answers answers) => File(ScenarioQuestion.Of(request.Query), ending, answers)).RequireRateLimiting(RequestLimits.Costly);
    }

    private static TaggedResult Show(ScenarioQuestion question, Answers answers)
    {
        var body = HtmlPart.Of($"<h1>Scenario</h1>\n<p class=\"lead\">Suppose a change of the world; see what it does to two states and whom it drags along.</p>\n");
        if (!question.IsAsked) return Layout.Page("/scenario", "Scenario", body.Add(Form(question)).Add(Found(answers)));
        (ScenarioResult result, ConditionalObservation? conditional) = Run(question, answers);
        string last = result.Difference[^1].Year.ToString(CultureInfo.InvariantCulture);
        body.Add($"<p><strong>{ScenarioWords.Answer(result)}</strong></p>\n");
        if (conditional is not null)
            body.Add($"<blockquote dir=\"auto\">“{conditional.Evidence.Quoted}”</blockquote><p class=\"note\"><bdi>{conditional.Speaker ?? "The author"}</bdi>: {(conditional.Direction == Direction.Unclear ? "no direction said" : conditional.Direction.ToString().ToLowerInvariant())}. {ScenarioWords.Verdict(conditional, result)} <a href=\"/evidence/observation/{conditional.Id}\">In its text</a></p>\n");
        body.Add($"<ul>{result.Shocks.Take(8).Select(s => HtmlPart.Of($"<li>If {ScenarioWords.Meaning(s)}</li>\n"))}{(result.Shocks.Length > 8 ? HtmlPart.Of($"<li>… and {result.Shocks.Length - 8} more of the same kind</li>") : null)}</ul>\n");
        body.Add(ChartFigure.Of(Chart(result, answers, alone: false), HtmlPart.Of($"""
            <span class="key"><b></b> with the shocks <b class="two"></b> without</span>
            Median with 50 and 90 % intervals of {result.Options.Draws:N0} draws, seed {result.Options.Seed}, from the end of {result.OriginYear}; <code>entente scenario</code> makes ten thousand, and tells how the answer hangs on each assumption and who changes bloc. Source: {DynamicsModel.Method} on {AlignmentModel.Method} (<a href="/data/methods">methods</a>).
            """), Table(result), ending => question.Address("/result." + ending), question.Address()));
        body.Add(Mechanisms(result, last)).Add(Dragged(result, last)).Add($"<section aria-labelledby=\"ask\"><h2 id=\"ask\">Suppose something else</h2>\n{Form(question with { Dyad = (result.Dyad.First, result.Dyad.Second) })}</section>");
        return Layout.Page("/scenario", $"{result.Dyad} if …", body);
    }

    private static (ScenarioResult Result, ConditionalObservation? Conditional) Run(ScenarioQuestion question, Answers answers)
    {
        ConditionalObservation? conditional = null;
        if (question.Conditional is { } id)
            conditional = answers.Evidence.Store.FindObservation(id)?.Observation as ConditionalObservation ?? throw new QuestionException($"No stored conditional has the id '{id}'.");
        try
        {
            return (answers.Scenario(question.Address(), system => system.Run(
                conditional?.Dyad ?? new UndirectedDyad(question.Dyad!.Value.A, question.Dyad.Value.B),
                conditional is null ? [.. question.Shocks.Select(system.Parse)] : system.Of(conditional),
                question.Years, s_options, CancellationToken.None)), conditional);
        }
        catch (ShockException e)
        {
            throw new QuestionException(e.Message, e);
        }
    }

    private static HtmlPart Form(ScenarioQuestion question)
    {
        string[] shown = [.. question.Shocks.Concat(Enumerable.Repeat("", 3)).Take(Math.Max(3, question.Shocks.Count + 1))];
        string[] examples = ["USA-CHN eases", "RUS capability -40% over 3y", "war RUS-UKR ends"];
        return HtmlPart.Of($"""
            <form class="stack" action="/scenario" method="get">
            <label for="dyad">What becomes of</label><input id="dyad" name="dyad" value="{(question.Dyad is var (a, b) ? $"{a}-{b}" : null)}" placeholder="china russia" maxlength="120" required data-suggest>
            <fieldset><legend>if</legend>{shown.Select((s, i) => HtmlPart.Of($"<input name=\"if\" aria-label=\"Shock {i + 1}\" value=\"{s}\" placeholder=\"{(i < examples.Length ? examples[i] : "")}\" maxlength=\"200\">\n"))}
            <p class="note">USA-CHN eases [by 10 | to 60] [in 2026] [over 3y] [then free] · USA-CHN worsens · war RUS-UKR ends · RUS capability -40% · CHN regime +0.3 · CHN-RUS trade +50%</p></fieldset>
            <label for="years">Years</label><input id="years" name="years" type="number" min="1" max="{ScenarioQuestion.MostYears}" value="{question.Years}">
            <div class="actions"><button type="submit">Run</button></div></form>

            """);
    }

    private static HtmlPart? Found(Answers answers)
    {
        try
        {
            EvidenceFound found = answers.Evidence.Store.Search(new EvidenceQuery { Kind = "conditional", Overruled = false, Limit = 30 });
            StoredObservation[] runnable = [.. found.Observations.Where(o => o.Observation is ConditionalObservation { Shocks.IsDefaultOrEmpty: false }).Take(10)];
            if (runnable.Length == 0) return null;
            return HtmlPart.Of($"<section aria-labelledby=\"found\"><h2 id=\"found\">Found in the texts</h2>\n<ul>{runnable.Select(o => HtmlPart.Of($"<li><bdi>{ObservationWords.Headline(o.Observation)}</bdi> <a href=\"/scenario?conditional={o.Observation.Id}\" aria-label=\"Run this: {ObservationWords.Headline(o.Observation)}\">Run this</a></li>\n"))}</ul></section>");
        }
        catch (StoreException e)
        {
            return HtmlPart.Of($"<p class=\"alert\" role=\"status\">Stored texts could not be asked: {e.Message}</p>");
        }
    }

    private static HtmlPart Chart(ScenarioResult r, Answers answers, bool alone)
    {
        var past = new List<(int, double)>();
        if (answers.History(r.Dyad, new DateOnly(r.OriginYear, 12, 31)) is { } history)
            for (int year = Math.Max(history.FirstYear, r.OriginYear - ShownPast); year <= Math.Min(r.OriginYear, history.LastYear); year++) past.Add((year, history.Score(year, null).Mean));
        return FanChart.Draw(past, r.Baseline, r.Scenario, $"Alignment of {r.Dyad} if {string.Join("; ", r.Shocks.Take(3).Select(s => s.Text))}", alone);
    }

    private static HtmlPart Table(ScenarioResult r)
    {
        var table = HtmlPart.Of($"<table><thead><tr><th scope=\"col\" class=\"n\">Year</th><th scope=\"col\" class=\"n\">Without</th><th scope=\"col\" class=\"n\">90 %</th><th scope=\"col\" class=\"n\">With</th><th scope=\"col\" class=\"n\">90 %</th><th scope=\"col\" class=\"n\">Difference</th><th scope=\"col\" class=\"n\">90 %</th></tr></thead><tbody>\n");
        for (int t = 0; t < r.Difference.Length; t++)
        {
            (FanYear b, FanYear s, Effect d) = (r.Baseline[t], r.Scenario[t], r.Difference[t].Effect);
            table.Add($"<tr><th scope=\"row\" class=\"n\">{b.Year}</th><td class=\"n\">{b.Mean:0.0}</td><td class=\"n\">{b.Q5:0.0}–{b.Q95:0.0}</td><td class=\"n\">{s.Mean:0.0}</td><td class=\"n\">{s.Q5:0.0}–{s.Q95:0.0}</td><td class=\"n\">{d.Mean:+0.00;−0.00;0.00}</td><td class=\"n\">{d.Low:+0.00;−0.00;0.00} to {d.High:+0.00;−0.00;0.00}</td></tr>\n");
        }
        return table.Add($"</tbody></table>");
    }

    private static HtmlPart Mechanisms(ScenarioResult r, string last)
    {
        var html = HtmlPart.Of($"<section aria-labelledby=\"through\"><h2 id=\"through\">What makes the difference by {last}</h2>\n<div class=\"wide\"><table><thead><tr><th scope=\"col\">Through</th><th scope=\"col\" class=\"n\">Points</th><th scope=\"col\" class=\"n\">90 % interval</th></tr></thead><tbody>\n");
        foreach (EffectPart p in r.Parts.Where(p => Math.Abs(p.Size.Mean) >= 0.0005).OrderByDescending(p => Math.Abs(p.Size.Mean)))
            html.Add($"<tr><th scope=\"row\">{ScenarioWords.Name(p)}</th><td class=\"n\">{p.Size.Mean:+0.000;−0.000}</td><td class=\"n\">{p.Size.Low:+0.000;−0.000;0.000} to {p.Size.High:+0.000;−0.000;0.000}</td></tr>\n");
        html.Add($"</tbody><tfoot><tr><th scope=\"row\">Difference</th><td class=\"n\">{r.Difference[^1].Effect.Mean:+0.000;−0.000;0.000}</td><td></td></tr></tfoot></table></div>\n");
        return html.Add($"</section>\n");
    }

    private static HtmlPart? Dragged(ScenarioResult r, string last)
    {
        if (r.Dragged.IsEmpty) return null;
        var html = HtmlPart.Of($"<section aria-labelledby=\"dragged\"><h2 id=\"dragged\">Who else moves by {last}</h2>\n<div class=\"wide\"><table><thead><tr><th scope=\"col\">Dyad</th><th scope=\"col\" class=\"n\">Without</th><th scope=\"col\" class=\"n\">Change</th><th scope=\"col\" class=\"n\">90 % interval</th></tr></thead><tbody>\n");
        foreach (DraggedDyad d in r.Dragged)
            html.Add($"<tr><th scope=\"row\"><a href=\"/dyad/{d.Dyad}\">{StateRegistry.Default[d.Dyad.First].Name} – {StateRegistry.Default[d.Dyad.Second].Name}</a></th><td class=\"n\">{d.Baseline:0.0}</td><td class=\"n {(d.Change.Mean < 0 ? "down" : "up")}\">{d.Change.Mean:+0.00;−0.00}</td><td class=\"n\">{d.Change.Low:+0.00;−0.00;0.00} to {d.Change.High:+0.00;−0.00;0.00}</td></tr>\n");
        return html.Add($"</tbody></table></div></section>\n");
    }

    private static IResult File(ScenarioQuestion question, string ending, Answers answers)
    {
        if (!question.IsAsked) return Results.NotFound();
        (ScenarioResult r, _) = Run(question, answers);
        switch (ending)
        {
            case "csv":
                var csv = new StringBuilder("dyad,year,without_mean,without_q5,without_q95,with_mean,with_q5,with_q95,difference,difference_q5,difference_q95\n");
                for (int t = 0; t < r.Difference.Length; t++)
                    csv.Append(CultureInfo.InvariantCulture, $"{r.Dyad},{r.Baseline[t].Year},{r.Baseline[t].Mean:0.00},{r.Baseline[t].Q5:0.00},{r.Baseline[t].Q95:0.00},{r.Scenario[t].Mean:0.00},{r.Scenario[t].Q5:0.00},{r.Scenario[t].Q95:0.00},{r.Difference[t].Effect.Mean:0.000},{r.Difference[t].Effect.Low:0.000},{r.Difference[t].Effect.High:0.000}\n");
                return TaggedResult.Text(csv.ToString(), "text/csv", $"scenario-{r.Dyad}.csv");
            case "json":
                var json = new
                {
                    Question = question.Address(),
                    Method = DynamicsModel.Method,
                    Dyad = r.Dyad.ToString(),
                    r.OriginYear,
                    r.Origin,
                    Shocks = r.Shocks.Select(s => s.Text),
                    r.Options.Draws,
                    r.Options.Seed,
                    r.Closer,
                    r.Baseline,
                    r.Scenario,
                    Difference = r.Difference.Select(d => new { d.Year, d.Effect.Mean, d.Effect.Low, d.Effect.High }),
                    Parts = r.Parts.Select(p => new { Through = ScenarioWords.Name(p), p.Size.Mean, p.Size.Low, p.Size.High }),
                    Dragged = r.Dragged.Select(d => new { Dyad = d.Dyad.ToString(), d.Baseline, d.Change.Mean, d.Change.Low, d.Change.High }),
                };
                return TaggedResult.Text(JsonSerializer.Serialize(json, s_json), "application/json", $"scenario-{r.Dyad}.json");
            case "svg":
                return TaggedResult.Text(Chart(r, answers, alone: true).ToString(), "image/svg+xml", $"scenario-{r.Dyad}.svg");
            default:
                return Results.NotFound();
        }
    }
}
