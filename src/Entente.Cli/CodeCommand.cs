using System.CommandLine;
using Entente.Documents;
using Entente.Intake;
using Entente.Reading;

namespace Entente.Cli;

/// <summary><c>entente code</c>: observations of texts as JSON Lines, with no store.</summary>
internal static class CodeCommand
{
    public static Command Create()
    {
        var reading = new ReadingOptions();
        var command = new Command("code", "Prints the observations of texts as JSON Lines; nothing is stored.");
        reading.AddTo(command);
        command.SetAction((result, cancellation) => Task.Run(() => Run(
            reading.Pipeline(result), reading.Web(result), result.GetValue(reading.Paths)!, result.GetValue(reading.Jobs), cancellation), CancellationToken.None));
        return command;
    }

    private static int Run(EntentePipeline pipeline, WebOptions web, string[] paths, int jobs, CancellationToken cancellation)
    {
        int skips = 0, documents = 0;
        void Skip(SkippedInput skipped)
        {
            skips++;
            Console.Error.WriteLine(TextInputs.Describe(skipped));
        }
        try
        {
            foreach (IReadOnlyList<Document> batch in new TextInputs(pipeline, web, Skip, _ => { }).Batches(paths, cancellation))
            {
                documents += batch.Count;
                foreach (CodedDocument coded in pipeline.Code(batch, jobs, Skip, cancellation))
                    foreach (Observation o in coded.Observations)
                        Console.Out.WriteLine(ObservationJson.Write(o));
                Console.Out.Flush();
            }
        }
        catch (OperationCanceledException)
        {
            return ExitCodes.Interrupted;
        }
        return ExitCodes.OfReading(documents, skips);
    }
}
