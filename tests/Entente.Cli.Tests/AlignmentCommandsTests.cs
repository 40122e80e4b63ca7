using System.Globalization;
using System.Text.Json;

namespace Entente.Cli.Tests;

/// <summary>The verbs about dyads, on the panel that ships.</summary>
[Collection("console")]
public class AlignmentCommandsTests
{
    private static readonly string NoStore = Path.Combine(Path.GetTempPath(), Path.GetRandomFileName());

    [Fact]
    public void Track_Csv_HasEveryYearAndDimensionWithinItsInterval()
    {
        string[] lines = Lines("track", "china", "russia", "--csv");
        Assert.Equal("date,dimension,mean,q5,q95", lines[0]);
        string[][] rows = [.. lines.Skip(1).Select(l => l.Split(','))];
        Assert.Equal(5, rows.Select(r => r[1]).Distinct(StringComparer.Ordinal).Count());
        Assert.Equal(rows.Length / 5, rows.Select(r => r[0]).Distinct(StringComparer.Ordinal).Count());
        Assert.All(rows, r => Assert.True(Number(r[3]) <= Number(r[2]) && Number(r[2]) <= Number(r[4]) && Number(r[3]) >= 0 && Number(r[4]) <= 100, string.Join(',', r)));
    }

    [Fact]
    public void AsOf1975_NoValueOfALaterYearIsUsed()
    {
        string[] track = Lines("track", "china", "russia", "--as-of", "1975-06-01", "--csv");
        Assert.Equal("1974", track[^1].Split(',')[0]);
        Assert.All(Lines("breaks", "--dyad", "china", "russia", "--as-of", "1975-06-01").Skip(1), l => Assert.True(Number(l.Split(',')[1]) <= 1974));
        using JsonDocument brief = JsonDocument.Parse(string.Join('\n', Lines("brief", "china", "russia", "--as-of", "1975-06-01", "--json", "--store", NoStore)));
        foreach (JsonElement section in brief.RootElement.GetProperty("sections").EnumerateArray())
            Assert.All(section.GetProperty("series").EnumerateArray(), s => Assert.True(s.GetProperty("lastKnownYear").GetInt32() <= 1974));
        // The score of 1974 known then is the last of the track cut then, not that of the whole track.
        double then = brief.RootElement.GetProperty("scores")[0].GetProperty("value").GetDouble();
        Assert.Equal(Number(track.Last(l => l.StartsWith("1974,overall", StringComparison.Ordinal)).Split(',')[2]), then, 0.01);
    }

    [Fact]
    public void Why_Parts_AddUpToTheTotal()
    {
        string[][] rows = [.. Lines("why", "china", "russia", "--from", "1985", "--to", "2000").Skip(1).Select(l => l.Split(','))];
        Assert.Equal("total", rows[^1][0]);
        Assert.Equal(Number(rows[^1][2]), rows[..^1].Sum(r => Number(r[2])), 0.1);
    }

    [Fact]
    public void Breaks_ChinaRussia_NameRiftAndNormalisation()
    {
        string[] lines = Lines("breaks", "--dyad", "china", "russia");
        Assert.Equal("dyad,date,direction,probability", lines[0]);
        Assert.Contains(lines, l => l.Contains(",rift,", StringComparison.Ordinal) && Number(l.Split(',')[1]) is >= 1957 and <= 1964);
        Assert.Contains(lines, l => l.Contains(",rapprochement,", StringComparison.Ordinal) && Number(l.Split(',')[1]) is >= 1988 and <= 1990);
    }

    [Theory]
    [InlineData("level", 4)]
    [InlineData("change", 7)]
    [InlineData("asymmetry", 6)]
    public void Rank_By_IsInOrder(string by, int at)
    {
        string[][] rows = [.. Lines("rank", "--by", by, "--top", "10", "--year", "2010").Skip(1).Select(l => l.Split(','))];
        Assert.Equal(10, rows.Length);
        for (int i = 1; i < rows.Length; i++) Assert.True(Number(rows[i - 1][at]) >= Number(rows[i][at]));
    }

    [Fact]
    public void Compare_TwoDyads_GivesBoth()
    {
        string[] lines = Lines("compare", "china", "russia", "--", "usa", "uk");
        Assert.Equal(11, lines.Length);
        Assert.Contains(lines, l => l.StartsWith("GBR-USA,", StringComparison.Ordinal));
    }

    [Fact]
    public void Cite_OfADyad_IsBibTexOfWhatItUses()
    {
        string text = string.Join('\n', Lines("record", "cite", "china", "russia"));
        Assert.Contains("@misc{entente-atop,", text, StringComparison.Ordinal);
        Assert.DoesNotContain("@misc{entente-troops,", text, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("--weights", "no_such=1")]
    [InlineData("--weights", "rivalry=-1")]
    public void Track_BadWeight_ExitsUsage(string option, string value) => Assert.Equal(ExitCodes.Usage, Run("track", "china", "russia", option, value).Exit);

    private static double Number(string text) => double.Parse(text, NumberStyles.Float, CultureInfo.InvariantCulture);

    private static string[] Lines(params string[] arguments)
    {
        (int exit, string text) = Run(arguments);
        Assert.Equal(ExitCodes.Ok, exit);
        return text.TrimEnd('\n').Split('\n');
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
