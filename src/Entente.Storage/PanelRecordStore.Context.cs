using System.Globalization;
using DuckDB.NET.Data;
using Entente.Record;

namespace Entente.Storage;

public sealed partial class PanelRecordStore
{
    /// <inheritdoc/>
    /// <exception cref="FileNotFoundException">The panel directory holds no <c>states.parquet</c>: it was built by an earlier version.</exception>
    public IReadOnlyDictionary<(StateId State, int Year), StateYear> ReadStates()
    {
        using DuckDBConnection connection = Connect();
        using DuckDBCommand command = connection.CreateCommand();
        command.CommandText = $"SELECT cow, year, capabilities, democracy, polity, new_leader, new_regime FROM {Context(PanelWriter.StatesName)} ORDER BY cow, year";
        using DuckDBDataReader reader = command.ExecuteReader();
        var all = new Dictionary<(StateId State, int Year), StateYear>();
        while (reader.Read())
        {
            int year = reader.GetInt16(1);
            if (_states.ByCow(reader.GetInt16(0), year) is not { } then) continue;
            StateId today = Today(then);
            // Where a state and its predecessor both had the year, the continuing one speaks.
            if (all.ContainsKey((today, year)) && then.ContinuedBy is not null) continue;
            all[(today, year)] = new StateYear(today, year, Number(2), Number(3), Number(4), Truth(5), Truth(6));
        }
        return all;

        double? Number(int at) => reader.IsDBNull(at) ? null : (double)(decimal)reader.GetFloat(at);

        bool? Truth(int at) => reader.IsDBNull(at) ? null : reader.GetFloat(at) > 0;
    }

    /// <inheritdoc/>
    /// <exception cref="FileNotFoundException">The panel directory holds no <c>proximity.parquet</c>: it was built by an earlier version.</exception>
    public IReadOnlyDictionary<UndirectedDyad, IReadOnlyList<Proximity>> ReadProximities()
    {
        using DuckDBConnection connection = Connect();
        using DuckDBCommand command = connection.CreateCommand();
        command.CommandText = $"SELECT cow_a, cow_b, first_year, last_year, distance, contiguity FROM {Context(PanelWriter.ProximityName)} ORDER BY first_year, cow_a, cow_b";
        using DuckDBDataReader reader = command.ExecuteReader();
        var all = new Dictionary<UndirectedDyad, List<Proximity>>();
        while (reader.Read())
        {
            int first = reader.GetInt16(2);
            if (_states.ByCow(reader.GetInt16(0), first) is not { } a || _states.ByCow(reader.GetInt16(1), first) is not { } b || Today(a) == Today(b)) continue;
            var dyad = new UndirectedDyad(Today(a), Today(b));
            if (!all.TryGetValue(dyad, out List<Proximity>? spells)) all[dyad] = spells = [];
            spells.Add(new Proximity(dyad, first, reader.GetInt16(3), reader.IsDBNull(4) ? null : (double)(decimal)reader.GetFloat(4), reader.IsDBNull(5) ? null : Convert.ToInt32(reader.GetValue(5), CultureInfo.InvariantCulture)));
        }
        return all.ToDictionary(p => p.Key, p => (IReadOnlyList<Proximity>)p.Value);
    }

    private string Context(string name)
    {
        string path = Path.Combine(_directory, name);
        return File.Exists(path) ? PanelWriter.Quote(path)
            : throw new FileNotFoundException($"{_directory} holds no {name}: it was built by an earlier version. `entente record build-panel` makes it.", path);
    }

    private StateId Today(State state)
    {
        while (state.ContinuedBy is { } next) state = _states[next];
        return state.Id;
    }
}
