using System.CommandLine;
using System.Net;
using Entente.Documents;
using Entente.Web;
using Entente.Web.Security;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Connections;
using Microsoft.AspNetCore.Hosting.Server.Features;
using Microsoft.AspNetCore.Hosting.Server;
using Microsoft.Extensions.DependencyInjection;

namespace Entente.Cli;

/// <summary><c>entente serve</c>: the pages, for a browser on this machine or, with keys, on others.</summary>
internal static class ServeCommand
{
    public static Command Create()
    {
        var port = new Option<int>("--port") { Description = "Port; 0 takes a free one.", DefaultValueFactory = _ => ServeOptions.DefaultPort };
        var address = new Option<string>("--address") { Description = "Address to listen on. Any that other machines can reach needs --keys.", DefaultValueFactory = _ => "127.0.0.1" };
        var keys = new Option<FileInfo?>("--keys") { Description = "File of who may come in, lines of 'name role sha256' as 'entente serve new-key' prints them." };
        var host = new Option<string[]>("--host") { Description = "Further host names that are answered, as a proxy passes them on." };
        var panel = DyadArguments.Panel();
        Option<string> store = StorePath.Option();
        var allowPrivate = new Option<bool>("--allow-private") { Description = "Let the Read page fetch addresses of this machine and its network too." };
        var command = new Command("serve", "Serves the pages at http://127.0.0.1:7300/ until stopped.") { port, address, keys, host, panel, store, allowPrivate, NewKey() };
        command.SetAction((result, cancellation) =>
        {
            if (!IPAddress.TryParse(result.GetValue(address), out IPAddress? listen) || result.GetValue(port) is not (>= 0 and <= 65535))
            {
                Console.Error.WriteLine("--address takes an IP address (127.0.0.1, 0.0.0.0, ::1), --port a number from 0 to 65535.");
                return Task.FromResult(ExitCodes.Usage);
            }
            AccessKeys? who = null;
            try
            {
                if (result.GetValue(keys) is { } file) who = AccessKeys.Read(File.ReadLines(file.FullName));
            }
            catch (Exception e) when (e is IOException or UnauthorizedAccessException or FormatException)
            {
                Console.Error.WriteLine(e.Message);
                return Task.FromResult(ExitCodes.Usage);
            }
            return ServeAsync(new ServeOptions
            {
                Address = listen,
                Port = result.GetValue(port),
                Keys = who,
                Hosts = result.GetValue(host) ?? [],
                PanelDirectory = DyadArguments.DirectoryOf(result.GetValue(panel)),
                StorePath = result.GetValue(store)!,
                Fetching = new() { AllowPrivate = result.GetValue(allowPrivate) },
                Pipeline = day => new EntentePipeline(new DocumentReaderOptions { GivenDate = day, Today = DayOption.Today }, ReadingOptions.Coder()),
            }, cancellation);
        });
        return command;
    }

    private static Command NewKey()
    {
        var name = new Argument<string>("name") { Description = "Who it is for, in one word." };
        var role = new Argument<AccessRole>("role") { Description = "reader, analyst (reads texts in, corrects) or admin." };
        var command = new Command("new-key", "Makes a key: the line for --keys on standard output, the key itself, shown once, on standard error.") { name, role };
        command.SetAction(result =>
        {
            try
            {
                (string key, string line) = AccessKeys.Make(result.GetValue(name)!, result.GetValue(role));
                Console.Error.WriteLine($"Key of {result.GetValue(name)}, shown this once: {key}");
                Console.Out.WriteLine(line);
                return ExitCodes.Ok;
            }
            catch (FormatException e)
            {
                Console.Error.WriteLine(e.Message);
                return ExitCodes.Usage;
            }
        });
        return command;
    }

    private static async Task<int> ServeAsync(ServeOptions options, CancellationToken cancellation)
    {
        WebApplication app;
        try
        {
            app = EntenteWeb.Build(options);
        }
        catch (InvalidOperationException e)
        {
            await Console.Error.WriteLineAsync(e.Message);
            return ExitCodes.Usage;
        }
        catch (FileNotFoundException e)
        {
            await Console.Error.WriteLineAsync(e.Message);
            return ExitCodes.Store;
        }
        await using (app)
        {
            try
            {
                await app.StartAsync(CancellationToken.None);
            }
            catch (IOException e) when (e.InnerException is AddressInUseException)
            {
                await Console.Error.WriteLineAsync($"Port {options.Port} is taken: another 'entente serve' may run; give another with --port.");
                return ExitCodes.Usage;
            }
            string at = app.Services.GetRequiredService<IServer>().Features.Get<IServerAddressesFeature>()!.Addresses.First();
            await Console.Error.WriteLineAsync($"Serving at {at}/ — stop with Ctrl-C.");
            try
            {
                await Task.Delay(Timeout.Infinite, cancellation);
            }
            catch (OperationCanceledException)
            {
                await Console.Error.WriteLineAsync("Stopping; requests under way are answered first.");
            }
            using var patience = new CancellationTokenSource(TimeSpan.FromSeconds(10));
            await app.StopAsync(patience.Token);
        }
        return ExitCodes.Ok;
    }
}
