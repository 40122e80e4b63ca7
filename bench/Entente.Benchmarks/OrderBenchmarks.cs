using BenchmarkDotNet.Attributes;
using Entente.Measures;
using Entente.Order;
using Entente.Solvers;
using Entente.Storage;

namespace Entente.Benchmarks;

/// <summary>Exact frustration of the 51 networks of states 1946–1999, a landscape of 17 states, the order of 2015, and blocs of a drawn world; one thread.</summary>
public class OrderBenchmarks
{
    private SignedNetwork[] _networks = [];
    private readonly string[] _names = [.. Enumerable.Range(0, 17).Select(i => $"s{i}")];
    private readonly double[][] _propensities = [.. Enumerable.Range(0, 17).Select(i => Enumerable.Range(0, 17).Select(j => (double)((((i * j) + i + j) % 7) - 3)).ToArray())];

    private StateNetwork _year = null!;
    private BlocWatch _watch = null!;
    private float[] _scores = [];

    [GlobalSetup]
    public void Setup()
    {
        Read();
        string panel = Path.Combine(AppContext.BaseDirectory, "data", "panel");
        AlignmentStore store = AlignmentStore.Open(panel);
        IReadOnlyList<AlignmentRow> rows = store.ReadYear(2015, null);
        _year = StateNetwork.OfAlignment(2015, rows, store.Model.Scale, TieRule.OfAlignment);
        _scores = [.. Enumerable.Range(0, _year.States.Count).SelectMany(i => Enumerable.Range(i + 1, _year.States.Count - i - 1).Select(j => (float)(_year.Look(_year.States[i], _year.States[j])?.Value ?? double.NaN)))];
        _watch = new BlocWatch(_year.States, _scores);
        // Another world: every score a few points off.
        for (int p = 0; p < _scores.Length; p++) _scores[p] += (p * 7919 % 13) - 6;
    }

    private void Read() => _networks = [.. Directory.EnumerateFiles(Path.Combine(PublishedData.Folder("measures"), "signed-networks", "cow-1946-1999"), "*.csv").Order(StringComparer.Ordinal).Select(path =>
    {
        using var reader = new StreamReader(path);
        return SignedNetwork.Read(reader);
    })];

    [Benchmark]
    public int FiftyOneNetworks() => _networks.Sum(n => FrustrationSolver.Solve(n).Index);

    [Benchmark]
    public int LandscapeOfSeventeen() => Landscape.Minima(_names, [.. Enumerable.Range(1, 17).Select(i => (double)i)], _propensities).Count;

    /// <summary>The whole order of 2015: 195 states, 100 resamples.</summary>
    [Benchmark]
    public int OrderOfAYear() => SystemOrder.Of(_year, n => FrustrationSolver.Solve(n)).Balance.Index;

    /// <summary>Blocs of one drawn world of 195 states.</summary>
    [Benchmark]
    public int FollowOneDraw() => _watch.Follow(_scores)[0];
}
