using Entente.Evaluation.Repair;

namespace Entente.Accuracy;

public class RepairAccuracyTests
{
    [Theory]
    [InlineData("ftfy-cases-train.json", 77)]
    [InlineData("mfa-mojibake-lossy-train.jsonl", 24)]
    public void Repair_TrainCases_StayAboveTheFloor(string file, int floor)
    {
        string? root = AppContext.BaseDirectory;
        while (root is not null && !File.Exists(Path.Combine(root, "Entente.slnx"))) root = Path.GetDirectoryName(root);
        string path = Path.Combine(root ?? ".", "..", "shared", "data", "encodings", file);
        if (!File.Exists(path))
        {
            Assert.False(string.Equals(Environment.GetEnvironmentVariable("CI"), "true", StringComparison.Ordinal), $"{file} is missing.");
            Assert.Skip($"{file} is not here.");
        }
        RepairScore score = RepairScorer.Score(RepairCase.Parse(File.ReadAllText(path)));
        Assert.InRange(score.Exact, floor, score.N);
    }
}
