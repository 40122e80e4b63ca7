using System.CommandLine;
using System.IO.Compression;
using System.Text.Json;
using Entente.Evaluation.Quotations;
using Entente.Language;

namespace Entente.Cli.Eval;

/// <summary><c>entente eval quotations FILE…</c>: prints <c>{n, precision, recall, f1, speaker_accuracy}</c>.</summary>
internal static class QuotationsEval
{
    public static Command Create()
    {
        var files = new Argument<FileInfo[]>("FILE") { Arity = ArgumentArity.OneOrMore, Description = "PolNeAR as JSON lines {id, text, annotations}; .gz too." };
        var errors = new Option<FileInfo?>("--errors") { Description = "Write each missed, spurious or wrongly attributed quotation to this file, as JSON lines." };
        var command = new Command("quotations", "Score quotations and their speakers.") { files, errors };
        command.SetAction(async (parse, ct) =>
        {
            var misses = new List<string>();
            var scorer = new QuotationScorer(new RuleSentenceParser());
            try
            {
                foreach (FileInfo file in parse.GetRequiredValue(files))
                    foreach (string line in await ReadAsync(file, ct).ConfigureAwait(false))
                        if (!string.IsNullOrWhiteSpace(line)) scorer.Add(line, (error, text) => misses.Add(JsonSerializer.Serialize(new { error, text })));
                if (parse.GetValue(errors) is { } log) await File.WriteAllLinesAsync(log.FullName, misses, ct).ConfigureAwait(false);
            }
            catch (Exception e) when (e is IOException or UnauthorizedAccessException or JsonException or InvalidDataException or KeyNotFoundException or InvalidOperationException)
            {
                await Console.Error.WriteLineAsync(e.Message).ConfigureAwait(false);
                return ExitCodes.Input;
            }
            QuotationScore score = scorer.Score;
            Console.Out.WriteLine(JsonSerializer.Serialize(new { n = score.N, precision = score.Precision, recall = score.Recall, f1 = score.F1, speaker_accuracy = score.SpeakerAccuracy }));
            return ExitCodes.Ok;
        });
        return command;
    }

    private static async Task<string[]> ReadAsync(FileInfo file, CancellationToken ct)
    {
        FileStream raw = file.OpenRead();
        await using (raw.ConfigureAwait(false))
        {
            using var reader = new StreamReader(file.Name.EndsWith(".gz", StringComparison.OrdinalIgnoreCase) ? new GZipStream(raw, CompressionMode.Decompress) : raw);
            return (await reader.ReadToEndAsync(ct).ConfigureAwait(false)).Split('\n');
        }
    }
}
