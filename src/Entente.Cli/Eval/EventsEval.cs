using System.CommandLine;
using System.IO.Compression;
using System.Text.Json;
using Entente.Evaluation.Events;

namespace Entente.Cli.Eval;

/// <summary><c>entente eval events FILE…</c>: prints <c>{n, macro_f1_root, macro_f1_penta, accuracy_root, per_class, calibration_error}</c>.</summary>
internal static class EventsEval
{
    public static Command Create()
    {
        var files = new Argument<FileInfo[]>("FILE") { Arity = ArgumentArity.OneOrMore, Description = "TSV with marked_sentence, gold_penta and gold_root, columns in the same order in each; or .jsonl of whole events; .gz too." };
        var texts = new Option<DirectoryInfo?>("--texts") { Description = "Where the files are that gold of whole events names." };
        var errors = new Option<FileInfo?>("--errors") { Description = "Where to write what was missed or read wrongly; whole events only." };
        var command = new Command("events", "Score events: types of marked relations (TSV), or whole events (JSON Lines).") { files, texts, errors };
        command.SetAction(async (parse, ct) =>
        {
            var lines = new List<string>();
            try
            {
                foreach (FileInfo file in parse.GetRequiredValue(files))
                {
                    string[] read = await LinesAsync(file, ct).ConfigureAwait(false);
                    lines.AddRange(lines.Count == 0 || lines[0].StartsWith('{') ? read : read.Skip(1));
                }
            }
            catch (Exception e) when (e is IOException or UnauthorizedAccessException or InvalidDataException)
            {
                await Console.Error.WriteLineAsync(e.Message).ConfigureAwait(false);
                return ExitCodes.Input;
            }
            if (lines.Count > 0 && lines[0].StartsWith('{')) return Whole(lines, parse.GetValue(texts)?.FullName, parse.GetValue(errors));
            if (EventsEvaluation.Score(lines, ReadingOptions.Parser()) is not { } score)
            {
                await Console.Error.WriteLineAsync("The first line does not name marked_sentence, gold_penta and gold_root.").ConfigureAwait(false);
                return ExitCodes.Input;
            }
            Console.Out.WriteLine(JsonSerializer.Serialize(Report(score)));
            return ExitCodes.Ok;
        });
        return command;
    }

    private static int Whole(IReadOnlyList<string> lines, string? texts, FileInfo? errors)
    {
        try
        {
            WholeEventScore s = WholeEventScorer.Score(WholeEventGold.Read(lines, texts), ReadingOptions.Coder());
            if (errors is not null) File.WriteAllLines(errors.FullName, s.Misses);
            Console.Out.WriteLine(JsonSerializer.Serialize(new { n = s.N, gold = s.Gold, read = s.Read, right = s.Right, precision = s.Precision, recall = s.Recall, f1 = s.F1, pair_recall = s.Gold == 0 ? 0 : s.RightPair / (double)s.Gold, false_per_1000 = s.FalsePerThousand, calibration_error = s.CalibrationError }));
            return ExitCodes.Ok;
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException or InvalidDataException)
        {
            Console.Error.WriteLine(e.Message);
            return ExitCodes.Input;
        }
    }

    /// <summary>The lines of a file, unpacked when its name ends in .gz.</summary>
    public static async Task<string[]> LinesAsync(FileInfo file, CancellationToken cancellation)
    {
        using Stream raw = file.OpenRead();
        using var reader = new StreamReader(file.Name.EndsWith(".gz", StringComparison.OrdinalIgnoreCase) ? new GZipStream(raw, CompressionMode.Decompress) : raw);
        return (await reader.ReadToEndAsync(cancellation).ConfigureAwait(false)).Split('\n');
    }

    /// <summary>The scores as they are printed.</summary>
    public static object Report(EventsScore s) =>
        new { n = s.N, macro_f1_root = s.MacroF1Root, macro_f1_penta = s.MacroF1Penta, accuracy_root = s.AccuracyRoot, per_class = s.PerClass, calibration_error = s.CalibrationError };
}
