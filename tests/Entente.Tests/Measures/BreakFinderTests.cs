using System.Collections.Immutable;
using Entente.Measures;
using Entente.Measures.Breaks;
using Entente.Record;

namespace Entente.Tests.Measures;

public class BreakFinderTests
{
    private static readonly UndirectedDyad Dyad = new(new StateId("CHN"), new StateId("RUS"));

    [Fact]
    public void Find_RivalryAndWar_AreOneRift()
    {
        Episode[] episodes = [new(EpisodeKind.Rivalry, 1958, null, 1, "rivalry", "rivalries", "1"), new(EpisodeKind.Dispute, 1959, 1960, 5, "war", "mid", "2")];
        Break found = Assert.Single(BreakFinder.Find(Dyad, episodes, [1959, 1960], [], 1946, 2000));
        Assert.Equal(Turn.Rift, found.Turn);
        Assert.InRange(found.Year, 1958, 1959);
        Assert.Equal(2, found.Signals.Length);
        Assert.True(found.Probability > 0.8);
    }

    [Fact]
    public void Find_RivalryThatEnds_IsARapprochementOnlyOnceItHasEnded()
    {
        Episode rivalry = new(EpisodeKind.Rivalry, 1958, 1989, 1, "rivalry", "rivalries", "1");
        Assert.Contains(Find(1995, rivalry), b => b is { Year: 1989, Turn: Turn.Rapprochement });
        Assert.DoesNotContain(Find(1989, rivalry), b => b.Turn == Turn.Rapprochement);
    }

    [Fact]
    public void Find_WarWithinALongDispute_IsDatedToTheWar()
    {
        Episode dispute = new(EpisodeKind.Dispute, 1993, 1999, 5, "dispute", "mid", "1");
        Assert.Equal([(1999, Turn.Rift)], BreakFinder.Find(Dyad, [dispute], [1999], [], 1946, 2010).Select(b => (b.Year, b.Turn)));
        Assert.Equal([(1980, Turn.Rift), (1988, Turn.Rapprochement)],
            BreakFinder.Find(Dyad, [], [.. Enumerable.Range(1980, 9)], [], 1946, 2010).Select(b => (b.Year, b.Turn)));
    }

    [Fact]
    public void Find_SanctionsOfAUnion_AreNoTurnOfItsMembers() =>
        Assert.Empty(Find(2000, new Episode(EpisodeKind.Sanction, 1990, 1995, 1, "sanctions of the EU on Somewhere", "sanctions", "1")));

    [Fact]
    public void Find_JumpAlone_IsAsSureAsItsPosterior()
    {
        Assert.Single(BreakFinder.Find(Dyad, [], [], [new AlignmentJump(1980, -2, 0.2)], 1946, 2000));
        Assert.Empty(BreakFinder.Find(Dyad, [], [], [new AlignmentJump(1980, -0.4, 0.3)], 1946, 2000));
    }

    [Fact]
    public void Find_NothingHappened_IsNothing() => Assert.Empty(BreakFinder.Find(Dyad, [], [], [new AlignmentJump(1980, 0.01, 0.1)], 1946, 2000));

    private static ImmutableArray<Break> Find(int until, params Episode[] episodes) => BreakFinder.Find(Dyad, episodes, [], [], 1946, until);
}
