using CsCheck;
using Entente.Order;

namespace Entente.Tests.Order;

public class BlocWatchTests
{
    private const int Count = 12;
    private static readonly StateId[] States = [.. Enumerable.Range(0, Count).Select(i => new StateId($"AA{(char)('A' + i)}"))];

    private static float[] Scores(Func<int, int, double> score)
    {
        var scores = new List<float>();
        for (int i = 0; i < Count; i++)
            for (int j = i + 1; j < Count; j++) scores.Add((float)score(i, j));
        return [.. scores];
    }

    private static double Three(int i, int j) => i / 4 == j / 4 ? 80 : (i + j) % 3 == 0 ? 20 : 50;

    [Fact]
    public void Follow_OfTheReferenceItself_ChangesNothing()
    {
        float[] scores = Scores(Three);
        var watch = new BlocWatch(States, scores);
        Assert.Equal([0, 0, 0, 0, 1, 1, 1, 1, 2, 2, 2, 2], watch.Reference);
        Assert.Equal(watch.Reference, watch.Follow(scores));
    }

    [Fact]
    public void Follow_OfAStateThatTurns_MovesItAlone()
    {
        var watch = new BlocWatch(States, Scores(Three));
        // The fourth state turns from its own bloc to the second.
        int[] after = watch.Follow(Scores((i, j) => i == 3 ? j / 4 == 1 ? 85 : 50 : j == 3 ? 30 : Three(i, j)));
        Assert.Equal([0, 0, 0, 1, 1, 1, 1, 1, 2, 2, 2, 2], after);
    }

    [Fact]
    public void Follow_OfABlocThatSplits_KeepsItsNameForTheLargerPart()
    {
        var watch = new BlocWatch(States, Scores((i, j) => i < 8 == j < 8 ? 80 : 20));
        Assert.Equal(2, watch.Reference.Distinct().Count());
        int[] after = watch.Follow(Scores((i, j) => i >= 8 != j >= 8 ? 20 : i < 3 != j < 3 && i < 8 ? 20 : 80));
        Assert.Equal(watch.Reference[7], after[7]);
        Assert.Equal(watch.Reference[11], after[11]);
        Assert.True(after[0] >= Count && after[0] == after[1] && after[1] == after[2]);
    }

    [Fact]
    public void Changes_OverDraws_CountWhereTheChangeMovesAState()
    {
        var watch = new BlocWatch(States, Scores(Three));
        int[] same = [.. watch.Reference], moved = [.. watch.Reference], other = [.. watch.Reference];
        (moved[3], other[3]) = (1, 2);
        BlocChange change = Assert.Single(watch.Changes([same, same, same, moved], [moved, moved, other, moved]));
        Assert.Equal(new BlocChange(States[3], 0, 0.75, 0.25, 1, 0.5), change);
    }

    [Fact]
    public void Watch_OfTooFewScores_SaysHowMany() =>
        Assert.Contains("66 dyads; 3 scores", Assert.Throws<ArgumentException>(() => new BlocWatch(States, new float[3])).Message, StringComparison.Ordinal);

    [Fact]
    public void Blocs_OfAnyNetwork_ArePassedByNoSingleMove() => Gen.Int[-1, 1].Array[10 * 9 / 2].Sample(
        signs =>
        {
            var ties = new List<(string, string, int)>();
            for (int i = 0, k = 0; i < 10; i++)
                for (int j = i + 1; j < 10; j++, k++)
                    if (signs[k] != 0) ties.Add(($"n{i}", $"n{j}", signs[k]));
            SignedNetwork network = SignedNetwork.Of(Enumerable.Range(0, 10).Select(i => $"n{i}"), ties);
            int[] bloc = [.. SignedBlocs.Of(network, 0).Bloc];
            double q = SignedBlocs.Modularity(10, network.Edges, bloc);
            for (int i = 0; i < 10; i++)
                foreach (SignedEdge e in network.Edges.Where(e => e.From == i || e.To == i))
                {
                    int[] moved = [.. bloc];
                    moved[i] = bloc[e.From == i ? e.To : e.From];
                    Assert.True(SignedBlocs.Modularity(10, network.Edges, moved) <= q + 1e-9);
                    moved[i] = bloc.Max() + 1;
                    Assert.True(SignedBlocs.Modularity(10, network.Edges, moved) <= q + 1e-9);
                }
        },
        iter: 300, threads: 1);
}
