using System.Collections.Immutable;
using System.Globalization;
using System.Text;
using System.Text.Json;
using Entente.Briefings;
using Entente.Measures;
using Entente.Measures.Breaks;
using Entente.Questions;
using Entente.Web.Html;
using Entente.Web.Pages.Home;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;

namespace Entente.Web.Pages.Dyad;

/// <summary>The briefing on two states, live.</summary>
internal static class DyadPage
{
    private static readonly JsonSerializerOptions s_json = new(JsonSerializerDefaults.Web) { WriteIndented = true };

    public static void Map(IEndpointRouteBuilder app)
    {
        app.MapGet("/dyad", (string? q, Answers answers) => PairSearch.Find(q) is { A: { } a, B: { } b }
            ? Results.Redirect($"/dyad/{a}-{b}")
            : HomePage.Show(answers, q, PairSearch.Find(q)));
        app.MapGet("/dyad/{pair}", (string pair, HttpRequest request, Answers answers) => Show(answers, DyadQuestion.Of(pair, request.Query)));
        app.MapGet("/dyad/{pair}/series.{ending}", (string pair, string ending, HttpRequest request, Answers answers) => Series(answers, DyadQuestion.Of(pair, request.Query), ending));
    }

    private static TaggedResult Show(Answers answers, DyadQuestion question)
    {
        BriefingReply reply = answers.Briefing(question.Briefing, question.Corrected);
        Briefing briefing = reply.Briefing;
        DyadHistory? history = DyadHistory.Of(answers, question, briefing);
        var body = new HtmlPart();
        body.Add($"""
            <article class="briefing">
            <header><p class="kicker">Briefing · as of {briefing.AsOf:yyyy-MM-dd} · {briefing.Method}</p>
            <h1>{briefing.NameA} – {briefing.NameB}</h1>
            <p class="lead">{briefing.Headline}</p>
            </header>
            <div class="beside"><div>
            {Scores(briefing)}{history?.Section()}{(history is null ? null : DyadChange.Section(question, history.Own))}{(history is null ? null : Turns(answers, question))}

            """);
        foreach ((int i, BriefingSection section) in briefing.Sections.Index()) body.Add(Section(section, i));
        body.Add($"<section aria-labelledby=\"limits\"><h2 id=\"limits\">What this briefing does not know</h2>\n<ul>{briefing.Limits.Select(l => HtmlPart.Of($"<li>{l}</li>\n"))}</ul></section>\n");
        body.Add($"<section aria-labelledby=\"sources\"><h2 id=\"sources\">Sources</h2>\n<ol class=\"src\">{briefing.Sources.Select(Source)}</ol></section>\n</div>\n");
        body.Add($"{DyadEvidence.Aside(answers, question, briefing.AsOf)}</div></article>");
        return Layout.Page("/dyad", $"{briefing.NameA} – {briefing.NameB}", body);
    }

    private static HtmlPart Scores(Briefing briefing)
    {
        var part = new HtmlPart();
        part.Add($"<section aria-label=\"Scores\">\n<figure>{HtmlPart.Made(BriefingCharts.Scores(briefing.Scores))}\n<figcaption>Alignment from 0 (hostile) to 100 (allied); the bars are 90 % intervals. Each score below leads to its inputs.</figcaption></figure>\n");
        part.Add($"<div class=\"wide\"><table class=\"scores\"><thead><tr><th scope=\"col\">Line</th><th scope=\"col\" class=\"n\">Year</th><th scope=\"col\" class=\"n\">Score</th><th scope=\"col\" class=\"n\">90 % interval</th><th scope=\"col\" class=\"n\">Inputs</th><th scope=\"col\">Note</th></tr></thead><tbody>\n");
        foreach (ScoreLine s in briefing.Scores)
            part.Add($"<tr><th scope=\"row\">{s.Label}</th><td class=\"n\">{s.Year}</td><td class=\"n\">{Number(s.Id, s.Value is { } v ? v.ToString("0", CultureInfo.InvariantCulture) : "unknown")}</td><td class=\"n\">{(s.Value is null ? null : HtmlPart.Of($"{s.Low:0}–{s.High:0}"))}</td><td class=\"n\">{s.InputsPresent} of {s.InputsAsked}</td><td class=\"note\">{s.Note} {Marks(s.Sources)}</td></tr>\n");
        return part.Add($"</tbody></table></div></section>\n");
    }

    private static HtmlPart Turns(Answers answers, DyadQuestion question)
    {
        IReadOnlyList<Break> breaks = answers.Breaks(question.Dyad, question.AsOf);
        if (breaks.Count == 0) return HtmlPart.Of($"<section aria-labelledby=\"turns\"><h2 id=\"turns\">Rifts and rapprochements</h2><p class=\"note\">No turn has a probability of {BreakFinder.Asserted} or more.</p></section>\n");
        var part = HtmlPart.Of($"<section aria-labelledby=\"turns\"><h2 id=\"turns\">Rifts and rapprochements</h2>\n<div class=\"wide\"><table class=\"turns\"><thead><tr><th scope=\"col\" class=\"n\">Year</th><th scope=\"col\">Turn</th><th scope=\"col\" class=\"n\">Probability</th><th scope=\"col\">What speaks for it</th></tr></thead><tbody>\n");
        foreach (Break b in breaks.Reverse())
            part.Add($"<tr><th scope=\"row\" class=\"n\">{b.Year}</th><td class=\"d {(b.Turn == Turn.Rift ? "down" : "up")}\">{(b.Turn == Turn.Rift ? "▼ rift" : "▲ rapprochement")}</td><td class=\"n\">{b.Probability:0.00}</td><td class=\"note\">{string.Join("; ", b.Signals.Select(s => s.Label).Distinct(StringComparer.Ordinal))}</td></tr>\n");
        return part.Add($"</tbody></table></div></section>\n");
    }

    private static HtmlPart Section(BriefingSection section, int number)
    {
        var part = HtmlPart.Of($"<section aria-labelledby=\"part{number}\"><h2 id=\"part{number}\">{section.Heading}</h2>\n");
        if (!section.Series.IsEmpty)
        {
            if (section.Series.Where(s => s.Indicator == "trade_dependence").ToArray() is [var one, var other])
                part.Add($"<figure>{HtmlPart.Made(BriefingCharts.Directed(one, other))}\n<figcaption><span class=\"key\"><b></b> {one.Label} <b class=\"two\"></b> {other.Label}</span> {one.Unit} {Marks([one.Source])}</figcaption></figure>\n");
            part.Add($"<div class=\"wide\"><table class=\"series\"><thead><tr><th scope=\"col\">Indicator</th><th scope=\"col\">Course</th><th scope=\"col\" class=\"n\">Last</th><th scope=\"col\">Unit, year, years known</th></tr></thead><tbody>\n");
            foreach (IndicatorSeries s in section.Series)
                part.Add($"<tr><th scope=\"row\">{s.Label}</th><td>{HtmlPart.Made(BriefingCharts.Spark(s))}</td><td class=\"n\">{Number(s.Id, (s.Last ?? 0).ToString("0.###", CultureInfo.InvariantCulture))}</td><td class=\"note\">{s.Unit}, {s.LastKnownYear}; {s.FirstKnownYear}–{s.LastKnownYear}, {s.Share:P0} {Marks([s.Source])}</td></tr>\n");
            part.Add($"</tbody></table></div>\n");
        }
        if (section.Silence is not null) part.Add($"<p class=\"note\">{section.Silence}</p>\n");
        if (!section.Statements.IsEmpty)
            part.Add($"<ul>\n{section.Statements.Select(s => HtmlPart.Of($"<li>{s.Text} {Marks(s.Sources)}{(s.Quoted is null ? null : HtmlPart.Of($"<blockquote dir=\"auto\">“{s.Quoted}”</blockquote>"))}</li>\n"))}</ul>\n");
        return part.Add($"</section>\n");
    }

    private static HtmlPart Source(BriefingSource s) => HtmlPart.Of($"<li id=\"s{s.Number}\" value=\"{s.Number}\"><bdi>{s.Text}</bdi> — <bdi>{s.Detail}</bdi>{s.Kind switch
    {
        "text" when s.Id is not null => HtmlPart.Of($" <a href=\"/evidence/observation/{s.Id}\">in its text</a>"),
        "dataset" when s.Id is not null => HtmlPart.Of($" <a href=\"/data#d-{s.Id}\">about the dataset</a>"),
        _ => null,
    }}</li>\n");

    private static HtmlPart Number(string? id, string text) => id is null ? HtmlPart.Of($"{text}") : HtmlPart.Of($"<a class=\"number\" href=\"/data/number?id={Uri.EscapeDataString(id)}\">{text}</a>");

    private static IEnumerable<HtmlPart> Marks(ImmutableArray<int> sources) => sources.Select(n => HtmlPart.Of($"<a class=\"mark\" href=\"#s{n}\">[{n}]</a>"));

    private static IResult Series(Answers answers, DyadQuestion question, string ending)
    {
        Briefing briefing = answers.Briefing(question.Briefing, question.Corrected).Briefing;
        if (DyadHistory.Of(answers, question, briefing) is not { } history) return Results.NotFound();
        string name = $"{question.Dyad}-{Lines.NameOf(question.Line)}.{ending}";
        switch (ending)
        {
            case "csv":
                var csv = new StringBuilder("dyad,as_of,year,line,mean,q5,q95,inputs,asked\n");
                foreach (SeriesRow r in history.Rows()) csv.Append(CultureInfo.InvariantCulture, $"{r.Dyad},{r.AsOf},{r.Year},{r.Line},{r.Mean:0.00},{r.Q5:0.00},{r.Q95:0.00},{r.Inputs},{r.Asked}\n");
                return TaggedResult.Text(csv.ToString(), "text/csv", name);
            case "json":
                var json = new
                {
                    Question = question.Address(),
                    AlignmentModel.Method,
                    Datasets = answers.Panel.Record.Datasets.Select(d => new { d.Id, d.Version, d.Licence, d.Sha256 }),
                    Rows = history.Rows(),
                };
                return TaggedResult.Text(JsonSerializer.Serialize(json, s_json), "application/json", name);
            case "svg":
                return TaggedResult.Text(history.Chart(alone: true).ToString(), "image/svg+xml", name);
            default:
                return Results.NotFound();
        }
    }
}
