using BenchmarkDotNet.Attributes;
using Entente.Order;
using Entente.Solvers;

namespace Entente.Benchmarks;

/// <summary>Exact frustration of the 51 networks of states 1946–1999, and a landscape of 17 states; one thread.</summary>
public class OrderBenchmarks
{
    private SignedNetwork[] _networks = [];
    private readonly string[] _names = [.. Enumerable.Range(0, 17).Select(i => $"s{i}")];
    private readonly double[][] _propensities = [.. Enumerable.Range(0, 17).Select(i => Enumerable.Range(0, 17).Select(j => (double)((((i * j) + i + j) % 7) - 3)).ToArray())];

    [GlobalSetup]
    public void Read() => _networks = [.. Directory.EnumerateFiles(Path.Combine(PublishedData.Folder("measures"), "signed-networks", "cow-1946-1999"), "*.csv").Order(StringComparer.Ordinal).Select(path =>
    {
        using var reader = new StreamReader(path);
        return SignedNetwork.Read(reader);
    })];

    [Benchmark]
    public int FiftyOneNetworks() => _networks.Sum(n => FrustrationSolver.Solve(n).Index);

    [Benchmark]
    public int LandscapeOfSeventeen() => Landscape.Minima(_names, [.. Enumerable.Range(1, 17).Select(i => (double)i)], _propensities).Count;
}
