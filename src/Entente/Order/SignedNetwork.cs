using System.Globalization;

namespace Entente.Order;

/// <summary>An undirected tie.</summary>
/// <param name="From">Index of one end.</param>
/// <param name="To">Index of the other.</param>
/// <param name="Sign">+1 or −1.</param>
public readonly record struct SignedEdge(int From, int To, int Sign);

/// <summary>An undirected network of positive and negative ties. Invariant: no loops, one tie a pair at most.</summary>
public sealed class SignedNetwork
{
    private SignedNetwork(IReadOnlyList<string> names, IReadOnlyList<SignedEdge> edges)
    {
        (Names, Edges) = (names, edges);
        var neighbours = new List<(int Node, int Edge)>[names.Count];
        for (int i = 0; i < neighbours.Length; i++) neighbours[i] = [];
        for (int e = 0; e < edges.Count; e++)
        {
            neighbours[edges[e].From].Add((edges[e].To, e));
            neighbours[edges[e].To].Add((edges[e].From, e));
        }
        Neighbours = neighbours;
    }

    /// <summary>Names of the nodes.</summary>
    public IReadOnlyList<string> Names { get; }

    /// <summary>The ties.</summary>
    public IReadOnlyList<SignedEdge> Edges { get; }

    /// <summary>For each node its neighbours, with the index of the tie.</summary>
    public IReadOnlyList<IReadOnlyList<(int Node, int Edge)>> Neighbours { get; }

    /// <summary>Makes a network. A tie given twice with one sign counts once.</summary>
    /// <exception cref="ArgumentException">A tie is a loop, has no sign, or is given with both signs; the message names it.</exception>
    public static SignedNetwork Of(IEnumerable<(string From, string To, int Sign)> ties) => Of([], ties);

    /// <summary>Makes a network that has given nodes first, tied or not.</summary>
    /// <exception cref="ArgumentException">A tie is a loop, has no sign, or is given with both signs; the message names it.</exception>
    public static SignedNetwork Of(IEnumerable<string> nodes, IEnumerable<(string From, string To, int Sign)> ties)
    {
        ArgumentNullException.ThrowIfNull(nodes);
        ArgumentNullException.ThrowIfNull(ties);
        var index = new Dictionary<string, int>(StringComparer.Ordinal);
        var names = new List<string>();
        foreach (string node in nodes) Index(node);
        var signs = new Dictionary<(int, int), int>();
        var edges = new List<SignedEdge>();
        foreach ((string from, string to, int sign) in ties)
        {
            if (sign is not (1 or -1)) throw new ArgumentException($"The tie {from}–{to} has the sign {sign}; 1 or -1 is expected.", nameof(ties));
            int a = Index(from), b = Index(to);
            if (a == b) throw new ArgumentException($"{from} is tied to itself.", nameof(ties));
            (int, int) pair = (Math.Min(a, b), Math.Max(a, b));
            if (signs.TryGetValue(pair, out int before))
            {
                if (before != sign) throw new ArgumentException($"The tie {from}–{to} is given as positive and as negative.", nameof(ties));
                continue;
            }
            signs[pair] = sign;
            edges.Add(new SignedEdge(a, b, sign));
        }
        return new SignedNetwork(names, edges);

        int Index(string name)
        {
            if (index.TryGetValue(name, out int i)) return i;
            names.Add(name);
            return index[name] = names.Count - 1;
        }
    }

    /// <summary>Reads comma-separated rows from,to,sign under a header.</summary>
    /// <exception cref="FormatException">The header lacks a column, or a row has no sign; the message names the line.</exception>
    /// <exception cref="ArgumentException">A tie is a loop, or has both signs.</exception>
    public static SignedNetwork Read(TextReader reader)
    {
        ArgumentNullException.ThrowIfNull(reader);
        string[] header = Fields(reader.ReadLine() ?? "");
        int from = Array.IndexOf(header, "from"), to = Array.IndexOf(header, "to"), sign = Array.IndexOf(header, "sign");
        if (from < 0 || to < 0 || sign < 0) throw new FormatException($"The header is '{string.Join(',', header)}'; the columns from, to and sign are expected.");
        var ties = new List<(string, string, int)>();
        for (int line = 2; reader.ReadLine() is { } text; line++)
        {
            if (string.IsNullOrWhiteSpace(text)) continue;
            string[] f = Fields(text);
            if (f.Length <= Math.Max(from, Math.Max(to, sign)) || f[from].Length == 0 || f[to].Length == 0
                || !double.TryParse(f[sign], NumberStyles.Float, CultureInfo.InvariantCulture, out double s) || s is not (1 or -1))
                throw new FormatException($"Line {line}, '{(text.Length > 80 ? text[..80] : text)}': two names and a sign of 1 or -1 are expected.");
            ties.Add((f[from], f[to], (int)s));
        }
        return Of(ties);
    }

    /// <summary>Ties that a split leaves frustrated: positive across, negative within.</summary>
    /// <param name="sides">+1 or −1 for each node.</param>
    public IReadOnlyList<SignedEdge> Frustrated(IReadOnlyList<int> sides)
    {
        ArgumentNullException.ThrowIfNull(sides);
        return [.. Edges.Where(e => sides[e.From] * sides[e.To] * e.Sign < 0)];
    }

    private static string[] Fields(string line) => [.. line.Split(',').Select(f => f.Trim(' ', '"', '\uFEFF', '\r'))];
}
