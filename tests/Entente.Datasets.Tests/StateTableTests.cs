using System.Globalization;

namespace Entente.Datasets.Tests;

/// <summary>The authored table of states against the two published lists, where they lie beside the repository.</summary>
public sealed class StateTableTests
{
    [Fact]
    public void Table_EverySpell_IsTheCorrelatesOfWarLists()
    {
        var published = Rows("cow_states_2016.csv")
            .Select(f => (Cow: Number(f[1]), From: Day(f[3], f[4], f[5]), To: Day(f[6], f[7], f[8])))
            .Order().ToList();
        // The identities that share a number (SUN and RUS) are one spell in the list; a spell that still lasts ends with the list's last day.
        var ours = new List<(int Cow, DateOnly From, DateOnly To)>();
        foreach ((int cow, StateSpell spell) in StateRegistry.Default.All.SelectMany(s => s.Spells.Select(p => (s.Cow, p))).OrderBy(p => p.Cow).ThenBy(p => p.p.From))
        {
            var here = (cow, spell.From, To: spell.To ?? new DateOnly(2016, 12, 31));
            if (ours.Count > 0 && ours[^1].Cow == cow && ours[^1].To.AddDays(1) == here.From) ours[^1] = ours[^1] with { To = here.To };
            else ours.Add(here);
        }
        Assert.Equal(published, ours);
    }

    [Fact]
    public void Table_EveryGleditschWardNumber_NamesAStateOfTheSameTime()
    {
        var published = Rows("gw_states.csv").Select(f => (Gw: Number(f[0]), From: Iso(f[^2]), To: Iso(f[^1]))).ToLookup(r => r.Gw);
        foreach (State state in StateRegistry.Default.All)
        {
            Assert.NotEmpty(state.Gw);
            foreach (int gw in state.Gw.Where(published.Contains))
                Assert.True(state.Spells.Any(s => published[gw].Any(r => s.From <= r.To && (s.To ?? DateOnly.MaxValue) >= r.From)), $"{state.Id} is not {gw}.");
        }
        Assert.True(StateRegistry.Default.All.SelectMany(s => s.Gw).Distinct().Count(published.Contains) > 170);
    }

    private static IEnumerable<string[]> Rows(string file)
    {
        string? root = AppContext.BaseDirectory;
        while (root is not null && !File.Exists(Path.Combine(root, "Entente.slnx"))) root = Path.GetDirectoryName(root);
        string path = Path.Combine(root ?? ".", "..", "shared", "data", "record", file);
        if (!File.Exists(path) && !string.Equals(Environment.GetEnvironmentVariable("CI"), "true", StringComparison.Ordinal))
            Assert.Skip($"{file} is not beside this repository.");
        return File.ReadLines(path).Skip(1).Select(line => line.Split(',').Select(f => f.Trim('"')).ToArray());
    }

    private static int Number(string text) => int.Parse(text, CultureInfo.InvariantCulture);

    private static DateOnly Day(string year, string month, string day) => new(Number(year), Number(month), Number(day));

    private static DateOnly Iso(string text) => DateOnly.ParseExact(text, "yyyy-MM-dd", CultureInfo.InvariantCulture);
}
