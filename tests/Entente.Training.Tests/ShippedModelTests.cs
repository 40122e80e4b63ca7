using Entente.Language.Parsing;
using Entente.Training.Language;
using Entente.Training.Treebanks;

namespace Entente.Training.Tests;

/// <summary>The model that ships, on gold tokens of the dev parts. The floors are what was measured when it was trained, less a tenth of a point.</summary>
public class ShippedModelTests
{
    // SHA-256 of the contents the floors were set for, first eight digits.
    private const string Checksum = "ef83fc75";

    [Theory]
    [InlineData("en_ewt-ud-dev.conllu.gz", 95.90, 87.49)]
    [InlineData("en_gum-free-dev.conllu.gz", 97.21, 88.38)]
    public void English_DevPart_StaysAboveTheFloors(string file, double upos, double las)
    {
        string path = Path.Combine(Root(), "..", "shared", "data", "syntax", file);
        if (!File.Exists(path))
        {
            Assert.False(string.Equals(Environment.GetEnvironmentVariable("CI"), "true", StringComparison.Ordinal), $"{path} is missing.");
            Assert.Skip($"{file} is not here.");
        }
        DependencyModel model = DependencyModel.Load(File.ReadAllBytes(Path.Combine(Root(), "data", "models", "english.bin")));
        Assert.StartsWith(Checksum, model.Checksum, StringComparison.Ordinal);
        ParseScore score = ParseScore.Of(model, [.. TreebankReader.ReadFile(path)]);
        Assert.InRange(100 * score.Upos, upos, 100);
        Assert.InRange(100 * score.Las, las, 100);
    }

    [Fact]
    public void English_Size_IsBelowFortyMegabytes() =>
        Assert.InRange(new FileInfo(Path.Combine(Root(), "data", "models", "english.bin")).Length, 1, 40_000_000);

    private static string Root()
    {
        string? root = AppContext.BaseDirectory;
        while (root is not null && !File.Exists(Path.Combine(root, "Entente.slnx"))) root = Path.GetDirectoryName(root);
        return root ?? throw new InvalidOperationException("Entente.slnx is in no folder above the tests.");
    }
}
