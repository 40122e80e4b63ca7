using System.CommandLine;
using System.Globalization;
using Entente.Briefings;
using Entente.Order;
using Entente.Solvers;

namespace Entente.Cli.Order;

/// <summary><c>entente order</c>: the system of states in a year; its parts are verbs of their own.</summary>
internal static class OrderCommand
{
    public static Command Create()
    {
        var options = new OrderOptions();
        var resamples = new Option<int>("--resamples") { Description = "Resamples from the alignments' intervals, for the stability of blocs.", DefaultValueFactory = _ => 100 };
        var seed = new Option<int>("--seed") { Description = "Seed of orders and resamples.", DefaultValueFactory = _ => 1 };
        var limit = new Option<double>("--time-limit") { Description = "Seconds of the search for the frustration index at most; past them the best split and the bound are given.", DefaultValueFactory = _ => 10 };
        var json = new Option<bool>("--json") { Description = "All of it as JSON." };
        var csv = new Option<string?>("--csv") { Description = "states (default) or ties, as CSV.", Arity = ArgumentArity.ZeroOrOne };
        var svg = new Option<FileInfo?>("--svg") { Description = "Write a picture of the network." };
        var command = new Command("order", "The system of states in a year: blocs, balance, frustrated ties, who stands where.")
        {
            resamples, seed, limit, json, csv, svg, OrderTriangle.Create(), OrderFrustration.Create(), OrderBlocs.Create(), OrderLandscape.Create(),
        };
        options.AddTo(command);
        command.SetAction(parse => DyadArguments.With(parse.GetValue(options.Panel), directory =>
        {
            if (parse.GetValue(resamples) is < 0 or > 10_000 || parse.GetValue(limit) is not (> 0 and < 1e6))
                return Usage("--resamples takes 0 to 10,000, --time-limit a number of seconds above 0.");
            bool asCsv = parse.GetResult(csv) is not null;
            string of = parse.GetValue(csv) ?? "states";
            if (of is not ("states" or "ties")) return Usage($"--csv takes states or ties, not '{of}'.");
            if (options.Network(parse, directory, out DateOnly asOf) is not { } network) return ExitCodes.Usage;
            var solve = new FrustrationOptions { TimeLimit = TimeSpan.FromSeconds(parse.GetValue(limit)) };
            SystemOrder order = SystemOrder.Of(network, n => FrustrationSolver.Solve(n, solve), parse.GetValue(resamples), parse.GetValue(seed));
            if (parse.GetValue(svg) is { } file)
            {
                File.WriteAllText(file.FullName, OrderSvg.Render(order));
                Console.Error.WriteLine($"Written to {file.FullName}.");
            }
            if (parse.GetValue(json)) Console.Out.Write(OrderJson.Render(order, asOf));
            else if (asCsv) Console.Out.Write(of == "ties" ? OrderJson.TiesCsv(order) : OrderJson.StatesCsv(order));
            else if (parse.GetValue(svg) is null) Console.Out.Write(OrderText.Render(order, string.Create(CultureInfo.InvariantCulture, $"from the record to {asOf:yyyy-MM-dd}"), ColorAllowed()));
            return ExitCodes.Ok;
        }));
        return command;
    }

    public static bool ColorAllowed() => !Console.IsOutputRedirected && string.IsNullOrEmpty(Environment.GetEnvironmentVariable("NO_COLOR"));

    private static int Usage(string why)
    {
        Console.Error.WriteLine(why);
        return ExitCodes.Usage;
    }
}
