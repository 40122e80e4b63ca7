using System.Collections.Immutable;
using Entente.Measures;
using Entente.Measures.Factors;
using Entente.Record;

namespace Entente.Tests.Measures;

/// <summary>The alignment of hand-made dyads under a hand-made model of the right form.</summary>
public class AlignmentModelTests
{
    private static readonly UndirectedDyad Dyad = new(new StateId("CHN"), new StateId("RUS"));

    private static readonly AlignmentModel Model = new(1946, 2024,
        new FactorModel([.. AlignmentItems.All.Select(i => i.Item)],
            [.. AlignmentItems.All.Select(i => new ItemParameters(i.Item.Marker ?? 0.6, 0, i.Item.IsOrdinal ? 0 : 0.3,
                [.. Enumerable.Range(1, Math.Max(0, i.Item.Levels - 1)).Select(k => 2.0 + k)], i.Item.Persistent ? 0.5 : 0, i.Item.Persistent ? 0.02 : 0))], 4, 0.01),
        [.. AlignmentItems.All.Select(i => i.Item.IsOrdinal ? new ItemStandard([], 0, []) : new ItemStandard([.. Enumerable.Repeat(0.0, 79)], 1, []))],
        new AlignmentScale(-0.3, 1.2, 1.8));

    [Fact]
    public void History_NothingKnown_IsNoneAndSaysWhy()
    {
        DyadPanel panel = Panel();
        Assert.Null(AlignmentHistory.Of(Model, panel, 2000));
        ImmutableArray<Alignment> unknown = AlignmentHistory.Unknown(panel, 2000);
        Assert.Equal(5, unknown.Length);
        Assert.All(unknown, a => Assert.False(a.Score.IsKnown));
        Assert.All(unknown[0].Inputs, i => Assert.NotNull(i.Raw.Reason));
    }

    [Fact]
    public void Score_RivalryAmongAllies_IsBelowFifty()
    {
        double both = Score(("alliance", 3), ("rivalry", 1)), allies = Score(("alliance", 3), ("rivalry", 0)), none = Score(("alliance", 0), ("rivalry", 0));
        Assert.True(both < 50 && none > both && allies > none, $"{both} {none} {allies}");
    }

    [Fact]
    public void Parts_OfAScore_AddUpToIt()
    {
        AlignmentHistory history = AlignmentHistory.Of(Model, Panel([.. Years(1980, 1999, "alliance", 3), .. Years(1980, 1999, "vote_agreement", 0.7), .. Years(1990, 1999, "rivalry", 1)]), 1999)!;
        foreach (Dimension? d in new Dimension?[] { null, Dimension.Military, Dimension.Worldview })
            Assert.Equal(history.Score(1995, d).Mean - 50, history.Parts(1995, d).Sum(p => p.Points), 6);
    }

    [Fact]
    public void Change_OfAScore_AddsUpAndNamesTheMover()
    {
        AlignmentHistory history = AlignmentHistory.Of(Model, Panel([.. Years(1980, 1999, "alliance", 0), .. Years(1980, 1989, "rivalry", 1), .. Years(1990, 1999, "rivalry", 0)]), 1999)!;
        ImmutableArray<ScorePart> change = history.Change(1985, 1995, null);
        Assert.Equal(history.Score(1995, null).Mean - history.Score(1985, null).Mean, change.Sum(p => p.Points), 6);
        Assert.Equal("rivalry", change.MaxBy(p => p.Points)!.Indicator!.Id);
    }

    [Fact]
    public void History_LaterYears_DoNotReachBack()
    {
        (string, int, double)[] early = Years(1980, 1989, "alliance", 3);
        DyadPanel whole = Panel([.. early, .. Years(1990, 1999, "rivalry", 1), .. Years(1990, 1999, "alliance", 0)]);
        AlignmentHistory one = AlignmentHistory.Of(Model, Panel(early), 1989)!, other = AlignmentHistory.Of(Model, whole, 1989)!, cut = AlignmentHistory.Of(Model, whole.Until(1989), 1999)!;
        for (int year = 1980; year <= 1989; year++)
        {
            Assert.Equal(one.Latent(year, null), other.Latent(year, null));
            Assert.Equal(one.Latent(year, null), cut.Latent(year, null));
        }
    }

    [Fact]
    public void Weights_Zero_LeaveTheIndicatorOut()
    {
        DyadPanel panel = Panel([.. Years(1980, 1999, "alliance", 3), .. Years(1980, 1999, "rivalry", 1)]);
        AlignmentHistory without = AlignmentHistory.Of(Model, panel, 1999, new Dictionary<string, double>(StringComparer.Ordinal) { ["rivalry"] = 0 })!;
        AlignmentHistory never = AlignmentHistory.Of(Model, Panel(Years(1980, 1999, "alliance", 3)), 1999)!;
        Assert.Equal(never.Latent(1999, null).Mean, without.Latent(1999, null).Mean, 9);
    }

    [Fact]
    public void Sensitivity_OfASign_FindsTheWeightThatTurnsIt()
    {
        AlignmentHistory history = AlignmentHistory.Of(Model, Panel([.. Years(1980, 1999, "alliance", 3), .. Years(1980, 1999, "rivalry", 1)]), 1999)!;
        WeightShift shift = Assert.Single(WeightSensitivity.OfSign(history, 1999), s => s.Indicator.Id == "rivalry");
        double at = history.Reweighted(new Dictionary<string, double>(StringComparer.Ordinal) { ["rivalry"] = shift.Weight }).Score(1999, null).Mean;
        Assert.True(at >= 50 && history.Score(1999, null).Mean < 50);
        Assert.InRange(shift.Weight, 0, 1);
    }

    [Fact]
    public void Model_WrittenAndRead_IsTheSame()
    {
        string json = AlignmentModelJson.Write(Model);
        Assert.Equal(json, AlignmentModelJson.Write(AlignmentModelJson.Read(json)));
        Assert.Throws<InvalidDataException>(() => AlignmentModelJson.Read(json.Replace(AlignmentModel.Method, "dynamic-factor@0", StringComparison.Ordinal)));
        Assert.Throws<InvalidDataException>(() => AlignmentModelJson.Read("nothing"));
    }

    [Fact]
    public void Scale_ThroughThreeMedians_PutsThemWhereItSays()
    {
        AlignmentScale scale = AlignmentScale.Through(-0.3, -2, 2.5);
        Assert.Equal(50, scale.Score(-0.3), 9);
        Assert.Equal(AlignmentScale.RivalryScore, scale.Score(-2), 9);
        Assert.Equal(AlignmentScale.PactScore, scale.Score(2.5), 9);
        Assert.Throws<ArgumentException>(() => AlignmentScale.Through(0, 1, 2));
    }

    [Fact]
    public void Rank_EqualMeans_ShareTheBetterPlace()
    {
        AlignmentRow[] rows = [Row("RUS", 1), Row("IND", 1), Row("JPN", 2), Row("USA", -1)];
        Assert.Equal((2, 4), (AlignmentRank.Find(rows, Dyad, 2000)!.Rank, AlignmentRank.Find(rows, Dyad, 2000)!.Of));
        Assert.Null(AlignmentRank.Find(rows, new UndirectedDyad(new StateId("USA"), new StateId("GBR")), 2000));

        static AlignmentRow Row(string other, double mean) => new(new UndirectedDyad(new StateId("CHN"), new StateId(other)), 2000, mean, 0.3, 5);
    }

    private static double Score(params (string Id, double Value)[] values) =>
        AlignmentHistory.Of(Model, Panel([.. values.SelectMany(v => Years(1980, 1999, v.Id, v.Value))]), 1999)!.Score(1999, null).Mean;

    private static (string, int, double)[] Years(int from, int to, string id, double value) => [.. Enumerable.Range(from, to - from + 1).Select(y => (id, y, value))];

    private static DyadPanel Panel(params (string Id, int Year, double Value)[] values) => new(Dyad, 1946, 2024,
        values.Select(v => KeyValuePair.Create((v.Id, true, v.Year), Measurement.Of(v.Value))), []);
}
