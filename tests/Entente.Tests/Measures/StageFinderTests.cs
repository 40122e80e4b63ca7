using Entente.Measures.Stages;
using Entente.Record;

namespace Entente.Tests.Measures;

public class StageFinderTests
{
    private static readonly UndirectedDyad Dyad = new(new StateId("CHN"), new StateId("RUS"));

    private static readonly Episode Pact = new(EpisodeKind.Alliance, 2001, null, 2, "treaty of 2001", "atop", "atopid 1");
    private static readonly Episode Arms = new(EpisodeKind.ArmsDeliveries, 1992, null, 30000, "arms", "arms", "1");
    private static readonly Episode[] Exercises = [.. new[] { 2005, 2007, 2009, 2010 }.Select(y => new Episode(EpisodeKind.Exercise, y, y, 1, "exercise", "exercises", "mmeid " + y))];

    [Fact]
    public void Find_PactOfConsultation_IsTheEarlyStageSinceIt()
    {
        StageReport report = StageFinder.Find(Panel([Pact]), 2012);
        Assert.Equal((AlignmentStage.Early, 2001), (report.Reached, report.Since));
        Assert.Equal(["technology", "exercises"], report.Missing.Select(c => c.Id));
        Assert.All(report.Missing, c => Assert.Equal(CriterionState.NotMet, c.State));
    }

    [Fact]
    public void Find_ArmsAndRegularExercises_AreTheModerateStageOnceThreeYearsInFiveHadThem()
    {
        DyadPanel panel = Panel([Pact, Arms, .. Exercises]);
        Assert.Equal(AlignmentStage.Early, StageFinder.Find(panel, 2008).Reached);
        StageReport report = StageFinder.Find(panel, 2009);
        Assert.Equal((AlignmentStage.Moderate, 2009), (report.Reached, report.Since));
        Assert.Equal(["command", "deployment", "defence"], report.Missing.Select(c => c.Id));
        Assert.Equal(CriterionState.NotKnown, report.Missing.Single(c => c.Id == "deployment").State);
    }

    [Fact]
    public void Find_AfterTheRecordEnds_SaysToWhenItKnows()
    {
        StageReport report = StageFinder.Find(Panel([Pact, Arms, .. Exercises]), 2020);
        Assert.Equal((AlignmentStage.Moderate, 2010), (report.Reached, report.KnownTo));
        StageCriterion exercises = report.Criteria.Single(c => c.Id == "exercises");
        Assert.Equal((CriterionState.Met, 2010), (exercises.State, exercises.Known));
        Assert.Contains("no later year than 2010", exercises.Reason, StringComparison.Ordinal);
    }

    [Fact]
    public void Find_HigherCriterionWithoutTheLower_ReachesNothing() =>
        Assert.Equal(AlignmentStage.None, StageFinder.Find(Panel([Arms, .. Exercises]), 2010).Reached);

    [Fact]
    public void Find_AsOfAnEarlierYear_UsesNothingLater()
    {
        StageReport report = StageFinder.Find(Panel([Pact]), 2000);
        Assert.Equal(AlignmentStage.None, report.Reached);
        Assert.All(report.Criteria, c => Assert.Empty(c.Evidence));
    }

    private static DyadPanel Panel(Episode[] episodes)
    {
        var values = new Dictionary<(string Indicator, bool Forward, int Year), Measurement>();
        for (int year = 1990; year <= 2020; year++)
        {
            values[(Indicators.Alliance.Id, true, year)] = Measurement.Of(0);
            values[(Indicators.ArmsTransfers.Id, true, year)] = Measurement.Of(year >= 1992 ? 100 : 0);
            if (year <= 2010) values[(Indicators.JointExercises.Id, true, year)] = Measurement.Of(0);
        }
        return new DyadPanel(Dyad, 1990, 2020, values, episodes);
    }
}
