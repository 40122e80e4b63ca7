using System.Collections.Immutable;
using System.Globalization;
using System.Text.Json;
using DuckDB.NET.Data;
using Entente.Record;

namespace Entente.Storage;

/// <summary>The record read from a panel directory (<c>panel.parquet</c>, <c>episodes.parquet</c>, <c>datasets.json</c>). Reads only; safe for several threads.</summary>
public sealed partial class PanelRecordStore : IRecordStore
{
    private readonly string _directory;
    private const string HeldPanel = "held.panel";

    private readonly string _panel;
    private DuckDBConnection? _held;
    private readonly string _episodes;
    private readonly PanelCoverage _coverage;
    private readonly StateRegistry _states = StateRegistry.Default;

    private PanelRecordStore(string directory, IReadOnlyList<DatasetInfo> datasets)
    {
        _directory = directory;
        _panel = PanelWriter.Quote(Path.Combine(directory, PanelWriter.PanelName));
        _episodes = PanelWriter.Quote(Path.Combine(directory, PanelWriter.EpisodesName));
        Datasets = datasets;
        _coverage = new PanelCoverage(datasets);
        using DuckDBConnection connection = Connect();
        using DuckDBCommand command = connection.CreateCommand();
        command.CommandText = $"SELECT coalesce(min(year), 0), coalesce(max(year), 0) FROM {_panel}";
        using DuckDBDataReader reader = command.ExecuteReader();
        reader.Read();
        (FirstYear, LastYear) = (reader.GetInt16(0), reader.GetInt16(1));
    }

    /// <inheritdoc/>
    public IReadOnlyList<DatasetInfo> Datasets { get; }

    /// <summary>First year of the panel.</summary>
    public int FirstYear { get; }

    /// <summary>Last year of the panel.</summary>
    public int LastYear { get; }

    /// <summary>Opens a panel directory.</summary>
    /// <exception cref="FileNotFoundException">A file of the panel is not there; the message names it.</exception>
    public static PanelRecordStore Open(string panelDirectory)
    {
        foreach (string name in new[] { PanelWriter.PanelName, PanelWriter.EpisodesName, PanelWriter.DatasetsName })
            if (!File.Exists(Path.Combine(panelDirectory, name)))
                throw new FileNotFoundException($"{panelDirectory} is no panel directory: {name} is missing.", name);
        string json = File.ReadAllText(Path.Combine(panelDirectory, PanelWriter.DatasetsName));
        return new PanelRecordStore(panelDirectory, JsonSerializer.Deserialize<List<DatasetInfo>>(json, PanelWriter.Json) ?? []);
    }

    /// <summary>Keeps the panel in memory from now on, in the order of its states, for a process that asks for many dyads: some 250 MB, and a dyad is read in a tenth of the time.</summary>
    public void HoldInMemory()
    {
        if (_held is not null) return;
        var connection = new DuckDBConnection("DataSource=:memory:");
        connection.Open();
        using DuckDBCommand command = connection.CreateCommand();
        command.CommandText = $"ATTACH ':memory:' AS held (COMPRESS); CREATE TABLE {HeldPanel} AS SELECT * FROM {_panel} ORDER BY cow_a, cow_b, year";
        command.ExecuteNonQuery();
        _held = connection;
    }

    /// <inheritdoc/>
    public DyadPanel ReadDyad(UndirectedDyad dyad)
    {
        IReadOnlyList<State> first = _states.Lineage(dyad.First), second = _states.Lineage(dyad.Second);
        string ours = Numbers(first), theirs = Numbers(second);
        string pairs = string.Create(CultureInfo.InvariantCulture, $"(cow_a IN ({ours}) AND cow_b IN ({theirs})) OR (cow_a IN ({theirs}) AND cow_b IN ({ours}))");
        var rows = new Dictionary<(int A, int B, int Year), double?[]>();
        using DuckDBConnection connection = Connect();
        foreach (PanelRow row in ReadRows(connection, pairs)) rows[(row.CowA, row.CowB, row.Year)] = row.Values;
        var cells = ImmutableArray.CreateBuilder<Measurement>((LastYear - FirstYear + 1) * PanelColumns.All.Length);
        for (int year = FirstYear; year <= LastYear; year++) cells.AddRange(Cells(first, second, rows, year));
        return new DyadPanel(dyad, FirstYear, LastYear, cells.MoveToImmutable(), [.. ReadEpisodes(connection, pairs, first, second).OrderBy(e => e.FirstYear)]);
    }

    /// <inheritdoc/>
    public IReadOnlyList<DyadPanel> ReadYear(int year)
    {
        using DuckDBConnection connection = Connect();
        return Panels(year, ReadRows(connection, string.Create(CultureInfo.InvariantCulture, $"year = {year}")));
    }

    /// <summary>Every dyad of some states over years, one year long each, without episodes; year by year.</summary>
    /// <param name="states">States as they are named today.</param>
    /// <param name="firstYear">First year.</param>
    /// <param name="lastYear">Last year.</param>
    /// <param name="others">Only their dyads with these and with one another; with every state when null.</param>
    public IEnumerable<DyadPanel> ReadYears(IReadOnlyCollection<StateId> states, int firstYear, int lastYear, IReadOnlyCollection<StateId>? others = null)
    {
        ArgumentNullException.ThrowIfNull(states);
        using DuckDBConnection connection = Connect();
        string numbers = Numbers([.. states.SelectMany(_states.Lineage)]);
        string within = others is null ? "" : Numbers([.. states.Concat(others).SelectMany(_states.Lineage)]);
        string limit = others is null ? "" : $" AND cow_a IN ({within}) AND cow_b IN ({within})";
        var rows = ReadRows(connection, string.Create(CultureInfo.InvariantCulture, $"year BETWEEN {firstYear} AND {lastYear} AND (cow_a IN ({numbers}) OR cow_b IN ({numbers})){limit}")).ToList();
        return rows.GroupBy(r => r.Year).SelectMany(g => Panels(g.Key, g)).Where(p => states.Contains(p.Dyad.First) || states.Contains(p.Dyad.Second)).ToList();
    }

    private List<DyadPanel> Panels(int year, IEnumerable<PanelRow> ofYear)
    {
        var names = new Dictionary<int, StateId?>();
        var rows = new List<(UndirectedDyad Dyad, bool Straight, PanelRow Row)>();
        var found = new HashSet<UndirectedDyad>();
        var several = new HashSet<UndirectedDyad>();
        foreach (PanelRow row in ofYear)
        {
            if (Today(row.CowA) is not { } a || Today(row.CowB) is not { } b || a == b) continue;
            var dyad = new UndirectedDyad(a, b);
            if (!found.Add(dyad)) several.Add(dyad);
            rows.Add((dyad, dyad.First == a, row));
        }
        var panels = new List<DyadPanel>();
        foreach ((UndirectedDyad dyad, bool straight, PanelRow row) in rows)
        {
            if (several.Contains(dyad)) continue;
            var cells = ImmutableArray.CreateBuilder<Measurement>(PanelColumns.All.Length);
            foreach (PanelColumn column in PanelColumns.All)
            {
                bool forward = column.Indicator.Directed ? column.Forward == straight : column.Forward;
                cells.Add(row.Values[PanelColumns.IndexOf(column.Indicator.Id, forward)] is { } value
                    ? Measurement.Of(value)
                    : Measurement.Missing(_coverage.Why(column.Indicator, forward ? row.CowA : row.CowB, true, year)));
            }
            panels.Add(new DyadPanel(dyad, year, year, cells.MoveToImmutable(), []));
        }
        // Where a state and its predecessor both had the year, the two rows are joined as ReadDyad joins them.
        foreach (var group in rows.Where(r => several.Contains(r.Dyad)).GroupBy(r => r.Dyad))
            panels.Add(new DyadPanel(group.Key, year, year,
                Cells(_states.Lineage(group.Key.First), _states.Lineage(group.Key.Second), group.ToDictionary(r => (r.Row.CowA, r.Row.CowB, year), r => r.Row.Values), year), []));
        return panels;

        StateId? Today(int cow)
        {
            if (names.TryGetValue(cow, out StateId? known)) return known;
            State? state = _states.ByCow(cow, year);
            while (state?.ContinuedBy is { } next) state = _states[next];
            return names[cow] = state?.Id;
        }
    }

    /// <summary>The episodes of every dyad, as the states are named today.</summary>
    public IReadOnlyDictionary<UndirectedDyad, List<Episode>> ReadEpisodes()
    {
        using DuckDBConnection connection = Connect();
        var all = new Dictionary<UndirectedDyad, List<Episode>>();
        foreach ((int cowA, int cowB, Episode episode) in ReadEpisodes(connection, "true"))
        {
            if (Today(cowA, episode) is not { } a || Today(cowB, episode) is not { } b || a == b) continue;
            var dyad = new UndirectedDyad(a, b);
            if (!all.TryGetValue(dyad, out List<Episode>? episodes)) all[dyad] = episodes = [];
            episodes.Add(episode);
        }
        return all;

        StateId? Today(int cow, Episode e)
        {
            State? state = _states.All.FirstOrDefault(s => Held([s], cow, e.FirstYear, e.LastYear));
            while (state?.ContinuedBy is { } next) state = _states[next];
            return state?.Id;
        }
    }

    private ImmutableArray<Measurement> Cells(IReadOnlyList<State> first, IReadOnlyList<State> second, Dictionary<(int A, int B, int Year), double?[]> rows, int year)
    {
        // In a year of change the continuing state speaks first, its predecessor where it is silent.
        List<(int Ours, int Theirs)> pairsThen = [];
        foreach (State x in first.Where(s => s.ExistedIn(year)))
            foreach (State y in second.Where(s => s.ExistedIn(year) && s.Cow != x.Cow)) pairsThen.Insert(0, (x.Cow, y.Cow));
        return [.. PanelColumns.All.Select(column => Cell(column, pairsThen, rows, year))];
    }

    private Measurement Cell(PanelColumn column, List<(int Ours, int Theirs)> pairs, Dictionary<(int A, int B, int Year), double?[]> rows, int year)
    {
        foreach (var (ours, theirs) in pairs)
        {
            bool straight = ours < theirs;
            int index = PanelColumns.IndexOf(column.Indicator.Id, column.Indicator.Directed ? column.Forward == straight : column.Forward);
            if (rows.TryGetValue((Math.Min(ours, theirs), Math.Max(ours, theirs), year), out double?[]? values) && values[index] is { } value)
                return Measurement.Of(value);
        }
        int source = pairs.Count == 0 ? 0 : column.Forward ? pairs[0].Ours : pairs[0].Theirs;
        return Measurement.Missing(_coverage.Why(column.Indicator, source, pairs.Count > 0, year));
    }

    private IEnumerable<PanelRow> ReadRows(DuckDBConnection connection, string where)
    {
        using DuckDBCommand command = connection.CreateCommand();
        command.CommandText = $"SELECT * FROM {(_held is null ? _panel : HeldPanel)} WHERE {where} ORDER BY year, cow_a, cow_b";
        using DuckDBDataReader reader = command.ExecuteReader();
        int[] at = [.. PanelColumns.All.Select(c => reader.GetOrdinal(c.Name))];
        while (reader.Read())
        {
            var values = new double?[at.Length];
            for (int i = 0; i < at.Length; i++)
                if (!reader.IsDBNull(at[i])) values[i] = (double)(decimal)reader.GetFloat(at[i]);
            yield return new PanelRow(reader.GetInt16(0), reader.GetInt16(1), reader.GetInt16(2), values);
        }
    }

    private List<Episode> ReadEpisodes(DuckDBConnection connection, string where, IReadOnlyList<State> first, IReadOnlyList<State> second) =>
    [
        .. ReadEpisodes(connection, where)
            .Where(e => (Held(first, e.A, e.Episode.FirstYear, e.Episode.LastYear) && Held(second, e.B, e.Episode.FirstYear, e.Episode.LastYear))
                || (Held(second, e.A, e.Episode.FirstYear, e.Episode.LastYear) && Held(first, e.B, e.Episode.FirstYear, e.Episode.LastYear)))
            .Select(e => e.Episode),
    ];

    private IEnumerable<(int A, int B, Episode Episode)> ReadEpisodes(DuckDBConnection connection, string where)
    {
        using DuckDBCommand command = connection.CreateCommand();
        command.CommandText = $"SELECT * FROM {_episodes} WHERE {where} ORDER BY first_year, kind, row_key, label";
        using DuckDBDataReader reader = command.ExecuteReader();
        // Panels built by an earlier version know nothing of deaths.
        int fatality = Enumerable.Range(0, reader.FieldCount).FirstOrDefault(i => string.Equals(reader.GetName(i), "fatality", StringComparison.Ordinal), -1);
        while (reader.Read())
            yield return (reader.GetInt16(0), reader.GetInt16(1), new Episode(Enum.Parse<EpisodeKind>(reader.GetString(2)), reader.GetInt16(3),
                reader.IsDBNull(4) ? null : reader.GetInt16(4), (double)(decimal)reader.GetFloat(5), reader.GetString(6), reader.GetString(7), reader.GetString(8),
                fatality < 0 || reader.IsDBNull(fatality) ? null : Convert.ToInt32(reader.GetValue(fatality), CultureInfo.InvariantCulture)));
    }

    /// <summary>Whether one of the line had the number in some year of the episode; a number may serve other states at other times.</summary>
    private static bool Held(IReadOnlyList<State> line, int cow, int from, int? to) => line.Any(s => s.Cow == cow
        && s.Spells.Any(p => p.From.Year <= (to ?? int.MaxValue) && (p.To is null || p.To.Value.Year >= from)));

    private static string Numbers(IReadOnlyList<State> line) => string.Join(", ", line.Select(s => s.Cow.ToString(CultureInfo.InvariantCulture)).Distinct(StringComparer.Ordinal));

    private DuckDBConnection Connect()
    {
        DuckDBConnection connection = _held is { } held ? held.Duplicate() : new DuckDBConnection("DataSource=:memory:");
        connection.Open();
        return connection;
    }
}
