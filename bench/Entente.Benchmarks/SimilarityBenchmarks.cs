using BenchmarkDotNet.Attributes;
using Entente.Datasets;
using Entente.Measures.Similarity;
using Entente.Record;

namespace Entente.Benchmarks;

/// <summary>All measures of all dyads, on one thread: votes of 1946–2024, alliances of 1815–2018. Reading and writing files is not in the time.</summary>
[MemoryDiagnoser]
public class SimilarityBenchmarks
{
    private List<(int Year, RollCall[] Calls)> _votes = [];
    private List<(int Year, List<AllianceCommitment> Commitments, int[] Members)> _alliances = [];

    [GlobalSetup]
    public void Read()
    {
        var files = new RecordFiles(PublishedData.Folder("record"));
        _votes = [.. new RollCallArchive(files).ReadByMember().RollCalls.GroupBy(c => c.Date.Year).OrderBy(g => g.Key).Select(g => (g.Key, g.ToArray()))];
        _alliances = [.. AllianceReader.Read(files).OrderBy(y => y.Key)
            .Select(y => (y.Key, y.Value, StateRegistry.Default.All.Where(s => s.ExistedIn(y.Key)).Select(s => s.Cow).Distinct().ToArray()))];
    }

    [Benchmark]
    public int Votes() => _votes.Sum(y => VoteSimilarity.Of(y.Calls, y.Year, VoteWeights.Equal).Length);

    [Benchmark]
    public int Alliances() => _alliances.Sum(y => AllianceSimilarity.Of(y.Commitments, y.Members, y.Year).Length);
}
