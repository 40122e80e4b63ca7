using System.CommandLine;
using System.Text.Encodings.Web;
using System.Text.Json;
using Entente.Order;

namespace Entente.Cli.Order;

/// <summary><c>entente order landscape FILE</c>: minima of the energy landscape with their basins, as JSON.</summary>
internal static class OrderLandscape
{
    private static readonly JsonSerializerOptions Json = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    public static Command Create()
    {
        var file = new Argument<FileInfo?>("FILE")
        {
            Description = "JSON: sizes {name: size} (or an array, with names), propensities {name: {name: p}} (or a square array). A pair left out has propensity 0.",
            Arity = ArgumentArity.ZeroOrOne,
        };
        var states = new OrderLandscapeOfStates();
        var command = new Command("landscape", "Landscape theory: every minimum with its energy and basin over all configurations.") { file };
        states.AddTo(command);
        command.SetAction(parse =>
        {
            if (parse.GetValue(file) is not { } given) return states.Run(parse);
            if (states.AreGiven(parse))
            {
                Console.Error.WriteLine("Give a FILE or --states, not both.");
                return ExitCodes.Usage;
            }
            try
            {
                using JsonDocument document = JsonDocument.Parse(File.ReadAllText(given.FullName));
                (string[] names, double[] sizes, double[][] propensities) = Read(document.RootElement);
                IReadOnlyList<LandscapeMinimum> minima = Landscape.Minima(names, sizes, propensities);
                Console.Out.WriteLine(JsonSerializer.Serialize(new
                {
                    n = names.Length,
                    configurations = 1 << (names.Length - 1),
                    minima = minima.Select(m => new { energy = m.Energy, basin = m.Basin, sides = m.Sides }),
                }, Json));
                return ExitCodes.Ok;
            }
            catch (Exception e) when (e is IOException or UnauthorizedAccessException or JsonException or InvalidDataException or ArgumentException or InvalidOperationException or FormatException)
            {
                Console.Error.WriteLine(e.Message);
                return ExitCodes.Input;
            }
        });
        return command;
    }

    private static (string[] Names, double[] Sizes, double[][] Propensities) Read(JsonElement root)
    {
        if (root.ValueKind != JsonValueKind.Object || !root.TryGetProperty("sizes", out JsonElement sizes) || !root.TryGetProperty("propensities", out JsonElement propensities))
            throw new InvalidDataException("An object with 'sizes' and 'propensities' is expected.");
        string[] names = sizes.ValueKind == JsonValueKind.Object
            ? [.. sizes.EnumerateObject().Select(p => p.Name)]
            : root.TryGetProperty("names", out JsonElement given) ? [.. given.EnumerateArray().Select(e => e.GetString() ?? "")]
            : [.. Enumerable.Range(1, sizes.GetArrayLength()).Select(i => i.ToString(System.Globalization.CultureInfo.InvariantCulture))];
        if (names.Distinct(StringComparer.Ordinal).Count() != names.Length) throw new InvalidDataException("A name stands twice.");
        double[] values = sizes.ValueKind == JsonValueKind.Object ? [.. sizes.EnumerateObject().Select(p => p.Value.GetDouble())] : [.. sizes.EnumerateArray().Select(e => e.GetDouble())];
        if (propensities.ValueKind == JsonValueKind.Array)
            return (names, values, [.. propensities.EnumerateArray().Select(row => row.EnumerateArray().Select(e => e.GetDouble()).ToArray())]);
        if (propensities.ValueKind != JsonValueKind.Object) throw new InvalidDataException("'propensities' must be an object of objects, or a square array.");
        double[][] matrix = [.. names.Select(_ => new double[names.Length])];
        bool[,] said = new bool[names.Length, names.Length];
        foreach (JsonProperty row in propensities.EnumerateObject())
            foreach (JsonProperty cell in row.Value.EnumerateObject())
            {
                int i = Index(names, row.Name), j = Index(names, cell.Name);
                double p = cell.Value.GetDouble();
                if (said[i, j] && matrix[i][j] != p) throw new InvalidDataException($"The propensity of {row.Name} and {cell.Name} is given as {matrix[i][j]} and {p}.");
                matrix[i][j] = matrix[j][i] = p;
                said[i, j] = said[j, i] = true;
            }
        return (names, values, matrix);
    }

    private static int Index(string[] names, string name) => Array.IndexOf(names, name) is >= 0 and int i ? i : throw new InvalidDataException($"'{name}' has a propensity and no size.");
}
