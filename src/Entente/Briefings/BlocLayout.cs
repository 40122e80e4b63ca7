using Entente.Order;

namespace Entente.Briefings;

/// <summary>Places for the states of an order: blocs as discs that do not overlap, near where positive ties join them and apart where negative ones do.</summary>
/// <param name="Places">Place of each state.</param>
/// <param name="Discs">Middle and radius of each bloc of more than one.</param>
internal sealed record BlocLayout(IReadOnlyList<(double X, double Y)> Places, IReadOnlyList<(double X, double Y, double Radius)> Discs)
{
    private const int Rounds = 600;
    private const double Golden = 2.399963229728653, Gap = 14;

    /// <summary>Lays out; no chance is involved.</summary>
    /// <param name="order">The order.</param>
    /// <param name="node">Radius of a state.</param>
    /// <param name="width">Width of the picture.</param>
    /// <param name="height">Its height.</param>
    public static BlocLayout Of(SystemOrder order, double node, double width, double height)
    {
        IReadOnlyList<IReadOnlyList<int>> members = order.Members();
        int blocs = members.Count;
        double[] radius = [.. members.Select(m => m.Count == 1 ? node + 3 : (node * 1.16 * Math.Sqrt(m.Count)) + (node * 1.2))];
        double[,] pull = Pulls(order, members);
        double[] x = new double[blocs], y = new double[blocs];
        for (int b = 0; b < blocs; b++)
        {
            // Blocs begin around the middle, states by themselves further out.
            double away = members[b].Count == 1 ? 0.52 * width : 0.28 * width, turn = members[b].Count == 1 ? b * Golden : 2 * Math.PI * b / Math.Max(1, members.Count(m => m.Count > 1));
            (x[b], y[b]) = (away * Math.Cos(turn), away * Math.Sin(turn) * height / width);
        }
        for (int round = 0; round < Rounds; round++) Step(x, y, radius, pull, members, 1 - (round / (double)Rounds), height / width);
        return Fit(members, x, y, radius, node, width, height, order.States.States.Count);
    }

    // Positive ties less negative ones between two blocs, of the pairs they have.
    private static double[,] Pulls(SystemOrder order, IReadOnlyList<IReadOnlyList<int>> members)
    {
        var pull = new double[members.Count, members.Count];
        foreach (SignedEdge e in order.States.Network.Edges)
        {
            int a = order.Blocs.Bloc[e.From], b = order.Blocs.Bloc[e.To];
            if (a == b) continue;
            double share = e.Sign / Math.Sqrt(members[a].Count * (double)members[b].Count);
            pull[a, b] += share;
            pull[b, a] += share;
        }
        return pull;
    }

    private static void Step(double[] x, double[] y, double[] radius, double[,] pull, IReadOnlyList<IReadOnlyList<int>> members, double heat, double flat)
    {
        for (int a = 0; a < x.Length; a++)
        {
            x[a] *= 1 - (0.01 * heat);
            y[a] *= 1 - (0.01 * heat / flat);
            for (int b = 0; b < a; b++)
            {
                double dx = x[a] - x[b], dy = y[a] - y[b], distance = Math.Max(1e-6, Math.Sqrt((dx * dx) + (dy * dy))), least = radius[a] + radius[b] + Gap;
                double move = distance < least ? (least - distance) / 2 : -heat * 0.4 * Math.Clamp(pull[a, b], -3, 3);
                if (distance >= least && move < 0 && distance + (2 * move) < least) move = (least - distance) / 2;
                double ux = dx / distance, uy = dy / distance, wa = members[b].Count / (double)(members[a].Count + members[b].Count);
                x[a] += 2 * move * wa * ux;
                y[a] += 2 * move * wa * uy;
                x[b] -= 2 * move * (1 - wa) * ux;
                y[b] -= 2 * move * (1 - wa) * uy;
            }
        }
    }

    private static BlocLayout Fit(IReadOnlyList<IReadOnlyList<int>> members, double[] x, double[] y, double[] radius, double node, double width, double height, int states)
    {
        if (x.Length == 0) return new BlocLayout([], []);
        double left = x.Select((v, b) => v - radius[b]).Min(), right = x.Select((v, b) => v + radius[b]).Max();
        double top = y.Select((v, b) => v - radius[b]).Min(), bottom = y.Select((v, b) => v + radius[b]).Max();
        double scale = Math.Min(1.25, Math.Min((width - 30) / (right - left), (height - 20) / (bottom - top)));
        var places = new (double X, double Y)[states];
        var discs = new List<(double, double, double)>();
        for (int b = 0; b < members.Count; b++)
        {
            double cx = (width / 2) + ((x[b] - ((left + right) / 2)) * scale), cy = (height / 2) + ((y[b] - ((top + bottom) / 2)) * scale);
            if (members[b].Count > 1) discs.Add((cx, cy, radius[b] * scale));
            for (int k = 0; k < members[b].Count; k++)
            {
                // A sunflower: the k-th state at a distance that grows with the root of k.
                double r = members[b].Count == 1 ? 0 : (radius[b] - (node * 1.2)) * Math.Sqrt((k + 0.5) / members[b].Count) * scale;
                places[members[b][k]] = (cx + (r * Math.Cos(k * Golden)), cy + (r * Math.Sin(k * Golden)));
            }
        }
        return new BlocLayout(places, discs);
    }
}
