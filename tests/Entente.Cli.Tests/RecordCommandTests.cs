using System.Globalization;
using System.Text.Json;

namespace Entente.Cli.Tests;

/// <summary><c>entente record</c> on files of a few rows, and the header rows that others read.</summary>
[Collection("console")]
public sealed class RecordCommandTests : IDisposable
{
    private const string States = "stateabb,ccode,statenme,styear,stmonth,stday,endyear,endmonth,endday,version\nUSA,2,United States of America,1816,1,1,2016,12,31,2016\n";
    private const string Visits = "year,dates,country,ccode,city,description\n1972,\"February 21-28, 1972\",China,710,Beijing,Met\n";

    private readonly string _folder = Directory.CreateTempSubdirectory("entente-cli-record-").FullName;

    private string Record => Path.Combine(_folder, "record");

    public void Dispose() => Directory.Delete(_folder, recursive: true);

    [Fact]
    public void Export_All_PassesOnOnlyWhatTheTermsAllow()
    {
        Run("record", "import", "states", Write("states.csv", States), "--record", Record);
        Run("record", "import", "visits-us", Write("visits.csv", Visits), "--record", Record);
        // A record made elsewhere may say otherwise of itself.
        string description = Path.Combine(Record, "states", "dataset.json");
        File.WriteAllText(description, File.ReadAllText(description).Replace("\"redistributable\": false", "\"redistributable\": true", StringComparison.Ordinal));
        string output = Path.Combine(_folder, "out");
        (int exit, _, string talk) = Run("record", "export", "--out", output, "--record", Record);
        Assert.Equal(ExitCodes.Ok, exit);
        Assert.Equal(["us_president_visits_1909_2020.csv", "us_president_visits_1909_2020.csv.txt"], Directory.GetFiles(output).Select(Path.GetFileName).Order(StringComparer.Ordinal));
        Assert.Contains("United States government work", File.ReadAllText(Path.Combine(output, "us_president_visits_1909_2020.csv.txt")), StringComparison.Ordinal);
        Assert.Contains("states: not exported", talk, StringComparison.Ordinal);
        Assert.Equal(ExitCodes.Partial, Run("record", "export", "states", "--out", output, "--record", Record).Exit);
        Assert.Equal(2, Directory.GetFiles(output).Length);
    }

    [Fact]
    public void Pull_FromAMirrorOfAnotherVersion_IsRefusedUnlessAccepted()
    {
        Write(Path.Combine("mirror", "cow_states_2016.csv"), States);
        string[] pull = ["record", "pull", "states", "--mirror", Path.Combine(_folder, "mirror"), "--into", Path.Combine(_folder, "pulled"), "--record", Record];
        (int exit, _, string talk) = Run(pull);
        Assert.Equal(ExitCodes.Input, exit);
        Assert.Contains("states: not pulled: length", talk, StringComparison.Ordinal);
        Assert.Equal(ExitCodes.Ok, Run([.. pull, "--accept-changed"]).Exit);
        Assert.Contains("states\t", Run("record", "list", "--record", Record).Out, StringComparison.Ordinal);
        Assert.Contains("sound", Run("record", "verify", "--record", Record).Out, StringComparison.Ordinal);
        Assert.Contains("already there", Run(pull).Talk, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(ExitCodes.Usage, "record", "pull")]
    [InlineData(ExitCodes.Usage, "record", "pull", "statse")]
    [InlineData(ExitCodes.Usage, "record", "pull", "states", "--mirror", "/nowhere/at/all")]
    [InlineData(ExitCodes.Input, "record", "pull", "arms", "--into", "/tmp/entente-none")]
    [InlineData(ExitCodes.Usage, "record", "import", "states")]
    [InlineData(ExitCodes.Input, "record", "import", "states", "/nowhere.csv")]
    [InlineData(ExitCodes.Usage, "record", "export", "nothing", "--out", "/tmp/entente-none")]
    public void Commands_OfBadInput_ExitAsDocumented(int expected, params string[] arguments) => Assert.Equal(expected, Run(arguments).Exit);

    [Fact]
    public void PullList_Json_HasAddressOrPageAndChecksumOfEach()
    {
        using JsonDocument json = JsonDocument.Parse(Run("record", "pull", "--list", "--json", "--into", _folder).Out);
        Assert.Equal(59, json.RootElement.GetArrayLength());
        foreach (JsonElement e in json.RootElement.EnumerateArray())
        {
            Assert.True(e.GetProperty("address").ValueKind == JsonValueKind.String || e.GetProperty("page").ValueKind == JsonValueKind.String);
            Assert.Equal(64, e.GetProperty("copy").GetProperty("sha256").GetString()!.Length);
            Assert.NotEmpty(e.GetProperty("licence").GetString()!);
        }
    }

    [Fact]
    public void List_DatasetsOutsideThePanel_AreListedWithTheirCoverage()
    {
        string[] lines = Run("record", "list", "--record", Record).Out.Split('\n', StringSplitOptions.RemoveEmptyEntries);
        Assert.Equal(59, lines.Length);
        Assert.Contains(lines, l => l.StartsWith("vetoes\t", StringComparison.Ordinal) && l.Contains("\t1946-2022\t", StringComparison.Ordinal) && l.Contains("no part of the panel", StringComparison.Ordinal));
    }

    [Fact]
    public void Show_EveryDataset_SaysItsTermsReleaseAndPublisher()
    {
        foreach (Datasets.DatasetDefinition d in Datasets.DatasetCatalogue.All)
        {
            (int exit, string text, _) = Run("record", "show", d.About.Id, "--record", Record);
            Assert.Equal(ExitCodes.Ok, exit);
            foreach (string field in new[] { "version", "released", "years", "terms", "exported", "cite", "file", "columns", "publisher" })
                Assert.Contains("\n" + field, text, StringComparison.Ordinal);
        }
    }

    [Theory]
    [InlineData("ccode1,ccode2,year,value,n", "similarity", "--on", "alliances", "--measure", "agree", "--year", "1990")]
    [InlineData("ccode1,ccode2,year,value,n", "similarity", "--on", "alliances", "--measure", "s", "--year", "1990", "--state", "CHN")]
    [InlineData("dyad,date,direction,probability", "breaks", "--dyad", "CHN", "RUS")]
    [InlineData("dyad,date,direction,probability", "breaks", "--all")]
    [InlineData("date,dimension,mean,q5,q95", "track", "CHN", "RUS", "--csv")]
    [InlineData("date,dimension,mean,q5,q95", "track", "RUS", "UKR", "--source", "news", "--csv")]
    public void Commands_OthersReadBy_PrintTheHeaderGiven(string header, params string[] arguments)
    {
        if (arguments[0] == "similarity")
        {
            Write(Path.Combine("files", "atop_5_1_dyad_year.csv"), "ccode1,ccode2,year,atop_defense,atop_offense,atop_neutral,atop_nonagg,atop_consul\n710,731,1990,1,0,0,0,0\n731,710,1990,1,0,0,0,0\n");
            arguments = [.. arguments, "--record", Path.Combine(_folder, "files"), "--out", Path.Combine(_folder, "out.csv")];
        }
        (int exit, string text, string talk) = Run(arguments);
        if (arguments[0] == "similarity") text = File.ReadAllText(Path.Combine(_folder, "out.csv"));
        Assert.True(exit == ExitCodes.Ok, talk);
        Assert.Equal(header, text.Split('\n')[0].TrimEnd('\r'));
        Assert.True(text.Split('\n').Length > 3, text);
    }

    private string Write(string name, string text)
    {
        string path = Path.Combine(_folder, name);
        Directory.CreateDirectory(Path.GetDirectoryName(path)!);
        File.WriteAllText(path, text);
        return path;
    }

    private static (int Exit, string Out, string Talk) Run(params string[] arguments)
    {
        (TextWriter output, TextWriter error) = (Console.Out, Console.Error);
        using var caught = new StringWriter(CultureInfo.InvariantCulture);
        using var talk = new StringWriter(CultureInfo.InvariantCulture);
        Console.SetOut(caught);
        Console.SetError(talk);
        try
        {
            int exit = EntenteCommand.Create().Parse(arguments).Invoke();
            return (exit, caught.ToString(), talk.ToString());
        }
        finally
        {
            Console.SetOut(output);
            Console.SetError(error);
        }
    }
}
