using System.Collections.Immutable;
using System.Globalization;
using System.Text;
using Entente.Measures;
using Entente.Measures.Breaks;

namespace Entente.Cli;

/// <summary>A chart of overall alignment with its 90 % interval and its turns; needs nothing else to be seen.</summary>
internal static class TrackSvg
{
    private const double Width = 860, Height = 360, Left = 44, Top = 28, Right = 16, Bottom = 34;

    public static string Render(AlignmentHistory history, ImmutableArray<Break> breaks)
    {
        double span = Math.Max(1, history.LastYear - history.FirstYear);
        double X(int year) => Left + ((Width - Left - Right) * (year - history.FirstYear) / span);
        double Y(double score) => Top + ((Height - Top - Bottom) * (1 - (score / 100)));
        int[] years = [.. Enumerable.Range(history.FirstYear, history.LastYear - history.FirstYear + 1)];
        string Points(IEnumerable<(int Year, double Score)> points) => string.Join(' ', points.Select(p => string.Create(CultureInfo.InvariantCulture, $"{X(p.Year):0.0},{Y(p.Score):0.0}")));
        var s = new StringBuilder();
        s.Append(CultureInfo.InvariantCulture, $"<svg xmlns=\"http://www.w3.org/2000/svg\" viewBox=\"0 0 {Width} {Height}\" font-family=\"sans-serif\" font-size=\"12\">\n");
        s.Append(CultureInfo.InvariantCulture, $"<title>Alignment of {history.Dyad}, {history.FirstYear} to {history.LastYear}, {AlignmentModel.Method}</title>\n<rect width=\"100%\" height=\"100%\" fill=\"#fff\"/>\n");
        for (int score = 0; score <= 100; score += 25)
            s.Append(CultureInfo.InvariantCulture, $"<line x1=\"{Left}\" x2=\"{Width - Right}\" y1=\"{Y(score):0.0}\" y2=\"{Y(score):0.0}\" stroke=\"#ccc\"/><text x=\"{Left - 6}\" y=\"{Y(score) + 4:0.0}\" text-anchor=\"end\">{score}</text>\n");
        foreach (int year in years.Where(y => y % 10 == 0))
            s.Append(CultureInfo.InvariantCulture, $"<text x=\"{X(year):0.0}\" y=\"{Height - 12}\" text-anchor=\"middle\">{year}</text>\n");
        s.Append(CultureInfo.InvariantCulture, $"<polygon fill=\"#1f4e79\" fill-opacity=\".18\" points=\"{Points(years.Select(y => (y, history.Score(y, null).Low90)))} {Points(years.Reverse().Select(y => (y, history.Score(y, null).High90)))}\"/>\n");
        s.Append(CultureInfo.InvariantCulture, $"<polyline fill=\"none\" stroke=\"#1f4e79\" stroke-width=\"2\" points=\"{Points(years.Select(y => (y, history.Score(y, null).Mean)))}\"/>\n");
        foreach (Break b in breaks)
            s.Append(CultureInfo.InvariantCulture, $"<line x1=\"{X(b.Year):0.0}\" x2=\"{X(b.Year):0.0}\" y1=\"{Top}\" y2=\"{Height - Bottom}\" stroke=\"{(b.Turn == Turn.Rift ? "#b22222" : "#2e7d32")}\" stroke-dasharray=\"4 3\"><title>{b.Year} {(b.Turn == Turn.Rift ? "rift" : "rapprochement")}, probability {b.Probability:0.00}</title></line>\n");
        s.Append(CultureInfo.InvariantCulture, $"<text x=\"{Left}\" y=\"16\" font-weight=\"bold\">{history.Dyad}: alignment with 90 % interval; dashes: rifts (red), rapprochements (green)</text>\n</svg>\n");
        return s.ToString();
    }
}
