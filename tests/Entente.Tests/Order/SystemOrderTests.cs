using System.Text.Json;
using System.Xml.Linq;
using Entente.Briefings;
using Entente.Measures;
using Entente.Order;

namespace Entente.Tests.Order;

public class SystemOrderTests
{
    private static readonly AlignmentScale Scale = new(0, 1, 1);

    [Fact]
    public void Standing_OfAPath_IsThatByHand()
    {
        // A–B–C in a row, D hostile to A.
        SignedNetwork network = SignedNetwork.Of([("A", "B", 1), ("B", "C", 1), ("A", "D", -1)]);
        IReadOnlyList<Standing> s = Standing.Of(network, [0, 1, 2, 3]);
        Assert.Equal((2, 0), (s[1].Positive, s[1].Negative));
        Assert.Equal((1, 1), (s[0].Positive, s[0].Negative));
        // One of the three pairs of others leads through B.
        Assert.Equal([0, 1 / 3.0, 0, 0], s.Select(x => x.Betweenness), (x, y) => Math.Abs(x - y) < 1e-12);
        Assert.Equal(0.5, s[1].Constraint!.Value, 1e-12);
        Assert.Equal(1, s[0].Constraint!.Value, 1e-12);
        Assert.Null(s[3].Constraint);
        Assert.Equal(new Brokerage(0, 0, 0, 1), s[1].Brokerage);
        Assert.Equal(new Brokerage(1, 0, 0, 0), Standing.Of(network, [0, 0, 0, 0])[1].Brokerage);
        Assert.Equal(new Brokerage(0, 1, 0, 0), Standing.Of(network, [0, 1, 0, 0])[1].Brokerage);
        Assert.Equal(new Brokerage(0, 0, 1, 0), Standing.Of(network, [0, 0, 1, 0])[1].Brokerage);
    }

    [Fact]
    public void Standing_OfThreeFriends_IsBurtsConstraintOfAClosedTriangle()
    {
        // (1/2 + 1/2 · 1/2)² from each of two friends; nothing to broker.
        IReadOnlyList<Standing> s = Standing.Of(SignedNetwork.Of([("A", "B", 1), ("B", "C", 1), ("A", "C", 1)]), [0, 0, 0]);
        Assert.All(s, x => Assert.Equal(1.125, x.Constraint!.Value, 1e-12));
        Assert.All(s, x => Assert.Equal((0.0, 0), (x.Betweenness, x.Brokerage.Coordinator + x.Brokerage.Across)));
    }

    [Fact]
    public void Order_OfSixStates_IsRenderedWhole()
    {
        SystemOrder order = Six();
        string text = OrderText.Render(order, "from the record to 2024-12-31", false);
        Assert.All(text.Split('\n'), line => Assert.True(line.Length <= 80, line));
        Assert.Contains("Frustration 1 of 13 ties", text, StringComparison.Ordinal);
        Assert.Contains("− China – Soviet Union", text, StringComparison.Ordinal);
        Assert.DoesNotContain('\e', text);
        Assert.Contains('\e', OrderText.Render(order, "", true));

        using JsonDocument json = JsonDocument.Parse(OrderJson.Render(order, new DateOnly(2024, 12, 31)));
        Assert.Equal(6, json.RootElement.GetProperty("n").GetInt32());
        Assert.Equal("CHN", json.RootElement.GetProperty("balance").GetProperty("frustrated")[0].GetProperty("from").GetString());
        Assert.Equal(6, json.RootElement.GetProperty("states").GetArrayLength());

        SignedNetwork again = SignedNetwork.Read(new StringReader(OrderJson.TiesCsv(order)));
        Assert.Equal(order.States.Ties.Select(t => t.Sign), again.Edges.Select(e => e.Sign));
        Assert.Equal(7, OrderJson.StatesCsv(order).Split('\n', StringSplitOptions.RemoveEmptyEntries).Length);

        string svg = OrderSvg.Render(order);
        XDocument picture = XDocument.Parse(svg);
        Assert.Equal(6, picture.Descendants().Count(e => e.Attribute("class")?.Value == "t"));
        Assert.Single(picture.Descendants(), e => e.Attribute("class")?.Value == "e f n");
        Assert.Equal(svg, OrderSvg.Render(Six()));
    }

    [Fact]
    public void Layout_OfBlocs_KeepsDiscsApart()
    {
        BlocLayout layout = BlocLayout.Of(Six(), 11, 1000, 600);
        Assert.Equal(2, layout.Discs.Count);
        double between = Math.Sqrt(Math.Pow(layout.Discs[0].X - layout.Discs[1].X, 2) + Math.Pow(layout.Discs[0].Y - layout.Discs[1].Y, 2));
        Assert.True(between >= layout.Discs[0].Radius + layout.Discs[1].Radius);
        Assert.All(layout.Places, p => Assert.True(p.X is > 0 and < 1000 && p.Y is > 0 and < 600));
    }

    // Three and three, friends within and foes between, but for one quarrel within a bloc.
    private static SystemOrder Six()
    {
        StateId[] states = [.. "CHN FRA GBR POL RUS USA".Split(' ').Select(c => new StateId(c))];
        string[] east = ["CHN", "POL", "RUS"];
        var rows = new List<AlignmentRow>();
        for (int i = 0; i < 6; i++)
            for (int j = i + 1; j < 6; j++)
            {
                bool same = east.Contains(states[i].Code) == east.Contains(states[j].Code);
                double score = (states[i].Code, states[j].Code) == ("CHN", "RUS") ? 15 : same ? 85 : (i + j) % 3 == 0 ? 50 : 20;
                rows.Add(new AlignmentRow(new UndirectedDyad(states[i], states[j]), 1970, Scale.Latent(score), 0.05, 9));
            }
        StateNetwork network = StateNetwork.OfAlignment(1970, rows, Scale, TieRule.OfAlignment);
        int[] sides = [.. states.Select(s => east.Contains(s.Code) ? 1 : -1)];
        var quarrel = network.Network.Frustrated(sides);
        return SystemOrder.Of(network, _ => new Frustration(quarrel.Count, quarrel.Count, sides, quarrel, [sides], 1, true), 20);
    }
}
