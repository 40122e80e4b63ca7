using System.Globalization;
using System.Text.Encodings.Web;
using System.Text.Json;
using Entente.Order;

namespace Entente.Briefings;

/// <summary>The order of a year as JSON and as CSV, complete.</summary>
public static class OrderJson
{
    private static readonly JsonWriterOptions Options = new() { Indented = true, Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    /// <summary>Renders it as one JSON object.</summary>
    /// <param name="order">The order.</param>
    /// <param name="asOf">Nothing of a later day was used.</param>
    public static string Render(SystemOrder order, DateOnly asOf)
    {
        ArgumentNullException.ThrowIfNull(order);
        using var stream = new MemoryStream();
        using (var json = new Utf8JsonWriter(stream, Options))
        {
            json.WriteStartObject();
            Network(json, order, asOf);
            Blocs(json, order);
            Balance(json, order);
            States(json, order);
            Ties(json, order);
            json.WriteEndObject();
        }
        return System.Text.Encoding.UTF8.GetString(stream.ToArray()) + "\n";
    }

    /// <summary>One row a state: <c>state,name,bloc,stability,side,positive,negative,betweenness,constraint,coordinator,consultant,gatekeeper,liaison</c>.</summary>
    public static string StatesCsv(SystemOrder order)
    {
        ArgumentNullException.ThrowIfNull(order);
        var csv = new System.Text.StringBuilder("state,name,bloc,stability,side,positive,negative,betweenness,constraint,coordinator,consultant,gatekeeper,liaison\n");
        for (int i = 0; i < order.States.States.Count; i++)
        {
            Standing s = order.Standing[i];
            csv.Append(CultureInfo.InvariantCulture, $"{order.States.States[i]},{Quoted(order.States.NameOf(i))},{order.Blocs.Bloc[i] + 1},{order.Blocs.Stability[i]:0.000},{SideOf(order, i)},{s.Positive},{s.Negative},{s.Betweenness:0.00000},{s.Constraint:0.00000},{s.Brokerage.Coordinator},{s.Brokerage.Consultant},{s.Brokerage.Gatekeeper},{s.Brokerage.Liaison}\n");
        }
        return csv.ToString();
    }

    /// <summary>One row a tie: <c>from,to,sign,on,value,q5,q95,inputs,frustrated</c>; <c>entente order frustration</c> reads it.</summary>
    public static string TiesCsv(SystemOrder order)
    {
        ArgumentNullException.ThrowIfNull(order);
        var frustrated = order.Balance.Edges.ToHashSet();
        var csv = new System.Text.StringBuilder("from,to,sign,on,value,q5,q95,inputs,frustrated\n");
        foreach ((int e, StateTie t) in order.States.Ties.Index())
            csv.Append(CultureInfo.InvariantCulture, $"{t.Dyad.First},{t.Dyad.Second},{t.Sign},{t.On},{t.Value:0.####},{t.Low:0.####},{t.High:0.####},{t.Inputs},{(frustrated.Contains(order.States.Network.Edges[e]) ? 1 : 0)}\n");
        return csv.ToString();
    }

    private static void Network(Utf8JsonWriter json, SystemOrder order, DateOnly asOf)
    {
        StateNetwork s = order.States;
        json.WriteNumber("year", s.Year);
        json.WriteString("as_of", asOf.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture));
        json.WriteStartArray("rules");
        foreach ((string on, TieRule rule) in s.Rules)
        {
            json.WriteStartObject();
            json.WriteString("on", on);
            Bound(json, rule.Hostile ? "positive_below" : "negative_below", rule.Below);
            Bound(json, rule.Hostile ? "negative_above" : "positive_above", rule.Above);
            json.WriteString("words", OrderText.Rule((on, rule)));
            json.WriteEndObject();
        }
        json.WriteEndArray();
        json.WriteNumber("n", s.States.Count);
        json.WriteNumber("m", s.Ties.Count);
        json.WriteNumber("negative", s.Ties.Count(t => t.Sign < 0));
        json.WriteNumber("untied", s.Untied);
        json.WriteNumber("unknown", s.Unknown);
    }

    private static void Blocs(Utf8JsonWriter json, SystemOrder order)
    {
        json.WriteNumber("modularity", order.Blocs.Modularity);
        json.WriteNumber("resamples", order.Resamples);
        json.WriteStartArray("blocs");
        foreach ((int b, IReadOnlyList<int> bloc) in order.Members().Index())
        {
            json.WriteStartObject();
            json.WriteNumber("bloc", b + 1);
            json.WriteNumber("stability", bloc.Average(i => order.Blocs.Stability[i]));
            Names(json, "members", bloc.Select(i => order.States.States[i].Code));
            json.WriteEndObject();
        }
        json.WriteEndArray();
    }

    private static void Balance(Utf8JsonWriter json, SystemOrder order)
    {
        Frustration f = order.Balance;
        json.WriteStartObject("balance");
        json.WriteNumber("frustration", f.Index);
        json.WriteNumber("lower_bound", f.LowerBound);
        json.WriteBoolean("optimal", f.IsOptimal);
        Number(json, "normalized", f.Normalized(order.States.Ties.Count));
        Number(json, "triangle_index", order.Triangles);
        Number(json, "walk_index", order.Walks);
        json.WriteBoolean("clusterable", order.AgainstClusters.Count == 0);
        json.WriteNumber("ties_against_clusters", order.AgainstClusters.Count);
        json.WriteStartArray("frustrated");
        foreach (StateTie t in order.Frustrated()) Tie(json, t);
        json.WriteEndArray();
        json.WriteNumber("partition_count", f.PartitionCount);
        json.WriteBoolean("partitions_complete", f.PartitionsComplete);
        json.WriteStartArray("partitions");
        foreach (IReadOnlyList<int> p in f.Partitions)
        {
            json.WriteStartArray();
            foreach (int side in (int[])[1, -1])
            {
                json.WriteStartArray();
                foreach (int i in Enumerable.Range(0, p.Count).Where(i => p[i] == side && order.States.Network.Neighbours[i].Count > 0)) json.WriteStringValue(order.States.States[i].Code);
                json.WriteEndArray();
            }
            json.WriteEndArray();
        }
        json.WriteEndArray();
        json.WriteEndObject();
    }

    private static void States(Utf8JsonWriter json, SystemOrder order)
    {
        json.WriteStartArray("states");
        for (int i = 0; i < order.States.States.Count; i++)
        {
            Standing s = order.Standing[i];
            json.WriteStartObject();
            json.WriteString("state", order.States.States[i].Code);
            json.WriteString("name", order.States.NameOf(i));
            json.WriteNumber("bloc", order.Blocs.Bloc[i] + 1);
            json.WriteNumber("stability", order.Blocs.Stability[i]);
            json.WriteNumber("side", SideOf(order, i));
            json.WriteNumber("positive", s.Positive);
            json.WriteNumber("negative", s.Negative);
            json.WriteNumber("betweenness", s.Betweenness);
            Number(json, "constraint", s.Constraint);
            json.WriteStartObject("brokerage");
            json.WriteNumber("coordinator", s.Brokerage.Coordinator);
            json.WriteNumber("consultant", s.Brokerage.Consultant);
            json.WriteNumber("gatekeeper", s.Brokerage.Gatekeeper);
            json.WriteNumber("liaison", s.Brokerage.Liaison);
            json.WriteEndObject();
            json.WriteEndObject();
        }
        json.WriteEndArray();
    }

    private static void Ties(Utf8JsonWriter json, SystemOrder order)
    {
        json.WriteStartArray("ties");
        foreach (StateTie t in order.States.Ties) Tie(json, t);
        json.WriteEndArray();
    }

    private static void Tie(Utf8JsonWriter json, StateTie t)
    {
        json.WriteStartObject();
        json.WriteString("from", t.Dyad.First.Code);
        json.WriteString("to", t.Dyad.Second.Code);
        json.WriteNumber("sign", t.Sign);
        json.WriteString("on", t.On);
        json.WriteNumber("value", Math.Round(t.Value, 4));
        Number(json, "q5", t.Low);
        Number(json, "q95", t.High);
        json.WriteNumber("inputs", t.Inputs);
        json.WriteEndObject();
    }

    private static int SideOf(SystemOrder order, int i) => order.States.Network.Neighbours[i].Count == 0 ? 0 : order.Balance.Sides[i];

    private static void Number(Utf8JsonWriter json, string name, double? value)
    {
        if (value is { } v) json.WriteNumber(name, Math.Round(v, 10));
        else json.WriteNull(name);
    }

    private static void Bound(Utf8JsonWriter json, string name, double value) => Number(json, name, double.IsInfinity(value) ? null : value);

    private static void Names(Utf8JsonWriter json, string name, IEnumerable<string> values)
    {
        json.WriteStartArray(name);
        foreach (string value in values) json.WriteStringValue(value);
        json.WriteEndArray();
    }

    private static string Quoted(string text) => text.Contains(',', StringComparison.Ordinal) ? $"\"{text}\"" : text;
}
