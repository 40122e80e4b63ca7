using System.CommandLine;
using Entente.Web.Mcp;

namespace Entente.Cli;

/// <summary><c>entente mcp</c>: tools for an assistant, on standard input and output.</summary>
internal static class McpCommand
{
    public static Command Create()
    {
        var panel = DyadArguments.Panel();
        Option<string> store = StorePath.Option();
        var command = new Command("mcp", "Serves tools to an assistant over standard input and output (Model Context Protocol). 'entente serve' serves them at /mcp.") { panel, store };
        command.SetAction(async (result, cancellation) =>
        {
            try
            {
                await McpEndpoints.ServeStandardAsync(DyadArguments.DirectoryOf(result.GetValue(panel)), result.GetValue(store)!, cancellation);
                return ExitCodes.Ok;
            }
            catch (FileNotFoundException e)
            {
                await Console.Error.WriteLineAsync(e.Message);
                return ExitCodes.Store;
            }
        });
        return command;
    }
}
