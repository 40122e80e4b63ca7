using System.CommandLine;
using System.Text.Json;
using Entente.Evaluation.Measures;

namespace Entente.Cli.Eval;

/// <summary><c>entente eval changepoints DIR</c>: prints <c>{n, methods: {pelt: {f1, cover}, binseg, bocpd, ecp, zero}, skipped}</c>.</summary>
internal static class ChangePointsEval
{
    public static Command Create()
    {
        var directory = new Argument<DirectoryInfo>("DIR") { Description = "Folder with annotations.json and series/*.json of the Turing Change Point Dataset." };
        var command = new Command("changepoints", "Score the change-point methods on annotated series.") { directory };
        command.SetAction(parse =>
        {
            try
            {
                string root = parse.GetRequiredValue(directory).FullName;
                var annotations = ChangePointEvaluation.ParseAnnotations(File.ReadAllText(Path.Combine(root, "annotations.json")));
                var annotated = new List<(SeriesFile, IReadOnlyList<IReadOnlyCollection<int>>)>();
                var skipped = new List<string>();
                foreach (string path in Directory.EnumerateFiles(Path.Combine(root, "series"), "*.json").Order(StringComparer.Ordinal))
                {
                    string name = Path.GetFileNameWithoutExtension(path);
                    try
                    {
                        if (!annotations.TryGetValue(name, out var its) || its.Count == 0) throw new InvalidDataException("it has no annotation.");
                        annotated.Add((SeriesFile.Parse(File.ReadAllText(path)), its));
                    }
                    catch (InvalidDataException e)
                    {
                        skipped.Add(name);
                        Console.Error.WriteLine($"skipped {name}: {e.Message}");
                    }
                }
                if (annotated.Count == 0)
                {
                    Console.Error.WriteLine($"There is no annotated series in {root}.");
                    return ExitCodes.Input;
                }
                Console.Out.WriteLine(JsonSerializer.Serialize(new { n = annotated.Count, methods = ChangePointEvaluation.Score(annotated), skipped }));
                return ExitCodes.Ok;
            }
            catch (Exception e) when (e is IOException or UnauthorizedAccessException or InvalidDataException)
            {
                Console.Error.WriteLine(e.Message);
                return ExitCodes.Input;
            }
        });
        return command;
    }
}
