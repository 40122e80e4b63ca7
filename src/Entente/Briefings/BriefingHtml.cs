using System.Collections.Immutable;
using System.Globalization;
using System.Net;
using System.Text;
using Entente.Measures;

namespace Entente.Briefings;

/// <summary>A briefing as one self-contained HTML file: no script, no request to anywhere, light and dark, prints well.</summary>
public static class BriefingHtml
{
    private const string Style = """
        :root{color-scheme:light dark;--ink:#1b1f24;--dim:#5c6670;--paper:#fff;--line:#d5dae0;--accent:#0b5cad;--band:#0b5cad33;--bad:#b3261e;--good:#1b7a3d}
        @media(prefers-color-scheme:dark){:root{--ink:#e6e9ec;--dim:#9aa5b0;--paper:#14171a;--line:#343b42;--accent:#7db7f0;--band:#7db7f033;--bad:#f2928c;--good:#7fd09a}}
        body{font:17px/1.55 Georgia,'Times New Roman',serif;color:var(--ink);background:var(--paper);max-width:46rem;margin:2rem auto;padding:0 1rem}
        h1{font-size:2rem;line-height:1.15;margin:0}h2{font-size:1.25rem;margin:2.2rem 0 .6rem;border-bottom:1px solid var(--line)}
        .asof,.note,caption,figcaption,.src{color:var(--dim);font:13px/1.45 system-ui,sans-serif}.lead{font-size:1.2rem}
        table{border-collapse:collapse;width:100%;font:14px/1.4 system-ui,sans-serif}td,th{padding:.3rem .5rem;text-align:left;border-bottom:1px solid var(--line);vertical-align:top}td.n{text-align:right;font-variant-numeric:tabular-nums}
        svg{display:block;width:100%;height:auto}svg text{font:11px system-ui,sans-serif;fill:var(--dim)}.l{fill:none;stroke:var(--accent);stroke-width:1.8}.g{stroke:var(--line)}.rift{fill:var(--bad);opacity:.16}.tie{fill:var(--good);opacity:.13}
        figure{margin:1rem 0}.spark{width:9rem;height:1.6rem}li{margin:.35rem 0}a{color:var(--accent);text-decoration:none}a:focus-visible{outline:2px solid}.src li{overflow-wrap:anywhere}
        @media print{body{margin:0;max-width:none;font-size:11pt}h2{break-after:avoid}li,tr,figure{break-inside:avoid}}
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
            <h1>{E(title)}</h1>
            <p class="asof">As of {briefing.AsOf:yyyy-MM-dd} · method {E(briefing.Method)}</p>
            <p class="lead">{E(briefing.Headline)}</p>

            """);
        Scores(html, briefing);
        Chart(html, briefing);
        Phases(html, briefing);
        foreach (BriefingSection s in briefing.Sections) Section(html, s);
        html.Append("<h2>What this briefing does not know</h2>\n<ul>\n");
        foreach (string limit in briefing.Limits) html.Append(CultureInfo.InvariantCulture, $"<li>{E(limit)}</li>\n");
        html.Append("</ul>\n<h2>Sources</h2>\n<ol class=\"src\">\n");
        foreach (BriefingSource s in briefing.Sources)
            html.Append(CultureInfo.InvariantCulture, $"<li id=\"s{s.Number}\">{E(s.Text)} — {E(s.Detail)}{(s.Id is null ? "" : $" <code>{E(s.Id)}</code>")}</li>\n");
        html.Append("</ol>\n</body>\n</html>\n");
        return html.ToString();
    }

    private static void Scores(StringBuilder html, Briefing briefing)
    {
        html.Append("<table><caption>Alignment, 0 (hostile) to 100 (allied), with 90 % interval</caption><thead><tr><th>Line</th><th>Year</th><th>Score</th><th>Interval</th><th>Inputs</th><th>Note</th></tr></thead><tbody>\n");
        foreach (ScoreLine s in briefing.Scores)
        {
            string score = s.Value is { } v ? v.ToString("0", CultureInfo.InvariantCulture) : "unknown";
            string interval = s.Value is null ? "" : string.Create(CultureInfo.InvariantCulture, $"{s.Low:0}–{s.High:0}");
            html.Append(CultureInfo.InvariantCulture,
                $"<tr><th scope=\"row\">{E(s.Label)}</th><td class=\"n\">{s.Year}</td><td class=\"n\">{score}</td><td class=\"n\">{interval}</td><td>{s.InputsPresent} of {s.InputsAsked}</td><td class=\"note\">{E(s.Note)} {Marks(s.Sources)}</td></tr>\n");
        }
        html.Append("</tbody></table>\n");
    }

    private static void Chart(StringBuilder html, Briefing briefing)
    {
        ImmutableArray<double?> values = briefing.History.Values;
        if (values.Count(v => v.HasValue) < 2) return;
        int first = briefing.History.FirstYear, last = first + values.Length - 1;
        double X(double year) => 30 + (year - first) / Math.Max(1, last - first) * 680;
        double Y(double score) => 10 + (100 - score) * 1.8;
        html.Append(CultureInfo.InvariantCulture, $"<figure><svg viewBox=\"0 0 720 215\" role=\"img\" aria-label=\"Overall score by year, {first} to {last}\">\n");
        foreach (PhaseLine p in briefing.Phases.Where(p => p.Kind != PhaseKind.Normalization))
        {
            double from = X(Math.Clamp(p.FirstYear, first, last)), to = X(Math.Clamp((p.LastYear ?? last) + 1, first, last));
            if (to > from) html.Append(CultureInfo.InvariantCulture, $"<rect class=\"{(p.Kind == PhaseKind.Rift ? "rift" : "tie")}\" x=\"{from:0.#}\" y=\"10\" width=\"{to - from:0.#}\" height=\"180\"><title>{E(p.Name)}</title></rect>\n");
        }
        foreach (int score in (int[])[0, 25, 50, 75, 100])
            html.Append(CultureInfo.InvariantCulture, $"<line class=\"g\" x1=\"30\" x2=\"710\" y1=\"{Y(score):0.#}\" y2=\"{Y(score):0.#}\"/><text x=\"4\" y=\"{Y(score) + 4:0.#}\">{score}</text>\n");
        for (int year = (first + 9) / 10 * 10; year <= last; year += 10)
            html.Append(CultureInfo.InvariantCulture, $"<text x=\"{X(year):0.#}\" y=\"207\" text-anchor=\"middle\">{year}</text>\n");
        html.Append(CultureInfo.InvariantCulture, $"<path class=\"l\" d=\"{Path(values, i => X(first + i), Y)}\"/>\n</svg>\n<figcaption>Overall score by year; red: rifts, green: partnerships and alliances found in the record. Years without inputs are left open.</figcaption></figure>\n");
    }

    private static string Path(ImmutableArray<double?> values, Func<int, double> x, Func<double, double> y)
    {
        var path = new StringBuilder();
        bool open = false;
        for (int i = 0; i < values.Length; i++)
        {
            if (values[i] is not { } value)
            {
                open = false;
                continue;
            }
            path.Append(CultureInfo.InvariantCulture, $"{(open ? 'L' : 'M')}{x(i):0.#} {y(value):0.#}");
            open = true;
        }
        return path.ToString();
    }

    private static void Phases(StringBuilder html, Briefing briefing)
    {
        if (briefing.Phases.IsEmpty) return;
        html.Append("<h2>Rifts and rapprochements in the record</h2>\n<ul>\n");
        foreach (PhaseLine p in briefing.Phases) html.Append(CultureInfo.InvariantCulture, $"<li>{E(p.Name)} {Marks(p.Sources)}</li>\n");
        html.Append("</ul>\n");
    }

    private static void Section(StringBuilder html, BriefingSection section)
    {
        html.Append(CultureInfo.InvariantCulture, $"<h2>{E(section.Heading)}</h2>\n");
        if (section.Series.IsEmpty && section.Statements.IsEmpty) html.Append("<p class=\"note\">Nothing found.</p>\n");
        if (!section.Series.IsEmpty)
        {
            html.Append("<table><tbody>\n");
            foreach (IndicatorSeries s in section.Series)
                html.Append(CultureInfo.InvariantCulture,
                    $"<tr><td>{E(s.Label)}</td><td>{Spark(s)}</td><td class=\"n\">{s.Values[s.LastKnownYear - s.FirstYear]:0.###}</td><td class=\"note\">{E(s.Unit)}, {s.LastKnownYear} {Mark(s.Source)}</td></tr>\n");
            html.Append("</tbody></table>\n");
        }
        if (section.Statements.IsEmpty) return;
        html.Append("<ul>\n");
        foreach (BriefingStatement s in section.Statements) html.Append(CultureInfo.InvariantCulture, $"<li>{E(s.Text)} {Marks(s.Sources)}</li>\n");
        html.Append("</ul>\n");
    }

    private static string Spark(IndicatorSeries s)
    {
        double[] known = [.. s.Values.Where(v => v.HasValue).Select(v => v!.Value)];
        double low = known.Min(), high = known.Max();
        string path = Path(s.Values, i => 2 + i * 140.0 / Math.Max(1, s.Values.Length - 1), v => high > low ? 22 - (v - low) / (high - low) * 20 : 12);
        return $"<svg class=\"spark\" viewBox=\"0 0 144 24\" role=\"img\" aria-label=\"{E(s.Label)}, {s.FirstYear.ToString(CultureInfo.InvariantCulture)} to {s.LastKnownYear.ToString(CultureInfo.InvariantCulture)}\"><path class=\"l\" d=\"{path}\"/></svg>";
    }

    private static string Marks(ImmutableArray<int> sources) => string.Concat(sources.Select(Mark));

    private static string Mark(int n) => string.Create(CultureInfo.InvariantCulture, $"<a href=\"#s{n}\">[{n}]</a>");

    private static string E(string text) => WebUtility.HtmlEncode(text);
}
