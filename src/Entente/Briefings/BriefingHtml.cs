using System.Collections.Immutable;
using System.Globalization;
using System.Net;
using System.Text;

namespace Entente.Briefings;

/// <summary>A briefing as one self-contained HTML file: no script, no request to anywhere, light and dark, prints well.</summary>
public static class BriefingHtml
{
    private const string Style = """
        :root{color-scheme:light dark;--ink:#1b1f24;--dim:#56606a;--paper:#fff;--card:#f5f7f9;--line:#d5dae0;--accent:#0b5cad;--two:#a4510a;--band:#0b5cad2e;--bad:#b3261e;--good:#1b7a3d}
        @media(prefers-color-scheme:dark){:root{--ink:#e6e9ec;--dim:#a3adb7;--paper:#14171a;--card:#1c2126;--line:#343b42;--accent:#7db7f0;--two:#f0b27d;--band:#7db7f038;--bad:#f2928c;--good:#7fd09a}}
        *{box-sizing:border-box}body{font:17px/1.55 Georgia,'Times New Roman',serif;color:var(--ink);background:var(--paper);max-width:50rem;margin:2rem auto;padding:0 1rem}
        h1{font-size:2.1rem;line-height:1.15;margin:0}h2{font-size:1.25rem;margin:2.4rem 0 .6rem;padding-bottom:.2rem;border-bottom:1px solid var(--line)}
        .asof,.note,caption,figcaption,summary,.src,.key,.num{color:var(--dim);font:13px/1.45 system-ui,sans-serif}.lead{font-size:1.25rem;line-height:1.4}
        .wide{overflow-x:auto}table{border-collapse:collapse;width:100%;font:14px/1.4 system-ui,sans-serif}caption{text-align:left;padding:.3rem 0}td,th{padding:.3rem .6rem .3rem 0;text-align:left;border-bottom:1px solid var(--line);vertical-align:top}thead th{color:var(--dim);font-weight:600}th[scope=row]{font-weight:600}th.n{text-align:right}td.n{text-align:right;font-variant-numeric:tabular-nums;white-space:nowrap}
        figure{margin:1rem 0;padding:.8rem;background:var(--card);border-radius:8px}svg{display:block;width:100%;height:auto}svg text{font:12px system-ui,sans-serif;fill:var(--dim)}svg .b{font-weight:700;fill:var(--ink)}svg .n{fill:var(--ink)}
        .l{fill:none;stroke:var(--accent);stroke-width:2;stroke-linejoin:round}.two{stroke:var(--two);stroke-dasharray:6 3}.g{stroke:var(--line)}.mid{stroke:var(--dim);stroke-dasharray:2 3}.band{fill:var(--band)}.dot{fill:var(--accent);stroke:var(--paper);stroke-width:2}
        .rift{fill:var(--bad);opacity:.13}.tie{fill:var(--good);opacity:.12}svg .riftt{fill:var(--bad);font-size:11px}svg .tiet{fill:var(--good);font-size:11px}.spark{width:9rem;height:1.5rem}
        .key b{display:inline-block;width:1.6rem;border-top:3px solid var(--accent);vertical-align:middle}.key b+span+b{border-top:3px dashed var(--two)}
        li{margin:.45rem 0}blockquote{margin:.2rem 0 0;padding-left:.8rem;border-left:3px solid var(--line);color:var(--dim);font-size:.95rem}a{color:var(--accent);text-decoration:none}a:hover{text-decoration:underline}a:focus-visible,summary:focus-visible{outline:2px solid var(--accent)}
        summary{cursor:pointer;padding:.3rem 0}.src li,code{overflow-wrap:anywhere}code{font-size:12px}
        @media(max-width:34rem){body{font-size:16px;margin:1rem auto}h1{font-size:1.6rem}.lead{font-size:1.1rem}figure{padding:.4rem}svg text{font-size:20px}svg .riftt,svg .tiet{font-size:14px}td.note{min-width:11rem}.spark{width:6rem}}
        @media print{:root{color-scheme:light;--ink:#000;--dim:#444;--paper:#fff;--card:#fff;--line:#bbb;--accent:#0b5cad;--two:#a4510a;--band:#0b5cad2e;--bad:#b3261e;--good:#1b7a3d}body{margin:0;max-width:none;font-size:10.5pt}h2{break-after:avoid}li,tr,figure,blockquote{break-inside:avoid}figure{border:1px solid var(--line)}*{print-color-adjust:exact}}
        """;

    /// <summary>Renders the briefing.</summary>
    public static string Render(Briefing briefing)
    {
        ArgumentNullException.ThrowIfNull(briefing);
        var html = new StringBuilder();
        string title = $"{briefing.NameA} – {briefing.NameB}";
        html.Append(CultureInfo.InvariantCulture, $"""
            <!doctype html>
            <html lang="en">
            <head>
            <meta charset="utf-8">
            <meta name="viewport" content="width=device-width,initial-scale=1">
            <meta http-equiv="Content-Security-Policy" content="default-src 'none'; style-src 'unsafe-inline'">
            <title>{E(title)}, as of {briefing.AsOf:yyyy-MM-dd}</title>
            <style>{Style}</style>
            </head>
            <body>
            <header>
            <h1>{E(title)}</h1>
            <p class="asof">As of {briefing.AsOf:yyyy-MM-dd} · method {E(briefing.Method)}</p>
            <p class="lead">{E(briefing.Headline)}</p>
            </header>
            <main>

            """);
        Scores(html, briefing);
        History(html, briefing);
        Phases(html, briefing);
        for (int i = 0; i < briefing.Sections.Length; i++) Section(html, briefing.Sections[i], i);
        html.Append("<section aria-labelledby=\"limits\"><h2 id=\"limits\">What this briefing does not know</h2>\n<ul>\n");
        foreach (string limit in briefing.Limits) html.Append(CultureInfo.InvariantCulture, $"<li>{E(limit)}</li>\n");
        html.Append("</ul></section>\n</main>\n<footer>\n<h2 id=\"sources\">Sources</h2>\n<ol class=\"src\">\n");
        foreach (BriefingSource s in briefing.Sources)
            html.Append(CultureInfo.InvariantCulture, $"<li id=\"s{s.Number}\" value=\"{s.Number}\">{E(s.Text)} — {E(s.Detail)}{(s.Id is null || s.Kind != "text" ? "" : $" <code>entente explain {E(s.Id)}</code>")}</li>\n");
        html.Append("</ol>\n<h2 id=\"how\">How it knows</h2>\n<p class=\"note\">Each number can be asked for its inputs, rule and data; the command computes it again.</p>\n<ul class=\"num\">\n");
        foreach (string id in briefing.Scores.Select(s => s.Id).Concat(briefing.Sections.SelectMany(s => s.Series).Select(s => s.Id)).OfType<string>())
            html.Append(CultureInfo.InvariantCulture, $"<li><code>entente explain '{E(id)}'</code></li>\n");
        html.Append("</ul>\n</footer>\n</body>\n</html>\n");
        return html.ToString();
    }

    private static void Scores(StringBuilder html, Briefing briefing)
    {
        html.Append(CultureInfo.InvariantCulture, $"<section aria-label=\"Scores\">\n<figure>{BriefingCharts.Scores(briefing.Scores)}\n<figcaption>Alignment from 0 (hostile) to 100 (allied); the bars are 90 % intervals.</figcaption></figure>\n");
        html.Append("<div class=\"wide\"><table><thead><tr><th scope=\"col\">Line</th><th scope=\"col\" class=\"n\">Year</th><th scope=\"col\" class=\"n\">Score</th><th scope=\"col\" class=\"n\">90 % interval</th><th scope=\"col\" class=\"n\">Inputs</th><th scope=\"col\">Note</th></tr></thead><tbody>\n");
        foreach (ScoreLine s in briefing.Scores)
        {
            string score = s.Value is { } v ? v.ToString("0", CultureInfo.InvariantCulture) : "unknown";
            string interval = s.Value is null ? "" : string.Create(CultureInfo.InvariantCulture, $"{s.Low:0}–{s.High:0}");
            html.Append(CultureInfo.InvariantCulture,
                $"<tr><th scope=\"row\">{E(s.Label)}</th><td class=\"n\">{s.Year}</td><td class=\"n\">{score}</td><td class=\"n\">{interval}</td><td class=\"n\">{s.InputsPresent} of {s.InputsAsked}</td><td class=\"note\">{E(s.Note)} {Marks(s.Sources)}</td></tr>\n");
        }
        html.Append("</tbody></table></div></section>\n");
    }

    private static void History(StringBuilder html, Briefing briefing)
    {
        if (briefing.History.Values.Count(v => v.HasValue) < 2) return;
        html.Append(CultureInfo.InvariantCulture, $"<section aria-labelledby=\"years\"><h2 id=\"years\">The score over the years</h2>\n<figure>{BriefingCharts.History(briefing.History, briefing.Phases)}\n");
        html.Append("<figcaption>Overall score by year with its 90 % interval; red: rifts, green: partnerships and alliances of the record. A year without inputs is left open.</figcaption></figure>\n");
        html.Append("<details><summary>The numbers</summary><div class=\"wide\"><table><thead><tr><th scope=\"col\" class=\"n\">Year</th><th scope=\"col\" class=\"n\">Score</th><th scope=\"col\" class=\"n\">90 % interval</th></tr></thead><tbody>\n");
        for (int i = 0; i < briefing.History.Values.Length; i++)
        {
            string interval = i < briefing.History.Low.Length && briefing.History.Low[i] is { } low ? string.Create(CultureInfo.InvariantCulture, $"{low:0}–{briefing.History.High[i]:0}") : "";
            html.Append(CultureInfo.InvariantCulture, $"<tr><th scope=\"row\">{briefing.History.FirstYear + i}</th><td class=\"n\">{(briefing.History.Values[i] is { } v ? v.ToString("0", CultureInfo.InvariantCulture) : "unknown")}</td><td class=\"n\">{interval}</td></tr>\n");
        }
        html.Append("</tbody></table></div></details></section>\n");
    }

    private static void Phases(StringBuilder html, Briefing briefing)
    {
        if (briefing.Phases.IsEmpty) return;
        html.Append("<section aria-labelledby=\"phases\"><h2 id=\"phases\">Rifts and rapprochements in the record</h2>\n<ul>\n");
        foreach (PhaseLine p in briefing.Phases) html.Append(CultureInfo.InvariantCulture, $"<li>{E(p.Name)} {Marks(p.Sources)}</li>\n");
        html.Append("</ul></section>\n");
    }

    private static void Section(StringBuilder html, BriefingSection section, int number)
    {
        html.Append(CultureInfo.InvariantCulture, $"<section aria-labelledby=\"part{number}\"><h2 id=\"part{number}\">{E(section.Heading)}</h2>\n");
        if (!section.Series.IsEmpty)
        {
            if (section.Series.Where(s => s.Indicator == "trade_dependence").ToArray() is [var one, var other])
                html.Append(CultureInfo.InvariantCulture, $"<figure>{BriefingCharts.Directed(one, other)}\n<figcaption class=\"key\"><b></b> <span>{E(one.Label)}</span> &nbsp; <b></b> <span>{E(other.Label)}</span> ({E(one.Unit)})</figcaption></figure>\n");
            html.Append("<div class=\"wide\"><table><thead><tr><th scope=\"col\">Indicator</th><th scope=\"col\">Course</th><th scope=\"col\" class=\"n\">Last</th><th scope=\"col\">Unit, year, years known</th></tr></thead><tbody>\n");
            foreach (IndicatorSeries s in section.Series)
                html.Append(CultureInfo.InvariantCulture,
                    $"<tr><th scope=\"row\">{E(s.Label)}</th><td>{BriefingCharts.Spark(s)}</td><td class=\"n\">{s.Last:0.###}</td><td class=\"note\">{E(s.Unit)}, {s.LastKnownYear}; {s.FirstKnownYear}–{s.LastKnownYear}, {s.Share:P0} {Mark(s.Source)}</td></tr>\n");
            html.Append("</tbody></table></div>\n");
        }
        if (section.Silence is not null) html.Append(CultureInfo.InvariantCulture, $"<p class=\"note\">{E(section.Silence)}</p>\n");
        if (!section.Statements.IsEmpty)
        {
            html.Append("<ul>\n");
            foreach (BriefingStatement s in section.Statements)
                html.Append(CultureInfo.InvariantCulture, $"<li>{E(s.Text)} {Marks(s.Sources)}{(s.Quoted is null ? "" : $"<blockquote>“{E(s.Quoted)}”</blockquote>")}</li>\n");
            html.Append("</ul>\n");
        }
        html.Append("</section>\n");
    }

    private static string Marks(ImmutableArray<int> sources) => string.Concat(sources.Select(Mark));

    private static string Mark(int n) => string.Create(CultureInfo.InvariantCulture, $"<a href=\"#s{n}\">[{n}]</a>");

    private static string E(string text) => WebUtility.HtmlEncode(text);
}
