using System.CommandLine;
using System.Text.Json;
using Entente.Evaluation;
using Entente.Evaluation.Quotations;
using Entente.Language;
using Entente.Training.Quotations;

namespace Entente.Cli.Train;

/// <summary><c>entente train quotations --gold FILE… [--out FILE]</c>: prints the figures of cross-validation as one JSON object.</summary>
internal static class QuotationsTrain
{
    public static Command Create()
    {
        var gold = new Option<FileInfo[]>("--gold") { Required = true, Arity = ArgumentArity.OneOrMore, AllowMultipleArgumentsPerToken = true, Description = "PolNeAR as JSON lines {id, text, annotations}; .gz too." };
        var output = new Option<FileInfo?>("--out") { Description = "Where the model goes; without it only figures are printed." };
        var folds = new Option<int>("--folds") { DefaultValueFactory = _ => 5, Description = "Parts of the cross-validation, by article." };
        var epochs = new Option<int>("--epochs") { DefaultValueFactory = _ => 8, Description = "Passes over the examples." };
        var parsed = new Option<bool>("--parsed") { Description = "Train on tags and heads of the English model, for readers that have them." };
        var seed = new Option<int>("--seed") { DefaultValueFactory = _ => 1, Description = "The same seed gives the same model." };
        var command = new Command("quotations", "Train the reader of quotations.") { gold, output, folds, epochs, parsed, seed };
        command.SetAction((parse, ct) =>
        {
            try
            {
                GoldArticle[] articles = [.. parse.GetRequiredValue(gold).SelectMany(f => GoldLines.Read(f)).Select(GoldArticle.Parse)];
                using var model = new MemoryStream();
                var options = new QuotationTrainerOptions(parse.GetValue(folds), parse.GetValue(epochs), parse.GetValue(seed));
                FileInfo? file = parse.GetValue(output);
                QuotationTraining trained = QuotationTrainer.Train(articles, parse.GetValue(parsed) ? ReadingOptions.Parser() : new RuleSentenceParser(), options, file is null ? null : model, s =>
                {
                    ct.ThrowIfCancellationRequested();
                    Console.Error.WriteLine(s);
                });
                if (file is not null) File.WriteAllBytes(file.FullName, model.ToArray());
                Console.Out.WriteLine(JsonSerializer.Serialize(new
                {
                    articles = trained.Articles,
                    attributions = trained.Attributions,
                    cue_f1 = trained.CueF1,
                    content_given_cue = trained.ContentGivenCue,
                    precision = trained.Precision,
                    recall = trained.Recall,
                    f1 = trained.F1,
                    exact_f1 = trained.ExactF1,
                    threshold = trained.Threshold,
                }));
                return Task.FromResult(ExitCodes.Ok);
            }
            catch (Exception e) when (e is IOException or UnauthorizedAccessException or JsonException or InvalidDataException or KeyNotFoundException or InvalidOperationException)
            {
                Console.Error.WriteLine(e.Message);
                return Task.FromResult(ExitCodes.Input);
            }
        });
        return command;
    }
}
