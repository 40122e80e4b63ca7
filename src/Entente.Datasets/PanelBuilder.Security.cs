using System.Globalization;
using Entente.Record;

namespace Entente.Datasets;

public sealed partial class PanelBuilder
{
    private static readonly string[] HostilityNames = ["none", "no militarized action", "threat of force", "display of force", "use of force", "war"];

    private void ReadAlliances()
    {
        DatasetInfo about = About("atop");
        if (ReadRows("atop", t =>
        {
            if (t.Key("year") < PanelGrid.EarliestYear) return;
            int level = Commitment(t, "atop_");
            if (level > 0) _grid.Set(Indicators.Alliance, t.Key("ccode1"), t.Key("ccode2"), t.Key("year"), v => Higher(v, level));
        }))
            _grid.ZeroWhereSilent(Indicators.Alliance, PanelGrid.EarliestYear, about.LastYear);

        var members = new SortedDictionary<(int Id, int Phase), List<(int Cow, int From, int To, int Level)>>();
        ReadRows("atop-members", t =>
        {
            if (Commitment(t, "") is not (> 0 and int level)) return;
            (int, int) key = (t.Key("atopid"), t.Key("phase"));
            int exit = t.Key("yrexit");
            if (!members.TryGetValue(key, out var list)) members[key] = list = [];
            list.Add((t.Key("member"), t.Key("yrent"), exit == 0 ? int.MaxValue : exit, level));
        });
        var spells = new SortedDictionary<(int Id, int A, int B, int Level), List<(int From, int To)>>();
        foreach (var ((id, _), list) in members)
            for (int i = 0; i < list.Count; i++)
                for (int j = i + 1; j < list.Count; j++)
                {
                    int from = Math.Max(list[i].From, list[j].From), to = Math.Min(list[i].To, list[j].To);
                    if (from > to || list[i].Cow == list[j].Cow) continue;
                    var key = (id, Math.Min(list[i].Cow, list[j].Cow), Math.Max(list[i].Cow, list[j].Cow), Math.Max(list[i].Level, list[j].Level));
                    if (!spells.TryGetValue(key, out var spell)) spells[key] = spell = [];
                    spell.Add((from, to));
                }
        foreach (var ((id, a, b, level), list) in spells)
            foreach (var (from, to) in Joined(list))
                AddEpisode(a, b, new Episode(EpisodeKind.Alliance, from, to == int.MaxValue ? null : to, level,
                    string.Create(CultureInfo.InvariantCulture, $"alliance {id}, {(level == 3 ? "defence or offence" : level == 2 ? "neutrality or consultation" : "non-aggression")}"),
                    "atop", string.Create(CultureInfo.InvariantCulture, $"atopid {id}")));
    }

    /// <summary>Spells that touch or overlap made one: the phases of a treaty that left its obligation as it was.</summary>
    private static List<(int From, int To)> Joined(List<(int From, int To)> spells)
    {
        List<(int From, int To)> joined = [];
        foreach (var spell in spells.Order())
            if (joined.Count > 0 && spell.From <= (long)joined[^1].To + 1) joined[^1] = (joined[^1].From, Math.Max(joined[^1].To, spell.To));
            else joined.Add(spell);
        return joined;
    }

    /// <summary>3 defence or offence, 2 neutrality or consultation, 1 non-aggression, 0 none of them.</summary>
    private static int Commitment(DatasetTable t, string prefix) =>
        t.Whole(prefix + "defense") > 0 || t.Whole(prefix + "offense") > 0 ? 3
        : t.Whole(prefix + "neutral") > 0 || t.Whole(prefix + "consul") > 0 ? 2
        : t.Whole(prefix + "nonagg") > 0 ? 1 : 0;

    private void ReadDisputes()
    {
        var spells = new SortedDictionary<(int A, int B, int Dispute), (int From, int To, int Level, int? Fatality)>();
        bool read = ReadRows("mid", t =>
        {
            int level = Math.Max(t.Key("hostlev1"), t.Key("hostlev2"));
            if (level is < 1 or > 5 || string.Equals(t.Text("sidea1"), t.Text("sidea2"), StringComparison.Ordinal)) return;
            int one = t.Key("ccode1"), two = t.Key("ccode2"), year = t.Key("year");
            if (one > two) return; // each pair is there in both directions
            _grid.Set(Indicators.DisputeHostility, one, two, year, v => Higher(v, level));
            (int, int, int) key = (one, two, t.Key("dispnum"));
            int dead = Math.Max(t.Whole("fatality1") ?? -9, t.Whole("fatality2") ?? -9);
            int? fatality = dead >= 0 ? dead : null;
            spells[key] = spells.TryGetValue(key, out var s)
                ? (Math.Min(s.From, year), Math.Max(s.To, year), Math.Max(s.Level, level), s.Fatality is { } known && fatality is { } now ? Math.Max(known, now) : s.Fatality ?? fatality)
                : (year, year, level, fatality);
        });
        if (!read) return;
        _grid.ZeroWhereSilent(Indicators.DisputeHostility, PanelGrid.EarliestYear, About("mid").LastYear);
        foreach (var ((a, b, dispute), (from, to, level, fatality)) in spells)
            AddEpisode(a, b, new Episode(EpisodeKind.Dispute, from, to, level,
                string.Create(CultureInfo.InvariantCulture, $"militarized dispute {dispute}, {HostilityNames[level]}"), "mid",
                string.Create(CultureInfo.InvariantCulture, $"dispnum {dispute}"), fatality));
    }

    private void ReadRivalries()
    {
        int last = About("rivalries").LastYear;
        bool read = ReadRows("rivalries", t =>
        {
            int one = t.Key("ccode1"), two = t.Key("ccode2"), start = t.Key("start"), end = t.Key("end");
            for (int year = Math.Max(start, PanelGrid.EarliestYear); year <= Math.Min(end, last); year++)
                _grid.Set(Indicators.Rivalry, one, two, year, _ => 1);
            AddEpisode(one, two, new Episode(EpisodeKind.Rivalry, start, end >= last ? null : end, 1, "strategic rivalry " + t.Text("rivalry"), "rivalries", "tssr_id " + t.Text("tssr_id")));
        });
        if (read) _grid.ZeroWhereSilent(Indicators.Rivalry, PanelGrid.EarliestYear, last);
    }

    /// <summary>Arms: value by year; an episode is a run of delivery years with at most two years between without any.</summary>
    private void ReadArms()
    {
        DatasetInfo about = About("arms");
        var years = new SortedDictionary<(int Source, int Target, int Year), double>();
        bool read = ReadRows("arms", t =>
        {
            if (t.Whole("supplier_ccode") is { } source && t.Whole("recipient_ccode") is { } target && source != target && t.Number("tiv") is >= 0 and double tiv)
                years[(source, target, t.Key("year"))] = years.GetValueOrDefault((source, target, t.Key("year"))) + tiv;
        });
        if (!read) return;
        foreach (var ((source, target, year), tiv) in years) _grid.Set(Indicators.ArmsTransfers, source, target, year, _ => Math.Round(tiv, 2));
        _grid.ZeroWhereSilent(Indicators.ArmsTransfers, about.FirstYear, about.LastYear);
        foreach (var pair in years.GroupBy(y => (y.Key.Source, y.Key.Target)))
        {
            int from = 0, to = 0;
            double sum = 0;
            foreach (var (key, tiv) in pair)
            {
                if (from != 0 && key.Year > to + 3)
                {
                    AddRun(pair.Key.Source, pair.Key.Target, from, to, sum);
                    (from, sum) = (0, 0);
                }
                if (from == 0) from = key.Year;
                to = key.Year;
                sum += tiv;
            }
            AddRun(pair.Key.Source, pair.Key.Target, from, to, sum);
        }

        void AddRun(int source, int target, int from, int to, double sum) => AddEpisode(source, target,
            new Episode(EpisodeKind.ArmsDeliveries, from, to >= about.LastYear ? null : to, Math.Round(sum, 2),
                string.Create(CultureInfo.InvariantCulture, $"arms deliveries from {Name(source, to)} to {Name(target, to)}, {Math.Round(sum)} million TIV in all"), "arms",
                string.Create(CultureInfo.InvariantCulture, $"supplier {source}, recipient {target}, {from}-{to}")));
    }

    private static string Name(int cow, int year) => StateRegistry.Default.ByCow(cow, year)?.Name ?? string.Create(CultureInfo.InvariantCulture, $"state {cow}");
}
