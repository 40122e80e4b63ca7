using System.Collections.Immutable;
using Entente.Measures;
using Entente.Record;

namespace Entente.Tests.Measures;

public class PhaseFinderTests
{
    private static readonly UndirectedDyad Dyad = new(new StateId("CHN"), new StateId("RUS"));

    [Fact]
    public void Find_RivalryThenPact_GivesRiftNormalisationPartnership()
    {
        Episode[] episodes =
        [
            new(EpisodeKind.Rivalry, 1958, 1989, 1, "rivalry", "rivalries", "1"),
            new(EpisodeKind.Dispute, 1969, 1969, 4, "dispute", "mid", "2"),
            new(EpisodeKind.Alliance, 1996, null, 2, "pact", "atop", "3"),
        ];
        ImmutableArray<Phase> phases = PhaseFinder.Find(new DyadPanel(Dyad, 1946, 2018, [], episodes), 1946, 2018);
        Assert.Equal([PhaseKind.Rift, PhaseKind.Normalization, PhaseKind.Partnership], phases.Select(p => p.Kind));
        Assert.Equal([1958, 1989, 1996], phases.Select(p => p.FirstYear));
        Assert.Equal(2, phases[0].Episodes.Length);
    }

    [Fact]
    public void Find_AsOfBeforeTheEnd_DoesNotKnowTheEnd()
    {
        Episode rivalry = new(EpisodeKind.Rivalry, 1958, 1989, 1, "rivalry", "rivalries", "1");
        Phase phase = Assert.Single(PhaseFinder.Find(new DyadPanel(Dyad, 1946, 2018, [], new[] { rivalry }), 1946, 1975));
        Assert.Null(phase.LastYear);
    }

    [Theory]
    [InlineData(1988, false)]
    [InlineData(1989, true)]
    public void Find_PactAfterWarThatHolds_IsPeaceTenYearsOn(int until, bool found)
    {
        Episode[] episodes =
        [
            new(EpisodeKind.Rivalry, 1948, null, 1, "rivalry", "rivalries", "1"),
            new(EpisodeKind.Dispute, 1973, 1973, 5, "war", "mid", "2"),
            new(EpisodeKind.Alliance, 1979, null, 1, "pact", "atop", "3"),
        ];
        ImmutableArray<Phase> phases = PhaseFinder.Find(new DyadPanel(Dyad, 1946, 2018, [], episodes), 1946, until);
        Assert.Equal(found, phases.Any(p => p is { Kind: PhaseKind.Normalization, FirstYear: 1979 }));
    }

    [Fact]
    public void Find_DisputeThatOpensRivalry_BeginsTheRift_AndTwoIncidentsDoNot()
    {
        Episode[] episodes =
        [
            new(EpisodeKind.Dispute, 1979, 1981, 4, "dispute", "mid", "1"),
            new(EpisodeKind.Rivalry, 1982, 1990, 1, "rivalry", "rivalries", "2"),
            new(EpisodeKind.Dispute, 1993, 1993, 4, "dispute", "mid", "3"),
            new(EpisodeKind.Dispute, 1994, 1994, 4, "dispute", "mid", "4"),
        ];
        Phase rift = Assert.Single(PhaseFinder.Find(new DyadPanel(Dyad, 1946, 2018, [], episodes), 1946, 2018), p => p.Kind == PhaseKind.Rift);
        Assert.Equal((1979, 1990), (rift.FirstYear, rift.LastYear!.Value));
    }
}
