using Entente.Record;

namespace Entente.Measures.Similarity;

/// <summary>Likeness of votes in the General Assembly: 1 yes, 2 abstain, 3 no; absent and non-member dropped pairwise; every pair of states that voted.</summary>
public static class VoteSimilarity
{
    private const int Levels = 3;

    /// <summary>All pairs of one year's or session's roll calls.</summary>
    /// <param name="rollCalls">The roll calls.</param>
    /// <param name="year">What the rows are labelled with.</param>
    /// <param name="weights">How much each counts.</param>
    /// <param name="only">Only pairs with this state; null is all.</param>
    public static DyadSimilarity[] Of(IReadOnlyList<RollCall> rollCalls, int year, VoteWeights weights, int? only = null)
    {
        ArgumentNullException.ThrowIfNull(rollCalls);
        ArgumentNullException.ThrowIfNull(weights);
        int[] states = [.. rollCalls.SelectMany(c => c.Votes).Select(v => v.Ccode).Distinct().Order()];
        var at = states.Index().ToDictionary(s => s.Item, s => s.Index);
        double[] all = [.. rollCalls.Select(weights.Of)];
        double[] contested = [.. rollCalls.Select((c, i) => c.IsUnanimous ? 0 : all[i])];
        var votes = new Profiles(states, Levels, all);
        var contestedVotes = new Profiles(states, Levels, contested);
        for (int call = 0; call < rollCalls.Count; call++)
            foreach (CastVote vote in rollCalls[call].Votes)
            {
                votes.Set(at[vote.Ccode], call, (int)vote.Choice - 1);
                contestedVotes.Set(at[vote.Ccode], call, (int)vote.Choice - 1);
            }
        return Pairs(votes, contestedVotes, year, only);
    }

    private static DyadSimilarity[] Pairs(Profiles votes, Profiles contested, int year, int? only)
    {
        var rows = new List<DyadSimilarity>(only is null ? votes.Ccodes.Count * (votes.Ccodes.Count - 1) / 2 : votes.Ccodes.Count);
        Span<double> table = stackalloc double[Levels * Levels];
        for (int i = 0; i < votes.Ccodes.Count; i++)
            for (int j = i + 1; j < votes.Ccodes.Count; j++)
            {
                int a = votes.Ccodes[i], b = votes.Ccodes[j];
                if (only is { } one && a != one && b != one) continue;
                int shared = votes.Table(i, j, table);
                SimilarityScores scores = SimilarityScores.Of(table, Levels);
                int disputed = contested.Table(i, j, table);
                rows.Add(new DyadSimilarity(a, b, year, shared, scores with { Agreement = SimilarityScores.Of(table, Levels).Agreement }, disputed));
            }
        return [.. rows];
    }
}
