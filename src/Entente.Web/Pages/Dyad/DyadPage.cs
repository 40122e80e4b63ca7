using System.Collections.Immutable;
using Entente.Briefings;
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
    public static void Map(IEndpointRouteBuilder app)
    {
        app.MapGet("/dyad", (string? q, Answers answers) => PairSearch.Find(q) is { A: { } a, B: { } b }
            ? Results.Redirect($"/dyad/{a}-{b}")
            : HomePage.Show(answers, q, PairSearch.Find(q)));
        app.MapGet("/dyad/{pair}", (string pair, HttpRequest request, Answers answers) => Show(answers, DyadQuestion.Of(pair, request.Query)));
    }

    private static TaggedResult Show(Answers answers, DyadQuestion question)
    {
        BriefingReply reply = answers.Briefing(question.Briefing);
        Briefing briefing = reply.Briefing;
        var body = new HtmlPart();
        body.Add($"""
            <article class="briefing">
            <header><p class="kicker">Briefing · as of {briefing.AsOf:yyyy-MM-dd}</p>
            <h1>{briefing.NameA} – {briefing.NameB}</h1>
            <p class="lead">{briefing.Headline}</p>
            {(reply.StoreTrouble is null ? null : HtmlPart.Of($"<p class=\"alert\" role=\"status\">Stored texts could not be asked: {reply.StoreTrouble}</p>"))}
            </header>

            """);
        body.Add(Scores(briefing));
        foreach ((int i, BriefingSection section) in briefing.Sections.Index()) body.Add(Section(section, i));
        body.Add($"<section aria-labelledby=\"limits\"><h2 id=\"limits\">What this briefing does not know</h2>\n<ul>{briefing.Limits.Select(l => HtmlPart.Of($"<li>{l}</li>\n"))}</ul></section>\n");
        body.Add($"<section aria-labelledby=\"sources\"><h2 id=\"sources\">Sources</h2>\n<ol class=\"src\">{briefing.Sources.Select(s => HtmlPart.Of($"<li id=\"s{s.Number}\" value=\"{s.Number}\">{s.Text} — {s.Detail}</li>\n"))}</ol></section>\n</article>");
        return Layout.Page("/dyad", $"{briefing.NameA} – {briefing.NameB}", body);
    }

    private static HtmlPart Scores(Briefing briefing)
    {
        var part = new HtmlPart();
        part.Add($"<section aria-label=\"Scores\">\n<figure>{HtmlPart.Made(BriefingCharts.Scores(briefing.Scores))}\n<figcaption>Alignment from 0 (hostile) to 100 (allied); the bars are 90 % intervals.</figcaption></figure>\n");
        part.Add($"<div class=\"wide\"><table><thead><tr><th scope=\"col\">Line</th><th scope=\"col\" class=\"n\">Year</th><th scope=\"col\" class=\"n\">Score</th><th scope=\"col\" class=\"n\">90 % interval</th><th scope=\"col\" class=\"n\">Inputs</th><th scope=\"col\">Note</th></tr></thead><tbody>\n");
        foreach (ScoreLine s in briefing.Scores)
            part.Add($"<tr><th scope=\"row\">{s.Label}</th><td class=\"n\">{s.Year}</td><td class=\"n\">{(s.Value is { } v ? HtmlPart.Of($"{v:0}") : HtmlPart.Of($"unknown"))}</td><td class=\"n\">{(s.Value is null ? null : HtmlPart.Of($"{s.Low:0}–{s.High:0}"))}</td><td class=\"n\">{s.InputsPresent} of {s.InputsAsked}</td><td class=\"note\">{s.Note} {Marks(s.Sources)}</td></tr>\n");
        return part.Add($"</tbody></table></div></section>\n");
    }

    private static HtmlPart Section(BriefingSection section, int number)
    {
        var part = new HtmlPart();
        part.Add($"<section aria-labelledby=\"part{number}\"><h2 id=\"part{number}\">{section.Heading}</h2>\n");
        if (section.Silence is not null) part.Add($"<p class=\"note\">{section.Silence}</p>\n");
        if (!section.Statements.IsEmpty)
            part.Add($"<ul>\n{section.Statements.Select(s => HtmlPart.Of($"<li>{s.Text} {Marks(s.Sources)}{(s.Quoted is null ? null : HtmlPart.Of($"<blockquote>“{s.Quoted}”</blockquote>"))}</li>\n"))}</ul>\n");
        return part.Add($"</section>\n");
    }

    private static IEnumerable<HtmlPart> Marks(ImmutableArray<int> sources) => sources.Select(n => HtmlPart.Of($"<a class=\"mark\" href=\"#s{n}\">[{n}]</a>"));
}
