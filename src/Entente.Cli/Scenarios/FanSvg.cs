using System.Globalization;
using System.Text;

namespace Entente.Cli.Scenarios;

/// <summary>A year of a fan: median and the ends of the central 50 and 90 %.</summary>
internal readonly record struct FanPoint(int Year, double Middle, double Low90, double Low50, double High50, double High90);

/// <summary>A chart of the past and one or two fans; needs nothing else to be seen.</summary>
internal static class FanSvg
{
    private const double Width = 860, Height = 380, Left = 44, Top = 34, Right = 16, Bottom = 34;

    public static string Render(string title, IReadOnlyList<(int Year, double Score)> past, IReadOnlyList<(string Name, string Colour, IReadOnlyList<FanPoint> Fan)> fans)
    {
        int[] all = [.. past.Select(p => p.Year), .. fans.SelectMany(f => f.Fan).Select(p => p.Year)];
        (int first, int last) = (all.Min(), all.Max());
        double X(int year) => Left + ((Width - Left - Right) * (year - first) / Math.Max(1, last - first));
        double Y(double score) => Top + ((Height - Top - Bottom) * (1 - (score / 100)));
        string Points(IEnumerable<(int Year, double Score)> points) => string.Join(' ', points.Select(p => string.Create(CultureInfo.InvariantCulture, $"{X(p.Year):0.0},{Y(p.Score):0.0}")));
        string Band(IReadOnlyList<FanPoint> fan, Func<FanPoint, double> low, Func<FanPoint, double> high)
        {
            IEnumerable<(int, double)> start = past.Count > 0 ? [past[^1]] : [];
            return $"{Points(start.Concat(fan.Select(p => (p.Year, low(p)))))} {Points(fan.Reverse().Select(p => (p.Year, high(p))))}";
        }
        var s = new StringBuilder();
        s.Append(CultureInfo.InvariantCulture, $"<svg xmlns=\"http://www.w3.org/2000/svg\" viewBox=\"0 0 {Width} {Height}\" font-family=\"sans-serif\" font-size=\"12\">\n");
        s.Append(CultureInfo.InvariantCulture, $"<title>{Escape(title)}</title>\n<rect width=\"100%\" height=\"100%\" fill=\"#fff\"/>\n");
        for (int score = 0; score <= 100; score += 25)
            s.Append(CultureInfo.InvariantCulture, $"<line x1=\"{Left}\" x2=\"{Width - Right}\" y1=\"{Y(score):0.0}\" y2=\"{Y(score):0.0}\" stroke=\"#ccc\"/><text x=\"{Left - 6}\" y=\"{Y(score) + 4:0.0}\" text-anchor=\"end\">{score}</text>\n");
        foreach (int year in Enumerable.Range(first, last - first + 1).Where(y => y % 5 == 0))
            s.Append(CultureInfo.InvariantCulture, $"<text x=\"{X(year):0.0}\" y=\"{Height - 12}\" text-anchor=\"middle\">{year}</text>\n");
        foreach ((_, string colour, IReadOnlyList<FanPoint> fan) in fans)
        {
            s.Append(CultureInfo.InvariantCulture, $"<polygon fill=\"{colour}\" fill-opacity=\".15\" points=\"{Band(fan, p => p.Low90, p => p.High90)}\"/>\n");
            s.Append(CultureInfo.InvariantCulture, $"<polygon fill=\"{colour}\" fill-opacity=\".25\" points=\"{Band(fan, p => p.Low50, p => p.High50)}\"/>\n");
            IEnumerable<(int, double)> start = past.Count > 0 ? [past[^1]] : [];
            s.Append(CultureInfo.InvariantCulture, $"<polyline fill=\"none\" stroke=\"{colour}\" stroke-width=\"2\" points=\"{Points(start.Concat(fan.Select(p => (p.Year, p.Middle))))}\"/>\n");
        }
        s.Append(CultureInfo.InvariantCulture, $"<polyline fill=\"none\" stroke=\"#222\" stroke-width=\"2\" points=\"{Points(past)}\"/>\n");
        s.Append(CultureInfo.InvariantCulture, $"<text x=\"{Left}\" y=\"16\" font-weight=\"bold\">{Escape(title)}</text>\n");
        for (int f = 0; f < fans.Count; f++)
            s.Append(CultureInfo.InvariantCulture, $"<text x=\"{Left + (f * 160)}\" y=\"{Top - 3}\" fill=\"{fans[f].Colour}\">■ {Escape(fans[f].Name)} (50, 90 %)</text>\n");
        return s.Append("</svg>\n").ToString();
    }

    private static string Escape(string text) => text.Replace("&", "&amp;", StringComparison.Ordinal).Replace("<", "&lt;", StringComparison.Ordinal).Replace(">", "&gt;", StringComparison.Ordinal);
}
