using Entente.Record;

namespace Entente.Datasets;

public sealed partial class PanelBuilder
{
    private const int Germany = 255;
    private const int WestGermany = 260;
    private const int Britain = 200;

    /// <summary>Year after the last in which the United Kingdom was a member of the European Union (it left on 31 January 2020).</summary>
    private const int BritainLeft = 2020;

    private static readonly string[] Unions = ["EU", "EEC"];

    /// <summary>Sanctions between named states, those of the EEC and EU by the members of each year. Cases of the United Nations and of other organisations are left out.</summary>
    private void ReadSanctions()
    {
        DatasetInfo about = About("sanctions");
        List<(int Cow, int From, int To)> members = UnionMembers();
        bool read = ReadRows("sanctions", t =>
        {
            int begin = t.Key("begin"), end = t.Key("end");
            string senders = t.Text("sanctioning_state"), targets = t.Text("sanctioned_state");
            foreach (int target in t.Whole("sanctioned_ccode") is { } known ? [known] : Named(targets).Where(n => n.Cow is not null).Select(n => n.Cow!.Value))
                foreach ((string name, int source, int from, int to) in t.Whole("sanctioning_ccode") is { } one ? [(senders, one, begin, end)] : Senders(senders, begin, end))
                {
                    bool counted = false;
                    for (int year = Math.Max(from, begin); year <= Math.Min(Math.Min(to, end), about.LastYear); year++)
                    {
                        int a = GermanyOf(source, year), b = GermanyOf(target, year);
                        if (a == b || !_grid.IsMember(a, year) || !_grid.IsMember(b, year)) continue;
                        _grid.Set(Indicators.Sanctions, a, b, year, v => Plus(v, 1));
                        counted = true;
                    }
                    int last = Math.Min(to, end);
                    if (counted)
                        AddEpisode(GermanyOf(source, from), GermanyOf(target, from), new Episode(EpisodeKind.Sanction, Math.Max(from, begin), last >= about.LastYear ? null : last, 1,
                            $"sanctions of {name} on {targets}", "sanctions", "case_id " + t.Text("case_id")));
                }
        });
        if (read) _grid.ZeroWhereSilent(Indicators.Sanctions, about.FirstYear, about.LastYear);

        IEnumerable<(string Name, int Cow, int From, int To)> Senders(string names, int begin, int end)
        {
            foreach ((string name, int? cow) in Named(names))
            {
                if (cow is { } state) yield return (name, state, begin, end);
                if (!Unions.Contains(name, StringComparer.Ordinal)) continue;
                foreach (var (member, from, to) in members)
                    if (from <= end && to >= begin) yield return ("the " + name, member, Math.Max(from, begin), Math.Min(to, end));
            }
        }
    }

    /// <summary>A list of names taken apart; what is no state has no number.</summary>
    private static IEnumerable<(string Name, int? Cow)> Named(string names)
    {
        foreach (string name in names.Split(',', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries))
            yield return (name, Unions.Contains(name, StringComparer.Ordinal) ? null : StateNames.Resolve(name).Match is { } id ? StateRegistry.Default[id].Cow : null);
    }

    /// <summary>Spells of membership in the EEC and the EU; the file's last year stands for the years after it.</summary>
    private List<(int Cow, int From, int To)> UnionMembers()
    {
        int last = About("igo-spells").LastYear;
        var members = new List<(int Cow, int From, int To)>();
        ReadRows("igo-spells", t =>
        {
            if (t.Key("status") != 1 || t.Text("ioname") is not ("eu" or "eec")) return;
            int cow = t.Key("ccode"), to = t.Key("end_year");
            members.Add((cow, t.Key("start_year"), to < last ? to : cow == Britain ? BritainLeft - 1 : int.MaxValue));
        });
        return members;
    }

    /// <summary>The file calls West Germany Germany.</summary>
    private int GermanyOf(int cow, int year) => cow == Germany && !_grid.IsMember(Germany, year) ? WestGermany : cow;
}
