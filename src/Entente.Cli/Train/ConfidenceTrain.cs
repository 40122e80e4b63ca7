using System.CommandLine;
using System.Text.Json;
using Entente.Evaluation.Events;
using Entente.Training.Events;

namespace Entente.Cli.Train;

/// <summary><c>entente train confidence --gold FILE --out FILE</c>.</summary>
internal static class ConfidenceTrain
{
    public static Command Create()
    {
        var gold = new Option<FileInfo>("--gold") { Required = true, Description = "Annotated sentences as JSON Lines that no rule was made on." };
        var texts = new Option<DirectoryInfo?>("--texts") { Description = "Where the files are that the gold names." };
        var output = new Option<FileInfo>("--out") { Required = true, Description = "Where to write the table of weights." };
        var command = new Command("confidence", "Fit the confidence of whole events to annotated sentences, read with the shipped scorer.") { gold, texts, output };
        command.SetAction(async (parse, ct) =>
        {
            try
            {
                string[] lines = await File.ReadAllLinesAsync(parse.GetRequiredValue(gold).FullName, ct).ConfigureAwait(false);
                FittedConfidence fitted = ConfidenceTraining.Fit(WholeEventGold.Read(lines, parse.GetValue(texts)?.FullName), ReadingOptions.Parser());
                await File.WriteAllTextAsync(parse.GetRequiredValue(output).FullName, fitted.Confidence.Write(), ct).ConfigureAwait(false);
                Console.Out.WriteLine(JsonSerializer.Serialize(new { n = fitted.N, right = fitted.Right, left_out_calibration_error = fitted.LeftOutError }));
                return ExitCodes.Ok;
            }
            catch (Exception e) when (e is IOException or UnauthorizedAccessException or InvalidDataException)
            {
                await Console.Error.WriteLineAsync(e.Message).ConfigureAwait(false);
                return ExitCodes.Input;
            }
        });
        return command;
    }
}
