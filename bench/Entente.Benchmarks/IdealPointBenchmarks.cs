using BenchmarkDotNet.Attributes;
using Entente.Datasets;
using Entente.Measures.IdealPoints;
using Entente.Record;

namespace Entente.Benchmarks;

/// <summary>A hundred sweeps of the sampler over all sessions; a fit is 8,000.</summary>
[MemoryDiagnoser]
[SimpleJob(warmupCount: 1, iterationCount: 3)]
public class IdealPointBenchmarks
{
    private IReadOnlyList<RollCall> _calls = [];
    private MatchedResolutions[] _pairs = [];

    [Params(1, 2)]
    public int Threads { get; set; }

    [GlobalSetup]
    public void Read()
    {
        var archive = new RollCallArchive(new RecordFiles(PublishedData.Folder("record")));
        RollCallReading read = archive.ReadLongest();
        _calls = read.RollCalls;
        _pairs = [.. archive.ReadMatched(Path.Combine(PublishedData.Folder("measures"), "unga-matched-resolutions.csv"), read).Select(p => new MatchedResolutions(p.Earlier, p.Later))];
    }

    [Benchmark]
    public int HundredSweeps() => IdealPointModel.Fit(_calls, _pairs, new IdealPointOptions { Iterations = 100, BurnIn = 98, Threads = Threads }).Points.Count;
}
