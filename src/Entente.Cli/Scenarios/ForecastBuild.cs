using System.CommandLine;
using Entente.Storage;

namespace Entente.Cli.Scenarios;

/// <summary><c>entente forecast build</c>: the nowcasts of every dyad from a panel.</summary>
internal static class ForecastBuild
{
    public static Command Create()
    {
        var output = new Option<DirectoryInfo>("--out") { Description = "Folder to write to.", Required = true };
        var panel = DyadArguments.Panel();
        var command = new Command("build", "Estimates every dyad's alignment as it could be known in each year (some five minutes of processor time).") { output, panel };
        command.SetAction(result => DyadArguments.With(result.GetValue(panel), directory =>
        {
            NowcastStore.Write(directory, result.GetValue(output)!.FullName, Environment.ProcessorCount, Console.Error.WriteLine);
            return ExitCodes.Ok;
        }));
        return command;
    }
}
