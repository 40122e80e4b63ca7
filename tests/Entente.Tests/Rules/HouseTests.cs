using System.Reflection;
using System.Text.RegularExpressions;
using System.Xml.Linq;

namespace Entente.Tests.Rules;

/// <summary>The rules of the house, read off the source and the built assembly.</summary>
public partial class HouseTests
{
    // The flow: a room may use rooms before it, never one after it.
    private static readonly string[] Flow = ["Text", "Documents", "Language", "Reading", "Record", "Measures", "Order", "Scenarios", "Briefings"];

    private static string Root
    {
        get
        {
            string? at = AppContext.BaseDirectory;
            while (at is not null && !File.Exists(Path.Combine(at, "Entente.slnx"))) at = Path.GetDirectoryName(at);
            return at ?? throw new InvalidOperationException("Entente.slnx was not found above the test assembly.");
        }
    }

    private static string Library => Path.Combine(Root, "src", "Entente");

    [Fact]
    public void Rooms_EveryUsing_PointsBackAlongTheFlow()
    {
        var wrong = new List<string>();
        foreach (string file in Sources(Library))
        {
            string room = Path.GetRelativePath(Library, file).Split(Path.DirectorySeparatorChar)[0];
            int at = Array.IndexOf(Flow, room);
            if (at < 0) continue;
            foreach (Match use in UsingOfRoom().Matches(File.ReadAllText(file)))
            {
                int to = Array.IndexOf(Flow, use.Groups[1].Value);
                if (to > at) wrong.Add($"{Path.GetRelativePath(Root, file)} uses Entente.{use.Groups[1].Value}");
            }
        }
        Assert.True(wrong.Count == 0, "An arrow runs back: " + string.Join("; ", wrong));
    }

    [Fact]
    public void Rooms_EveryRoom_IsOfTheFlowAndHasAReadmeOfThreeLines()
    {
        foreach (string room in Directory.GetDirectories(Library).Select(d => Path.GetFileName(d)!).Where(d => d is not ("bin" or "obj")))
        {
            Assert.Contains(room, Flow);
            string[] lines = File.ReadAllLines(Path.Combine(Library, room, "README.md"));
            Assert.Equal(3, lines.Length);
            Assert.StartsWith("Input:", lines[0], StringComparison.Ordinal);
            Assert.StartsWith("Output:", lines[1], StringComparison.Ordinal);
            Assert.StartsWith("Must not know:", lines[2], StringComparison.Ordinal);
        }
    }

    [Fact]
    public void Library_Source_TouchesNoConsoleClockFileOrNetwork()
    {
        string[] wrong = [.. Sources(Library).Where(f => Forbidden().IsMatch(File.ReadAllText(f))).Select(f => Path.GetRelativePath(Root, f))];
        Assert.True(wrong.Length == 0, "The library is pure; these are not: " + string.Join(", ", wrong));
    }

    [Fact]
    public void Library_EveryPublicType_IsDocumented()
    {
        Assembly library = typeof(StateId).Assembly;
        string xml = Path.ChangeExtension(library.Location, ".xml");
        Assert.True(File.Exists(xml), $"{xml} is missing: the documentation file is not built.");
        HashSet<string> documented = [.. XDocument.Load(xml).Descendants("member").Select(m => (string)m.Attribute("name")!)];
        string[] missing = [.. library.GetExportedTypes().Select(t => "T:" + t.FullName!.Replace('+', '.')).Where(t => !documented.Contains(t))];
        Assert.True(missing.Length == 0, "Undocumented: " + string.Join(", ", missing));
    }

    [Fact]
    public void Names_NoFile_IsAUtilHelperOrManager()
    {
        string[] wrong = [.. Sources(Path.Combine(Root, "src")).Where(f => Vague().IsMatch(Path.GetFileNameWithoutExtension(f)))];
        Assert.True(wrong.Length == 0, string.Join(", ", wrong));
    }

    [Fact]
    public void Data_EveryFolder_SaysWhereItComesFrom()
    {
        foreach (string folder in Directory.GetDirectories(Path.Combine(Root, "data")).Where(d => Directory.EnumerateFiles(d).Any()))
            Assert.True(File.Exists(Path.Combine(folder, "SOURCE.md")), $"{Path.GetFileName(folder)}/SOURCE.md is missing.");
    }

    private static IEnumerable<string> Sources(string folder) => Directory.EnumerateFiles(folder, "*.cs", SearchOption.AllDirectories)
        .Where(f => !f.Split(Path.DirectorySeparatorChar).Any(p => p is "bin" or "obj"));

    [GeneratedRegex(@"^using (?:static )?Entente\.(\w+)", RegexOptions.Multiline)]
    private static partial Regex UsingOfRoom();

    [GeneratedRegex(@"\bConsole\.|DateTime(Offset)?\.(Utc)?Now|TimeProvider\.System|\bFile\.(Open|Read|Write|Exists)|\bHttpClient\b|\bDirectory\.|using System\.Net\.(Http|Sockets)|DuckDB")]
    private static partial Regex Forbidden();

    [GeneratedRegex("(Util|Utils|Helper|Helpers|Manager)$")]
    private static partial Regex Vague();
}
