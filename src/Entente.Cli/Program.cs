using System.CommandLine;
using System.CommandLine.Invocation;
using Entente.Cli;
using Entente.Language.Parsing;

using TextWriter output = StandardOutput.Open();
Console.SetOut(output);
using var interruption = new Interruption();
try
{
    var configuration = new InvocationConfiguration { EnableDefaultExceptionHandler = false, ProcessTerminationTimeout = null };
    ParseResult parsed = EntenteCommand.Create().Parse(args);
    int exit = await parsed.InvokeAsync(configuration, interruption.Asked);
    if (parsed.Action is ParseErrorAction) exit = ExitCodes.Usage;
    await output.FlushAsync(CancellationToken.None);
    return exit;
}
catch (ClosedOutputException)
{
    return ExitCodes.Ok;
}
catch (LanguageModelException e)
{
    await Console.Error.WriteLineAsync(e.Message);
    return ExitCodes.Input;
}
catch (OperationCanceledException)
{
    return ExitCodes.Interrupted;
}
catch (Exception e) when (e is IOException or UnauthorizedAccessException)
{
    await Console.Error.WriteLineAsync(e.Message);
    return ExitCodes.Output;
}
