using System.CommandLine;
using Entente.Datasets;

namespace Entente.Cli;

/// <summary><c>entente record build-war-votes</c>: the votes on wars that ship in <c>data/wars</c>.</summary>
internal static class RecordWarVotes
{
    public static Command Create(Option<string> record)
    {
        var list = new Argument<FileInfo>("RESOLUTIONS") { Description = "The list: war, name, belligerents, symbol, row (data/wars/resolutions.tsv)." };
        var output = new Option<FileInfo>("--out") { Description = "Where to write.", Required = true };
        var command = new Command("build-war-votes", "Joins a list of resolutions on wars with the votes of the General Assembly.") { list, output, record };
        command.SetAction(parse =>
        {
            try
            {
                using var resolutions = new StreamReader(parse.GetRequiredValue(list).FullName);
                using var votes = new StringWriter();
                int written = WarVotes.Write(new RecordFiles(parse.GetValue(record)!), resolutions, votes);
                File.WriteAllText(parse.GetRequiredValue(output).FullName, votes.ToString());
                Console.Error.WriteLine(FormattableString.Invariant($"{written} resolutions with their votes."));
                return ExitCodes.Ok;
            }
            catch (Exception e) when (e is IOException or UnauthorizedAccessException or InvalidDataException)
            {
                Console.Error.WriteLine(e.Message);
                return ExitCodes.Input;
            }
        });
        return command;
    }
}
