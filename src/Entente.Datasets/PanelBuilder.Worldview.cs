using Entente.Record;

namespace Entente.Datasets;

public sealed partial class PanelBuilder
{
    /// <summary>Fewest roll calls that two states must share in a year for their agreement to be told: the file's last year has six in all.</summary>
    private const int FewestRollCalls = 10;

    /// <summary>Voting agreement: one minus half the mean distance of votes (1 yes, 2 abstain, 3 no), unanimous roll calls left out.</summary>
    private void ReadVotes()
    {
        var calls = new SortedDictionary<(int Year, int Call), List<(int Cow, int Vote)>>();
        ReadRows("unga-votes", t =>
        {
            if (t.Key("vote") is not (>= 1 and <= 3 and int vote)) return;
            (int, int) key = (t.Key("year"), t.Key("resid"));
            if (!calls.TryGetValue(key, out var votes)) calls[key] = votes = [];
            votes.Add((t.Key("ccode"), vote));
        });
        foreach (var year in calls.GroupBy(c => c.Key.Year))
        {
            var sums = new Dictionary<(int A, int B), (double Sum, int Calls)>();
            foreach (List<(int Cow, int Vote)> votes in year.Select(c => c.Value))
            {
                if (votes.TrueForAll(v => v.Vote == votes[0].Vote)) continue;
                votes.Sort();
                for (int i = 0; i < votes.Count; i++)
                    for (int j = i + 1; j < votes.Count; j++)
                    {
                        if (votes[i].Cow == votes[j].Cow) continue;
                        ref var sum = ref System.Runtime.InteropServices.CollectionsMarshal.GetValueRefOrAddDefault(sums, (votes[i].Cow, votes[j].Cow), out _);
                        sum = (sum.Sum + 1 - (Math.Abs(votes[i].Vote - votes[j].Vote) / 2.0), sum.Calls + 1);
                    }
            }
            foreach (var ((a, b), (sum, count)) in sums)
                if (count >= FewestRollCalls) _grid.Set(Indicators.VoteAgreement, a, b, year.Key, _ => Math.Round(sum / count, 5));
        }
    }

    private void ReadRegimes()
    {
        var scores = new Dictionary<(int Cow, int Year), double>();
        ReadRows("regimes", t =>
        {
            if (t.Number("v2x_polyarchy") is { } score) scores[(t.Key("ccode"), t.Key("year"))] = score;
        });
        for (int year = PanelGrid.FirstYear; year <= PanelGrid.LastYear; year++)
            _grid.ForEachDyad(year, (a, b) =>
            {
                if (scores.TryGetValue((a, year), out double x) && scores.TryGetValue((b, year), out double y))
                    _grid.Set(Indicators.RegimeSimilarity, a, b, year, _ => Math.Round(1 - Math.Abs(x - y), 4));
            });
    }
}
