using System.Globalization;
using Entente.Datasets;
using Entente.Evaluation.Measures;
using Entente.Measures.IdealPoints;

namespace Entente.Accuracy;

/// <summary>Published ideal points of sessions 1–30 (Bailey, Strezhnev and Voeten, April 2020) with a short chain; the long ones are in docs/accuracy-ideal-points.md.</summary>
public class IdealPointAccuracyTests
{
    [Fact]
    public void IdealPoints_OfAShortChain_StayNearThePublished()
    {
        string? root = AppContext.BaseDirectory;
        while (root is not null && !File.Exists(Path.Combine(root, "Entente.slnx"))) root = Path.GetDirectoryName(root);
        string data = Path.Combine(root ?? ".", "..", "shared", "data"), record = Path.Combine(data, "record"), measures = Path.Combine(data, "measures");
        string published = Path.Combine(measures, "unga-idealpoints-apr2020-sessions-1-30.csv");
        if (!File.Exists(published) || !Directory.Exists(record))
        {
            Assert.False(string.Equals(Environment.GetEnvironmentVariable("CI"), "true", StringComparison.Ordinal), "The published ideal points are missing.");
            Assert.Skip("The published ideal points are not here.");
        }
        var archive = new RollCallArchive(new RecordFiles(record));
        RollCallReading votes = archive.ReadLongest();
        var pairs = archive.ReadMatched(Path.Combine(measures, "unga-matched-resolutions.csv"), votes).Select(p => new MatchedResolutions(p.Earlier, p.Later));
        IdealPointFit fit = IdealPointModel.Fit(votes.RollCalls, pairs, new IdealPointOptions { Iterations = 300, BurnIn = 100 }, cancellation: TestContext.Current.CancellationToken);
        string[] lines = ["ccode,session,mean,q5,q50,q95", .. fit.Points.Select(p => string.Create(CultureInfo.InvariantCulture, $"{p.Ccode},{p.Session},{p.Mean},{p.Q5},{p.Q50},{p.Q95}"))];
        IdealPointScore score = IdealPointScorer.Score(lines, File.ReadLines(published));
        Assert.Equal(0, score.Missing);
        Assert.True(score.PooledR > 0.97, $"pooled r {score.PooledR}");
        Assert.True(score.MedianSessionR > 0.99, $"median session r {score.MedianSessionR}");
    }
}
