using System.Diagnostics;
using System.Globalization;
using System.Text.RegularExpressions;
using Entente.Storage.Tests.PostgreSql;

namespace Entente.Cli.EndToEnd;

/// <summary>
/// kill -9 at random points, again and again: nothing that was committed is lost, nothing is stored twice, the store is sound after each, and the last
/// run ends with everything there. ENTENTE_KILLS sets how many kills each test makes (2); the long run makes 70 of each.
/// </summary>
public sealed partial class KilledTests(PostgresServer server) : IDisposable
{
    private const int Many = 1_500;
    private readonly TestFolder _folder = new();
    private int? _observationsOfEach;

    private static int Kills => int.TryParse(Environment.GetEnvironmentVariable("ENTENTE_KILLS"), NumberStyles.None, CultureInfo.InvariantCulture, out int kills) ? kills : 2;

    public void Dispose() => _folder.Dispose();

    [Fact]
    public Task Read_IntoAFile_LosesAndDoublesNothing()
    {
        int stores = 0;
        string texts = _folder.WriteDatedEvents("texts.jsonl", Many);
        return KillAsync(() => _folder.In(string.Create(CultureInfo.InvariantCulture, $"s{++stores}.duckdb")), store => ["read", texts, "--store", store], Many);
    }

    [Fact]
    public Task Read_IntoPostgres_LosesAndDoublesNothing()
    {
        string texts = _folder.WriteDatedEvents("texts.jsonl", Many);
        return KillAsync(server.NewDatabase, store => ["read", texts, "--store", store], Many);
    }

    [Fact]
    public async Task StreamImport_Folder_LosesAndDoublesNothing()
    {
        string folder = Directory.CreateDirectory(_folder.In("streams")).FullName;
        const int Files = 6, Rows = 4_000;
        for (int f = 0; f < Files; f++)
            _folder.WriteGdelt($"streams/{f:00}.export.CSV", f * Rows, Rows);
        int stores = 0;
        await KillAsync(() => _folder.In(string.Create(CultureInfo.InvariantCulture, $"s{++stores}.duckdb")), store => ["stream", "import", folder, "--store", store], 0, async store =>
        {
            Ended list = await BuiltProgram.RunAsync("stream", "list", "--store", store);
            string[] lines = list.Output.Split('\n', StringSplitOptions.RemoveEmptyEntries);
            Assert.Equal(lines.Length, lines.Select(l => l.Split('\t')[0]).Distinct(StringComparer.Ordinal).Count());
            Assert.All(lines, l => Assert.Contains($"\t{Rows} rows\t0 known", l, StringComparison.Ordinal));
            return lines.Length * Rows;
        }, Files * Rows);
    }

    private async Task KillAsync(Func<string> newStore, Func<string, string[]> command, int documents, Func<string, Task<int>>? count = null, int? whole = null)
    {
        count ??= CountAsync;
        int all = whole ?? documents;
        var random = new Random(Environment.ProcessId);
        // How long a whole run takes tells over what time to spread the kills.
        string store = newStore();
        long start = Stopwatch.GetTimestamp();
        Assert.Equal(ExitCodes.Ok, (await BuiltProgram.RunAsync(command(store))).Exit);
        TimeSpan run = Stopwatch.GetElapsedTime(start);
        Assert.Equal(all, await count(store));
        store = newStore();
        int kept = 0;
        for (int kill = 0; kill < Kills; kill++)
        {
            using Process process = BuiltProgram.Start(command(store));
            await Task.WhenAny(process.WaitForExitAsync(TestContext.Current.CancellationToken), Task.Delay(run * random.NextDouble(), TestContext.Current.CancellationToken));
            if (!process.HasExited) process.Kill();
            await BuiltProgram.EndAsync(process);
            int now = await count(store);
            Assert.True(now >= kept, $"Kill {kill}: {kept} were there, {now} are.");
            kept = now == all ? 0 : now;
            if (now == all) store = newStore();
        }
        Ended last = await BuiltProgram.RunAsync(command(store));
        Assert.Equal(ExitCodes.Ok, last.Exit);
        Assert.Equal(all, await count(store));
    }

    private async Task<int> CountAsync(string store)
    {
        Ended check = await BuiltProgram.RunAsync("store", "check", "--store", store);
        if (check.Exit != ExitCodes.Ok)
        {
            // Killed before there was anything.
            Assert.Contains("There is no store", check.Talk, StringComparison.Ordinal);
            return 0;
        }
        Ended info = await BuiltProgram.RunAsync("store", "info", "--store", store);
        int documents = int.Parse(Documents().Match(info.Output).Groups[1].ValueSpan, CultureInfo.InvariantCulture);
        int observations = int.Parse(Observations().Match(info.Output).Groups[1].ValueSpan, CultureInfo.InvariantCulture);
        // Each text says the same.
        if (documents > 0) _observationsOfEach ??= observations / documents;
        Assert.Equal(documents * (_observationsOfEach ?? 0), observations);
        return documents;
    }

    [GeneratedRegex(@"(\d+) documents")]
    private static partial Regex Documents();

    [GeneratedRegex(@"(\d+) observations")]
    private static partial Regex Observations();
}
