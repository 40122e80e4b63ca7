using System.Collections.Concurrent;
using Entente.Measures;
using Entente.Measures.Breaks;
using Entente.Record;
using Entente.Storage;

namespace Entente.Questions;

/// <summary>A panel directory with what was computed from it. Its files do not change while it is open; thread-safe.</summary>
public sealed class ReferencePanel
{
    private readonly Lazy<AlignmentModel> _model;
    private readonly Lazy<AlignmentStore> _alignments;
    private readonly Lazy<ILookup<int, (StateId State, double Share)>> _capabilities;
    private readonly Lazy<IReadOnlyDictionary<(StateId State, int Year), StateYear>> _states;
    private readonly Lazy<IReadOnlyDictionary<UndirectedDyad, IReadOnlyList<Proximity>>> _proximities;
    private readonly ConcurrentDictionary<(int Year, Dimension? Dimension), Lazy<IReadOnlyList<AlignmentRow>>> _years = new();

    private ReferencePanel(string directory)
    {
        Directory = directory;
        Record = PanelRecordStore.Open(directory);
        _model = new(() => AlignmentStore.OpenModel(directory));
        _alignments = new(() => AlignmentStore.Open(directory));
        _capabilities = new(() => Record.ReadStates().Values.Where(s => s.Capabilities is not null).ToLookup(s => s.Year, s => (s.State, s.Capabilities!.Value)));
        _states = new(Record.ReadStates);
        _proximities = new(Record.ReadProximities);
    }

    /// <summary>The panel that ships with the program.</summary>
    public static string ShippedDirectory => Path.Combine(AppContext.BaseDirectory, "data", "panel");

    /// <summary>Where it lies.</summary>
    public string Directory { get; }

    /// <summary>The record.</summary>
    public PanelRecordStore Record { get; }

    /// <summary>The learned model of alignment.</summary>
    /// <exception cref="FileNotFoundException">The directory holds none; the message says how to make it.</exception>
    /// <exception cref="InvalidDataException">It is of another version.</exception>
    public AlignmentModel Model => _model.Value;

    /// <summary>Opens a panel directory.</summary>
    /// <exception cref="FileNotFoundException">A file of the panel is not there; the message names it.</exception>
    public static ReferencePanel Open(string directory) => new(directory);

    /// <summary>Every dyad of a year, overall (null) or of a dimension; read once.</summary>
    /// <exception cref="FileNotFoundException">The directory holds no alignment; the message says how to make it.</exception>
    public IReadOnlyList<AlignmentRow> Year(int year, Dimension? dimension) =>
        _years.GetOrAdd((year, dimension), key => new(() => _alignments.Value.ReadYear(key.Year, key.Dimension))).Value;

    /// <summary>Shares of the world's material capabilities in the last year up to one that has them; empty where the panel holds none.</summary>
    public IReadOnlyDictionary<StateId, double> Capabilities(int year)
    {
        try
        {
            int last = _capabilities.Value.Select(g => g.Key).Where(y => y <= year).DefaultIfEmpty(0).Max();
            return _capabilities.Value[last].ToDictionary(c => c.State, c => c.Share);
        }
        catch (FileNotFoundException)
        {
            // A panel built by an earlier version holds no states.
            return new Dictionary<StateId, double>();
        }
    }

    /// <summary>The last year whose record is complete on a day; that of the record when no day is given.</summary>
    public int LastYear(DateOnly? asOf) => LastYear(asOf, Record.LastYear);

    /// <summary>The last year whose record is complete on a day; the record's own when no day is given.</summary>
    public static int LastYear(DateOnly? asOf, int recordEnds) =>
        asOf is { } day ? Math.Min(recordEnds, day is { Month: 12, Day: 31 } ? day.Year : day.Year - 1) : recordEnds;

    /// <summary>Rifts and rapprochements of a dyad over the years of its history, from nothing later than the history.</summary>
    public IReadOnlyList<Break> Breaks(DyadPanel panel, AlignmentHistory history, double least = BreakFinder.Asserted)
    {
        ArgumentNullException.ThrowIfNull(panel);
        ArgumentNullException.ThrowIfNull(history);
        return BreakFinder.Find(BreakModel.Default, new BreakEvidence(history.Dyad, panel.Episodes, history.Series, DyadContext.Of(history.Dyad, _states.Value, _proximities.Value), history.LastYear), history.FirstYear, least);
    }
}
