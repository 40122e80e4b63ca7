using System.Text.Json;

namespace Entente.Cli.Tests;

[Collection("console")]
public class BriefCommandTests
{
    private static readonly string NoStore = Path.Combine(Path.GetTempPath(), Path.GetRandomFileName());

    [Fact]
    public void Brief_ChinaRussia_FindsRiftNormalisationAndPartnershipInTheRecord()
    {
        (int exit, string text) = Run("brief", "china", "russia", "--json", "--store", NoStore);
        Assert.Equal(ExitCodes.Ok, exit);
        using JsonDocument json = JsonDocument.Parse(text);
        JsonElement[] phases = [.. json.RootElement.GetProperty("phases").EnumerateArray()];
        Assert.Contains(phases, p => p.GetProperty("kind").GetString() == "rift" && p.GetProperty("firstYear").GetInt32() is >= 1956 and <= 1962 && p.GetProperty("lastYear").GetInt32() == 1989);
        Assert.Contains(phases, p => p.GetProperty("kind").GetString() == "normalization" && p.GetProperty("firstYear").GetInt32() == 1989);
        Assert.Contains(phases, p => p.GetProperty("kind").GetString() == "partnership" && p.GetProperty("firstYear").GetInt32() == 1996);
        Assert.All(phases, p => Assert.NotEqual(0, p.GetProperty("sources").GetArrayLength()));
    }

    [Fact]
    public void Brief_AsOf1975_KnowsNothingLater()
    {
        (int exit, string text) = Run("brief", "china", "russia", "--as-of", "1975-06-01", "--json", "--store", NoStore);
        Assert.Equal(ExitCodes.Ok, exit);
        using JsonDocument json = JsonDocument.Parse(text);
        Assert.All(json.RootElement.GetProperty("phases").EnumerateArray(), p => Assert.True(p.GetProperty("firstYear").GetInt32() <= 1974));
        Assert.All(json.RootElement.GetProperty("scores").EnumerateArray(), s => Assert.True(s.GetProperty("year").GetInt32() <= 1974));
    }

    [Theory]
    [InlineData("china", "chnia-land-of-nowhere")]
    [InlineData("china", "PRC")]
    public void Brief_NoDyad_ExitsUsage(string a, string b) => Assert.Equal(ExitCodes.Usage, Run("brief", a, b, "--store", NoStore).Exit);

    [Fact]
    public void Brief_MissingFileToRead_SaysSoAndStillBriefs()
    {
        (int exit, string text) = Run("brief", "china", "russia", "--read", NoStore + ".txt", "--store", NoStore);
        Assert.Equal(ExitCodes.Partial, exit);
        Assert.Contains("China", text, StringComparison.Ordinal);
    }

    [Fact]
    public void Explain_EveryNumberOfABriefing_ComputesItAgain()
    {
        using JsonDocument json = JsonDocument.Parse(Run("brief", "china", "russia", "--as-of", "2010-05-01", "--json", "--store", NoStore).Output);
        string[] ids =
        [
            .. json.RootElement.GetProperty("scores").EnumerateArray().Select(s => s.GetProperty("id").GetString()).OfType<string>(),
            .. json.RootElement.GetProperty("sections").EnumerateArray().SelectMany(s => s.GetProperty("series").EnumerateArray()).Select(s => s.GetProperty("id").GetString()!),
        ];
        Assert.True(ids.Length > 8, string.Join(' ', ids));
        foreach (string id in ids)
        {
            (int exit, string text) = Run("explain", id, "--store", NoStore);
            Assert.True(exit == ExitCodes.Ok, $"{id}: {text}");
            Assert.Contains("Computed again: the same.", text, StringComparison.Ordinal);
        }
    }

    [Fact]
    public void Explain_AnotherNumberThanTheRecordGives_SaysSo()
    {
        (int exit, string text) = Run("explain", "panel:dispute_hostility:CHN-RUS:1969=2", "--store", NoStore);
        Assert.Equal(ExitCodes.Partial, exit);
        Assert.Contains("dispnum 349", text, StringComparison.Ordinal);
        Assert.Contains("not 2", text, StringComparison.Ordinal);
        Assert.Equal(ExitCodes.Usage, Run("explain", "panel:no_such_thing:CHN-RUS:1969", "--store", NoStore).Exit);
        Assert.Equal(ExitCodes.Usage, Run("explain", "score:CHN-CHN:overall:2000@2001-01-01", "--store", NoStore).Exit);
    }

    private static (int Exit, string Output) Run(params string[] arguments)
    {
        TextWriter before = Console.Out;
        using var output = new StringWriter();
        try
        {
            Console.SetOut(output);
            return (EntenteCommand.Create().Parse(arguments).Invoke(), output.ToString());
        }
        finally
        {
            Console.SetOut(before);
        }
    }
}
