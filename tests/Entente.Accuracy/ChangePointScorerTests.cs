using Entente.Evaluation.Measures;

namespace Entente.Accuracy;

/// <summary>Known values of the scores of the Turing Change Point Benchmark.</summary>
public class ChangePointScorerTests
{
    private static readonly int[][] Four = [[10, 20], [11, 20], [10], [0, 5]];

    [Fact]
    public void F1_OfFourAnnotators_IsTheKnownValue() => Assert.Equal(1.0, ChangePointScorer.F1(Four, [10, 20]), 1e-7);

    [Fact]
    public void F1_OfDisagreeingAnnotators_IsTheKnownValue()
    {
        int[][] annotations = [[], [10], [50]];
        Assert.Equal(0.9090909, ChangePointScorer.F1(annotations, [10]), 1e-7);
        Assert.Equal(0.8, ChangePointScorer.F1(annotations, []), 1e-7);
    }

    [Fact]
    public void Covering_OfThreeAnnotators_IsTheKnownValue() =>
        Assert.Equal(0.7962963, ChangePointScorer.Covering([[10, 20], [10], [0, 5]], [10, 20], 45), 1e-7);

    [Fact]
    public void Series_WithGapsAndSeveralDimensions_AreReadOrRefusedWithAReason()
    {
        SeriesFile series = SeriesFile.Parse("""{"name":"x","series":[{"raw":[1,NaN,3,null,5]}]}""");
        Assert.Equal((5, "0,2,4"), (series.Length, string.Join(',', series.Positions)));
        Assert.Contains("2 series", Assert.Throws<InvalidDataException>(() => SeriesFile.Parse("""{"series":[{"raw":[1]},{"raw":[2]}]}""")).Message, StringComparison.Ordinal);
        Assert.Throws<InvalidDataException>(() => SeriesFile.Parse("{"));
        Assert.Throws<InvalidDataException>(() => SeriesFile.Parse("[1,\"a\"]"));
    }
}
