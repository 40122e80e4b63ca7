using BenchmarkDotNet.Attributes;
using Entente.Documents;
using Entente.Language;
using Entente.Reading;
using Entente.Web;
using Microsoft.AspNetCore.Builder;

namespace Entente.Benchmarks;

/// <summary>The dyad page of a running server with the shipped panel, over HTTP on this machine: for dyads nobody asked for yet, and again.</summary>
public class DyadPageBenchmarks
{
    private const int Port = 17_300;
    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("entente-bench");
    private readonly HttpClient _client = new() { BaseAddress = new Uri($"http://127.0.0.1:{Port}/") };
    private WebApplication? _app;
    private string[] _dyads = [];
    private int _next;

    [GlobalSetup]
    public void Start()
    {
        _app = EntenteWeb.Build(new ServeOptions
        {
            Port = Port,
            StorePath = Path.Combine(_folder.FullName, "store.duckdb"),
            Pipeline = day => new EntentePipeline(new DocumentReaderOptions { GivenDate = day }, new DocumentCoder(new RuleSentenceParser(), ObservationReaders.All)),
        });
        _app.StartAsync().GetAwaiter().GetResult();
        StateId[] states = [.. StateRegistry.Default.All.Where(s => s.ContinuedBy is null && s.Spells[^1].To is null && s.Spells[0].From.Year < 1960).Select(s => s.Id)];
        _dyads = [.. states.SelectMany((a, i) => states.Skip(i + 1).Select(b => $"dyad/{a}-{b}"))];
        // The panel is loaded into memory behind the first requests.
        for (int i = 0; i < 40; i++) AskedFirst().GetAwaiter().GetResult();
    }

    [GlobalCleanup]
    public void Stop()
    {
        _app?.StopAsync().GetAwaiter().GetResult();
        _client.Dispose();
        _folder.Delete(recursive: true);
    }

    [Benchmark]
    public async Task<int> AskedFirst() => (await _client.GetByteArrayAsync(new Uri(_dyads[_next++ % _dyads.Length], UriKind.Relative))).Length;

    [Benchmark]
    public async Task<int> AskedAgain() => (await _client.GetByteArrayAsync(new Uri("dyad/CHN-RUS", UriKind.Relative))).Length;
}
