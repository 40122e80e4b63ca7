using System.CommandLine;
using Entente.Documents;
using Entente.Intake;
using Entente.Reading;

namespace Entente.Cli;

/// <summary><c>entente code</c>: observations of texts as JSON Lines, with no store.</summary>
internal static class CodeCommand
{
    private const int BatchSize = 100;

    public static Command Create()
    {
        var reading = new ReadingOptions();
        var command = new Command("code", "Prints the observations of texts as JSON Lines; nothing is stored.");
        reading.AddTo(command);
        command.SetAction((result, cancellation) => Task.Run(() => Run(reading.Pipeline(result), result.GetValue(reading.Paths)!, result.GetValue(reading.Jobs), cancellation), CancellationToken.None));
        return command;
    }

    private static int Run(EntentePipeline pipeline, string[] paths, int jobs, CancellationToken cancellation)
    {
        int skips = 0;
        IEnumerable<DocumentResult> results = IntakeReader.Open(paths)
            .SelectMany(o => o.Input is { } input ? pipeline.Read(input) : [new DocumentResult(null, o.Skipped)]);
        try
        {
            foreach (DocumentResult[] batch in results.Chunk(BatchSize))
            {
                foreach (SkippedInput s in batch.Select(r => r.Skipped).OfType<SkippedInput>())
                {
                    skips++;
                    Console.Error.WriteLine($"skipped {s.Location}{(s.Member is null ? "" : ", " + s.Member)}: {s.Reason}: {s.Detail}");
                }
                foreach (CodedDocument coded in pipeline.Code([.. batch.Select(r => r.Document).OfType<Document>()], jobs, cancellation))
                    foreach (Observation o in coded.Observations)
                        Console.Out.WriteLine(ObservationJson.Write(o));
            }
        }
        catch (OperationCanceledException)
        {
            return ExitCodes.Interrupted;
        }
        return skips > 0 ? ExitCodes.Partial : ExitCodes.Ok;
    }
}
