using Entente.Datasets;
using Entente.Measures.Similarity;
using Entente.Record;

namespace Entente.Cli.Similarity;

/// <summary>One year of dyads, computed when asked.</summary>
internal readonly record struct SimilarityYear(int Year, Func<DyadSimilarity[]> Compute);

/// <summary>Reads votes or alliances and lays them out by year.</summary>
internal static class SimilarityInput
{
    public static List<SimilarityYear> Votes(string record, bool bySession, VoteWeights weights, int? year, int? only)
    {
        RollCallReading read = new RollCallArchive(new RecordFiles(record)).ReadByMember();
        if (read.PassedOver > 0) Console.Error.WriteLine($"{read.PassedOver} rows of votes were passed over.");
        if (weights.ByTag.Count > 0 && read.RollCalls.All(c => c.Issues.Count == 0 && c.IsImportant is null))
            throw new InvalidDataException("Weights need issues and importance: import unga-roll-calls, unga-issues and unga-crosswalk, or put their files beside the votes.");
        var years = read.RollCalls.GroupBy(c => bySession ? 1945 + c.Session : c.Date.Year).OrderBy(g => g.Key)
            .Where(g => year is null || g.Key == year)
            .Select(g => new SimilarityYear(g.Key, () => VoteSimilarity.Of([.. g.Select(Seated)], g.Key, weights, only))).ToList();
        Tell(years, year, "votes");
        return years;
    }

    public static List<SimilarityYear> Alliances(string record, int? year, int? only)
    {
        Dictionary<int, List<AllianceCommitment>> byYear = AllianceReader.Read(new RecordFiles(record));
        var years = byYear.Where(y => year is null || y.Key == year).OrderBy(y => y.Key)
            .Select(y => new SimilarityYear(y.Key, () => AllianceSimilarity.Of(y.Value, Members(y.Key), y.Key, only))).ToList();
        Tell(years, year, "alliances");
        return years;
    }

    private static void Tell(List<SimilarityYear> years, int? year, string what)
    {
        if (years.Count == 0) Console.Error.WriteLine(year is { } y ? $"The record has no {what} in {y}." : $"The record has no {what}.");
    }

    private static int[] Members(int year) => [.. StateRegistry.Default.All.Where(s => s.ExistedIn(year)).Select(s => s.Cow).Distinct()];

    private static RollCall Seated(RollCall call) => call with
    {
        Votes = [.. call.Votes.Select(v => (Seat: VotingSeat.StateOf(v.Ccode, call.Date), v.Choice)).Where(v => v.Seat is not null).Select(v => new CastVote(v.Seat!.Value, v.Choice)).DistinctBy(v => v.Ccode)],
    };
}
