namespace Entente.Intake.Tests;

public sealed class IntakeReaderTests : IDisposable
{
    private readonly string _folder = Directory.CreateTempSubdirectory("entente-").FullName;

    public void Dispose() => Directory.Delete(_folder, recursive: true);

    [Fact]
    public void Open_AFolder_LeavesOutWhatDescribesIt()
    {
        foreach (string name in (string[])["b.txt", "a.jsonl", "SOURCE.md", "README.md", "LICENSE", ".hidden"]) File.WriteAllText(Path.Combine(_folder, name), "text");
        Directory.CreateDirectory(Path.Combine(_folder, "below"));
        File.WriteAllText(Path.Combine(_folder, "below", "c.txt"), "text");

        string[] names = [.. IntakeReader.Open([_folder]).Select(r => Path.GetRelativePath(_folder, r.Input!.Location))];

        Assert.Equal(["a.jsonl", "b.txt", Path.Combine("below", "c.txt")], names);
    }

    [Fact]
    public void Open_ADescriptionByItsOwnName_IsRead()
    {
        string file = Path.Combine(_folder, "README.md");
        File.WriteAllText(file, "text");

        Assert.Equal(file, Assert.Single(IntakeReader.Open([file])).Input!.Location);
    }
}
