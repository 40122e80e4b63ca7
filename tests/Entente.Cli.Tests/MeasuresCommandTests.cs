using System.Text.Json;

namespace Entente.Cli.Tests;

public sealed class MeasuresCommandTests : IDisposable
{
    private readonly string _folder = Directory.CreateTempSubdirectory("entente-measures").FullName;

    public void Dispose() => Directory.Delete(_folder, recursive: true);

    [Fact]
    public void Similarity_OfTwoVectors_GivesEveryMeasureOrNullAndAReason()
    {
        (int exit, string text) = Run("similarity", "--vectors", Write("v.csv", "a,b\n1,1\n1,1\nNA,2\n"));
        using JsonDocument json = JsonDocument.Parse(text);
        Assert.Equal(ExitCodes.Partial, exit);
        Assert.Equal(1, json.RootElement.GetProperty("s").GetDouble());
        Assert.Equal(JsonValueKind.Null, json.RootElement.GetProperty("kappa").ValueKind);
        Assert.Contains("constant", json.RootElement.GetProperty("reasons").GetProperty("kappa").GetString(), StringComparison.Ordinal);
    }

    [Fact]
    public void Similarity_OfARecordOfVotes_WritesTheStableHeader()
    {
        Write("unga_votes_cow_1946_2024.csv", "resid,session,date,year,ccode,vote\n1001,1,1946-01-01,1946,2,1\n1001,1,1946-01-01,1946,20,3\n1002,1,1946-01-01,1946,2,1\n1002,1,1946-01-01,1946,20,1\n");
        string output = Path.Combine(_folder, "out.csv");
        Assert.Equal(ExitCodes.Ok, Run("similarity", "--record", _folder, "--measure", "agree", "--year", "1946", "--out", output).Exit);
        Assert.Equal("ccode1,ccode2,year,value,n\n2,20,1946,0,1\n", File.ReadAllText(output));
        Assert.Equal(ExitCodes.Partial, Run("similarity", "--record", _folder, "--year", "1999", "--out", output).Exit);
    }

    [Theory]
    [InlineData(ExitCodes.Input, "similarity", "--record", "/nowhere")]
    [InlineData(ExitCodes.Usage, "similarity", "--weight", "hr")]
    [InlineData(ExitCodes.Usage, "similarity", "--state", "chnia-land-of-nowhere")]
    [InlineData(ExitCodes.Input, "ideal-points", "fit", "--record", "/nowhere")]
    [InlineData(ExitCodes.Usage, "ideal-points", "fit", "--sessions", "9-1")]
    [InlineData(ExitCodes.Input, "changepoints", "/nowhere.json")]
    [InlineData(ExitCodes.Input, "order", "frustration", "/nowhere.csv")]
    [InlineData(ExitCodes.Input, "order", "landscape", "/nowhere.json")]
    public void Commands_OfBadInput_ExitAsDocumented(int expected, params string[] arguments) => Assert.Equal(expected, Run(arguments).Exit);

    [Fact]
    public void ChangePoints_OfAnArray_GivesLocations()
    {
        (int exit, string text) = Run("changepoints", "--method", "pelt", Write("s.json", "[" + string.Join(',', Enumerable.Range(0, 40).Select(i => i < 20 ? i % 2 : 50 + (i % 2))) + "]"));
        Assert.Equal((ExitCodes.Ok, "{\"locations\":[19]}"), (exit, text.Trim()));
    }

    [Fact]
    public void Frustration_OfAnUnbalancedTriangle_IsOneTieThreeWays()
    {
        (int exit, string text) = Run("order", "frustration", Write("n.csv", "from,to,sign\nA,B,1\nB,C,1\nA,C,-1\n"));
        using JsonDocument json = JsonDocument.Parse(text);
        JsonElement root = json.RootElement;
        Assert.Equal(ExitCodes.Ok, exit);
        Assert.Equal((1, true, 3, 1), (root.GetProperty("frustration").GetInt32(), root.GetProperty("optimal").GetBoolean(), root.GetProperty("partition_count").GetInt32(), root.GetProperty("edges").GetArrayLength()));
    }

    [Fact]
    public void Landscape_OfTwoFriends_IsOneSide()
    {
        (int exit, string text) = Run("order", "landscape", Write("l.json", """{"sizes":{"A":2,"B":1},"propensities":{"A":{"B":1}}}"""));
        using JsonDocument json = JsonDocument.Parse(text);
        JsonElement minimum = Assert.Single(json.RootElement.GetProperty("minima").EnumerateArray().ToArray());
        Assert.Equal((ExitCodes.Ok, 0.0, 2), (exit, minimum.GetProperty("energy").GetDouble(), minimum.GetProperty("basin").GetInt32()));
    }

    [Fact]
    public void IdealPoints_FitShowPlot_WorkOnOneAnothersFiles()
    {
        var rows = new List<string> { "resid,session,date,year,ccode,vote" };
        for (int call = 0; call < 20; call++)
            foreach ((int ccode, int vote) in new[] { (2, 3), (200, call % 4 == 0 ? 2 : 3), (365, 1), (710, call % 3 == 0 ? 2 : 1) }) rows.Add($"{1000 + call},1,1946-10-01,1946,{ccode},{vote}");
        Write("unga_votes_cow_1946_2024.csv", string.Join('\n', rows));
        string fit = Path.Combine(_folder, "fit.csv"), svg = Path.Combine(_folder, "fit.svg");
        Assert.Equal(ExitCodes.Ok, Run("ideal-points", "fit", "--record", _folder, "--iterations", "200", "--out", fit).Exit);
        Assert.Equal(5, File.ReadAllLines(fit).Length);
        Assert.StartsWith("United States", Run("ideal-points", "show", "--from", fit).Output, StringComparison.Ordinal);
        Assert.Contains("●", Run("ideal-points", "plot", "usa", "russia", "--from", fit).Output, StringComparison.Ordinal);
        Assert.Equal(ExitCodes.Ok, Run("ideal-points", "plot", "usa", "--from", fit, "--svg", svg).Exit);
        Assert.StartsWith("<svg", File.ReadAllText(svg), StringComparison.Ordinal);
        Assert.Equal(ExitCodes.Input, Run("ideal-points", "show", "--from", svg).Exit);
    }

    private string Write(string name, string text)
    {
        string path = Path.Combine(_folder, name);
        File.WriteAllText(path, text);
        return path;
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
