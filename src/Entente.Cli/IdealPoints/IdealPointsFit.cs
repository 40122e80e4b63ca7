using System.CommandLine;
using System.Globalization;
using Entente.Datasets;
using Entente.Measures.IdealPoints;

namespace Entente.Cli.IdealPoints;

/// <summary><c>entente ideal-points fit</c>: samples the model and writes ccode,session,mean,q5,q50,q95.</summary>
internal static class IdealPointsFit
{
    public static Command Create()
    {
        var sessions = new Option<string?>("--sessions") { Description = "A-B: only these sessions, the scale being theirs. Default: all." };
        var seed = new Option<ulong>("--seed") { Description = "Same seed, same bytes, whatever the threads.", DefaultValueFactory = _ => 1 };
        var iterations = new Option<int>("--iterations") { Description = "Sweeps; the first half is passed over.", DefaultValueFactory = _ => 8000 };
        var votes = new Option<FileInfo?>("--votes") { Description = "File of votes as published. Default: those of the record." };
        var matched = new Option<FileInfo?>("--matched") { Description = "Pairs of matched resolutions (rcid1,rcid2). Default: unga-matched-resolutions.csv of the record." };
        var threads = new Option<int>("--threads") { Description = "Threads at most.", DefaultValueFactory = _ => Environment.ProcessorCount };
        var output = new Option<FileInfo?>("--out") { Description = "Write the CSV here." };
        Option<string> record = RecordOption.Create();
        var command = new Command("fit", "Fits the model to the votes of the record: ccode,session,mean,q5,q50,q95.") { sessions, seed, iterations, votes, matched, threads, output, record };
        command.SetAction((result, cancellation) =>
        {
            (int, int)? span = null;
            if (result.GetValue(sessions) is { } text && (span = Span(text)) is null)
            {
                Console.Error.WriteLine($"'{text}' is no span of sessions: FIRST-LAST is expected, as in 1-74.");
                return Task.FromResult(ExitCodes.Usage);
            }
            int sweeps = result.GetValue(iterations);
            if (sweeps is < 100 or > 1_000_000)
            {
                Console.Error.WriteLine("--iterations takes 100 to 1,000,000; the published estimates are met from some 5,000 on.");
                return Task.FromResult(ExitCodes.Usage);
            }
            var options = new IdealPointOptions
            {
                Iterations = sweeps,
                BurnIn = sweeps / 2,
                Seed = result.GetValue(seed),
                Threads = result.GetValue(threads),
                Sessions = span,
                // At most some 2,000 draws are kept, whatever the length of the chain.
                Thin = Math.Max(2, sweeps / 4000),
            };
            try
            {
                var archive = new RollCallArchive(new RecordFiles(result.GetValue(votes)?.FullName ?? result.GetValue(record)!));
                RollCallReading read = archive.ReadLongest();
                if (read.PassedOver > 0) Console.Error.WriteLine($"{read.PassedOver} rows of votes were passed over.");
                string? pairsFile = result.GetValue(matched)?.FullName ?? archive.MatchedFile;
                MatchedResolutions[] pairs = pairsFile is null ? [] : [.. archive.ReadMatched(pairsFile, read).Select(p => new MatchedResolutions(p.Earlier, p.Later))];
                bool terminal = !Console.IsErrorRedirected;
                IdealPointFit fit = IdealPointModel.Fit(read.RollCalls, pairs, options, terminal ? done => Console.Error.Write($"\r{done} of {sweeps} sweeps") : null, cancellation);
                if (terminal) Console.Error.WriteLine();
                Tell(fit);
                if (result.GetValue(output) is { } path)
                {
                    using var to = new StreamWriter(path.Create());
                    Write(to, fit.Points);
                }
                else
                {
                    Write(Console.Out, fit.Points);
                }
                return Task.FromResult(ExitCodes.Ok);
            }
            catch (OperationCanceledException)
            {
                return Task.FromResult(ExitCodes.Interrupted);
            }
            catch (Exception e) when (e is IOException or UnauthorizedAccessException or InvalidDataException or ArgumentException)
            {
                Console.Error.WriteLine(e.Message);
                return Task.FromResult(ExitCodes.Input);
            }
        });
        return command;
    }

    /// <summary>Writes estimates in the stable form.</summary>
    public static void Write(TextWriter to, IReadOnlyList<IdealPoint> points)
    {
        to.Write("ccode,session,mean,q5,q50,q95\n");
        foreach (IdealPoint p in points)
            to.Write(string.Create(CultureInfo.InvariantCulture, $"{p.Ccode},{p.Session},{p.Mean:F6},{p.Q5:F6},{p.Q50:F6},{p.Q95:F6}\n"));
    }

    private static void Tell(IdealPointFit fit)
    {
        Console.Error.WriteLine(string.Create(CultureInfo.InvariantCulture,
            $"{fit.RollCalls} roll calls, {fit.RollCalls - fit.Items} of them tied to earlier ones; {fit.Points.Count} state-sessions; {fit.Acceptance:P0} of proposed cut points taken."));
        if (fit.IsUnbridged)
            Console.Error.WriteLine("No matched resolutions tie the sessions together, so the scale may drift between eras and figures will differ from the published ones. " +
                "Give them with --matched FILE (columns rcid1,rcid2), or put unga-matched-resolutions.csv into the record's folder.");
    }

    private static (int, int)? Span(string text)
    {
        string[] ends = text.Split('-');
        return ends.Length is 1 or 2
            && int.TryParse(ends[0], NumberStyles.None, CultureInfo.InvariantCulture, out int first)
            && int.TryParse(ends[^1], NumberStyles.None, CultureInfo.InvariantCulture, out int last) && first <= last
            ? (first, last) : null;
    }
}
