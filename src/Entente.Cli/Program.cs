using Entente.Cli;

return await EntenteCommand.Create().Parse(args).InvokeAsync();
