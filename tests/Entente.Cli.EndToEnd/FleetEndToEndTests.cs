using System.Diagnostics;
using System.Globalization;
using Entente.Fleet.Tests;
using Entente.Storage.Tests.PostgreSql;

namespace Entente.Cli.EndToEnd;

/// <summary>Dispatcher and workers as processes, into PostgreSQL; workers are killed at random points, and nothing is lost or doubled.</summary>
public sealed class FleetEndToEndTests(PostgresServer server) : IDisposable
{
    private const int Many = 2_000;
    private readonly TestFolder _folder = new();
    private readonly NatsServer _nats = new();

    private static int Kills => int.TryParse(Environment.GetEnvironmentVariable("ENTENTE_KILLS"), NumberStyles.None, CultureInfo.InvariantCulture, out int kills) ? kills : 2;

    public void Dispose()
    {
        _nats.Dispose();
        _folder.Dispose();
    }

    [Fact]
    public async Task Workers_KilledAgainAndAgain_LoseAndDoubleNothing()
    {
        string texts = _folder.WriteDatedEvents("texts.jsonl", Many);
        var random = new Random(Environment.ProcessId);
        int left = Kills;
        do
        {
            string store = server.NewDatabase();
            Ended dispatched = await BuiltProgram.RunAsync("dispatch", texts, "--queue", _nats.Address);
            Assert.Equal(ExitCodes.Ok, dispatched.Exit);
            Assert.Contains($"{Many:N0} documents on the queue", dispatched.Talk, StringComparison.Ordinal);
            string[] command = ["worker", "--queue", _nats.Address, "--store", store, "--jobs", "2"];
            for (int kill = 0; kill < 5 && left > 0; kill++, left--)
            {
                using Process worker = BuiltProgram.Start(command);
                await Task.Delay(TimeSpan.FromSeconds(1 + random.NextDouble() * 3), TestContext.Current.CancellationToken);
                worker.Kill();
                await BuiltProgram.EndAsync(worker);
            }
            // What a dead worker held comes back after a minute.
            Ended[] ended = await Task.WhenAll(BuiltProgram.RunAsync([.. command, "--until-empty"]), BuiltProgram.RunAsync([.. command, "--until-empty"]));
            Assert.All(ended, e => Assert.Equal(ExitCodes.Ok, e.Exit));
            Ended info = await BuiltProgram.RunAsync("store", "info", "--store", store);
            Assert.Contains($"{Many} documents", info.Output, StringComparison.Ordinal);
            Assert.Equal(ExitCodes.Ok, (await BuiltProgram.RunAsync("store", "check", "--store", store)).Exit);
            Ended state = await BuiltProgram.RunAsync("fleet", "status", "--queue", _nats.Address, "--json");
            Assert.Contains("\"kept\":0", state.Output, StringComparison.Ordinal);
            Assert.Contains("\"dead\":0", state.Output, StringComparison.Ordinal);
            // The same pieces within the hour are one: the next round needs others.
            texts = _folder.WriteDatedEvents(string.Create(CultureInfo.InvariantCulture, $"texts{left}.jsonl"), Many, first: 100_000 + (left * Many));
        } while (left > 0);
    }

    [Fact]
    public async Task AnyVerb_QueueDoesNotAnswer_SaysSo()
    {
        Ended ended = await BuiltProgram.RunAsync("fleet", "status", "--queue", "nats://ana:s3cret@127.0.0.1:1");
        Assert.Equal(ExitCodes.Store, ended.Exit);
        Assert.Contains("nats-server", ended.Talk, StringComparison.Ordinal);
        Assert.DoesNotContain("s3cret", ended.Talk, StringComparison.Ordinal);
    }
}
