using System.Globalization;
using Entente.Order;

namespace Entente.Briefings;

/// <summary>The order of a year for the terminal: 80 columns, ANSI colour only when asked for, lines end in LF.</summary>
public static class OrderText
{
    private const int Width = 80, FrustratedShown = 15, Shown = 5;

    /// <summary>Renders it.</summary>
    /// <param name="order">The order.</param>
    /// <param name="asOf">What is said of the day it is known as of.</param>
    /// <param name="color">Whether to write ANSI escapes.</param>
    public static string Render(SystemOrder order, string asOf, bool color)
    {
        ArgumentNullException.ThrowIfNull(order);
        var page = new OrderPage(color);
        StateNetwork states = order.States;
        page.Line(page.Paint($"The order of states in {states.Year.ToString(CultureInfo.InvariantCulture)}", "1;4") + "  " + page.Paint(asOf, "2"));
        page.Line("");
        int negative = states.Ties.Count(t => t.Sign < 0);
        page.Prose(string.Create(CultureInfo.InvariantCulture,
            $"{states.States.Count} states: {states.Ties.Count - negative:N0} positive ties, {negative:N0} negative, {states.Untied:N0} dyads between the two{(states.Unknown == 0 ? "" : string.Create(CultureInfo.InvariantCulture, $", {states.Unknown:N0} of which too little is known"))}. {string.Join(" ", states.Rules.Select(Rule))}"), "  ");
        Blocs(page, order);
        Balance(page, order);
        Standings(page, order);
        return page.ToString();
    }

    /// <summary>The bounds of a rule in words.</summary>
    internal static string Rule((string On, TieRule Rule) rule)
    {
        string number = rule.On == StateNetwork.Alignment ? "the 90 % interval of alignment lies" : $"{rule.On} is";
        string above = rule.Rule.Hostile ? "Negative" : "Positive", below = rule.Rule.Hostile ? "positive" : "negative";
        var parts = new List<string>();
        if (!double.IsInfinity(rule.Rule.Above)) parts.Add(string.Create(CultureInfo.InvariantCulture, $"{above} where {number} above {rule.Rule.Above:0.###}"));
        if (!double.IsInfinity(rule.Rule.Below)) parts.Add(string.Create(CultureInfo.InvariantCulture, $"{below} where {(parts.Count > 0 ? "" : number + " ")}below {rule.Rule.Below:0.###}"));
        return string.Join(", ", parts) + ".";
    }

    private static void Blocs(OrderPage page, SystemOrder order)
    {
        page.Heading(string.Create(CultureInfo.InvariantCulture, $"Blocs: signed modularity {order.Blocs.Modularity:0.000}, stability over {order.Resamples} resamples"));
        var members = order.Members();
        foreach (IReadOnlyList<int> bloc in members.Where(b => b.Count > 1))
        {
            string around = string.Join(", ", bloc.Take(3).Select(order.States.NameOf));
            page.Prose(string.Create(CultureInfo.InvariantCulture, $"{bloc.Count} states around {around}; stability {bloc.Average(i => order.Blocs.Stability[i]):0.00}"),
                string.Create(CultureInfo.InvariantCulture, $"{order.Blocs.Bloc[bloc[0]] + 1,3} "), "1");
            page.Prose(string.Join(' ', bloc.Select(i => order.States.States[i].Code).Order(StringComparer.Ordinal)), "    ");
            int[] loose = [.. bloc.Where(i => order.Blocs.Stability[i] < 0.5)];
            if (loose.Length > 0 && loose.Length < bloc.Count) page.Prose($"loose (stability below .5): {string.Join(' ', loose.Select(i => order.States.States[i].Code).Order(StringComparer.Ordinal))}", "    ", "2");
        }
        int[] alone = [.. members.Where(b => b.Count == 1).Select(b => b[0])];
        if (alone.Length > 0) page.Prose($"By themselves: {string.Join(' ', alone.Select(i => order.States.States[i].Code).Order(StringComparer.Ordinal))}", "    ");
    }

    private static void Balance(OrderPage page, SystemOrder order)
    {
        Frustration balance = order.Balance;
        int ties = order.States.Ties.Count;
        page.Heading("Balance");
        if (ties == 0)
        {
            page.Prose("There are no ties, so nothing to balance.", "  ");
            return;
        }
        string proof = balance.IsOptimal ? "proven least" : string.Create(CultureInfo.InvariantCulture, $"not proven: it lies between {balance.LowerBound} and {balance.Index}; allow more with --time-limit");
        string many = !balance.IsOptimal ? "" : balance.PartitionsComplete
            ? balance.PartitionCount == 1 ? " One split does it." : string.Create(CultureInfo.InvariantCulture, $" {balance.PartitionCount:N0} splits are as good.")
            : string.Create(CultureInfo.InvariantCulture, $" At least {balance.PartitionCount:N0} splits are as good.");
        page.Prose(string.Create(CultureInfo.InvariantCulture, $"Frustration {balance.Index} of {ties:N0} ties (F {balance.Normalized(ties):0.000}), {proof}.{many}"), "  ");
        int[] small = [.. Side(order, Smaller(balance))], large = [.. Side(order, -Smaller(balance))];
        int[] apart = [.. Enumerable.Range(0, order.States.States.Count).Where(i => order.States.Network.Neighbours[i].Count == 0)];
        page.Prose(string.Create(CultureInfo.InvariantCulture, $"{small.Length} against {large.Length}{(apart.Length > 0 ? string.Create(CultureInfo.InvariantCulture, $", {apart.Length} tied to none") : "")}. The smaller side: {string.Join(' ', small.Select(i => order.States.States[i].Code).Order(StringComparer.Ordinal))}"), "  ");
        page.Prose(string.Create(CultureInfo.InvariantCulture, $"Balanced triangles {(order.Triangles is { } t ? t.ToString("P1", CultureInfo.InvariantCulture) : "none there")}; walk index {order.Walks:0.000}. {Clusters(order)}"), "  ");
        IReadOnlyList<StateTie> frustrated = order.Frustrated();
        if (frustrated.Count == 0) return;
        page.Line("");
        page.Line("  Frustrated ties, strongest first (alignment, its 90 % interval, inputs)");
        foreach (StateTie tie in frustrated.Take(FrustratedShown)) Tie(page, order, tie);
        if (frustrated.Count > FrustratedShown) page.Line(page.Paint(string.Create(CultureInfo.InvariantCulture, $"    … and {frustrated.Count - FrustratedShown} more: --json"), "2"));
    }

    private static string Clusters(SystemOrder order) => order.AgainstClusters.Count == 0
        ? "Clusterable (Davis): no negative tie lies between states that positive ties connect."
        : string.Create(CultureInfo.InvariantCulture, $"Not clusterable (Davis): {order.AgainstClusters.Count} negative ties join states that positive ties connect.");

    private static void Tie(OrderPage page, SystemOrder order, StateTie tie)
    {
        string names = $"{order.States.NameOf(tie.Dyad.First)} – {order.States.NameOf(tie.Dyad.Second)}";
        string figure = tie.Low is null
            ? string.Create(CultureInfo.InvariantCulture, $"{tie.On} {tie.Value:0.###}")
            : string.Create(CultureInfo.InvariantCulture, $"{tie.Value,3:0} {$"[{tie.Low:0}–{tie.High:0}]",-8} {tie.Inputs,2}");
        page.Line($"    {(tie.Sign > 0 ? page.Paint("+", "32") : page.Paint("−", "31"))} {OrderPage.Fit(names, 52)} {figure}");
    }

    private static void Standings(OrderPage page, SystemOrder order)
    {
        page.Heading("Standing");
        int[] all = [.. Enumerable.Range(0, order.States.States.Count)];
        IReadOnlyList<Standing> s = order.Standing;
        string Name(int i, string figure) => $"{order.States.NameOf(i)} {figure}";
        void Row(string label, IEnumerable<string> names)
        {
            string text = string.Join(", ", names);
            if (text.Length > 0) page.Prose(text, $"  {label,-22} ");
        }
        Row("most positive ties", all.OrderByDescending(i => s[i].Positive).ThenBy(i => i).Take(Shown).Where(i => s[i].Positive > 0).Select(i => Name(i, s[i].Positive.ToString(CultureInfo.InvariantCulture))));
        Row("most negative ties", all.OrderByDescending(i => s[i].Negative).ThenBy(i => i).Take(Shown).Where(i => s[i].Negative > 0).Select(i => Name(i, s[i].Negative.ToString(CultureInfo.InvariantCulture))));
        Row("betweenness", all.OrderByDescending(i => s[i].Betweenness).ThenBy(i => i).Take(Shown).Where(i => s[i].Betweenness > 0).Select(i => Name(i, s[i].Betweenness.ToString("0.000", CultureInfo.InvariantCulture))));
        Row("brokers across blocs", all.OrderByDescending(i => s[i].Brokerage.Across).ThenBy(i => i).Take(Shown).Where(i => s[i].Brokerage.Across > 0).Select(i => Name(i, s[i].Brokerage.Across.ToString("N0", CultureInfo.InvariantCulture))));
        page.Prose("Ties and paths of the signed network; brokers join pairs that share no positive tie (Gould and Fernandez). All states: --csv; the picture: --svg FILE.", "  ", "2");
    }

    internal static int Smaller(Frustration balance) => balance.Sides.Count(s => s > 0) <= balance.Sides.Count(s => s < 0) ? 1 : -1;

    // A state without ties is on no side.
    private static IEnumerable<int> Side(SystemOrder order, int side) =>
        Enumerable.Range(0, order.States.States.Count).Where(i => order.Balance.Sides[i] == side && order.States.Network.Neighbours[i].Count > 0);
}
