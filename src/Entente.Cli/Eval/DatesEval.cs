using System.CommandLine;
using System.IO.Compression;
using System.Text.Json;
using Entente.Evaluation.Dates;

namespace Entente.Cli.Eval;

/// <summary><c>entente eval dates FILE…</c>: prints <c>{n, span_f1, value_f1, overlap_value_f1}</c>, and <c>news</c> and <c>by_spec</c> where the set names its cases.</summary>
internal static class DatesEval
{
    public static Command Create()
    {
        var files = new Argument<FileInfo[]>("FILE") { Arity = ArgumentArity.OneOrMore, Description = "JSON lines of MEANTIME or Recognizers-Text form; .gz too." };
        var errors = new Option<FileInfo?>("--errors") { Description = "Write each miss to this file, as JSON lines." };
        var command = new Command("dates", "Score expressions of time and their values.") { files, errors };
        command.SetAction(async (parse, ct) =>
        {
            var misses = new List<string>();
            var lines = new List<string>();
            try
            {
                foreach (FileInfo file in parse.GetRequiredValue(files)) lines.AddRange(await ReadAsync(file, ct).ConfigureAwait(false));
                DateScore score = DateScorer.Score(lines, misses.Add);
                if (parse.GetValue(errors) is { } log) await File.WriteAllLinesAsync(log.FullName, misses, ct).ConfigureAwait(false);
                Console.Out.WriteLine(JsonSerializer.Serialize(score.News is null
                    ? Figures(score)
                    : new { n = score.N, span_f1 = score.SpanF1, value_f1 = score.ValueF1, overlap_value_f1 = score.OverlapValueF1, news = Figures(score.News), by_spec = score.BySpec.ToDictionary(p => p.Key, p => Figures(p.Value), StringComparer.Ordinal) }));
                return ExitCodes.Ok;
            }
            catch (Exception e) when (e is IOException or UnauthorizedAccessException or JsonException or InvalidDataException)
            {
                await Console.Error.WriteLineAsync(e.Message).ConfigureAwait(false);
                return ExitCodes.Input;
            }
        });
        return command;
    }

    private static object Figures(DateScore score) => new { n = score.N, span_f1 = score.SpanF1, value_f1 = score.ValueF1, overlap_value_f1 = score.OverlapValueF1 };

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
