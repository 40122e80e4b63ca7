using Entente.Measures;
using Entente.Questions;
using Entente.Web.Errors;
using Entente.Web.Html;

namespace Entente.Web.Pages.Dyad;

/// <summary>Why the score changed between two years: what each indicator did, in points that add up.</summary>
internal static class DyadChange
{
    /// <summary>Parts smaller than this are summed in one line.</summary>
    private const double Least = 0.05;

    public static HtmlPart Section(DyadQuestion question, AlignmentHistory history)
    {
        (int from, int to) = question.Why ?? (Math.Max(history.FirstYear, history.LastYear - 10), history.LastYear);
        if (!history.Covers(from) || !history.Covers(to)) throw new QuestionException($"The record of {question.Dyad} reaches from {history.FirstYear} to {history.LastYear}.");
        var html = HtmlPart.Of($"""
            <section aria-labelledby="why"><h2 id="why">Why did it change?</h2>
            <form class="inline" action="{question.Address().Split('?')[0]}#why" method="get">
            {Kept(question)}
            <label for="from">From</label><input id="from" name="from" type="number" min="{history.FirstYear}" max="{history.LastYear - 1}" value="{from}">
            <label for="to">to</label><input id="to" name="to" type="number" min="{history.FirstYear + 1}" max="{history.LastYear}" value="{to}">
            <button type="submit">Explain</button></form>

            """);
        if (from >= to) return html.Add($"<p class=\"note\">There is only one year.</p></section>\n");
        double then = history.Score(from, question.Line).Mean, now = history.Score(to, question.Line).Mean;
        var parts = history.Change(from, to, question.Line).OrderByDescending(p => Math.Abs(p.Points)).ToList();
        var shown = parts.Where(p => Math.Abs(p.Points) >= Least).ToList();
        double rest = parts.Where(p => Math.Abs(p.Points) < Least).Sum(p => p.Points), most = Math.Max(1, shown.Select(p => Math.Abs(p.Points)).DefaultIfEmpty(0).Max());
        html.Add($"<p>{(question.Line is null ? "Overall" : question.Line.ToString())}: {then:0.0} in {from}, {now:0.0} in {to}, a change of <strong class=\"{(now < then ? "down" : "up")}\">{now - then:+0.0;−0.0;0.0}</strong> points.</p>\n");
        html.Add($"<div class=\"wide\"><table class=\"parts\"><thead><tr><th scope=\"col\">Indicator</th><th scope=\"col\">Line</th><th scope=\"col\" class=\"n\">Points</th><th scope=\"col\"><span class=\"vh\">Drawn</span></th></tr></thead><tbody>\n");
        foreach (ScorePart p in shown)
            html.Add($"<tr><th scope=\"row\">{p.Indicator?.Label ?? "What the model expects"}</th><td>{(p.Indicator is null ? "" : Lines.NameOf(p.Indicator.Dimension))}</td><td class=\"n\">{p.Points:+0.0;−0.0;0.0}</td><td>{Bar(p.Points, most)}</td></tr>\n");
        if (parts.Count > shown.Count) html.Add($"<tr><th scope=\"row\">{parts.Count - shown.Count} others, less than {Least} each</th><td></td><td class=\"n\">{rest:+0.0;−0.0;0.0}</td><td></td></tr>\n");
        html.Add($"</tbody><tfoot><tr><th scope=\"row\">Change</th><td></td><td class=\"n\">{now - then:+0.0;−0.0;0.0}</td><td></td></tr></tfoot></table></div>\n");
        return html.Add($"<p class=\"files\"><a href=\"{(question with { Why = (from, to) }).Address()}#why\">Permalink</a> <a href=\"/data/methods\">How parts are counted</a></p></section>\n");
    }

    private static HtmlPart Bar(double points, double most)
    {
        double width = Math.Abs(points) / most * 70;
        return HtmlPart.Of($"<svg class=\"bar\" viewBox=\"0 0 144 14\" aria-hidden=\"true\"><line class=\"g\" x1=\"72\" x2=\"72\" y1=\"0\" y2=\"14\"/><rect class=\"{(points < 0 ? "riftm" : "tiem")}\" x=\"{(points < 0 ? 72 - width : 72):0.#}\" y=\"2\" width=\"{width:0.#}\" height=\"10\"/></svg>");
    }

    // The rest of the question goes along with the form.
    private static IEnumerable<HtmlPart> Kept(DyadQuestion question) => (question with { Why = null }).Address().Split('?') is [_, var query]
        ? query.Split('&').Select(p => p.Split('=', 2)).Select(p => HtmlPart.Of($"<input type=\"hidden\" name=\"{p[0]}\" value=\"{p[1]}\">"))
        : [];
}
