using Entente.Cli.Scenarios;

namespace Entente.Cli.Tests;

public sealed class ScenarioFileTests : IDisposable
{
    private readonly string _path = Path.GetTempFileName();

    public void Dispose() => File.Delete(_path);

    [Fact]
    public void Read_Scenario_HasDyadYearsAndShocks()
    {
        File.WriteAllText(_path, "name: Detente\ndyad: [china, russia]\nyears: 8\nshocks:\n  - USA-CHN eases by 10 over 3y\n  - RUS capability -40%\n");
        ScenarioFile file = ScenarioFile.Read(new FileInfo(_path));
        Assert.Equal("Detente", file.Name);
        Assert.Equal(["china", "russia"], file.Dyad);
        Assert.Equal(8, file.Years);
        Assert.Equal(["USA-CHN eases by 10 over 3y", "RUS capability -40%"], file.Shocks);
    }

    [Theory]
    [InlineData("a: &x [1, 2]\nshocks: *x\n", "field")]
    [InlineData("shocks: &x [USA-CHN eases]\ndyad: *x\n", "anchors")]
    [InlineData("shocks:\n  - a: b\n", "nested")]
    [InlineData("shocks: !!python/object:os.system [x]\n", "tags")]
    [InlineData("shocks: [a]\nshocks: [b]\n", "twice")]
    [InlineData("years: many\nshocks: [a]\n", "whole number")]
    [InlineData("shocks: [\"a\n", "no YAML")]
    [InlineData("just text\n", "fields are expected")]
    [InlineData("", "1 to 40 shocks")]
    public void Read_HostileOrWrong_SaysWhere(string text, string why)
    {
        File.WriteAllText(_path, text);
        Assert.Contains(why, Assert.Throws<FormatException>(() => ScenarioFile.Read(new FileInfo(_path))).Message, StringComparison.OrdinalIgnoreCase);
    }

    [Fact]
    public void Read_HugeFile_IsRefusedUnread()
    {
        File.WriteAllText(_path, new string('a', 70_000));
        Assert.Contains("bytes", Assert.Throws<FormatException>(() => ScenarioFile.Read(new FileInfo(_path))).Message, StringComparison.Ordinal);
    }
}
