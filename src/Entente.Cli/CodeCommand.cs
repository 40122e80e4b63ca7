using System.CommandLine;
using Entente.Documents;
using Entente.Intake;
using Entente.Reading;
using Entente.Reading.Events;

namespace Entente.Cli;

/// <summary><c>entente code</c>: observations of texts as JSON Lines, with no store.</summary>
internal static class CodeCommand
{
    public static Command Create()
    {
        var reading = new ReadingOptions();
        var command = new Command("code", "Prints the observations of texts as JSON Lines; nothing is stored.");
        var silence = new Option<bool>("--explain-silence") { Description = "Also print, as kind silence, each sentence that names two states and gives no event, and why." };
        command.Add(silence);
        reading.AddTo(command);
        command.SetAction((result, cancellation) => Task.Run(() => Run(
            reading.Pipeline(result), reading.Web(result), result.GetValue(reading.Paths)!, result.GetValue(reading.Jobs), result.GetValue(silence), cancellation), CancellationToken.None));
        return command;
    }

    private static int Run(EntentePipeline pipeline, WebOptions web, string[] paths, int jobs, bool silence, CancellationToken cancellation)
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
                {
                    foreach (Observation o in coded.Observations) Console.Out.WriteLine(ObservationJson.Write(o));
                    if (!silence) continue;
                    foreach (EventSilence s in coded.Silences) Console.Out.WriteLine(ObservationJson.WriteSilence(coded.Document, s));
                }
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
