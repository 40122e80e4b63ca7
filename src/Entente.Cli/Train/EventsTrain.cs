using System.CommandLine;
using System.Text.Json;
using Entente.Cli.Eval;
using Entente.Evaluation.Events;
using Entente.Training.Events;

namespace Entente.Cli.Train;

/// <summary><c>entente train events --gold FILE… --out FILE</c>.</summary>
internal static class EventsTrain
{
    public static Command Create()
    {
        var gold = new Option<FileInfo[]>("--gold") { Required = true, AllowMultipleArgumentsPerToken = true, Description = "TSV with marked_sentence, gold_penta and gold_root; .gz too." };
        var output = new Option<FileInfo>("--out") { Required = true, Description = "Where to write the model." };
        var errors = new Option<FileInfo?>("--errors") { Description = "Where to write what cross-validation got wrong." };
        var defaults = new EventTrainingOptions();
        var epochs = new Option<int>("--epochs") { DefaultValueFactory = _ => defaults.Epochs };
        var rate = new Option<double>("--rate") { DefaultValueFactory = _ => defaults.Rate };
        var penalty = new Option<double>("--penalty") { DefaultValueFactory = _ => defaults.Penalty };
        var balance = new Option<double>("--balance") { DefaultValueFactory = _ => defaults.Balance };
        var command = new Command("events", "Train the event scorer on sentences with a marked source and target.") { gold, output, errors, epochs, rate, penalty, balance };
        command.SetAction(async (parse, ct) =>
        {
            var sentences = new List<MarkedSentence>();
            try
            {
                foreach (FileInfo file in parse.GetRequiredValue(gold))
                {
                    if (MarkedSentence.Parse(await EventsEval.LinesAsync(file, ct).ConfigureAwait(false)) is not { } read)
                    {
                        await Console.Error.WriteLineAsync($"{file.Name}: the first line does not name marked_sentence, gold_penta and gold_root.").ConfigureAwait(false);
                        return ExitCodes.Input;
                    }
                    sentences.AddRange(read);
                }
                TrainedEvents trained = EventTraining.Train(sentences, ReadingOptions.Parser(), defaults with
                {
                    Epochs = parse.GetValue(epochs),
                    Rate = parse.GetValue(rate),
                    Penalty = parse.GetValue(penalty),
                    Balance = parse.GetValue(balance),
                });
                using (FileStream stream = parse.GetRequiredValue(output).Create()) trained.Scorer.Write(stream);
                if (parse.GetValue(errors) is { } misses) await File.WriteAllLinesAsync(misses.FullName, trained.Misses, ct).ConfigureAwait(false);
                Console.Out.WriteLine(JsonSerializer.Serialize(EventsEval.Report(trained.CrossValidated)));
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
