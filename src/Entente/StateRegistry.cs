using System.Collections.Frozen;
using System.Globalization;
using System.Reflection;

namespace Entente;

/// <summary>All states since 1816, from <c>data/actors/states.tsv</c>. Immutable and thread-safe.</summary>
public sealed class StateRegistry
{
    private static readonly Lazy<StateRegistry> Shipped = new(LoadShipped);

    private readonly FrozenDictionary<StateId, State> _byId;
    private readonly ILookup<int, State> _byCow;

    private StateRegistry(IReadOnlyList<State> states)
    {
        All = states;
        _byId = states.ToFrozenDictionary(s => s.Id);
        _byCow = states.ToLookup(s => s.Cow);
    }

    /// <summary>The registry that ships with the library.</summary>
    public static StateRegistry Default => Shipped.Value;

    /// <summary>Every state, by code.</summary>
    public IReadOnlyList<State> All { get; }

    /// <summary>The state of an identity.</summary>
    /// <exception cref="KeyNotFoundException">No such state.</exception>
    public State this[StateId id] => _byId.TryGetValue(id, out State? state)
        ? state
        : throw new KeyNotFoundException($"No state has the code {id}; data/actors/states.tsv lists them.");

    /// <summary>The state of an identity, or null.</summary>
    public State? Find(StateId id) => _byId.GetValueOrDefault(id);

    /// <summary>The state that a Correlates of War number means in a year, or null when none was a member then.</summary>
    /// <remarks>In a year of change (365 in 1991) the identity that ended the year with the number is meant.</remarks>
    public State? ByCow(int cow, int year) => _byCow[cow].LastOrDefault(s => s.ExistedIn(year));

    /// <summary>The state itself and those it continues, oldest first: RUS gives SUN and RUS; DEU gives West Germany too.</summary>
    public IReadOnlyList<State> Lineage(StateId id)
    {
        var line = new List<State>();
        var queue = new Queue<StateId>([id]);
        while (queue.TryDequeue(out StateId next))
        {
            if (line.Any(s => s.Id == next)) continue;
            line.Add(this[next]);
            foreach (State s in All)
                if (s.ContinuedBy == next) queue.Enqueue(s.Id);
        }
        return [.. line.OrderBy(s => s.Spells[0].From)];
    }

    /// <summary>The state that an identity of today was in a year (RUS in 1985 is SUN), or null when it was none; in a year of change the later one.</summary>
    public State? InYear(StateId id, int year) => Find(id) is null ? null : Lineage(id).LastOrDefault(s => s.ExistedIn(year));

    /// <summary>Reads the table: tab-separated <c>id, cow, name, spells, continued_by, gw</c>; spells as <c>1816-01-01/1940-06-21;1944-08-25/</c>.</summary>
    /// <exception cref="FormatException">A line is not of that form; the message names it.</exception>
    public static StateRegistry Load(TextReader reader)
    {
        ArgumentNullException.ThrowIfNull(reader);
        var states = new List<State>();
        int number = 0;
        while (reader.ReadLine() is { } line)
        {
            number++;
            if (number == 1 || line.Length == 0 || line[0] == '#') continue;
            string[] f = line.Split('\t');
            if (f.Length < 5) throw new FormatException($"states.tsv line {number}: five fields are expected, {f.Length} found.");
            var spells = new List<StateSpell>();
            foreach (string spell in f[3].Split(';'))
            {
                string[] ends = spell.Split('/');
                if (ends.Length != 2) throw new FormatException($"states.tsv line {number}: '{spell}' is no spell; FROM/TO is expected.");
                spells.Add(new StateSpell(Day(ends[0], number), ends[1].Length == 0 ? null : Day(ends[1], number)));
            }
            states.Add(new State(new StateId(f[0]), int.Parse(f[1], CultureInfo.InvariantCulture), f[2], spells,
                f[4].Length == 0 ? null : new StateId(f[4]))
            {
                Gw = f.Length > 5 && f[5].Length > 0 ? [.. f[5].Split(',').Select(n => int.Parse(n, CultureInfo.InvariantCulture))] : [],
            });
        }
        return new StateRegistry([.. states.OrderBy(s => s.Id)]);
    }

    private static DateOnly Day(string text, int line) => DateOnly.TryParseExact(text, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out DateOnly day)
        ? day
        : throw new FormatException($"states.tsv line {line}: '{text}' is no date; yyyy-MM-dd is expected.");

    private static StateRegistry LoadShipped()
    {
        using Stream stream = Assembly.GetExecutingAssembly().GetManifestResourceStream("data/actors/states.tsv")
            ?? throw new InvalidOperationException("data/actors/states.tsv is missing from the assembly: the build is broken.");
        using var reader = new StreamReader(stream);
        return Load(reader);
    }
}
