using System.CommandLine;
using System.Diagnostics;
using System.Text.Encodings.Web;
using System.Text.Json;
using Entente.Order;
using Entente.Solvers;

namespace Entente.Cli.Order;

/// <summary><c>entente order frustration FILE</c>: exact frustration index and balance of a signed network, as JSON.</summary>
internal static class OrderFrustration
{
    private static readonly JsonSerializerOptions Json = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    public static Command Create()
    {
        var file = new Argument<FileInfo>("FILE") { Description = "CSV with the columns from, to, sign (1 or -1)." };
        var limit = new Option<double>("--time-limit") { Description = "Seconds of search at most; past them the best split and the bound are given, and optimal is false.", DefaultValueFactory = _ => 60 };
        var most = new Option<int>("--partitions") { Description = "Co-optimal splits printed at most.", DefaultValueFactory = _ => 20 };
        var command = new Command("frustration", "The exact frustration index, its frustrated ties and all splits as good, with other indices of balance.") { file, limit, most };
        command.SetAction(parse =>
        {
            if (parse.GetValue(limit) is not (> 0 and < 1e6))
            {
                Console.Error.WriteLine("--time-limit takes a number of seconds above 0.");
                return ExitCodes.Usage;
            }
            try
            {
                using var reader = new StreamReader(parse.GetRequiredValue(file).FullName);
                SignedNetwork network = SignedNetwork.Read(reader);
                Console.Out.WriteLine(Run(network, new FrustrationOptions { TimeLimit = TimeSpan.FromSeconds(parse.GetValue(limit)), MostPartitions = parse.GetValue(most) }));
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

    private static string Run(SignedNetwork network, FrustrationOptions options)
    {
        var clock = Stopwatch.StartNew();
        Frustration found = FrustrationSolver.Solve(network, options);
        double seconds = clock.Elapsed.TotalSeconds;
        int m = network.Edges.Count;
        if (!found.IsOptimal) Console.Error.WriteLine($"Not proven: the index is between {found.LowerBound} and {found.Index}. Allow more with --time-limit.");
        if (found.PartitionCount > found.Partitions.Count || !found.PartitionsComplete)
            Console.Error.WriteLine($"{found.Partitions.Count} of {(found.PartitionsComplete ? "" : "at least ")}{found.PartitionCount} splits as good are given.");
        return JsonSerializer.Serialize(new
        {
            n = network.Names.Count,
            m,
            negative = network.Edges.Count(e => e.Sign < 0),
            frustration = found.Index,
            normalized = found.Normalized(m),
            optimal = found.IsOptimal,
            seconds,
            edges = found.Edges.Select(e => new { from = network.Names[e.From], to = network.Names[e.To], sign = e.Sign }),
            triangle_index = BalanceIndices.Triangles(network),
            walk_index = BalanceIndices.Walks(network),
            lower_bound = found.LowerBound,
            balanced = found.Index == 0,
            clusterable = BalanceIndices.AgainstClusters(network).Count == 0,
            partitions = found.Partitions.Select(p => new[] { Side(network, p, 1), Side(network, p, -1) }),
            partition_count = found.PartitionCount,
            partitions_complete = found.PartitionsComplete,
        }, Json);
    }

    private static string[] Side(SignedNetwork network, IReadOnlyList<int> sides, int side) => [.. network.Names.Where((_, i) => sides[i] == side)];
}
