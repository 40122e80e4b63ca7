using System.CommandLine;
using System.Text.Encodings.Web;
using System.Text.Json;
using Entente.Order;

namespace Entente.Cli.Order;

/// <summary><c>entente order blocs FILE</c>: blocs of a signed network by signed modularity, with their stability, as JSON.</summary>
internal static class OrderBlocs
{
    private static readonly JsonSerializerOptions Json = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    public static Command Create()
    {
        var file = new Argument<FileInfo>("FILE") { Description = "CSV with the columns from, to, sign (1 or -1)." };
        var resamples = new Option<int>("--resamples") { Description = "Resamples, each without a tenth of the ties, for the stability.", DefaultValueFactory = _ => 100 };
        var seed = new Option<int>("--seed") { Description = "Seed of orders and resamples.", DefaultValueFactory = _ => 1 };
        var command = new Command("blocs", "Blocs by signed modularity, and how stable they are. A heuristic, not a proof.") { file, resamples, seed };
        command.SetAction(parse =>
        {
            if (parse.GetValue(resamples) is < 0 or > 100_000)
            {
                Console.Error.WriteLine("--resamples takes 0 to 100,000.");
                return ExitCodes.Usage;
            }
            try
            {
                using var reader = new StreamReader(parse.GetRequiredValue(file).FullName);
                SignedNetwork network = SignedNetwork.Read(reader);
                BlocDivision division = SignedBlocs.Of(network, parse.GetValue(resamples), parse.GetValue(seed));
                Console.Out.WriteLine(JsonSerializer.Serialize(new
                {
                    n = network.Names.Count,
                    m = network.Edges.Count,
                    modularity = division.Modularity,
                    blocs = division.Bloc.Index().GroupBy(b => b.Item).OrderBy(g => g.Key).Select(g => new
                    {
                        members = g.Select(b => network.Names[b.Index]),
                        stability = g.Average(b => division.Stability[b.Index]),
                    }),
                }, Json));
                return ExitCodes.Ok;
            }
            catch (Exception e) when (e is IOException or UnauthorizedAccessException or FormatException or ArgumentException)
            {
                Console.Error.WriteLine(e.Message);
                return ExitCodes.Input;
            }
        });
        return command;
    }
}
