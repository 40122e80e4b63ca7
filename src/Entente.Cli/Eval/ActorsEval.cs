using System.CommandLine;
using System.IO.Compression;
using System.Text.Json;
using Entente.Evaluation.Actors;

namespace Entente.Cli.Eval;

/// <summary><c>entente eval actors FILE…</c>: prints <c>{n, state_accuracy, sector_accuracy}</c>.</summary>
internal static class ActorsEval
{
    public static Command Create()
    {
        var files = new Argument<FileInfo[]>("FILE") { Arity = ArgumentArity.OneOrMore, Description = "JSON lines of {text, context?, date?, state, sector?}; .gz too." };
        var errors = new Option<FileInfo?>("--errors") { Description = "Write each miss to this file, as JSON lines." };
        var command = new Command("actors", "Score the state and sector of actor phrases.") { files, errors };
        command.SetAction(async (parse, ct) =>
        {
            var misses = new List<string>();
            var lines = new List<string>();
            try
            {
                foreach (FileInfo file in parse.GetRequiredValue(files)) lines.AddRange(await ReadAsync(file, ct).ConfigureAwait(false));
                ActorScore score = ActorScorer.Score(lines, misses.Add);
                if (parse.GetValue(errors) is { } log) await File.WriteAllLinesAsync(log.FullName, misses, ct).ConfigureAwait(false);
                Console.Out.WriteLine(JsonSerializer.Serialize(new { n = score.N, state_accuracy = score.StateAccuracy, sector_accuracy = score.SectorAccuracy }));
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
