using System.Globalization;
using System.Net;
using System.Text;

namespace Entente.Briefings;

/// <summary>A point of a series with its interval.</summary>
/// <param name="Year">Year.</param>
/// <param name="Mean">Value.</param>
/// <param name="Low">Lower end of the interval.</param>
/// <param name="High">Upper end.</param>
public readonly record struct ChartPoint(int Year, double Mean, double Low, double High);

/// <summary>A named series; a year it lacks is a gap.</summary>
/// <param name="Name">Name in the legend.</param>
/// <param name="Points">Points by year.</param>
public sealed record ChartSeries(string Name, IReadOnlyList<ChartPoint> Points);

/// <summary>Series over years as plain text or as SVG.</summary>
public static class LineChart
{
    private const string Marks = "●○▲△■□◆◇";
    private const int Width = 900, Height = 420, Left = 48, Right = 160, Top = 40, Bottom = 32;

    // Okabe and Ito's colours, which the colour-blind can tell apart.
    private static readonly string[] Colours = ["#0072B2", "#D55E00", "#009E73", "#CC79A7", "#E69F00", "#56B4E9", "#000000", "#8C7A00"];

    /// <summary>Draws the means on a grid of characters, a mark a series, with a legend. Empty when there is no point.</summary>
    /// <param name="series">Series, at most eight.</param>
    /// <param name="width">Columns of the grid, at least 2.</param>
    /// <param name="height">Rows of the grid, at least 2.</param>
    public static string Text(IReadOnlyList<ChartSeries> series, int width, int height)
    {
        ArgumentNullException.ThrowIfNull(series);
        if (!Bounds(series, p => (p.Mean, p.Mean), out int from, out int to, out double low, out double high)) return "";
        char[][] grid = [.. Enumerable.Range(0, height).Select(_ => Enumerable.Repeat(' ', width).ToArray())];
        for (int s = 0; s < series.Count; s++)
            foreach (ChartPoint p in series[s].Points)
                grid[(int)Math.Round((high - p.Mean) / (high - low) * (height - 1))][to == from ? 0 : (int)Math.Round((p.Year - from) / (double)(to - from) * (width - 1))] = Marks[s % Marks.Length];
        var text = new StringBuilder();
        for (int row = 0; row < height; row++)
            text.Append(row % 4 == 0 || row == height - 1 ? string.Create(CultureInfo.InvariantCulture, $"{high - (row * (high - low) / (height - 1)),7:0.00}") : "       ")
                .Append(" │").Append(grid[row]).AppendLine();
        text.Append(' ', 8).Append('└').Append('─', width).AppendLine()
            .Append(' ', 9).Append(CultureInfo.InvariantCulture, $"{from}").Append(' ', Math.Max(1, width - 8)).Append(CultureInfo.InvariantCulture, $"{to}").AppendLine();
        for (int s = 0; s < series.Count; s++) text.Append(' ', 9).Append(Marks[s % Marks.Length]).Append(' ').AppendLine(series[s].Name);
        return text.ToString();
    }

    /// <summary>Draws the means as lines over their intervals as a self-contained SVG document.</summary>
    /// <param name="title">Title, also read to those who cannot see it.</param>
    /// <param name="series">Series.</param>
    public static string Svg(string title, IReadOnlyList<ChartSeries> series)
    {
        ArgumentNullException.ThrowIfNull(series);
        var svg = new StringBuilder();
        svg.Append(CultureInfo.InvariantCulture, $"<svg xmlns=\"http://www.w3.org/2000/svg\" viewBox=\"0 0 {Width} {Height}\" role=\"img\" font-family=\"sans-serif\" font-size=\"12\"><title>{WebUtility.HtmlEncode(title)}</title>\n");
        svg.Append(CultureInfo.InvariantCulture, $"<rect width=\"{Width}\" height=\"{Height}\" fill=\"#fff\"/><text x=\"{Left}\" y=\"22\" font-size=\"15\">{WebUtility.HtmlEncode(title)}</text>\n");
        if (Bounds(series, p => (p.Low, p.High), out int from, out int to, out double low, out double high))
        {
            double X(double year) => Left + ((year - from) / Math.Max(1, to - from) * (Width - Left - Right));
            double Y(double value) => Top + ((high - value) / (high - low) * (Height - Top - Bottom));
            Axes(svg, from, to, low, high, X, Y);
            for (int s = 0; s < series.Count; s++) Series(svg, series[s], s, X, Y);
        }
        return svg.Append("</svg>\n").ToString();
    }

    private static void Axes(StringBuilder svg, int from, int to, double low, double high, Func<double, double> x, Func<double, double> y)
    {
        for (double v = Math.Ceiling(low); v <= high; v++)
            svg.Append(CultureInfo.InvariantCulture, $"<path d=\"M{Left} {y(v):0.0}H{Width - Right}\" stroke=\"#ddd\"/><text x=\"{Left - 8}\" y=\"{y(v) + 4:0.0}\" text-anchor=\"end\">{v:0}</text>\n");
        for (int year = (from + 9) / 10 * 10; year <= to; year += 10)
            svg.Append(CultureInfo.InvariantCulture, $"<text x=\"{x(year):0.0}\" y=\"{Height - 10}\" text-anchor=\"middle\">{year}</text>\n");
    }

    private static void Series(StringBuilder svg, ChartSeries series, int index, Func<double, double> x, Func<double, double> y)
    {
        string colour = Colours[index % Colours.Length];
        foreach (List<ChartPoint> run in Runs(series.Points))
        {
            string upper = string.Join(' ', run.Select(p => string.Create(CultureInfo.InvariantCulture, $"{x(p.Year):0.0},{y(p.High):0.0}")));
            string lower = string.Join(' ', Enumerable.Reverse(run).Select(p => string.Create(CultureInfo.InvariantCulture, $"{x(p.Year):0.0},{y(p.Low):0.0}")));
            string mean = string.Join(' ', run.Select(p => string.Create(CultureInfo.InvariantCulture, $"{x(p.Year):0.0},{y(p.Mean):0.0}")));
            svg.Append(CultureInfo.InvariantCulture, $"<polygon points=\"{upper} {lower}\" fill=\"{colour}\" fill-opacity=\"0.15\"/><polyline points=\"{mean}\" fill=\"none\" stroke=\"{colour}\" stroke-width=\"2\"/>\n");
        }
        svg.Append(CultureInfo.InvariantCulture, $"<text x=\"{Width - Right + 12}\" y=\"{Top + 12 + (index * 18)}\" fill=\"{colour}\">{WebUtility.HtmlEncode(series.Name)}</text>\n");
    }

    // A gap of more than two years breaks the line; session 19 (1964) alone does not.
    private static List<List<ChartPoint>> Runs(IReadOnlyList<ChartPoint> points)
    {
        var runs = new List<List<ChartPoint>>();
        foreach (ChartPoint p in points)
        {
            if (runs.Count == 0 || p.Year - runs[^1][^1].Year > 2) runs.Add([]);
            runs[^1].Add(p);
        }
        return runs;
    }

    private static bool Bounds(IReadOnlyList<ChartSeries> series, Func<ChartPoint, (double Low, double High)> range, out int from, out int to, out double low, out double high)
    {
        (from, to, low, high) = (int.MaxValue, int.MinValue, double.PositiveInfinity, double.NegativeInfinity);
        foreach (ChartPoint p in series.SelectMany(s => s.Points))
        {
            (double l, double h) = range(p);
            (from, to, low, high) = (Math.Min(from, p.Year), Math.Max(to, p.Year), Math.Min(low, l), Math.Max(high, h));
        }
        if (from > to) return false;
        if (high - low < 1e-9) (low, high) = (low - 0.5, high + 0.5);
        return true;
    }
}
