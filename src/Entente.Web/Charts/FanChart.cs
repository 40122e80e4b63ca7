using System.Globalization;
using System.Text;
using Entente.Scenarios.Simulation;
using Entente.Web.Html;

namespace Entente.Web.Charts;

/// <summary>The past of a score and two fans into the years to come, without and with what is supposed. SVG without script.</summary>
internal static class FanChart
{
    private const double Left = 34, Right = 710, Top = 14, Bottom = 244;
    private const string Style = "text{font:12px system-ui,sans-serif;fill:#55606b}.l{fill:none;stroke:#0b5cad;stroke-width:2}.l.two{stroke:#a4510a;stroke-dasharray:6 3}.l.past{stroke:#1b1f24}.g{stroke:#d9dde2}.mid{stroke:#55606b;stroke-dasharray:2 3}.band{fill:#0b5cad2b}.band.two{fill:#a4510a26}";

    /// <summary>Draws it.</summary>
    /// <param name="past">Score by year up to the origin.</param>
    /// <param name="without">Fan without the shocks.</param>
    /// <param name="with">Fan with them.</param>
    /// <param name="title">Title.</param>
    /// <param name="alone">Whether it stands alone, and brings its own style.</param>
    public static HtmlPart Draw(IReadOnlyList<(int Year, double Score)> past, IReadOnlyList<FanYear> without, IReadOnlyList<FanYear> with, string title, bool alone)
    {
        int first = past.Count > 0 ? past[0].Year : without[0].Year, last = with[^1].Year;
        double X(int year) => Left + ((year - first) / (double)Math.Max(1, last - first) * (Right - Left));
        static double Y(double score) => Top + ((100 - Math.Clamp(score, 0, 100)) / 100 * (Bottom - Top));
        var svg = HtmlPart.Of($"<svg xmlns=\"http://www.w3.org/2000/svg\" viewBox=\"0 0 720 268\" role=\"img\" aria-label=\"{title}; the table below has the numbers\">\n");
        if (alone) svg.Add($"<title>{title}</title><style>{HtmlPart.Made(Style)}</style><rect width=\"720\" height=\"268\" fill=\"#fff\"/>\n");
        foreach (int score in (int[])[0, 25, 50, 75, 100])
            svg.Add($"<line class=\"{(score == 50 ? "mid" : "g")}\" x1=\"{Left}\" x2=\"{Right}\" y1=\"{Y(score):0.#}\" y2=\"{Y(score):0.#}\"/><text x=\"28\" y=\"{Y(score) + 4:0.#}\" text-anchor=\"end\">{score}</text>\n");
        for (int year = (first + 4) / 5 * 5; year <= last; year += 5) svg.Add($"<text x=\"{X(year):0.#}\" y=\"264\" text-anchor=\"middle\">{year}</text>\n");
        (double, double)[] start = past.Count > 0 ? [(X(past[^1].Year), Y(past[^1].Score))] : [];
        foreach ((IReadOnlyList<FanYear> fan, string kind) in new[] { (without, " two"), (with, "") })
        {
            svg.Add($"<path class=\"band{kind}\" d=\"{Band(start, fan, f => f.Q5, f => f.Q95, X, Y)}\"/><path class=\"band{kind}\" d=\"{Band(start, fan, f => f.Q25, f => f.Q75, X, Y)}\"/>");
            svg.Add($"<path class=\"l{kind}\" d=\"{Path(start.Concat(fan.Select(f => (X(f.Year), Y(f.Q50)))))}\"/>\n");
        }
        return svg.Add($"<path class=\"l past\" d=\"{Path(past.Select(p => (X(p.Year), Y(p.Score))))}\"/></svg>");
    }

    private static string Band((double, double)[] start, IReadOnlyList<FanYear> fan, Func<FanYear, double> low, Func<FanYear, double> high, Func<int, double> x, Func<double, double> y) =>
        Path(start.Concat(fan.Select(f => (x(f.Year), y(high(f))))).Concat(fan.Reverse().Select(f => (x(f.Year), y(low(f)))))) + "Z";

    private static string Path(IEnumerable<(double X, double Y)> points)
    {
        var path = new StringBuilder();
        foreach ((double x, double y) in points) path.Append(CultureInfo.InvariantCulture, $"{(path.Length == 0 ? 'M' : 'L')}{x:0.#} {y:0.#}");
        return path.ToString();
    }
}
