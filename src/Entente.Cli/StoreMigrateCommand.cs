using System.CommandLine;
using System.Globalization;
using Entente.Storage;

namespace Entente.Cli;

/// <summary><c>entente store migrate</c>: copies one store into another, file or server, either way.</summary>
internal static class StoreMigrateCommand
{
    public static Command Create()
    {
        var from = new Option<string>("--from") { Description = "Store to copy: a file, or postgres://user:password@host/database.", Required = true };
        var to = new Option<string>("--to") { Description = "Store to copy into; made when it is not there.", Required = true };
        var command = new Command("migrate", "Copies documents, observations, corrections and kept originals into another store, and checks that all is there. Again goes on where it stopped.") { from, to };
        command.SetAction((result, cancellation) => Task.Run(() => Run(result.GetValue(from)!, result.GetValue(to)!, cancellation), CancellationToken.None));
        return command;
    }

    private static int Run(string from, string to, CancellationToken cancellation)
    {
        if (string.Equals(from, to, StringComparison.Ordinal))
        {
            Console.Error.WriteLine("--from and --to are the same store.");
            return ExitCodes.Usage;
        }
        bool line = !Console.IsErrorRedirected;
        try
        {
            using IMaintainedStore source = EvidenceStores.Open(from, readOnly: true);
            using IMaintainedStore target = EvidenceStores.Open(to);
            MigrationResult done = StoreMigration.Run(source, target, (some, all) =>
            {
                if (line) Console.Error.Write(string.Create(CultureInfo.InvariantCulture, $"\r{some:N0} of {all:N0} documents"));
            }, cancellation);
            if (line) Console.Error.WriteLine();
            Console.Error.WriteLine(string.Create(CultureInfo.InvariantCulture,
                $"{done.Documents:N0} documents with {done.Observations:N0} observations are in both stores; {done.Added:N0} documents were new to {target.Location}."));
            return ExitCodes.Ok;
        }
        catch (OperationCanceledException)
        {
            Console.Error.WriteLine("Stopped; what was copied stays, and the same command goes on from there.");
            return ExitCodes.Interrupted;
        }
        catch (StoreException e)
        {
            Console.Error.WriteLine(e.Message);
            return ExitCodes.Store;
        }
    }
}
