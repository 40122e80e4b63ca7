using System.Collections.Immutable;
using System.Globalization;
using System.Net;
using System.Text;
using Entente.Measures;

namespace Entente.Briefings;

/// <summary>The charts of the HTML briefing, as SVG without script. Each stands beside a table of its numbers.</summary>
public static class BriefingCharts
{
    /// <summary>Scores with their 90 % intervals on one scale from 0 to 100.</summary>
    public static string Scores(ImmutableArray<ScoreLine> scores)
    {
        int height = 34 + (scores.Length * 30);
        static double X(double score) => 110 + (score * 5.6);
        var svg = new StringBuilder();
        svg.Append(CultureInfo.InvariantCulture, $"<svg viewBox=\"0 0 720 {height}\" role=\"img\" aria-label=\"Scores with 90 % intervals; the table below has the numbers\">\n");
        foreach (int mark in (int[])[0, 25, 50, 75, 100])
            svg.Append(CultureInfo.InvariantCulture, $"<line class=\"{(mark == 50 ? "mid" : "g")}\" x1=\"{X(mark)}\" x2=\"{X(mark)}\" y1=\"6\" y2=\"{height - 24}\"/><text x=\"{X(mark)}\" y=\"{height - 8}\" text-anchor=\"middle\">{Mark(mark)}</text>\n");
        for (int i = 0; i < scores.Length; i++)
        {
            ScoreLine s = scores[i];
            int y = 22 + (i * 30);
            svg.Append(CultureInfo.InvariantCulture, $"<text class=\"{(i == 0 ? "b" : "n")}\" x=\"0\" y=\"{y + 5}\">{E(s.Label)}</text>");
            if (s.Value is not { } value)
            {
                svg.Append(CultureInfo.InvariantCulture, $"<text x=\"{X(50)}\" y=\"{y + 4}\" text-anchor=\"middle\">unknown</text>\n");
                continue;
            }
            svg.Append(CultureInfo.InvariantCulture, $"<rect class=\"band\" x=\"{X(s.Low ?? value):0.#}\" y=\"{y - 6}\" width=\"{X(s.High ?? value) - X(s.Low ?? value):0.#}\" height=\"12\" rx=\"6\"/>");
            svg.Append(CultureInfo.InvariantCulture, $"<circle class=\"dot\" cx=\"{X(value):0.#}\" cy=\"{y}\" r=\"{(i == 0 ? 7 : 5.5)}\"/><text class=\"b\" x=\"690\" y=\"{y + 5}\">{value:0}</text>\n");
        }
        return svg.Append("</svg>").ToString();
    }

    /// <summary>The overall score by year with its interval; phases of the record stand behind it, by name.</summary>
    public static string History(ScoreSeries history, ImmutableArray<PhaseLine> phases)
    {
        int first = history.FirstYear, last = first + history.Values.Length - 1;
        double X(double year) => 34 + ((year - first) / Math.Max(1, last - first) * 676);
        static double Y(double score) => 30 + ((100 - score) * 2);
        var svg = new StringBuilder();
        svg.Append(CultureInfo.InvariantCulture, $"<svg viewBox=\"0 0 720 256\" role=\"img\" aria-label=\"Overall score by year, {first} to {last}; the table below has the numbers\">\n");
        int row = 0;
        foreach (PhaseLine p in phases.Where(p => p.Kind != PhaseKind.Normalization))
        {
            double from = X(Math.Clamp(p.FirstYear, first, last)), to = X(Math.Clamp((p.LastYear ?? last) + 1, first, last));
            if (to <= from) continue;
            string kind = p.Kind == PhaseKind.Rift ? "rift" : "tie";
            svg.Append(CultureInfo.InvariantCulture, $"<rect class=\"{kind}\" x=\"{from:0.#}\" y=\"30\" width=\"{to - from:0.#}\" height=\"200\"><title>{E(p.Name)}</title></rect>");
            // Names of neighbours would run into each other: they take turns above the chart.
            if (to - from > 40) svg.Append(CultureInfo.InvariantCulture, $"<text class=\"{kind}t\" x=\"{from + 2:0.#}\" y=\"{(row++ % 2 == 0 ? 12 : 25)}\">{E(p.Kind.ToString())} {p.FirstYear}–{p.LastYear}</text>\n");
        }
        foreach (int score in (int[])[0, 25, 50, 75, 100])
            svg.Append(CultureInfo.InvariantCulture, $"<line class=\"{(score == 50 ? "mid" : "g")}\" x1=\"34\" x2=\"710\" y1=\"{Y(score)}\" y2=\"{Y(score)}\"/><text x=\"28\" y=\"{Y(score) + 4}\" text-anchor=\"end\">{score}</text>\n");
        Years(svg, first, last, X, 248);
        svg.Append(CultureInfo.InvariantCulture, $"<path class=\"band\" d=\"{Band(history, i => X(first + i), Y)}\"/><path class=\"l\" d=\"{Path(history.Values, i => X(first + i), Y)}\"/>\n");
        return svg.Append("</svg>").ToString();
    }

    /// <summary>Two directions of one indicator on one scale, from zero.</summary>
    public static string Directed(IndicatorSeries one, IndicatorSeries other)
    {
        int first = one.FirstYear, last = Math.Max(one.LastKnownYear, other.LastKnownYear);
        double most = one.Values.Concat(other.Values).Max() is > 0 and { } high ? high : 1;
        double X(double year) => 44 + ((year - first) / Math.Max(1, last - first) * 666);
        double Y(double value) => 14 + ((1 - (value / most)) * 130);
        var svg = new StringBuilder();
        svg.Append(CultureInfo.InvariantCulture, $"<svg viewBox=\"0 0 720 168\" role=\"img\" aria-label=\"{E(one.Label)} and back, {first} to {last}; the table below has the last values\">\n");
        foreach (double part in (double[])[0, 0.5, 1])
            svg.Append(CultureInfo.InvariantCulture, $"<line class=\"g\" x1=\"44\" x2=\"710\" y1=\"{Y(part * most):0.#}\" y2=\"{Y(part * most):0.#}\"/><text x=\"38\" y=\"{Y(part * most) + 4:0.#}\" text-anchor=\"end\">{part * most:0.##}</text>\n");
        Years(svg, first, last, X, 164);
        svg.Append(CultureInfo.InvariantCulture, $"<path class=\"l\" d=\"{Path(one.Values, i => X(first + i), Y)}\"/><path class=\"l two\" d=\"{Path(other.Values, i => X(first + i), Y)}\"/>\n");
        return svg.Append("</svg>").ToString();
    }

    /// <summary>A small series for a table's cell.</summary>
    public static string Spark(IndicatorSeries s)
    {
        double[] known = [.. s.Values.Where(v => v.HasValue).Select(v => v!.Value)];
        double low = known.Min(), high = known.Max();
        string path = Path(s.Values, i => 2 + (i * 140.0 / Math.Max(1, s.Values.Length - 1)), v => high > low ? 22 - ((v - low) / (high - low) * 20) : 12);
        return string.Create(CultureInfo.InvariantCulture, $"<svg class=\"spark\" viewBox=\"0 0 144 24\" aria-hidden=\"true\"><path class=\"l\" d=\"{path}\"/></svg>");
    }

    private static string Mark(int score) => score switch { 0 => "0 hostile", 50 => "50", 100 => "100 allied", _ => score.ToString(CultureInfo.InvariantCulture) };

    private static void Years(StringBuilder svg, int first, int last, Func<double, double> x, int y)
    {
        int step = last - first > 30 ? 10 : last - first > 12 ? 5 : 2;
        for (int year = (first + step - 1) / step * step; year <= last; year += step)
            svg.Append(CultureInfo.InvariantCulture, $"<text x=\"{x(year):0.#}\" y=\"{y}\" text-anchor=\"middle\">{year}</text>\n");
    }

    // A year without a value leaves the line open: it is not drawn across what is not known.
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
            // A lone year is a point, not an invisible move.
            if (!open && (i + 1 == values.Length || values[i + 1] is null)) path.Append("h2");
            open = true;
        }
        return path.ToString();
    }

    private static string Band(ScoreSeries history, Func<int, double> x, Func<double, double> y)
    {
        if (history.Low.Length != history.Values.Length || history.High.Length != history.Values.Length) return "";
        var path = new StringBuilder();
        for (int start = 0; start < history.Values.Length; start++)
        {
            if (history.Low[start] is null || history.High[start] is null) continue;
            int end = start;
            while (end + 1 < history.Values.Length && history.Low[end + 1] is not null && history.High[end + 1] is not null) end++;
            for (int i = start; i <= end; i++) path.Append(CultureInfo.InvariantCulture, $"{(i == start ? 'M' : 'L')}{x(i):0.#} {y(history.High[i]!.Value):0.#}");
            for (int i = end; i >= start; i--) path.Append(CultureInfo.InvariantCulture, $"L{x(i):0.#} {y(history.Low[i]!.Value):0.#}");
            path.Append('Z');
            start = end;
        }
        return path.ToString();
    }

    private static string E(string text) => WebUtility.HtmlEncode(text);
}
