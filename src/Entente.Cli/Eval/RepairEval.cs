using System.CommandLine;
using System.IO.Compression;
using System.Text.Json;
using Entente.Evaluation.Repair;

namespace Entente.Cli.Eval;

/// <summary><c>entente eval repair FILE…</c>: prints <c>{n, exact, untouched_kept}</c>.</summary>
internal static class RepairEval
{
    public static Command Create()
    {
        var files = new Argument<FileInfo[]>("FILE") { Arity = ArgumentArity.OneOrMore, Description = "JSON array of {original, fixed, fixed-encoding?} or JSON lines of {broken, fixed}; .gz too." };
        var errors = new Option<FileInfo?>("--errors") { Description = "Write each case that is not restored to this file, as JSON lines." };
        var command = new Command("repair", "Score the repair of text decoded in a wrong charset.") { files, errors };
        command.SetAction(async (parse, ct) =>
        {
            var cases = new List<RepairCase>();
            foreach (FileInfo file in parse.GetRequiredValue(files))
            {
                try
                {
                    cases.AddRange(RepairCase.Parse(await ReadAsync(file, ct).ConfigureAwait(false)));
                }
                catch (Exception e) when (e is IOException or UnauthorizedAccessException or JsonException or InvalidDataException)
                {
                    await Console.Error.WriteLineAsync($"{file}: {e.Message}").ConfigureAwait(false);
                    return ExitCodes.Input;
                }
            }
            var wrong = new List<string>();
            RepairScore score = RepairScorer.Score(cases, (c, got) => wrong.Add(JsonSerializer.Serialize(new { original = c.Original, expected = c.Expected, got })));
            if (parse.GetValue(errors) is { } log) await File.WriteAllLinesAsync(log.FullName, wrong, ct).ConfigureAwait(false);
            Console.Out.WriteLine(JsonSerializer.Serialize(new { n = score.N, exact = score.Exact, untouched_kept = score.UntouchedKept }));
            return ExitCodes.Ok;
        });
        return command;
    }

    private static async Task<string> ReadAsync(FileInfo file, CancellationToken ct)
    {
        FileStream raw = file.OpenRead();
        await using (raw.ConfigureAwait(false))
        {
            using var reader = new StreamReader(file.Name.EndsWith(".gz", StringComparison.OrdinalIgnoreCase) ? new GZipStream(raw, CompressionMode.Decompress) : raw);
            return await reader.ReadToEndAsync(ct).ConfigureAwait(false);
        }
    }
}
