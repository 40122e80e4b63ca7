using CsCheck;
using Entente.Measures.Similarity;
using Entente.Record;

namespace Entente.Tests.Measures;

public class SimilarityTests
{
    // Germany and Russia in 1914 over twenty states: Signorino and Ritter (1999), International Studies Quarterly 43(1), Table 6.
    private static readonly int[] Germany = [3, 0, 0, 0, 3, 3, 0, 0, 0, 0, 0, 3, 0, 0, 0, 0, 0, 0, 0, 0];
    private static readonly int[] Russia = [0, 3, 1, 3, 0, 1, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0];
    private static readonly double[] Capability = [.25, .21, .2, .08, .08, .05, .03, .03, .02, .01, .01, .01, .01, .01, 0, 0, 0, 0, 0, 0];

    [Theory]
    [InlineData(SimilarityMeasure.S, 0.4)]
    [InlineData(SimilarityMeasure.SSquared, 0.4444444)]
    [InlineData(SimilarityMeasure.TauB, 0.03031695)]
    [InlineData(SimilarityMeasure.Kappa, -0.07758621)]
    [InlineData(SimilarityMeasure.KappaLinear, -0.0714285714)]
    [InlineData(SimilarityMeasure.Pi, -0.04477612)]
    [InlineData(SimilarityMeasure.PiWeighted, -0.0869565217)]
    [InlineData(SimilarityMeasure.PiLinear, -0.0843373494)]
    [InlineData(SimilarityMeasure.A, -0.04)]
    [InlineData(SimilarityMeasure.ASquared, -0.04)]
    public void Of_GermanyRussia1914_IsThePublishedFigure(SimilarityMeasure measure, double published) =>
        Assert.Equal(published, VectorSimilarity.Of(Germany, Russia, null, CodeScale.Alliances)[measure]!.Value, 1e-7);

    [Fact]
    public void Of_GermanyRussia1914ByCapability_IsThePublishedS() =>
        Assert.Equal(-0.46, VectorSimilarity.Of(Germany, Russia, Capability, CodeScale.Alliances).S!.Value, 1e-7);

    [Fact]
    public void Of_AnyTieOrNone_IsTheBinaryForm()
    {
        int[] x = [.. Germany.Select(v => Math.Sign(v))], y = [.. Russia.Select(v => Math.Sign(v))];
        SimilarityScores scores = VectorSimilarity.Of(x, y, null, CodeScale.Binary);
        Assert.Equal(0.4, scores.S!.Value, 1e-7);
        Assert.Equal(0.0625, scores.Kappa!.Value, 1e-7);
        Assert.Equal(0.0625, scores.Pi!.Value, 1e-7);
    }

    [Theory]
    [InlineData(2, 2)]
    [InlineData(1, 3)]
    public void Of_BothConstant_HasNoChanceCorrectedValueAndSaysWhy(int x, int y)
    {
        SimilarityScores scores = VectorSimilarity.Of([x, x, x], [y, y, y], null, CodeScale.Votes);
        Assert.NotNull(scores.S);
        foreach (SimilarityMeasure m in new[] { SimilarityMeasure.Kappa, SimilarityMeasure.KappaLinear, SimilarityMeasure.Pi, SimilarityMeasure.PiWeighted, SimilarityMeasure.TauB, SimilarityMeasure.A })
        {
            Assert.Null(scores[m]);
            Assert.Equal(NoSimilarity.BothConstant, scores.Reason(m));
        }
    }

    [Fact]
    public void Of_OneConstant_HasKappaZeroAndNoTau()
    {
        SimilarityScores scores = VectorSimilarity.Of([1, 1, 1], [1, 2, 3], null, CodeScale.Votes);
        Assert.Equal(0, scores.Kappa!.Value, 1e-12);
        Assert.Equal(NoSimilarity.OneConstant, scores.Reason(SimilarityMeasure.TauB));
    }

    [Fact]
    public void Of_NothingShared_SaysSo() => Assert.Equal(NoSimilarity.NothingShared, VectorSimilarity.Of([], [], null, CodeScale.Votes).Reason(SimilarityMeasure.S));

    [Fact]
    public void Of_CodeOutsideTheScale_NamesTheTarget() =>
        Assert.Contains("target 2", Assert.Throws<ArgumentException>(() => VectorSimilarity.Of([1, 5], [1, 1], null, CodeScale.Votes)).Message, StringComparison.Ordinal);

    [Fact]
    public void Of_AnyVectors_IsSymmetricAndAgreesWithTheDefinitions() =>
        Gen.Select(Gen.Int[0, 3], Gen.Int[0, 3], Gen.Double[0.1, 3]).Array[2, 40].Sample(rows =>
        {
            int[] x = [.. rows.Select(r => r.Item1)], y = [.. rows.Select(r => r.Item2)];
            double[] w = [.. rows.Select(r => r.Item3)];
            SimilarityScores scores = VectorSimilarity.Of(x, y, w, CodeScale.Alliances), mirrored = VectorSimilarity.Of(y, x, w, CodeScale.Alliances);
            Assert.Equal(1 - (2 * rows.Sum(r => r.Item3 * Math.Abs(r.Item1 - r.Item2)) / (3 * w.Sum())), scores.S!.Value, 1e-9);
            Assert.Equal(1 - (2 * rows.Sum(r => r.Item3 * Math.Pow(r.Item1 - r.Item2, 2)) / (9 * w.Sum())), scores.SSquared!.Value, 1e-9);
            if (scores.TauB is { } tau)
            {
                double c = 0, tx = 0, ty = 0;
                for (int i = 0; i < rows.Length; i++)
                    for (int j = 0; j < rows.Length; j++)
                    {
                        c += w[i] * w[j] * Math.Sign(x[i] - x[j]) * Math.Sign(y[i] - y[j]);
                        tx += w[i] * w[j] * Math.Abs(Math.Sign(x[i] - x[j]));
                        ty += w[i] * w[j] * Math.Abs(Math.Sign(y[i] - y[j]));
                    }
                Assert.Equal(c / Math.Sqrt(tx * ty), tau, 1e-9);
            }
            foreach (SimilarityMeasure m in Enum.GetValues<SimilarityMeasure>())
                Assert.Equal(scores[m] ?? 99, mirrored[m] ?? 99, 1e-9);
        });

    [Fact]
    public void Votes_WithAbsences_AreDroppedPairwiseAndUnanimousOnesFromAgreement()
    {
        RollCall[] calls = [Call(1, "YYY"), Call(2, "YNA"), Call(3, "Y-N"), Call(4, "NYY")];
        DyadSimilarity[] rows = VoteSimilarity.Of(calls, 2000, VoteWeights.Equal);
        DyadSimilarity first = rows.Single(r => (r.Ccode1, r.Ccode2) == (10, 20));
        Assert.Equal((3, 2), (first.Targets, first.Contested));
        Assert.Equal(1 - (2 * 4.0 / (2 * 3)), first.Scores.S!.Value, 1e-12);
        Assert.Equal(0, first.Scores.Agreement!.Value, 1e-12);
    }

    [Fact]
    public void Votes_WeightedByIssue_CountOnlyThat()
    {
        RollCall[] calls = [Call(1, "YYN") with { Issues = ["hr"] }, Call(2, "YNN"), Call(3, "YNY") with { IsImportant = true }];
        VoteWeights rights = new(new Dictionary<string, double> { ["hr"] = 1 }, 0), important = new(new Dictionary<string, double> { ["important"] = 2 }, 1);
        Assert.Equal((1.0, 1), VoteSimilarity.Of(calls, 2000, rights, 10).Where(r => r.Ccode2 == 20).Select(r => (r.Scores.S!.Value, r.Targets)).Single());
        Assert.Equal(1 - (2 * 6.0 / (2 * 4)), VoteSimilarity.Of(calls, 2000, important).Single(r => (r.Ccode1, r.Ccode2) == (10, 20)).Scores.S!.Value, 1e-12);
    }

    [Fact]
    public void Alliances_IncludeSelfAndEveryMember()
    {
        DyadSimilarity row = AllianceSimilarity.Of([new AllianceCommitment(2, 20, 3), new AllianceCommitment(20, 2, 1), new AllianceCommitment(2, 999, 3)], [2, 20, 200], 1950, 20)
            .Single(r => r.Ccode1 == 2);
        // 2: (3, 3, 0), 20: (3, 3, 0): the higher pledge counts, both ways.
        Assert.Equal((3, 1.0), (row.Targets, row.Scores.S!.Value));
    }

    [Theory]
    [InlineData(713, "1949-12-07", 710)]
    [InlineData(713, "1971-10-25", 713)]
    [InlineData(710, "1971-11-15", 710)]
    [InlineData(260, "1989-12-15", 260)]
    [InlineData(260, "1990-03-01", 255)]
    [InlineData(678, "1990-05-22", 679)]
    [InlineData(369, "1990-12-14", null)]
    [InlineData(370, "1991-09-17", 370)]
    public void Seat_OnTheDay_IsTheStateSystemMember(int seat, string day, int? state) =>
        Assert.Equal(state, VotingSeat.StateOf(seat, DateOnly.Parse(day, System.Globalization.CultureInfo.InvariantCulture)));

    private static RollCall Call(int id, string votes) => new(id, 1, new DateOnly(2000, 1, 1),
        [.. votes.Index().Where(v => v.Item != '-').Select(v => new CastVote((v.Index + 1) * 10, v.Item switch { 'Y' => VoteChoice.Yes, 'A' => VoteChoice.Abstain, _ => VoteChoice.No }))]);
}
