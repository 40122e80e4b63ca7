using System.Globalization;
using DuckDB.NET.Data;
using Entente.Measures;
using Entente.Record;
using Entente.Scenarios;

namespace Entente.Storage;

/// <summary>Reads the system of states over the years from a panel directory and the nowcasts of its alignments.</summary>
public static class SystemStore
{
    /// <summary>Border on land, or water up to 24 miles wide (COW contiguity 1 to 3).</summary>
    private const int NearestWater = 3;

    /// <summary>The system. What a dataset no longer covers is carried on from its last value.</summary>
    /// <param name="panelDirectory">A panel directory with its alignment.</param>
    /// <param name="nowcastDirectory">A directory written by <see cref="NowcastStore"/>.</param>
    /// <exception cref="FileNotFoundException">A file is not there; the message says how to make it.</exception>
    public static StateSystem Read(string panelDirectory, string nowcastDirectory)
    {
        AlignmentModel model = AlignmentStore.OpenModel(panelDirectory);
        string path = Path.Combine(nowcastDirectory, NowcastStore.FileName);
        if (!File.Exists(path)) throw new FileNotFoundException($"{nowcastDirectory} holds no nowcasts: {NowcastStore.FileName} is missing. `entente forecast build` makes it.", path);
        using var connection = new DuckDBConnection("DataSource=:memory:");
        connection.Open();
        var grid = new SystemGrid(States(connection, path), model.FirstYear, model.LastYear);
        Nowcasts(connection, path, NowcastStore.ReadModel(panelDirectory, nowcastDirectory).Scale, grid);
        Panel(connection, Path.Combine(panelDirectory, PanelWriter.PanelName), grid);
        PanelRecordStore record = PanelRecordStore.Open(panelDirectory);
        foreach (StateYear s in record.ReadStates().Values)
            if (grid.IndexOf(s.State) is >= 0 and int i && grid.Covers(s.Year))
            {
                if (s.Capabilities is { } share) grid.Capability[s.Year - grid.FirstYear][i] = (float)share;
                if (s.Democracy is { } democracy) grid.Regime[s.Year - grid.FirstYear][i] = (float)democracy;
            }
        foreach ((UndirectedDyad dyad, IReadOnlyList<Proximity> spells) in record.ReadProximities())
            if (grid.PositionOf(dyad) is { } p)
                foreach (Proximity spell in spells.Where(s => s.Contiguity is not null))
                    for (int year = Math.Max(spell.FirstYear, grid.FirstYear); year <= Math.Min(spell.LastYear, grid.LastYear); year++)
                        grid.Neighbour[year - grid.FirstYear][p] = spell.Contiguity is >= 1 and <= NearestWater ? 1 : 0;
        return grid.Build();
    }

    private static void Nowcasts(DuckDBConnection connection, string path, AlignmentScale scale, SystemGrid grid)
    {
        using DuckDBCommand command = connection.CreateCommand();
        command.CommandText = $"SELECT a, b, year, mean, sd FROM {PanelWriter.Quote(path)}";
        using DuckDBDataReader reader = command.ExecuteReader();
        while (reader.Read())
        {
            if (grid.PositionOf(new UndirectedDyad(new StateId(reader.GetString(0)), new StateId(reader.GetString(1)))) is not { } p || !grid.Covers(reader.GetInt16(2))) continue;
            int t = reader.GetInt16(2) - grid.FirstYear;
            grid.Score[t][p] = (float)scale.Score(reader.GetInt16(3) / NowcastStore.Grain);
            grid.Deviation[t][p] = (float)(reader.GetInt16(4) / NowcastStore.Grain);
        }
    }

    private static void Panel(DuckDBConnection connection, string path, SystemGrid grid)
    {
        using DuckDBCommand command = connection.CreateCommand();
        command.CommandText = string.Create(CultureInfo.InvariantCulture,
            $"SELECT cow_a, cow_b, year, trade_dependence_ab, trade_dependence_ba, rivalry, alliance FROM {PanelWriter.Quote(path)} WHERE year >= {grid.FirstYear} ORDER BY year, cow_a, cow_b");
        using DuckDBDataReader reader = command.ExecuteReader();
        var names = new Dictionary<(int Cow, int Year), StateId?>();
        while (reader.Read())
        {
            int year = reader.GetInt16(2);
            if (!grid.Covers(year) || Today(reader.GetInt16(0), year) is not { } a || Today(reader.GetInt16(1), year) is not { } b || a == b
                || grid.PositionOf(new UndirectedDyad(a, b)) is not { } p) continue;
            int t = year - grid.FirstYear;
            if (!reader.IsDBNull(3) && !reader.IsDBNull(4))
            {
                double forward = Math.Log10(reader.GetFloat(3) + 1e-5), backward = Math.Log10(reader.GetFloat(4) + 1e-5);
                (grid.Dependence[t][p], grid.Asymmetry[t][p]) = ((float)Math.Min(forward, backward), (float)Math.Abs(forward - backward));
            }
            if (!reader.IsDBNull(5)) grid.Rivalry[t][p] = reader.GetFloat(5);
            if (!reader.IsDBNull(6)) grid.Pact[t][p] = reader.GetFloat(6);
        }

        StateId? Today(int cow, int year)
        {
            if (names.TryGetValue((cow, year), out StateId? known)) return known;
            State? state = StateRegistry.Default.ByCow(cow, year);
            while (state?.ContinuedBy is { } next) state = StateRegistry.Default[next];
            return names[(cow, year)] = state?.Id;
        }
    }

    private static StateId[] States(DuckDBConnection connection, string path)
    {
        using DuckDBCommand command = connection.CreateCommand();
        command.CommandText = $"SELECT DISTINCT a FROM {PanelWriter.Quote(path)} UNION SELECT DISTINCT b FROM {PanelWriter.Quote(path)} ORDER BY 1";
        using DuckDBDataReader reader = command.ExecuteReader();
        var states = new List<StateId>();
        while (reader.Read()) states.Add(new StateId(reader.GetString(0)));
        return [.. states];
    }
}
