using System.CommandLine;
using System.Globalization;
using System.Text.Encodings.Web;
using System.Text.Json;
using Entente.Order;
using Entente.Questions;

namespace Entente.Cli.Order;

/// <summary><c>entente order landscape --states A B C …</c>: the landscape of chosen states of a year, propensities from their alignments.</summary>
internal sealed class OrderLandscapeOfStates
{
    private const int Shown = 10;
    private static readonly JsonSerializerOptions Json = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    private readonly Option<string[]> _states = new("--states") { Description = "States of the record instead of a file, 2 to 24.", AllowMultipleArgumentsPerToken = true };
    private readonly Option<bool> _json = new("--json") { Description = "With --states: JSON instead of text." };
    private readonly OrderOptions _options = new();

    public void AddTo(Command command)
    {
        command.Add(_states);
        command.Add(_json);
        _options.AddTo(command);
    }

    public bool AreGiven(ParseResult parse) => parse.GetValue(_states) is { Length: > 0 };

    public int Run(ParseResult parse)
    {
        string[] written = parse.GetValue(_states) ?? [];
        if (written.Length is < 2 or > Landscape.MostStates)
        {
            Console.Error.WriteLine(FormattableString.Invariant($"Give a FILE, or 2 to {Landscape.MostStates} states after --states: every configuration is visited. {written.Length} are given."));
            return ExitCodes.Usage;
        }
        return DyadArguments.With(parse.GetValue(_options.Panel), directory =>
        {
            if (_options.Network(parse, directory, out _) is not { } network) return ExitCodes.Usage;
            var states = new List<StateId>();
            foreach (string name in written)
            {
                if (OrderOptions.Member(name, network) is not { } id) return ExitCodes.Usage;
                if (states.Contains(id))
                {
                    Console.Error.WriteLine($"{network.NameOf(id)} is named twice.");
                    return ExitCodes.Usage;
                }
                states.Add(id);
            }
            bool aligned = network.Rules is [{ On: StateNetwork.Alignment }];
            double Propensity(StateTie? tie) => tie is not { } t ? 0 : aligned ? (t.Value - 50) / 50 : t.Sign;
            double[][] propensities = [.. states.Select(a => states.Select(b => Propensity(network.Look(a, b))).ToArray())];
            (double[] sizes, string from) = Sizes(directory, states, network.Year);
            string[] names = [.. states.Select(s => s.Code)];
            IReadOnlyList<LandscapeMinimum> minima = Landscape.Minima(names, sizes, propensities);
            string[] unknown = [.. states.SelectMany((a, i) => states.Skip(i + 1).Where(b => network.Look(a, b) is null).Select(b => $"{a}-{b}"))];
            if (unknown.Length > 0) Console.Error.WriteLine($"Too little is known of {string.Join(", ", unknown)}: their propensity is 0.");
            if (parse.GetValue(_json))
                Console.Out.WriteLine(JsonSerializer.Serialize(new
                {
                    n = names.Length,
                    configurations = 1 << (names.Length - 1),
                    minima = minima.Select(m => new { energy = m.Energy, basin = m.Basin, sides = m.Sides }),
                    year = network.Year,
                    states = names,
                    sizes,
                    sizes_from = from,
                    propensities,
                    unknown,
                }, Json));
            else WriteText(network, states, minima, from, aligned);
            return ExitCodes.Ok;
        });
    }

    // Capabilities, where they are known of all; half of them known would make the others nothing.
    private static (double[] Sizes, string From) Sizes(string directory, List<StateId> states, int year)
    {
        IReadOnlyDictionary<StateId, double> capabilities = ReferencePanel.Open(directory).Capabilities(year);
        return states.All(capabilities.ContainsKey)
            ? ([.. states.Select(s => capabilities[s])], "shares of the world's material capabilities (COW CINC), last known")
            : ([.. states.Select(_ => 1.0)], "equal");
    }

    private static void WriteText(StateNetwork network, List<StateId> states, IReadOnlyList<LandscapeMinimum> minima, string from, bool aligned)
    {
        TextWriter o = Console.Out;
        int all = 1 << (states.Count - 1);
        o.WriteLine(string.Create(CultureInfo.InvariantCulture, $"Landscape of {states.Count} states in {network.Year}: {all:N0} configurations, {minima.Count} minima"));
        o.WriteLine(aligned ? "Propensity: (alignment − 50) / 50." : $"Propensity: the sign of the tie on {string.Join(", ", network.Rules.Select(r => r.On))}.");
        o.WriteLine(from == "equal" ? "Sizes: equal, since capabilities are not known of all of them." : $"Sizes: {from}.");
        foreach ((int i, LandscapeMinimum m) in minima.Take(Shown).Index())
        {
            o.WriteLine();
            o.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{i + 1,3}. energy {m.Energy:0.####}, reached from {m.Basin:N0} configurations ({m.Basin / (double)all:P1})"));
            foreach (IReadOnlyList<string> side in m.Sides)
                o.WriteLine($"     {(side.Count == 0 ? "(nobody)" : string.Join(' ', side))}");
        }
        if (minima.Count > Shown) o.WriteLine(string.Create(CultureInfo.InvariantCulture, $"\n     … and {minima.Count - Shown} more: --json"));
    }
}
