using System.Globalization;
using Entente.Record;

namespace Entente.Datasets;

public sealed partial class PanelBuilder
{
    private const int UnitedStates = 2;
    private const int China = 710;

    /// <summary>Organisations whose purpose is common defence or security, by their code in the COW IGO file.</summary>
    private static readonly string[] SecurityOrganizations = ["anzus", "cento", "csto", "nato", "sco", "seato", "weu", "wpact"];

    private void ReadExercises()
    {
        DatasetInfo about = About("exercises");
        var exercises = new SortedDictionary<(int Year, string Id), (string Name, SortedSet<int> States)>();
        bool read = ReadRows("exercises", t =>
        {
            if (t.Whole("ccode") is not { } cow || t.Text("mmeid").Length == 0) return;
            (int, string) key = (t.Key("year"), t.Text("mmeid"));
            if (!exercises.TryGetValue(key, out var exercise)) exercises[key] = exercise = (t.Text("ex_name"), []);
            exercise.States.Add(cow);
        });
        if (!read) return;
        foreach (var ((year, id), (name, states)) in exercises)
            foreach (int a in states)
                foreach (int b in states.GetViewBetween(a + 1, int.MaxValue))
                {
                    _grid.Set(Indicators.JointExercises, a, b, year, v => Plus(v, 1));
                    AddEpisode(a, b, new Episode(EpisodeKind.Exercise, year, year, 1,
                        string.Equals(name, "-9", StringComparison.Ordinal) ? "joint exercise without a name" : "joint exercise " + name, "exercises", "mmeid " + id));
                }
        _grid.ZeroWhereSilent(Indicators.JointExercises, about.FirstYear, about.LastYear);
    }

    /// <summary>Visits of the two states whose leaders' travels are in the record. What was said there is not taken over.</summary>
    private void ReadVisits()
    {
        if (ReadRows("visits-us", t => AddVisit(UnitedStates, t,
            $"the US president in {t.Text("country")} ({t.Text("city")}), {t.Text("dates")}", "visits-us", "dates " + t.Text("dates"))))
            ZeroVisits(UnitedStates, About("visits-us"));
        if (ReadRows("visits-china", t => AddVisit(China, t,
            $"{t.Text("leader")} ({t.Text("level")}) in {t.Text("country")}, {t.Text("year")}", "visits-china", $"year {t.Text("year")}, {t.Text("leader")}")))
            ZeroVisits(China, About("visits-china"));
        if (ReadRows("visits-us-state", t => AddVisit(UnitedStates, t,
            $"the US secretary of state in {t.Text("country")} ({t.Text("city")}), {t.Text("dates")}", "visits-us-state", "dates " + t.Text("dates"))))
            ZeroVisits(UnitedStates, About("visits-us-state"));
    }

    private static Indicator VisitsOf(string dataset) => string.Equals(dataset, "visits-us-state", StringComparison.Ordinal) ? Indicators.MinisterVisits : Indicators.LeaderVisits;

    private void AddVisit(int source, DatasetTable t, string label, string dataset, string key)
    {
        int year = t.Key("year");
        if (t.Whole("ccode") is not { } target || target == source) return;
        if (year >= PanelGrid.FirstYear && year <= About(dataset).LastYear) _grid.Set(VisitsOf(dataset), source, target, year, v => Plus(v, 1));
        AddEpisode(source, target, new Episode(EpisodeKind.Visit, year, year, 1, label, dataset, key));
    }

    private void ZeroVisits(int source, DatasetInfo about)
    {
        for (int year = Math.Max(about.FirstYear, PanelGrid.FirstYear); year <= about.LastYear; year++)
            foreach (int target in _grid.Members(year))
                if (target != source) _grid.Set(VisitsOf(about.Id), source, target, year, v => v ?? 0);
    }

    private void ReadOrganizations()
    {
        ReadRows("igo", t =>
        {
            int year = t.Key("year"), shared = t.Key("dyadigos");
            if (year >= PanelGrid.FirstYear && shared >= 0) _grid.Set(Indicators.SharedOrganizations, t.Key("ccode1"), t.Key("ccode2"), year, _ => shared);
        });
        int last = About("igo-spells").LastYear;
        var members = new List<(string Code, string Name, int Cow, int From, int To)>();
        ReadRows("igo-spells", t =>
        {
            if (t.Key("status") == 1 && SecurityOrganizations.Contains(t.Text("ioname"), StringComparer.Ordinal))
                members.Add((t.Text("ioname"), t.Text("orgname"), t.Key("ccode"), t.Key("start_year"), t.Key("end_year")));
        });
        foreach (var organization in members.GroupBy(m => m.Code, StringComparer.Ordinal))
            foreach (var x in organization)
                foreach (var y in organization.Where(y => y.Cow > x.Cow))
                {
                    int from = Math.Max(x.From, y.From), to = Math.Min(x.To, y.To);
                    if (from > to) continue;
                    AddEpisode(x.Cow, y.Cow, new Episode(EpisodeKind.SecurityOrganization, from, to >= last ? null : to, 1, x.Name, "igo-spells",
                        string.Create(CultureInfo.InvariantCulture, $"ioname {x.Code}, ccode {x.Cow} and {y.Cow}")));
                }
    }
}
