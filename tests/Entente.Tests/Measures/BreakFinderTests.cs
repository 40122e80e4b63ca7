using System.Collections.Immutable;
using Entente.Measures.Breaks;
using Entente.Record;

namespace Entente.Tests.Measures;

public class BreakFinderTests
{
    private static readonly UndirectedDyad Dyad = new(new StateId("CHN"), new StateId("RUS"));

    private static readonly BreakModel Model = new(
        Weights(Turn.Rift, ("rivalry-begins", 4), ("deaths", 2), ("new-leader", 0.5)),
        Weights(Turn.Rapprochement, ("rivalry-ends", 4), ("pact-consultation", 2.5), ("visit-after-quiet", 1)));

    private static readonly Episode Rivalry = new(EpisodeKind.Rivalry, 1958, 1989, 1, "rivalry", "rivalries", "1");

    [Fact]
    public void Find_RivalryThatBegins_IsARiftWithItsReason()
    {
        Break found = Assert.Single(Find(1980, Rivalry));
        Assert.Equal((1958, Turn.Rift, "rivalry-begins", 4.0), (found.Year, found.Turn, found.Signals[0].Id, found.Signals[0].Weight));
        Assert.True(found.Probability > 0.7);
    }

    [Fact]
    public void Find_RivalryThatEnds_IsARapprochementOnlyOnceItHasEnded()
    {
        Assert.Contains(Find(1995, Rivalry), b => b is { Year: 1989, Turn: Turn.Rapprochement });
        Assert.DoesNotContain(Find(1989, Rivalry), b => b.Turn == Turn.Rapprochement);
    }

    [Fact]
    public void Find_SignalsOfYearsSideBySide_AreOneTurn()
    {
        Episode deaths = new(EpisodeKind.Dispute, 1958, 1960, 5, "dispute", "mid", "2", 6);
        Break found = Assert.Single(Find(1980, Rivalry, deaths));
        Assert.Equal(["rivalry-begins", "deaths"], found.Signals.Select(s => s.Id));
        Assert.True(found.Probability > Assert.Single(Find(1980, Rivalry)).Probability - 0.1);
    }

    [Fact]
    public void Find_FewerDeathsThanJustBefore_SpeakForNothing()
    {
        Episode first = new(EpisodeKind.Dispute, 1959, 1960, 4, "first", "mid", "1", 4), second = new(EpisodeKind.Dispute, 1962, 1962, 4, "second", "mid", "2", 2);
        Assert.DoesNotContain(BreakFinder.Find(Model, Evidence(1980, first, second), 1946, 0), b => b.Year > 1961 && b.Signals.Any(s => s.Id == "deaths"));
    }

    [Fact]
    public void Find_WhereLittleHasHappened_TheProbabilityIsThatOfTheWeights()
    {
        Break found = Assert.Single(BreakFinder.Find(Model, Evidence(1980, new Episode(EpisodeKind.Alliance, 1960, null, 2, "pact", "atop", "1")), 1946, 0.1));
        Assert.Equal(1 / (1 + Math.Exp(0.5)), found.Probability, 0.001);
    }

    [Fact]
    public void Find_WhereMuchHasHappened_FewSignalsSpeakLouderAndManyLess()
    {
        Episode[] pacts = [.. Enumerable.Range(0, 8).Select(i => new Episode(EpisodeKind.Alliance, 1960 + (8 * i), 1963 + (8 * i), 2, "pact", "atop", "1"))];
        Episode rivalry = Rivalry with { FirstYear = 1900, LastYear = 1950 };
        double one = BreakFinder.Find(Model, Evidence(2024, pacts[0], rivalry), 1946, 0)[0].Probability, many = BreakFinder.Find(Model, Evidence(2024, [.. pacts, rivalry]), 1946, 0)[0].Probability;
        Assert.True(one > many && many > 1 / (1 + Math.Exp(0.5)), $"{one} {many}");
    }

    [Fact]
    public void Find_NothingHappened_IsNothingHoweverLikelyTurnsAre() =>
        Assert.Empty(BreakFinder.Find(Model with { Rift = Model.Rift with { Intercept = 5 } }, Evidence(2000), 1946, 0));

    [Fact]
    public void Find_ByTheShippedModel_SanctionsOfAUnionAreNoTurnOfItsMembers() =>
        Assert.Empty(BreakFinder.Find(BreakModel.Default, Evidence(2000, new Episode(EpisodeKind.Sanction, 1990, 1995, 1, "sanctions of the EU on Somewhere", "sanctions", "1")), 1946));

    [Fact]
    public void Read_OfWhatWasWritten_IsTheSameModel()
    {
        BreakModel read = BreakModel.Read(BreakModel.Write(Model));
        Assert.Equal(Model.Rift.Signals, read.Rift.Signals);
        Assert.Equal(Model.Rapprochement.Intercept, read.Rapprochement.Intercept);
        Assert.Throws<InvalidDataException>(() => BreakModel.Read("{\"method\":\"breaks@2\"}"));
    }

    [Fact]
    public void All_Lists_NameEachDyadOnceAndSomeOfEachSet()
    {
        Assert.Equal(TurnList.All.Length, TurnList.All.Select(l => l.Dyad).Distinct().Count());
        Assert.Equal(["first", "more", "quiet"], TurnList.All.Select(l => l.Set).Distinct(StringComparer.Ordinal));
        Assert.All(TurnList.All, l => Assert.Equal(string.Equals(l.Set, "quiet", StringComparison.Ordinal), l.Turns.IsEmpty));
    }

    private static ImmutableArray<Break> Find(int until, params Episode[] episodes) => BreakFinder.Find(Model, Evidence(until, episodes), 1946);

    private static BreakEvidence Evidence(int until, params Episode[] episodes) => new(Dyad, episodes, null, DyadContext.None, until);

    private static TurnWeights Weights(Turn turn, params (string Id, double Weight)[] weights) => new(-3,
        [.. BreakModel.SignalsOf(turn).Select(id => weights.FirstOrDefault(w => string.Equals(w.Id, id, StringComparison.Ordinal)).Weight)], [.. new double[BreakModel.Circumstances.Length]]);
}
