using System.Text.Json;

namespace Entente.Cli.Tests;

/// <summary>On the panel that ships.</summary>
public sealed class OrderCommandTests
{
    [Fact]
    public void Order_OfAYear_GivesBlocsAndAProvenIndex()
    {
        (int exit, string text, _) = Run("order", "--year", "1985", "--resamples", "5", "--json");
        using JsonDocument json = JsonDocument.Parse(text);
        Assert.Equal(ExitCodes.Ok, exit);
        JsonElement root = json.RootElement, balance = root.GetProperty("balance");
        Assert.True(balance.GetProperty("optimal").GetBoolean());
        Assert.Equal(balance.GetProperty("frustration").GetInt32(), balance.GetProperty("frustrated").GetArrayLength());
        Assert.Equal(root.GetProperty("n").GetInt32(), root.GetProperty("blocs").EnumerateArray().Sum(b => b.GetProperty("members").GetArrayLength()));
        Assert.Equal(root.GetProperty("m").GetInt32(), root.GetProperty("ties").GetArrayLength());
    }

    [Fact]
    public void Order_OfTheSameSeed_IsTheSame() => Assert.Equal(Run("order", "--year", "1955", "--resamples", "10").Text, Run("order", "--year", "1955", "--resamples", "10").Text);

    [Fact]
    public void Order_OnAlliancesAndDisputesOf1914_PartsTheEntenteFromTheCentralPowers()
    {
        (_, string text, _) = Run("order", "--year", "1914", "--on", "alliance,dispute_hostility", "--json");
        using JsonDocument json = JsonDocument.Parse(text);
        var bloc = json.RootElement.GetProperty("states").EnumerateArray().ToDictionary(s => s.GetProperty("state").GetString()!, s => s.GetProperty("bloc").GetInt32());
        Assert.Equal(bloc["GBR"], bloc["FRA"]);
        Assert.Equal(bloc["GBR"], bloc["RUS"]);
        Assert.Equal(bloc["DEU"], bloc["AUH"]);
        Assert.NotEqual(bloc["GBR"], bloc["DEU"]);
    }

    [Fact]
    public void Triangle_OfThreeStates_IsNamedWithItsNumbers()
    {
        (int exit, string text, _) = Run("order", "triangle", "usa", "soviet union", "china", "--year", "1965");
        Assert.Equal(ExitCodes.Ok, exit);
        Assert.Contains("Unit veto", text, StringComparison.Ordinal);
        Assert.Contains("90 % interval", text, StringComparison.Ordinal);
        Assert.Equal(ExitCodes.Ok, Run("order", "triangle", "usa", "uk", "france", "--year", "1985", "--json").Exit);
    }

    [Fact]
    public void Landscape_OfStates_VisitsEveryConfiguration()
    {
        (int exit, string text, _) = Run("order", "landscape", "--states", "usa", "uk", "russia", "china", "--year", "1955", "--json");
        using JsonDocument json = JsonDocument.Parse(text);
        Assert.Equal(ExitCodes.Ok, exit);
        Assert.Equal(8, json.RootElement.GetProperty("minima").EnumerateArray().Sum(m => m.GetProperty("basin").GetInt32()));
    }

    [Theory]
    [InlineData("Kosovo was no member", "order", "triangle", "usa", "uk", "kosovo", "--year", "1955")]
    [InlineData("named twice", "order", "triangle", "russia", "uk", "ussr", "--year", "1985")]
    [InlineData("1946 to", "order", "--year", "1900")]
    [InlineData("alignments are known for 1946 to 2020", "order", "--year", "2022", "--as-of", "2021-06-01")]
    [InlineData("vote_agreement", "order", "--on", "friendship")]
    [InlineData("1980 to 2010", "order", "--on", "joint_exercises", "--year", "2020")]
    [InlineData("must not exceed", "order", "--above", "30")]
    [InlineData("states or ties", "order", "--csv", "edges")]
    [InlineData("2 to 24 states", "order", "landscape", "--states", "usa")]
    [InlineData("Did you mean", "order", "triangle", "usa", "uk", "germny")]
    public void Order_OfWhatCannotBe_SaysWhatCan(string says, params string[] arguments)
    {
        (int exit, _, string error) = Run(arguments);
        Assert.Equal(ExitCodes.Usage, exit);
        Assert.Contains(says, error, StringComparison.Ordinal);
    }

    private static (int Exit, string Text, string Error) Run(params string[] arguments)
    {
        TextWriter before = Console.Out, beforeError = Console.Error;
        using var output = new StringWriter();
        using var error = new StringWriter();
        Console.SetOut(output);
        Console.SetError(error);
        try
        {
            return (EntenteCommand.Create().Parse(arguments).Invoke(), output.ToString(), error.ToString());
        }
        finally
        {
            Console.SetOut(before);
            Console.SetError(beforeError);
        }
    }
}
