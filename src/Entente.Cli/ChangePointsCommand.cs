using System.CommandLine;
using System.Text.Json;
using Entente.Evaluation.Measures;
using Entente.Measures.ChangePoints;

namespace Entente.Cli;

/// <summary><c>entente changepoints --method M FILE</c>: where a series changes, as <c>{"locations":[…]}</c>.</summary>
internal static class ChangePointsCommand
{
    public static Command Create()
    {
        var file = new Argument<FileInfo>("FILE") { Description = "A series in the form of the Turing Change Point Dataset, or a JSON array of numbers; null is missing." };
        var method = new Option<string>("--method") { Description = "pelt, binseg, bocpd or ecp.", DefaultValueFactory = _ => "pelt" };
        method.AcceptOnlyFromAmong([.. ChangePointEvaluation.Methods.Keys]);
        var shortest = new Option<int>("--min-size") { Description = "Shortest segment of ecp.", DefaultValueFactory = _ => 30 };
        var most = new Option<int>("--max-changes") { Description = "Changes at most, binseg.", DefaultValueFactory = _ => 5 };
        var seed = new Option<ulong>("--seed") { Description = "Seed of ecp's permutations.", DefaultValueFactory = _ => 1 };
        var probabilities = new Option<bool>("--probabilities") { Description = "Also the posterior probability, by observation, that a new segment begins there." };
        var command = new Command("changepoints", "Finds where a series changes.") { file, method, shortest, most, seed, probabilities };
        command.SetAction(parse =>
        {
            try
            {
                SeriesFile series = SeriesFile.Parse(File.ReadAllText(parse.GetRequiredValue(file).FullName));
                if (series.Values.Count < series.Length) Console.Error.WriteLine($"{series.Length - series.Values.Count} observations are missing and were left out.");
                var options = new ChangePointOptions { ShortestSegment = parse.GetValue(shortest), MostChanges = parse.GetValue(most), Seed = parse.GetValue(seed) };
                var json = new Dictionary<string, object>(StringComparer.Ordinal) { ["locations"] = ChangePointEvaluation.Find(series, ChangePointEvaluation.Methods[parse.GetValue(method)!], options) };
                if (parse.GetValue(probabilities)) json["probabilities"] = Spread(series, ChangePointFinder.Probabilities([.. series.Values], options));
                Console.Out.WriteLine(JsonSerializer.Serialize(json));
                return ExitCodes.Ok;
            }
            catch (Exception e) when (e is IOException or UnauthorizedAccessException or InvalidDataException or ArgumentException)
            {
                Console.Error.WriteLine(e.Message);
                return ExitCodes.Input;
            }
        });
        return command;
    }

    // A missing observation has no probability.
    private static double?[] Spread(SeriesFile series, double[] probabilities)
    {
        var all = new double?[series.Length];
        for (int i = 0; i < probabilities.Length; i++) all[series.Positions[i]] = probabilities[i];
        return all;
    }
}
