using System.CommandLine;
using System.Globalization;
using System.Text.Json;
using Entente.Order;

namespace Entente.Cli.Order;

/// <summary><c>entente order triangle A B C</c>: which of Dittmer's strategic triangles three states form.</summary>
internal static class OrderTriangle
{
    public static Command Create()
    {
        var states = new Argument<string[]>("states") { Description = "Three states.", Arity = new ArgumentArity(3, 3) };
        var options = new OrderOptions();
        var json = new Option<bool>("--json") { Description = "JSON on standard output." };
        var command = new Command("triangle", "The strategic triangle of three states (Dittmer 1981), with the numbers behind its sides.") { states, json };
        options.AddTo(command);
        command.SetAction(parse => DyadArguments.With(parse.GetValue(options.Panel), directory =>
        {
            if (options.Network(parse, directory, out _) is not { } network) return ExitCodes.Usage;
            var three = new List<StateId>();
            foreach (string name in parse.GetValue(states)!)
            {
                if (OrderOptions.Member(name, network) is not { } id) return ExitCodes.Usage;
                if (three.Contains(id))
                {
                    Console.Error.WriteLine($"A triangle is three different states; {network.NameOf(id)} is named twice.");
                    return ExitCodes.Usage;
                }
                three.Add(id);
            }
            (StateId A, StateId B)[] sides = [(three[0], three[1]), (three[0], three[2]), (three[1], three[2])];
            StateTie?[] ties = [.. sides.Select(s => network.Look(s.A, s.B))];
            StrategicTriangle? triangle = ties.All(t => t is { Sign: not 0 }) ? StrategicTriangle.Of(ties[0]!.Value.Sign, ties[1]!.Value.Sign, ties[2]!.Value.Sign) : null;
            if (parse.GetValue(json)) WriteJson(network, three, sides, ties, triangle);
            else WriteText(network, three, sides, ties, triangle);
            return triangle is null ? ExitCodes.Partial : ExitCodes.Ok;
        }));
        return command;
    }

    private static void WriteText(StateNetwork network, List<StateId> three, (StateId A, StateId B)[] sides, StateTie?[] ties, StrategicTriangle? triangle)
    {
        TextWriter o = Console.Out;
        string year = network.Year.ToString(CultureInfo.InvariantCulture);
        o.WriteLine($"{string.Join(", ", three.Select(network.NameOf))} in {year}");
        for (int i = 0; i < sides.Length; i++)
        {
            string sign = ties[i] switch { null => "?", { Sign: > 0 } => "+", { Sign: < 0 } => "−", _ => "no tie" };
            string number = ties[i] is not { } t ? "too little is known"
                : t.Low is null ? string.Create(CultureInfo.InvariantCulture, $"{t.On} {t.Value:0.###}")
                : string.Create(CultureInfo.InvariantCulture, $"{t.On} {t.Value:0} (90 % interval {t.Low:0}–{t.High:0}; {t.Inputs} inputs)");
            o.WriteLine($"  {sign,-6} {network.NameOf(sides[i].A)} – {network.NameOf(sides[i].B)}: {number}");
        }
        o.WriteLine(triangle is { } found
            ? $"{Words(found.Kind)}, {(found.IsBalanced ? "balanced" : "unbalanced")}{Odd(found, three, network)}."
            : "No triangle: a side is no tie. Other bounds: --above, --below.");
    }

    private static string Odd(StrategicTriangle triangle, List<StateId> three, StateNetwork network) => triangle.Odd is not { } odd ? ""
        : triangle.Kind == StrategicTriangleKind.Romantic ? $"; {network.NameOf(three[odd])} is the pivot, friend of two enemies" : $"; {network.NameOf(three[odd])} is the outcast of two friends";

    private static string Words(StrategicTriangleKind kind) => kind switch
    {
        StrategicTriangleKind.MenageATrois => "Ménage à trois (+ + +)",
        StrategicTriangleKind.Romantic => "Romantic triangle (+ + −)",
        StrategicTriangleKind.StableMarriage => "Stable marriage (+ − −)",
        _ => "Unit veto (− − −)",
    };

    private static void WriteJson(StateNetwork network, List<StateId> three, (StateId A, StateId B)[] sides, StateTie?[] ties, StrategicTriangle? triangle) =>
        Console.Out.WriteLine(JsonSerializer.Serialize(new
        {
            year = network.Year,
            states = three.Select(s => s.Code),
            sides = sides.Select((s, i) => new { from = s.A.Code, to = s.B.Code, sign = ties[i]?.Sign, on = ties[i]?.On, value = ties[i]?.Value, q5 = ties[i]?.Low, q95 = ties[i]?.High, inputs = ties[i]?.Inputs }),
            kind = triangle?.Kind switch
            {
                null => null,
                StrategicTriangleKind.MenageATrois => "menage-a-trois",
                StrategicTriangleKind.Romantic => "romantic",
                StrategicTriangleKind.StableMarriage => "stable-marriage",
                _ => "unit-veto",
            },
            balanced = triangle?.IsBalanced,
            odd = triangle?.Odd is { } odd ? three[odd].Code : null,
        }));
}
