using System.Collections.Immutable;
using System.Globalization;
using System.Text;
using Entente.Briefings;
using Entente.Measures;
using Entente.Measures.Breaks;
using Entente.Web.Html;

namespace Entente.Web.Charts;

/// <summary>One line of the chart.</summary>
/// <param name="Name">What it shows.</param>
/// <param name="FirstYear">Year of the first score.</param>
/// <param name="Scores">A score a year.</param>
internal sealed record HistoryLine(string Name, int FirstYear, ImmutableArray<ScoreBand> Scores)
{
    public int LastYear => FirstYear + Scores.Length - 1;

    public static HistoryLine Of(string name, AlignmentHistory history, Dimension? line) =>
        new(name, history.FirstYear, [.. Enumerable.Range(history.FirstYear, history.LastYear - history.FirstYear + 1).Select(y => history.Score(y, line))]);
}

/// <summary>Scores by year with their 90 % intervals, rifts and rapprochements below, phases of the record behind. SVG without script.</summary>
internal static class HistoryChart
{
    private const double Left = 34, Right = 710, Top = 34, Bottom = 234;

    /// <summary>Style for a chart that stands alone; a page has its own.</summary>
    private const string Style = "text{font:12px system-ui,sans-serif;fill:#55606b}.l{fill:none;stroke:#0b5cad;stroke-width:2}.l.two{stroke:#a4510a;stroke-dasharray:6 3}.g{stroke:#d9dde2}.mid{stroke:#55606b;stroke-dasharray:2 3}.band{fill:#0b5cad2b}.band.two{fill:#a4510a26}.rift{fill:#b3261e;opacity:.1}.tie{fill:#1b7a3d;opacity:.1}.riftt,.riftm{fill:#b3261e}.tiet,.tiem{fill:#1b7a3d}";

    /// <summary>Draws the chart.</summary>
    /// <param name="lines">One or two.</param>
    /// <param name="breaks">Turns of the first line's dyad.</param>
    /// <param name="phases">Phases of the first line's dyad.</param>
    /// <param name="addressOf">Where a turn leads; null for a chart that stands alone.</param>
    /// <param name="title">Title of a chart that stands alone.</param>
    public static HtmlPart Draw(IReadOnlyList<HistoryLine> lines, IReadOnlyList<Break> breaks, IReadOnlyList<PhaseLine> phases, Func<Break, string>? addressOf, string title)
    {
        int first = lines.Min(l => l.FirstYear), last = lines.Max(l => l.LastYear);
        double X(double year) => Left + ((year - first) / Math.Max(1, last - first) * (Right - Left));
        static double Y(double score) => Top + ((100 - score) / 100 * (Bottom - Top));
        var svg = new HtmlPart();
        svg.Add($"<svg xmlns=\"http://www.w3.org/2000/svg\" viewBox=\"0 0 720 282\" role=\"{(addressOf is null ? "img" : "group")}\" aria-label=\"{title}, {first} to {last}; the table below has the numbers\">\n");
        if (addressOf is null) svg.Add($"<title>{title}</title><style>{HtmlPart.Made(Style)}</style><rect width=\"720\" height=\"282\" fill=\"#fff\"/>\n");
        int row = 0;
        foreach (PhaseLine p in phases.Where(p => p.Kind != PhaseKind.Normalization && p.FirstYear <= last && (p.LastYear ?? last) >= first))
        {
            double from = X(Math.Clamp(p.FirstYear, first, last)), to = X(Math.Clamp((p.LastYear ?? last) + 1, first, last));
            if (to <= from) continue;
            string kind = p.Kind == PhaseKind.Rift ? "rift" : "tie";
            svg.Add($"<rect class=\"{kind}\" x=\"{from:0.#}\" y=\"{Top}\" width=\"{to - from:0.#}\" height=\"{Bottom - Top}\"><title>{p.Name}</title></rect>");
            // Names of neighbours would run into each other: they take turns above the chart.
            if (to - from > 60) svg.Add($"<text class=\"{kind}t\" x=\"{from + 2:0.#}\" y=\"{(row++ % 2 == 0 ? 12 : 27)}\">{p.Kind.ToString()} {p.FirstYear}–{(p.LastYear is { } end ? HtmlPart.Of($"{end}") : null)}</text>\n");
        }
        foreach (int score in (int[])[0, 25, 50, 75, 100])
            svg.Add($"<line class=\"{(score == 50 ? "mid" : "g")}\" x1=\"{Left}\" x2=\"{Right}\" y1=\"{Y(score):0.#}\" y2=\"{Y(score):0.#}\"/><text x=\"28\" y=\"{Y(score) + 4:0.#}\" text-anchor=\"end\">{score}</text>\n");
        int step = last - first > 30 ? 10 : last - first > 12 ? 5 : 2;
        for (int year = (first + step - 1) / step * step; year <= last; year += step)
            svg.Add($"<text x=\"{X(year):0.#}\" y=\"278\" text-anchor=\"middle\">{year}</text>\n");
        foreach ((int i, HistoryLine line) in lines.Index())
            svg.Add($"<path class=\"band{(i == 1 ? " two" : "")}\" d=\"{Band(line, X, Y)}\"/><path class=\"l{(i == 1 ? " two" : "")}\" d=\"{Path(line.Scores.Select((s, n) => (X(line.FirstYear + n), Y(s.Mean))))}\"/>\n");
        foreach (Break b in breaks.Where(b => b.Year >= first && b.Year <= last)) Turn(svg, b, X(b.Year), addressOf);
        return svg.Add($"</svg>");
    }

    private static void Turn(HtmlPart svg, Break b, double x, Func<Break, string>? addressOf)
    {
        bool rift = b.Turn == Measures.Breaks.Turn.Rift;
        string name = string.Create(CultureInfo.InvariantCulture, $"{b.Year}: {(rift ? "rift" : "rapprochement")}, probability {b.Probability:0.00}{(b.Signals.IsDefaultOrEmpty ? "" : "; " + b.Signals[0].Label)}");
        var mark = HtmlPart.Of($"<path class=\"{(rift ? "riftm" : "tiem")}\" d=\"{(rift ? string.Create(CultureInfo.InvariantCulture, $"M{x - 7:0.#} 242h14l-7 13z") : string.Create(CultureInfo.InvariantCulture, $"M{x - 7:0.#} 255h14l-7 -13z"))}\"><title>{name}</title></path>");
        if (addressOf is null) svg.Add(mark);
        else svg.Add($"<a href=\"{addressOf(b)}\" aria-label=\"{name}; why\">{mark}<rect class=\"hit\" x=\"{x - 10:0.#}\" y=\"236\" width=\"20\" height=\"24\"><title>{name}</title></rect></a>");
        svg.Add($"\n");
    }

    private static string Path(IEnumerable<(double X, double Y)> points)
    {
        var path = new StringBuilder();
        foreach ((double x, double y) in points) path.Append(CultureInfo.InvariantCulture, $"{(path.Length == 0 ? 'M' : 'L')}{x:0.#} {y:0.#}");
        return path.ToString();
    }

    private static string Band(HistoryLine line, Func<double, double> x, Func<double, double> y) =>
        Path(line.Scores.Select((s, n) => (x(line.FirstYear + n), y(s.High90))).Concat(line.Scores.Select((s, n) => (x(line.FirstYear + n), y(s.Low90))).Reverse())) + "Z";
}
