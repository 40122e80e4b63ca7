using System.CommandLine;
using Entente.Training.Language;

namespace Entente.Cli.Train;

/// <summary><c>entente train language --treebank DIR… --out FILE</c>: treebanks to the tagger and parser.</summary>
internal static class LanguageTrain
{
    private static readonly TrainingOptions Defaults = new() { Treebanks = [], Output = "" };

    public static Command Create()
    {
        var treebanks = new Option<DirectoryInfo[]>("--treebank") { Required = true, AllowMultipleArgumentsPerToken = true, Description = "Folders with *-train.conllu and *-dev.conllu; .gz too." };
        var output = new Option<FileInfo>("--out") { Required = true, Description = "Model file to write; FILE.checkpoint beside it is what --resume goes on from." };
        var seed = new Option<int>("--seed") { Description = "Seed of every random choice.", DefaultValueFactory = _ => Defaults.Seed };
        var epochs = new Option<int>("--epochs") { Description = "Times the treebanks are read.", DefaultValueFactory = _ => Defaults.Epochs };
        var batch = new Option<int>("--batch") { Description = "Words of a batch, about.", DefaultValueFactory = _ => Defaults.BatchWords };
        var name = new Option<string>("--name") { Description = "Name and version the model will carry.", DefaultValueFactory = _ => Defaults.Name };
        var text = new Option<FileInfo[]>("--unlabelled") { AllowMultipleArgumentsPerToken = true, Description = "Plain text to learn from first: .txt, or .jsonl with a field 'text'; .gz too." };
        var passes = new Option<int>("--text-passes") { Description = "Times that text is read.", DefaultValueFactory = _ => Defaults.TextPasses };
        var resume = new Option<bool>("--resume") { Description = "Go on from the checkpoint." };
        foreach (Option<int> count in (Option<int>[])[epochs, batch, passes])
            count.Validators.Add(r =>
            {
                if (r.GetValueOrDefault<int>() < 1) r.AddError($"{count.Name} is 1 or more.");
            });
        var command = new Command("language", "Train the tagger and dependency parser on treebanks; progress and scores on the dev parts go to stderr.") { treebanks, output, text, passes, seed, epochs, batch, name, resume };
        command.SetAction((parse, cancellation) => Task.Run(
            () => Run(Defaults with
            {
                Treebanks = [.. parse.GetRequiredValue(treebanks).Select(d => d.FullName)],
                Output = parse.GetRequiredValue(output).FullName,
                Unlabelled = [.. (parse.GetValue(text) ?? []).Select(f => f.FullName)],
                TextPasses = parse.GetValue(passes),
                Seed = parse.GetValue(seed),
                Epochs = parse.GetValue(epochs),
                BatchWords = parse.GetValue(batch),
                Name = parse.GetValue(name)!,
                Resume = parse.GetValue(resume),
            },
            cancellation),
            CancellationToken.None));
        return command;
    }

    private static int Run(TrainingOptions options, CancellationToken cancellation)
    {
        try
        {
            new LanguageTrainer(options, Console.Error.WriteLine).Train(cancellation);
            return ExitCodes.Ok;
        }
        catch (OperationCanceledException)
        {
            Console.Error.WriteLine("Stopped. --resume goes on after the last whole epoch.");
            return ExitCodes.Interrupted;
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException or InvalidDataException)
        {
            Console.Error.WriteLine(e.Message);
            return ExitCodes.Input;
        }
    }
}
