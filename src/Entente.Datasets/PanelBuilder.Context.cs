using System.Globalization;
using Entente.Record;

namespace Entente.Datasets;

public sealed partial class PanelBuilder
{
    private const int Capabilities = 0, Democracy = 1, Polity = 2, NewLeader = 3, NewRegime = 4;

    private static readonly (string Prefix, int Cow)[] OtherPowers = [("uk", 200), ("fra", 220), ("rus", 365)];

    /// <summary>Visits of British, French and Russian leaders: the file says which years had one, not who went. American and Chinese ones are in files of their own.</summary>
    private void ReadSignals() => ReadRows("signals", t =>
    {
        int year = t.Key("year"), target = t.Key("ccode");
        foreach ((string prefix, int source) in OtherPowers)
            if (t.Whole(prefix + "_vis") > 0 && target != source && _grid.IsMember(source, year) && _grid.IsMember(target, year))
                AddEpisode(source, target, new Episode(EpisodeKind.Visit, year, year, 1,
                    string.Create(CultureInfo.InvariantCulture, $"a leader of {Name(source, year)} in {Name(target, year)}, {year}"), "signals",
                    string.Create(CultureInfo.InvariantCulture, $"ccode {target}, year {year}, {prefix}_vis")));
    });

    private List<PanelStateYear> ReadStateYears()
    {
        var years = new SortedDictionary<(int Cow, int Year), double?[]>();
        ReadRows("capabilities", t => Put(t.Key("ccode"), t.Key("year"), Capabilities, t.Number("cinc")));
        ReadRows("regimes", t =>
        {
            Put(t.Key("ccode"), t.Key("year"), Democracy, t.Number("v2x_polyarchy"));
            Put(t.Key("ccode"), t.Key("year"), Polity, t.Number("polity2"));
        });
        Changes("leaders-reign", NewLeader, t => (t.Key("ccode"), t.Key("start_year")));
        Changes("regime-spells", NewRegime, t => (t.Key("cowcode"), DateOnly.TryParse(t.Text("gwf_startdate"), CultureInfo.InvariantCulture, out DateOnly day) ? day.Year : 0));
        return [.. years.Select(y => new PanelStateYear(y.Key.Cow, y.Key.Year, y.Value))];

        void Put(int cow, int year, int column, double? value)
        {
            if (value is null || year < PanelGrid.FirstYear || !_grid.IsMember(cow, year)) return;
            if (!years.TryGetValue((cow, year), out double?[]? values)) years[(cow, year)] = values = new double?[NewRegime + 1];
            values[column] = value;
        }

        // A change is told from a spell that begins; within the years the file covers for a state, silence means none.
        void Changes(string id, int column, Func<DatasetTable, (int Cow, int Year)> start)
        {
            DatasetInfo about = About(id);
            var starts = new SortedDictionary<int, SortedSet<int>>();
            ReadRows(id, t =>
            {
                (int cow, int year) = start(t);
                if (year == 0) return;
                if (!starts.TryGetValue(cow, out SortedSet<int>? its)) starts[cow] = its = [];
                its.Add(year);
            });
            foreach (var (cow, its) in starts)
                for (int year = Math.Max(Math.Max(its.Min, about.FirstYear), PanelGrid.FirstYear); year <= about.LastYear; year++)
                    Put(cow, year, column, its.Contains(year) && year > its.Min ? 1 : 0);
        }
    }

    /// <summary>Distance and contiguity by year, run together over the years in which neither changes.</summary>
    private List<PanelProximity> ReadProximities()
    {
        var distances = new Dictionary<(int A, int B, int Year), double>();
        ReadRows("distance", t =>
        {
            if (t.Key("year") >= PanelGrid.FirstYear && t.Number("mindist") is { } km)
                distances[(Math.Min(t.Key("ccode1"), t.Key("ccode2")), Math.Max(t.Key("ccode1"), t.Key("ccode2")), t.Key("year"))] = km;
        });
        var contiguous = new Dictionary<(int A, int B, int Year), int>();
        DatasetInfo about = About("contiguity");
        bool read = ReadRows("contiguity", t =>
        {
            int a = t.Key("ccode1"), b = t.Key("ccode2"), type = t.Key("conttype");
            if (a > b || type < 1 || t.Text("stdate").Length < 4 || t.Text("enddate").Length < 4) return;
            for (int year = Math.Max(PanelGrid.FirstYear, int.Parse(t.Text("stdate")[..4], CultureInfo.InvariantCulture)); year <= int.Parse(t.Text("enddate")[..4], CultureInfo.InvariantCulture); year++)
                contiguous[(a, b, year)] = contiguous.TryGetValue((a, b, year), out int known) ? Math.Min(known, type) : type;
        });
        var open = new SortedDictionary<(int A, int B), PanelProximity>();
        var spells = new List<PanelProximity>();
        for (int year = PanelGrid.FirstYear; year <= PanelGrid.LastYear; year++)
            _grid.ForEachDyad(year, (a, b) =>
            {
                double? km = distances.TryGetValue((a, b, year), out double d) ? d : null;
                int? type = !read || year > about.LastYear ? null : contiguous.GetValueOrDefault((a, b, year));
                if (open.TryGetValue((a, b), out PanelProximity? last) && last.LastYear == year - 1 && last.Distance == km && last.Contiguity == type)
                {
                    open[(a, b)] = last with { LastYear = year };
                    return;
                }
                if (last is not null && (last.Distance is not null || last.Contiguity is not null)) spells.Add(last);
                open[(a, b)] = new PanelProximity(a, b, year, year, km, type);
            });
        spells.AddRange(open.Values.Where(p => p.Distance is not null || p.Contiguity is not null));
        return [.. spells.OrderBy(p => p.CowA).ThenBy(p => p.CowB).ThenBy(p => p.FirstYear)];
    }
}
