using Entente.Cli;
using Entente.Language.Parsing;

try
{
    return await EntenteCommand.Create().Parse(args).InvokeAsync(new() { EnableDefaultExceptionHandler = false });
}
catch (LanguageModelException e)
{
    Console.Error.WriteLine(e.Message);
    return ExitCodes.Input;
}
