using System.Collections.Immutable;
using Entente.Measures;
using Entente.Record;

namespace Entente.Tests.Measures;

public class AlignmentTests
{
    private static readonly UndirectedDyad Dyad = new(new StateId("CHN"), new StateId("RUS"));

    [Fact]
    public void Score_NothingKnown_IsUnknownNotFifty()
    {
        ImmutableArray<Alignment> scores = AlignmentScorer.Score(Panel([]), 2000);
        Assert.All(scores, s => Assert.False(s.Score.IsKnown));
        Assert.Equal(0, scores[0].Coverage);
    }

    [Fact]
    public void Score_MissingInput_WidensTheInterval()
    {
        Alignment one = AlignmentScorer.Score(Panel([("vote_agreement", 2000, 0.8), ("regime_similarity", 2000, 0.9)]), 2000)[1];
        Alignment stale = AlignmentScorer.Score(Panel([("vote_agreement", 1996, 0.8), ("regime_similarity", 2000, 0.9)]), 2000)[1];
        Assert.Equal(one.Score.Value, stale.Score.Value, 9);
        Assert.True(stale.High - stale.Low > one.High - one.Low);
        Assert.Equal(1996, stale.Inputs[0].SourceYear);
    }

    [Fact]
    public void Score_ValueOlderThanCarry_IsMissing()
    {
        Alignment worldview = AlignmentScorer.Score(Panel([("vote_agreement", 1990, 0.8)]), 2000)[1];
        Assert.False(worldview.Score.IsKnown);
    }

    [Fact]
    public void Score_Rivalry_IsLowerThanAlliance()
    {
        double rivals = AlignmentScorer.Score(Panel([("alliance", 2000, 0), ("rivalry", 2000, 1)]), 2000)[0].Score.Value;
        double allies = AlignmentScorer.Score(Panel([("alliance", 2000, 3), ("rivalry", 2000, 0)]), 2000)[0].Score.Value;
        Assert.True(rivals < 50 && allies > 75, $"{rivals} {allies}");
    }

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

    private static DyadPanel Panel((string Indicator, int Year, double Value)[] values) => new(Dyad, 1990, 2000,
        values.Select(v => KeyValuePair.Create((v.Indicator, true, v.Year), Measurement.Of(v.Value))), []);
}
