using System.CommandLine;
using System.Text.Encodings.Web;
using System.Text.Json;
using Entente.Evaluation;
using Entente.Evaluation.Quotations;
using Entente.Language;

namespace Entente.Cli.Eval;

/// <summary><c>entente eval quotations FILE…</c>: prints <c>{n, precision, recall, f1, speaker_accuracy, exact_f1, any_f1, word_f1}</c>.</summary>
internal static class QuotationsEval
{
    private static readonly JsonSerializerOptions Readable = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping, PropertyNamingPolicy = JsonNamingPolicy.SnakeCaseLower };

    public static Command Create()
    {
        var files = new Argument<FileInfo[]>("FILE") { Arity = ArgumentArity.OneOrMore, Description = "PolNeAR as JSON lines {id, text, annotations}; .gz too." };
        var errors = new Option<FileInfo?>("--errors") { Description = "Write each missed, spurious, wrongly cut or wrongly attributed quotation to this file, as JSON lines." };
        var plain = new Option<bool>("--plain") { Description = "Cut words by rule instead of parsing: faster, less right." };
        var command = new Command("quotations", "Score quotations and their speakers.") { files, errors, plain };
        command.SetAction(async (parse, ct) =>
        {
            var misses = new List<string>();
            var scorer = new QuotationScorer(parse.GetValue(plain) ? new RuleSentenceParser() : ReadingOptions.Parser());
            try
            {
                foreach (FileInfo file in parse.GetRequiredValue(files))
                    foreach (string line in GoldLines.Read(file))
                    {
                        ct.ThrowIfCancellationRequested();
                        scorer.Add(line, error => misses.Add(JsonSerializer.Serialize(error, Readable)));
                    }
                if (parse.GetValue(errors) is { } log) await File.WriteAllLinesAsync(log.FullName, misses, ct).ConfigureAwait(false);
            }
            catch (Exception e) when (e is IOException or UnauthorizedAccessException or JsonException or InvalidDataException or KeyNotFoundException or InvalidOperationException)
            {
                await Console.Error.WriteLineAsync(e.Message).ConfigureAwait(false);
                return ExitCodes.Input;
            }
            QuotationScore score = scorer.Score;
            Console.Out.WriteLine(JsonSerializer.Serialize(new
            {
                n = score.N,
                precision = score.Precision,
                recall = score.Recall,
                f1 = score.F1,
                speaker_accuracy = score.SpeakerAccuracy,
                exact_f1 = score.ExactF1,
                any_f1 = score.AnyF1,
                word_f1 = score.WordF1,
            }));
            return ExitCodes.Ok;
        });
        return command;
    }
}
