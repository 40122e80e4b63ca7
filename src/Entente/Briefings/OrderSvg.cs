using System.Globalization;
using System.Net;
using System.Text;
using Entente.Order;

namespace Entente.Briefings;

/// <summary>A picture of the order of a year: a disc for each bloc, its most central states in the middle; negative ties red, frustrated ones thick and dashed. Bright or dark as the reader's screen is.</summary>
public static class OrderSvg
{
    private const int Width = 1000, Height = 800, Top = 70, Bottom = 60, Node = 11;

    // Okabe and Ito's colours, which the colour-blind can tell apart, and lighter and darker ones of them.
    private static readonly string[] Colours = ["#0072B2", "#D55E00", "#009E73", "#CC79A7", "#B8860B", "#56B4E9", "#8C564B", "#6A5ACD", "#2F8F8F", "#A0522D", "#7F7F7F"];

    /// <summary>Draws it; the same order gives the same bytes.</summary>
    public static string Render(SystemOrder order)
    {
        ArgumentNullException.ThrowIfNull(order);
        BlocLayout layout = BlocLayout.Of(order, Node, Width, Height - Top - Bottom);
        var svg = new StringBuilder();
        int negative = order.States.Ties.Count(t => t.Sign < 0);
        string title = string.Create(CultureInfo.InvariantCulture, $"The order of states in {order.States.Year}");
        svg.Append(CultureInfo.InvariantCulture, $"<svg xmlns=\"http://www.w3.org/2000/svg\" viewBox=\"0 0 {Width} {Height}\" role=\"img\" font-family=\"sans-serif\" font-size=\"12\"><title>{title}</title>\n");
        svg.Append("<style>svg{background:#fff;color:#222}.e{fill:none}.p{stroke:#4a7fb5}.n{stroke:#c62828}.f{stroke-width:2;stroke-dasharray:6 3}.d{fill:currentColor;fill-opacity:.05}.t{fill:#fff;font-size:8px;text-anchor:middle}.h{fill:currentColor}.s{fill:currentColor;fill-opacity:.7}@media(prefers-color-scheme:dark){svg{background:#16181c;color:#e6e6e6}.p{stroke:#7fb2e5}.n{stroke:#ff6b6b}}</style>\n");
        svg.Append(CultureInfo.InvariantCulture, $"<text class=\"h\" x=\"24\" y=\"30\" font-size=\"19\" font-weight=\"bold\">{title}</text>");
        string proof = order.Balance.IsOptimal ? "proven least" : string.Create(CultureInfo.InvariantCulture, $"not proven, at least {order.Balance.LowerBound}");
        svg.Append(CultureInfo.InvariantCulture, $"<text class=\"s\" x=\"24\" y=\"50\">{order.States.States.Count} states, {order.States.Ties.Count - negative:N0} positive and {negative:N0} negative ties; {order.Balance.Index} frustrated ({proof})</text>\n");
        svg.Append(CultureInfo.InvariantCulture, $"<g transform=\"translate(0 {Top})\">\n");
        foreach ((double x, double y, double r) in layout.Discs) svg.Append(CultureInfo.InvariantCulture, $"<circle class=\"d\" cx=\"{x:0.#}\" cy=\"{y:0.#}\" r=\"{r:0.#}\"/>\n");
        Ties(svg, order, layout);
        Nodes(svg, order, layout);
        svg.Append("</g>\n");
        Legend(svg, order);
        return svg.Append("</svg>\n").ToString();
    }

    private static void Ties(StringBuilder svg, SystemOrder order, BlocLayout layout)
    {
        var frustrated = order.Balance.Edges.ToHashSet();
        // Many ties are drawn fainter, so that the picture stays readable.
        double opacity = Math.Clamp(14 / Math.Sqrt(Math.Max(1, order.States.Ties.Count)), 0.06, 0.6);
        IReadOnlyList<int> bloc = order.Blocs.Bloc;
        Path(svg, layout, order.States.Network.Edges.Where(e => e.Sign > 0 && bloc[e.From] == bloc[e.To] && !frustrated.Contains(e)), "e p", opacity * 0.6);
        Path(svg, layout, order.States.Network.Edges.Where(e => e.Sign > 0 && bloc[e.From] != bloc[e.To] && !frustrated.Contains(e)), "e p", opacity);
        Path(svg, layout, order.States.Network.Edges.Where(e => e.Sign < 0 && !frustrated.Contains(e)), "e n", opacity);
        foreach (StateTie tie in order.Frustrated())
        {
            (double x1, double y1) = layout.Places[order.States.IndexOf(tie.Dyad.First)];
            (double x2, double y2) = layout.Places[order.States.IndexOf(tie.Dyad.Second)];
            string number = tie.Low is null ? string.Create(CultureInfo.InvariantCulture, $"{tie.On} {tie.Value:0.###}") : string.Create(CultureInfo.InvariantCulture, $"{tie.Value:0} [{tie.Low:0}–{tie.High:0}]");
            svg.Append(CultureInfo.InvariantCulture, $"<path class=\"e f {(tie.Sign > 0 ? 'p' : 'n')}\" stroke-opacity=\".85\" d=\"M{x1:0.#} {y1:0.#}L{x2:0.#} {y2:0.#}\"><title>{E($"frustrated: {order.States.NameOf(tie.Dyad.First)} {(tie.Sign > 0 ? "+" : "−")} {order.States.NameOf(tie.Dyad.Second)}, {number}")}</title></path>\n");
        }
    }

    private static void Path(StringBuilder svg, BlocLayout layout, IEnumerable<SignedEdge> edges, string kind, double opacity)
    {
        var path = new StringBuilder();
        foreach (SignedEdge e in edges)
            path.Append(CultureInfo.InvariantCulture, $"M{layout.Places[e.From].X:0} {layout.Places[e.From].Y:0}L{layout.Places[e.To].X:0} {layout.Places[e.To].Y:0}");
        if (path.Length > 0) svg.Append(CultureInfo.InvariantCulture, $"<path class=\"{kind}\" stroke-opacity=\"{opacity:0.###}\" d=\"{path}\"/>\n");
    }

    private static void Nodes(StringBuilder svg, SystemOrder order, BlocLayout layout)
    {
        int[] size = SizesOf(order);
        for (int i = 0; i < layout.Places.Count; i++)
        {
            (double x, double y) = layout.Places[i];
            int bloc = order.Blocs.Bloc[i];
            string colour = size[bloc] == 1 ? Colours[^1] : Colours[bloc % (Colours.Length - 1)];
            string about = string.Create(CultureInfo.InvariantCulture, $"{order.States.NameOf(i)}: {(size[bloc] == 1 ? "by itself" : $"bloc {bloc + 1}, stability {order.Blocs.Stability[i]:0.00}")}; {order.Standing[i].Positive} positive and {order.Standing[i].Negative} negative ties");
            svg.Append(CultureInfo.InvariantCulture, $"<g><title>{E(about)}</title><circle cx=\"{x:0.#}\" cy=\"{y:0.#}\" r=\"{Node}\" fill=\"{colour}\" fill-opacity=\"{0.55 + (0.45 * order.Blocs.Stability[i]):0.##}\"/><text class=\"t\" x=\"{x:0.#}\" y=\"{y + 3:0.#}\">{order.States.States[i].Code}</text></g>\n");
        }
    }

    private static void Legend(StringBuilder svg, SystemOrder order)
    {
        int y = Height - 34;
        svg.Append(CultureInfo.InvariantCulture, $"<path class=\"e p\" stroke-width=\"2\" d=\"M24 {y}h28\"/><text class=\"h\" x=\"58\" y=\"{y + 4}\">positive</text><path class=\"e n\" stroke-width=\"2\" d=\"M124 {y}h28\"/><text class=\"h\" x=\"158\" y=\"{y + 4}\">negative</text><path class=\"e p f\" d=\"M228 {y - 3}h28\"/><path class=\"e n f\" d=\"M228 {y + 3}h28\"/><text class=\"h\" x=\"262\" y=\"{y + 4}\">frustrated</text>\n");
        svg.Append(CultureInfo.InvariantCulture, $"<text class=\"s\" x=\"345\" y=\"{y + 4}\">a disc is a bloc; paler states are less stable in theirs; grey ones are by themselves</text>\n");
        svg.Append(CultureInfo.InvariantCulture, $"<text class=\"s\" x=\"24\" y=\"{y + 22}\" font-size=\"11\">{E(string.Join(" ", order.States.Rules.Select(OrderText.Rule)))}</text>\n");
    }

    internal static int[] SizesOf(SystemOrder order)
    {
        int[] size = new int[order.Blocs.Bloc.DefaultIfEmpty(-1).Max() + 1];
        foreach (int b in order.Blocs.Bloc) size[b]++;
        return size;
    }

    private static string E(string text) => WebUtility.HtmlEncode(text);
}
