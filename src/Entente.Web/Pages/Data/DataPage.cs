using Entente.Briefings;
using Entente.Questions;
using Entente.Record;
using Entente.Web.Errors;
using Entente.Web.Html;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;

namespace Entente.Web.Pages.Data;

/// <summary>What the numbers rest on: datasets with versions, coverage, licences and citations; methods; and where a single number comes from.</summary>
internal static class DataPage
{
    public static void Map(IEndpointRouteBuilder app)
    {
        app.MapGet("/data", (Answers answers) => Show(answers));
        app.MapGet("/data/cite.bib", (Answers answers) => TaggedResult.Text(string.Concat(answers.Panel.Record.Datasets.Select(BibTex.Of)), "application/x-bibtex", "entente.bib"));
        app.MapGet("/data/number", (HttpRequest request, Answers answers) => Number(request, answers));
        app.MapGet("/data/{name}", (string name) => MethodText.Find(name) is { } text ? Layout.Page("/data", text.Title, HtmlPart.Of($"<article class=\"doc\">{text.Body}</article>")) : Results.NotFound());
    }

    private static TaggedResult Show(Answers answers)
    {
        IReadOnlyList<DatasetInfo> datasets = answers.Panel.Record.Datasets;
        (int first, int last) = (answers.Panel.Record.FirstYear, answers.Panel.Record.LastYear);
        var body = HtmlPart.Of($"""
            <h1>Data and methods</h1>
            <p class="lead">{Indicators.All.Length} indicators of every pair of states, {first} to {last}, from {datasets.Count} published datasets.</p>
            <p class="files"><a href="/data/methods">Methods</a> <a href="/data/codebook">Codebook</a> <a href="/data/glossary">Words</a> <a href="/data/cite.bib" download>Cite (BibTeX)</a></p>
            <section aria-labelledby="indicators"><h2 id="indicators">Indicators</h2>
            <div class="wide"><table><thead><tr><th scope="col">Indicator</th><th scope="col">Line</th><th scope="col">What it measures</th><th scope="col">Years</th><th scope="col">From</th></tr></thead><tbody>

            """);
        foreach (Indicator i in Indicators.All)
        {
            DatasetInfo[] behind = [.. IndicatorDatasets.Of(i, datasets)];
            body.Add($"<tr><th scope=\"row\">{i.Label}</th><td>{Lines.NameOf(i.Dimension)}</td><td class=\"note\">{i.Meaning} <span class=\"unit\">({i.Unit})</span></td><td class=\"d\">{(behind.Length == 0 ? HtmlPart.Of($"not imported") : HtmlPart.Of($"{Math.Max(1816, behind.Min(d => d.FirstYear))}–{behind.Max(d => d.LastYear)}"))}</td><td>{behind.Select((d, n) => HtmlPart.Of($"{(n > 0 ? ", " : "")}<a href=\"#d-{d.Id}\">{d.Id}</a>"))}</td></tr>\n");
        }
        body.Add($"</tbody></table></div>\n{Coverage(datasets, first, last)}</section>\n<section aria-labelledby=\"datasets\"><h2 id=\"datasets\">Datasets</h2>\n");
        foreach (DatasetInfo d in datasets)
            body.Add($"""
                <article class="card" id="d-{d.Id}"><h3>{d.Name}</h3><dl>
                <div><dt>Version</dt><dd>{d.Version}</dd></div><div><dt>Covers</dt><dd>{d.FirstYear}–{d.LastYear}, {d.Rows:N0} rows</dd></div><div><dt>Licence</dt><dd>{d.Licence}</dd></div>
                <div><dt>Cite</dt><dd>{d.Citation}</dd></div><div><dt>File</dt><dd><code>{d.Id}</code>{(d.Sha256 is null ? null : HtmlPart.Of($", sha256 <code>{d.Sha256}</code>"))}</dd></div></dl></article>

                """);
        return Layout.Page("/data", "Data and methods", body.Add($"</section>"));
    }

    private static HtmlPart Coverage(IReadOnlyList<DatasetInfo> datasets, int first, int last)
    {
        first = Math.Max(first, 1946);
        double X(int year) => 190 + ((Math.Clamp(year, first, last + 1) - first) / (double)(last + 1 - first) * 520);
        int height = (Indicators.All.Length * 20) + 30;
        var svg = HtmlPart.Of($"<svg viewBox=\"0 0 720 {height}\" role=\"img\" aria-label=\"Years covered by each indicator since {first}; the table above has them\">\n");
        foreach ((int row, Indicator i) in Indicators.All.Index())
        {
            svg.Add($"<text class=\"n\" x=\"0\" y=\"{(row * 20) + 15}\">{i.Label}</text>");
            foreach (DatasetInfo d in IndicatorDatasets.Of(i, datasets).Where(d => d.LastYear >= first))
                svg.Add($"<rect class=\"cover\" x=\"{X(d.FirstYear):0.#}\" y=\"{(row * 20) + 4}\" width=\"{Math.Max(2, X(d.LastYear + 1) - X(d.FirstYear)):0.#}\" height=\"13\" rx=\"3\"><title>{d.Id} {d.FirstYear}–{d.LastYear}</title></rect>");
            svg.Add($"\n");
        }
        for (int year = (first + 9) / 10 * 10; year <= last; year += 10) svg.Add($"<text x=\"{X(year):0.#}\" y=\"{height - 4}\" text-anchor=\"middle\">{year}</text>");
        return HtmlPart.Of($"<figure class=\"chart\">{svg.Add($"</svg>")}<figcaption>Years for which each indicator has a dataset. A year without one is unknown, never zero.</figcaption></figure>\n");
    }

    private static TaggedResult Number(HttpRequest request, Answers answers)
    {
        string text = request.Query.Text("id") ?? throw new QuestionException("Name a number: /data/number?id=score:CHN-RUS:overall:2021@2022-09-20.");
        NumberId id = NumberId.TryParse(text) ?? throw new QuestionException($"'{text}' names no number: write it as score:CHN-RUS:overall:2021@2022-09-20 or panel:vote_agreement:CHN-RUS:2019.");
        NumberExplanation explained = NumberExplanation.Of(id, answers.Panel, answers.Record(id.Dyad));
        var body = HtmlPart.Of($"<article><p class=\"kicker\">Where a number comes from</p><h1>{explained.Title}</h1>\n<p class=\"lead\">{explained.Value}</p>\n<dl class=\"facts\">{explained.Facts.Select(f => HtmlPart.Of($"<div><dt>{f.Name}</dt><dd>{f.Value}</dd></div>\n"))}</dl>\n");
        if (explained.Inputs.Count > 0)
        {
            body.Add($"<h2>Inputs</h2><div class=\"wide\"><table><thead><tr><th scope=\"col\">Indicator</th><th scope=\"col\" class=\"n\">Value</th><th scope=\"col\" class=\"n\">Year</th><th scope=\"col\" class=\"n\">Points</th><th scope=\"col\" class=\"n\">Weight</th><th scope=\"col\">Datasets</th></tr></thead><tbody>\n");
            foreach (NumberInput i in explained.Inputs)
                body.Add($"<tr><th scope=\"row\">{i.Label}</th><td class=\"n\">{i.Value}</td><td class=\"n\">{i.Year}</td><td class=\"n\">{i.Points}</td><td class=\"n\">{i.Weight}</td><td class=\"note\">{i.Datasets}</td></tr>\n");
            body.Add($"</tbody></table></div>\n");
        }
        if (explained.Rows.Count > 0) body.Add($"<h2>Rows</h2><ul>{explained.Rows.Select(r => HtmlPart.Of($"<li>{r}</li>\n"))}</ul>\n");
        body.Add($"<p class=\"{(explained.Same is false ? "alert" : "note")}\">{explained.Again}</p>\n<p class=\"note\">On the command line: <code>entente explain '{text}'</code>. <a href=\"/dyad/{id.Dyad}\">{id.Dyad}</a> · <a href=\"/data/methods\">Methods</a></p></article>");
        return Layout.Page("/data", explained.Title, body);
    }
}
