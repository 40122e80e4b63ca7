using System.Globalization;
using System.Text;

namespace Entente.Datasets.Tests;

/// <summary>The authored spells of office against Archigos 4.1, where it lies beside the repository.</summary>
/// <remarks>Archigos has one effective leader for a state and day, ours has every office; where both name a person the days should agree.</remarks>
public sealed class LeaderTableTests
{
    private const int Tolerance = 31;

    private static readonly DateOnly Since = new(1946, 1, 1);
    private static readonly DateOnly LastKnown = new(2015, 12, 31);

    [Fact]
    public void Spells_OfPersonsBothName_AgreeWithin31Days()
    {
        string[][] ours = [.. File.ReadLines(Path.Combine(Root(), "data", "actors", "leaders.tsv")).Skip(1).Select(l => l.Split('\t'))];
        var spells = ours.GroupBy(f => f[0], StringComparer.Ordinal).Select(g => new Person(Words(string.Join(' ', g.SelectMany(f => f[1].Split(';')))),
            [.. g.Where(f => f[2].Length == 3).SelectMany(f => Gw(f[2]).Select(n => (Gw: n, From: Day(f[4]), To: f[5].Length == 0 ? DateOnly.MaxValue : Day(f[5])))).OrderBy(s => s.From)])).ToList();
        int agreed = 0;
        var disagreed = new List<string>();
        foreach (string[] f in Published())
        {
            int gw = int.Parse(f[1], CultureInfo.InvariantCulture);
            if (!DateOnly.TryParseExact(f[6], "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out DateOnly from)
                || !DateOnly.TryParseExact(f[7], "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out DateOnly to) || to < Since) continue;
            HashSet<string> name = Words(f[3]);
            Person[] same = [.. spells.Where(p => p.Words.Overlaps(name) && p.Spells.Any(s => s.Gw == gw))];
            if (same.Length == 0) continue;
            if (same.Any(p => Joined(p, gw).Any(s => Math.Abs(s.From.DayNumber - from.DayNumber) <= Tolerance
                && (Math.Abs(s.To.DayNumber - to.DayNumber) <= Tolerance || (to == LastKnown && s.To > to))))) agreed++;
            else disagreed.Add($"{f[0]} {f[3]} {f[6]} {f[7]}");
        }
        foreach (string line in disagreed) TestContext.Current.TestOutputHelper?.WriteLine(line);
        // What is left: offices that are not the effective one (Tito's presidency, Deng), interim spells, and others of the same surname.
        Assert.InRange(agreed, 860, int.MaxValue);
        Assert.InRange(agreed / (double)(agreed + disagreed.Count), 0.77, 1);
    }

    private static IEnumerable<(DateOnly From, DateOnly To)> Joined(Person person, int gw)
    {
        (DateOnly From, DateOnly To)? open = null;
        foreach ((int n, DateOnly from, DateOnly to) in person.Spells)
        {
            if (n != gw) continue;
            yield return (from, to);
            if (open is { } o && from.DayNumber - o.To.DayNumber <= Tolerance) open = (o.From, to > o.To ? to : o.To);
            else open = (from, to);
            yield return open.Value;
        }
    }

    private static IReadOnlyList<int> Gw(string code) => StateRegistry.Default.Find(new StateId(code))?.Gw ?? [];

    private static HashSet<string> Words(string name)
    {
        var plain = new StringBuilder();
        foreach (char c in name.Normalize(NormalizationForm.FormD))
            if (CharUnicodeInfo.GetUnicodeCategory(c) != UnicodeCategory.NonSpacingMark) plain.Append(char.IsLetter(c) ? char.ToLowerInvariant(c) : ' ');
        return [.. plain.ToString().Split(' ').Where(w => w.Length > 2)];
    }

    private static IEnumerable<string[]> Published()
    {
        string path = Path.Combine(Root(), "..", "shared", "data", "record", "leaders_archigos_4_1.csv");
        if (!File.Exists(path) && !string.Equals(Environment.GetEnvironmentVariable("CI"), "true", StringComparison.Ordinal))
            Assert.Skip("leaders_archigos_4_1.csv is not beside this repository.");
        return File.ReadLines(path).Skip(1).Select(l => l.Replace("\"", "", StringComparison.Ordinal).Split(',')).Where(f => f.Length >= 11);
    }

    private static DateOnly Day(string text) => DateOnly.ParseExact(text, "yyyy-MM-dd", CultureInfo.InvariantCulture);

    private static string Root()
    {
        string? root = AppContext.BaseDirectory;
        while (root is not null && !File.Exists(Path.Combine(root, "Entente.slnx"))) root = Path.GetDirectoryName(root);
        return root ?? throw new InvalidOperationException("Entente.slnx is in no folder above the tests.");
    }

    private sealed record Person(HashSet<string> Words, (int Gw, DateOnly From, DateOnly To)[] Spells);
}
